import type { Drawing, Frame } from '../drawing/drawing.ts';
import { isLit } from '../drawing/emphasis.ts';
import type { Place } from '../model/annotation.ts';
import type { Scene } from '../story/story.ts';
import type { Explorer } from './explorer.svelte.ts';
import { drawnScene, largestOn, placesOn, subjectsOn, type PlaceGroup } from './scenedrawing.ts';

/** The picture of one scene while it is made, and what of it can be chosen. */
export class ScenePreview {
  readonly #explorer: Explorer;
  #turn = 0;

  drawing: Drawing | null = $state.raw(null);
  /** What can be pointed at or lit up. */
  places: readonly PlaceGroup[] = $state.raw([]);
  /** The same that has a name, the largest first. */
  largest: readonly Place[] = $state.raw([]);
  /** What can stand back. */
  subjects: readonly PlaceGroup[] = $state.raw([]);
  missing: readonly string[] = $state.raw([]);

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  /** Whether something on the picture is about a place, under whatever name it can be chosen by. */
  has(place: Place): boolean {
    return this.drawing?.marks.some((mark) => isLit(mark, place)) ?? false;
  }

  async show(scene: Scene, frame: Frame): Promise<void> {
    const turn = ++this.#turn;
    const { card, book } = this.#explorer;
    const { drawing, missing } = await drawnScene(scene, frame, card, book);
    if (turn !== this.#turn) return;
    this.drawing = drawing;
    this.missing = missing;
    this.places = placesOn(drawing, card);
    this.largest = largestOn(drawing);
    this.subjects = subjectsOn(drawing, card);
  }
}

/** Room for what is pointed out to be told apart from what is missing. */
const FRAME: Frame = { width: 900, height: 520 };

/** What each scene of a story asks for that the open data does not have. */
export class SceneGaps {
  readonly #explorer: Explorer;
  readonly #asked = new WeakSet<Scene>();
  #found: ReadonlyMap<Scene, readonly string[]> = $state.raw(new Map());

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  of(scene: Scene): readonly string[] {
    return this.#found.get(scene) ?? [];
  }

  /** Looks at the scenes that are new or have changed, one after another. */
  async look(scenes: readonly Scene[]): Promise<void> {
    const { card, book } = this.#explorer;
    for (const scene of scenes) {
      if (this.#asked.has(scene)) continue;
      this.#asked.add(scene);
      const { missing } = await drawnScene(scene, FRAME, card, book);
      this.#found = new Map([...this.#found, [scene, missing]]);
    }
  }
}
