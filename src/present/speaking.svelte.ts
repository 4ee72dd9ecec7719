import { commanded, openStage, type Command, type StageState } from '../story/machine.ts';
import type { Story } from '../story/story.ts';
import { heard, readTalk, wantsAnswer } from '../story/talk.ts';
import { keptState, recall } from './keepstate.ts';
import { ASKS_EVERY, channelOf, LOST, readMessage } from './script.ts';
import { windowName } from './windowname.ts';

/** The speaker's side of a briefing: the same machine as the stage's, and no data of its own. */
export class Speaking {
  readonly #briefing: string;
  readonly #channel: BroadcastChannel;
  readonly #window = windowName();
  readonly #timers: readonly ReturnType<typeof setInterval>[];
  #heardAt = 0;

  story: Story | null = $state.raw(null);
  /** Addresses of the pictures of the scenes. */
  pictures: readonly string[] = $state.raw([]);
  state: StageState = $state.raw(openStage());
  safe = $state(false);
  /** The audience's window has been heard of lately. */
  heard = $state(false);
  now = $state(Date.now());

  constructor(briefing: string) {
    this.#briefing = briefing;
    this.state = keptState(briefing) ?? openStage();
    this.#channel = new BroadcastChannel(channelOf(briefing));
    this.#channel.onmessage = ({ data }) => this.#hear(data);
    this.#timers = [
      setInterval(() => this.#ask(), ASKS_EVERY),
      setInterval(() => this.#tick(), 250),
    ];
    this.#ask();
  }

  command(command: Command, at = Date.now()): void {
    if (!this.story) return;
    const next = commanded(this.story, this.state, command, at, this.#window);
    if (next === this.state) return;
    this.#take(next);
    this.#say(false);
  }

  close(): void {
    this.#timers.forEach(clearInterval);
    this.#channel.close();
    this.#forgetPictures();
  }

  #tick(): void {
    this.now = Date.now();
    this.heard = this.now - this.#heardAt < LOST;
  }

  /** Asks how things stand and, as long as it is not here, for the script. */
  #ask(): void {
    this.#say(true);
    if (this.story) return;
    this.#channel.postMessage({ tranche: 'script wanted', briefing: this.#briefing });
  }

  #say(asks: boolean): void {
    const { state } = this;
    this.#channel.postMessage({ tranche: 'stage', briefing: this.#briefing, asks, state });
  }

  #take(state: StageState): void {
    this.state = state;
    recall(this.#briefing, state);
  }

  #hear(data: unknown): void {
    const talk = readTalk(data, this.#briefing);
    if (talk) {
      const next = heard(this.state, talk);
      if (next !== this.state) this.#take(next);
      if (wantsAnswer(next, talk)) this.#say(false);
      return;
    }
    const message = readMessage(data, this.#briefing);
    if (message?.tranche === 'alive') {
      this.#heardAt = Date.now();
      this.safe = message.safe;
      this.#tick();
    } else if (message?.tranche === 'script') {
      this.#forgetPictures();
      this.pictures = message.pictures.map((svg) =>
        URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })),
      );
      this.story = message.story;
    }
  }

  #forgetPictures(): void {
    this.pictures.forEach((address) => URL.revokeObjectURL(address));
  }
}
