import { mount, unmount } from 'svelte';
import type { View } from '../model/view.ts';
import type { Engine } from '../engine/engine.ts';
import type { StagePage } from '../present/stagepage.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { reasonOf, type Asked } from '../state/opening.ts';
import type { Story } from '../story/story.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { dataAsked, readAddress, writeAddress } from './address.ts';
import type { Home } from './home.ts';
import Page from './Page.svelte';
import { OWN_STORY, presentingOf, storyOf, type Presenting } from './presenting.ts';

/** What the page shows of what is open: the explorer or, where the address asks for it, a story on stage or as a handout. */
export class Faces {
  readonly #target: HTMLElement;
  readonly #workspace: Workspace;
  readonly #home: Home;
  #page: ReturnType<typeof mount> | null = null;
  #stage: StagePage | null = null;
  /** What takes long to make ready must not come over what was asked for since. */
  #turn = 0;
  /** The story that came with the address last. */
  #brought: Story | null = null;
  /** What was open before, by its id: the address can lead back to it. */
  readonly #known = new Map<string, Pick<Workspace, 'files' | 'changes'>>();
  /** The address has led to other data, which must not become a step of its own. */
  #isLed = false;

  constructor(target: HTMLElement, workspace: Workspace, home: Home) {
    this.#target = target;
    this.#workspace = workspace;
    this.#home = home;
  }

  /** Shows what the address asks for. Rejects with a sentence when there is no such story. */
  async show(): Promise<void> {
    const turn = ++this.#turn;
    const open = await this.#faceOf(presentingOf(location.hash));
    if (turn !== this.#turn) return;
    if (!open) return this.#showPage();
    this.close();
    this.#stage = open();
  }

  /** Makes a face ready, and gives what puts it in place of what is shown; null for the explorer. */
  async #faceOf(asked: Presenting | null): Promise<(() => StagePage) | null> {
    const { explorer } = this.#workspace;
    const target = this.#target;
    if (asked?.face === 'speaker') {
      const { openSpeakerPage } = await import('../present/stagepage.ts');
      return () => openSpeakerPage(target, asked.story, this.#briefingOf(asked));
    }
    const story = asked && explorer && (await this.#storyOf(asked, explorer));
    if (!story) return null;
    const place = { target, explorer, story, name: asked.story, leave: () => this.#leaveStage() };
    if (asked.face === 'handout') {
      const { makeHandout } = await import('./handout.ts');
      const isServed = asked.carried === null && asked.story !== OWN_STORY;
      return makeHandout(this.#workspace, this.#home, { ...place, isServed });
    }
    const { openStagePage } = await import('../present/stagepage.ts');
    const briefing = this.#briefingOf(asked);
    return () => openStagePage({ ...place, ...asked, story, briefing });
  }

  /**
   * The story to show; null where the one a link brings cannot be shown: it is damaged, or of a file
   * that is in no link. The page then says so.
   */
  async #storyOf(asked: Presenting, explorer: Explorer): Promise<Story | null> {
    if (asked.carried === null) return storyOf(this.#home, asked);
    try {
      this.#brought = await storyOf(this.#home, asked);
      return this.#brought.data.id === explorer.card.id ? this.#brought : null;
    } catch (error) {
      explorer.notices = [reasonOf(error)];
      return null;
    }
  }

  /** The view has changed: the address says so, unless the stage has the address or is about to. */
  viewed(view: View, { card }: Engine, step: boolean): void {
    const { files, changes } = this.#workspace;
    this.#known.set(card.id, { files, changes });
    const isStep = step && !this.#isLed;
    this.#isLed = false;
    const isToPresent = !this.#page && presentingOf(location.hash) !== null;
    if (this.#stage) this.#stage.viewed(view);
    else if (!isToPresent) writeAddress(view, card, isStep, this.#home.begins);
  }

  /**
   * The address has changed under the page: the reader went back, or followed a link. Where it asks
   * for what is not to be had, what is shown stays, with the reason.
   */
  async addressed(): Promise<void> {
    try {
      await (presentingOf(location.hash) ? this.show() : this.#showView());
    } catch (error) {
      const { explorer } = this.#workspace;
      if (!explorer) return;
      explorer.notices = [reasonOf(error)];
      if (this.#page) writeAddress(explorer.view, explorer.card, false, this.#home.begins);
    }
  }

  async #showView(): Promise<void> {
    this.#turn++;
    if (this.#stage) this.#showPage();
    const { explorer } = this.#workspace;
    if (!explorer) return;
    const { begins } = this.#home;
    const { view, notices, isOfOtherData } = readAddress(explorer.card, begins);
    if (isOfOtherData && (await this.#openAsked())) return;
    explorer.notices = notices;
    await explorer.show(view);
  }

  /** Opens the data that the address asks for where the page has it; false where it does not. */
  async #openAsked(): Promise<boolean> {
    const { begins } = this.#home;
    const data = dataAsked(begins);
    const isBuiltIn = !begins.given && data === begins.data;
    const known = isBuiltIn ? { files: [], changes: [] } : this.#known.get(data);
    if (!known) return false;
    const asked: Asked = ({ card }) => readAddress(card, begins);
    const turn = this.#turn;
    this.#isLed = true;
    await (known.files.length > 0
      ? this.#workspace.openFiles(known.files, known.changes, asked)
      : this.#workspace.leaveFile(asked));
    if (turn === this.#turn) this.#isLed = false;
    return true;
  }

  /** Names a briefing to its windows, and to no others. */
  #briefingOf({ story }: Presenting): string {
    return `${this.#home.stories?.key ?? ''}${story}`;
  }

  /** Takes away what is shown, and what is on its way. */
  close(): void {
    this.#turn++;
    this.#stage?.close();
    this.#stage = null;
    if (this.#page) void unmount(this.#page);
    this.#page = null;
    this.#target.replaceChildren();
  }

  #showPage(): void {
    const follows = this.#stage !== null;
    this.close();
    const onpresent = (name: string) => {
      history.pushState(null, '', `#present=${encodeURIComponent(name)}`);
      void this.addressed();
    };
    const brought = this.#brought && JSON.stringify(this.#brought);
    this.#brought = null;
    const props = { workspace: this.#workspace, home: this.#home, brought, onpresent };
    this.#page = mount(Page, { target: this.#target, props });
    // The keys go on at what is shown now, as they do in the other faces.
    if (follows) this.#target.querySelector('h1')?.focus();
  }

  #leaveStage(): void {
    const { explorer } = this.#workspace;
    this.#showPage();
    // What stood in the light on stage is nothing that the reader points at.
    explorer?.point([]);
    if (explorer) writeAddress(explorer.view, explorer.card, true, this.#home.begins);
  }
}
