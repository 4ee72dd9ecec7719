import { encodeView } from '../model/address.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { View } from '../model/view.ts';
import { moved } from '../story/order.ts';
import type { Scene, Story } from '../story/story.ts';
import { checkStory, LONGEST_NAME } from '../story/storyfile.ts';

/** How many steps back there are. */
const MOST_UNDO = 100;

/** Where stories are kept between visits; none of it leaves the browser. */
export interface Shelf {
  readonly get: () => Promise<unknown>;
  readonly set: (story: Story | null) => Promise<void>;
}

/** The story being made: every change makes a new one, so that each can be undone. */
export class Storyboard {
  readonly #shelf: Shelf;
  #past: readonly (Story | null)[] = $state.raw([]);

  story: Story | null = $state.raw(null);
  /** Why the last thing could not be done. */
  fault: string | null = $state.raw(null);

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Takes up the story that was kept. */
  async restore(): Promise<void> {
    try {
      const kept = await this.#shelf.get();
      if (kept === undefined || kept === null || this.story) return;
      const story = checkStory(kept);
      if ('refused' in story) this.fault = story.refused;
      else this.story = story;
    } catch {
      // A browser that keeps nothing begins without a story.
    }
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#put(before);
  }

  /** Puts a story in the place of the one that is open; it can be undone. */
  open(data: unknown): void {
    const story = checkStory(data);
    if ('refused' in story) this.fault = story.refused;
    else this.#change(story);
  }

  /** Records a view as the last scene; the first scene begins the story. */
  record(view: View, card: DatasetCard, file: Story['data']): void {
    const scene: Scene = {
      id: freeId(this.story),
      title: '',
      words: '',
      notes: '',
      view: written(view, card),
      reveals: [],
      dimmed: [],
      annotations: [],
      seconds: null,
    };
    const begun = this.story ?? {
      version: 1,
      title: card.source.title.slice(0, LONGEST_NAME) || 'A story',
      data: file,
      scenes: [],
    };
    this.#change({ ...begun, scenes: [...begun.scenes, scene] });
  }

  /** Lets a scene show another view, and what is said and pointed out in it stays. */
  recordAgain(id: string, view: View, card: DatasetCard): void {
    this.edit(id, { view: written(view, card) });
  }

  rename(title: string): void {
    if (this.story) this.#change({ ...this.story, title });
  }

  /** Takes the story over to other data; what that does not have is told scene by scene. */
  adopt(data: Story['data']): void {
    if (this.story) this.#change({ ...this.story, data });
  }

  edit(id: string, patch: Partial<Omit<Scene, 'id'>>): void {
    this.#rewrite((scenes) => scenes.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  }

  /** Moves a scene by so many places, within the story. */
  move(id: string, by: number): void {
    this.#rewrite((scenes) =>
      moved(
        scenes,
        scenes.findIndex((one) => one.id === id),
        by,
      ),
    );
  }

  duplicate(id: string): void {
    this.#rewrite((scenes) =>
      scenes.flatMap((one) => (one.id === id ? [one, { ...one, id: freeId(this.story) }] : [one])),
    );
  }

  remove(id: string): void {
    const scenes = this.story?.scenes.filter((one) => one.id !== id) ?? [];
    if (scenes.length > 0) this.#rewrite(() => scenes);
    else this.#change(null);
  }

  #rewrite(change: (scenes: readonly Scene[]) => readonly Scene[]): void {
    if (this.story) this.#change({ ...this.story, scenes: change(this.story.scenes) });
  }

  #change(story: Story | null): void {
    // What no file may hold would be lost with all the rest when the story is taken up again.
    const checked = story && checkStory(story);
    if (checked && 'refused' in checked) {
      this.fault = checked.refused;
      return;
    }
    this.#past = [...this.#past, this.story].slice(-MOST_UNDO);
    this.#put(story);
  }

  #put(story: Story | null): void {
    this.story = story;
    this.fault = null;
    // A browser that keeps nothing still has the story while the page is open, and as a file.
    this.#shelf.set(story).catch(() => undefined);
  }
}

/** A view as a scene has it: a story opens no rows. */
function written(view: View, card: DatasetCard): string {
  return encodeView({ ...view, evidence: null, book: null }, card);
}

function freeId(story: Story | null): string {
  const taken = new Set(story?.scenes.map(({ id }) => id));
  for (let nth = 1; ; nth++) if (!taken.has(`scene-${nth}`)) return `scene-${nth}`;
}
