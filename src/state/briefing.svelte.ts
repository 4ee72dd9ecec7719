import type { Focus } from '../drawing/emphasis.ts';
import { decodeView } from '../model/address.ts';
import type { View } from '../model/view.ts';
import {
  commanded,
  DOUBLE_PRESS,
  openStage,
  type Command,
  type StageState,
} from '../story/machine.ts';
import { isLastStep, type Scene, type Story } from '../story/story.ts';
import { heard, readTalk, wantsAnswer, type Talk } from '../story/talk.ts';
import type { Explorer } from './explorer.svelte.ts';

/** What the page hands in: a clock, a name for this window, and how it talks to the other one. */
export interface Surroundings {
  /** Ms since 1970. */
  readonly now: () => number;
  /** Names this window among those of the briefing. */
  readonly window: string;
  /** Names the briefing: two of them in one browser do not meet. */
  readonly briefing: string;
  readonly say: (talk: Talk) => void;
  /** Called after each change of state and of the view that is explored, for the address. */
  readonly changed: (state: StageState, explored: View | null) => void;
  /** Resolves once what has changed so far is on screen. */
  readonly painted: () => Promise<void>;
}

/** A scene, the view it stands for in the data that is open, and what the data does not have of it. */
interface SceneRead {
  readonly scene: Scene;
  readonly view: View;
  readonly ignored: readonly string[];
}

/** How many scenes are made ready ahead. */
const AHEAD = 30;

/**
 * A briefing in one window: a story, where it stands, and the explorer that shows it. The step is
 * the machine's; the explorer follows it and, while the speaker explores, goes where the reader goes.
 */
export class Briefing {
  readonly story: Story;
  readonly explorer: Explorer;
  readonly #around: Surroundings;
  #turn = 0;
  /** Where the speaker is who has left the script; null in the script. */
  #explored: View | null = null;
  /** What the address of that view asked for in vain. */
  #lost: readonly string[] = $state.raw([]);

  state: StageState = $state.raw(openStage());
  /** How often the next step has been asked for where none comes. */
  beyond = $state(0);
  /** The explorer has the view of the step; until then there is no picture of it to see. */
  ready = $state(false);
  /** The scenes with their views, and what of these the data does not have. */
  readonly #scenes: readonly SceneRead[];

  constructor(story: Story, explorer: Explorer, state: StageState, around: Surroundings) {
    this.story = story;
    this.explorer = explorer;
    this.#around = around;
    this.state = state;
    this.#scenes = story.scenes.map((scene) => ({
      scene,
      ...decodeView(scene.view, explorer.card),
    }));
  }

  get scene(): Scene {
    return this.#here.scene;
  }

  /** What the scene's view, or the one that is explored, asks for that the data does not have. */
  get missing(): readonly string[] {
    return this.state.away ? this.#lost : this.#here.ignored;
  }

  get #here(): SceneRead {
    const here = this.#scenes[this.state.step.scene] ?? this.#scenes[0];
    if (!here) throw new Error('a story has a scene');
    return here;
  }

  /** Nothing comes after this step. */
  get isLast(): boolean {
    return isLastStep(this.story, this.state.step);
  }

  /** What stands in the light at this step: nothing while the scene is shown as a whole. */
  get light(): Focus {
    return this.scene.reveals[this.state.step.reveal - 1] ?? [];
  }

  /** The scenes that may come next with their views, the nearest first. */
  get ahead(): readonly SceneRead[] {
    const at = this.state.step.scene;
    const far = (read: SceneRead) => Math.abs(this.#scenes.indexOf(read) - at);
    return this.#scenes.toSorted((a, b) => far(a) - far(b)).slice(0, AHEAD);
  }

  /**
   * Shows the step this window begins at, or the view the speaker has left the script for, and asks the
   * other window for its own.
   */
  async begin(explored: ReturnType<typeof decodeView> | null = null): Promise<void> {
    this.#explored = explored?.view ?? null;
    this.#lost = explored?.ignored ?? [];
    this.#say(true);
    await this.#follow();
  }

  /** Does what was asked for at the time `at`; by default now. A busy page hears of a key late. */
  command(command: Command, at = this.#around.now()): void {
    const next = commanded(this.story, this.state, command, at, this.#around.window);
    if (next === this.state) {
      const since = at - (this.state.last?.at ?? 0);
      if (command.do === 'next' && this.isLast && since >= DOUBLE_PRESS) this.beyond++;
      return;
    }
    this.#take(next);
    this.#say(false);
  }

  /** A message from the other window, as it arrived. */
  hear(message: unknown): void {
    const talk = readTalk(message, this.#around.briefing);
    if (!talk) return;
    const next = heard(this.state, talk);
    if (next !== this.state) this.#take(next);
    if (wantsAnswer(next, talk)) this.#say(false);
  }

  /** The reader has gone their own way in the explorer. */
  viewed(view: View): void {
    this.#explored = view;
    this.#lost = [];
    if (this.state.away) this.#around.changed(this.state, view);
    else this.command({ do: 'leave' });
  }

  #take(next: StageState): void {
    const before = this.state;
    this.state = next;
    this.beyond = 0;
    this.#explored = next.away
      ? (this.#explored ?? (this.ready ? this.explorer.view : this.#here.view))
      : null;
    this.#around.changed(next, this.#explored);
    const moved = next.step.scene !== before.step.scene || (before.away && !next.away);
    if (moved) void this.#follow();
    else if (!next.away) this.explorer.point(this.light);
  }

  /** Shows what the script says: its words at once, then the scene's view with what stands in the light. */
  async #follow(): Promise<void> {
    const turn = ++this.#turn;
    this.ready = false;
    await this.#around.painted();
    if (turn !== this.#turn) return;
    const { view } = this.#here;
    // Whoever has gone their own way in the meantime stays there.
    const goal = this.state.away ? this.#explored : view;
    if (goal) await this.explorer.show(goal);
    if (turn !== this.#turn) return;
    this.ready = true;
    if (this.explorer.view === view) this.explorer.point(this.light);
  }

  #say(asks: boolean): void {
    const { briefing, say } = this.#around;
    say({ tranche: 'stage', briefing, asks, state: this.state });
  }
}
