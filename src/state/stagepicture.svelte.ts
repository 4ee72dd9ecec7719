import { chartOf } from '../charts/index.ts';
import { wayBetween, type Way } from '../drawing/between.ts';
import { originsOf } from '../drawing/origins.ts';
import type { Drawing, Frame, Mark } from '../drawing/drawing.ts';
import type { View } from '../model/view.ts';
import type { Explorer } from './explorer.svelte.ts';
import { pointedOut, saidOn, UNSHADED, type Shading } from './pointing.ts';

/** What a page has to move things by: calls `draw` with 0 to 1 over `ms`, and stops when told. */
export type Animate = (ms: number, draw: (t: number) => void) => () => void;

/** How many values a picture shows one by one, tried in order until it keeps to its frame. */
const TOPS = [8, 6, 5, 4, 3, 2];

/** From one picture to the next, in ms. */
const TRAVEL = 1100;
const FADE = 300;

/** How many pictures are kept as they were set. */
const KEPT = 40;

/** A view set into a frame. */
interface PictureSet {
  readonly drawing: Drawing;
  readonly view: View;
  readonly missing: readonly string[];
  readonly credits: readonly string[];
}

/** A picture as it is on stage: drawn into the room there is, and moving from the one before it. */
export class StagePicture {
  readonly #explorer: Explorer;
  readonly #animate: Animate;
  #stop: () => void = () => undefined;
  #turn = 0;
  readonly #kept = new Map<string, Promise<PictureSet>>();
  /** What was last gone to, in whatever frame. */
  #shows: { readonly view: View; readonly scene: Shading } | null = null;

  /** What is to be seen once nothing moves. */
  drawing: Drawing | null = $state.raw(null);
  /** The view that is drawn: the explorer's, with as few values as there is room for. */
  view: View | null = $state.raw(null);
  /** What the scene points out and this picture does not have, or has no room for. */
  missing: readonly string[] = $state.raw([]);
  /** Whose figures the picture's words rest on besides the data's. */
  credits: readonly string[] = $state.raw([]);
  /** The marks of this moment. */
  marks: readonly Mark[] = $state.raw([]);
  /** Marks are on their way. */
  moving = $state(false);

  constructor(explorer: Explorer, animate: Animate) {
    this.#explorer = explorer;
    this.#animate = animate;
  }

  /**
   * Draws what the explorer shows into `frame`, with what the scene points out on it; `still` for
   * readers who want no motion.
   */
  async show(frame: Frame, still: boolean, scene: Shading = UNSHADED): Promise<void> {
    const turn = ++this.#turn;
    const { view } = this.#explorer.shown;
    const set = await this.#set(view, frame, scene);
    if (turn !== this.#turn) return;
    this.missing = set.missing;
    this.credits = set.credits;
    const shows = this.#shows;
    this.#shows = { view, scene };
    // Where only the room has changed there is nothing to follow with the eye.
    const isReset = shows?.view === view && shows.scene === scene && !this.moving;
    this.#goTo(set.drawing, set.view, still, isReset);
  }

  /** Draws a view that is not shown yet, so that going there takes no longer than moving its marks. */
  async foresee(view: View, frame: Frame, scene: Shading): Promise<void> {
    await this.#explorer.foresee(view);
    const { drawing } = await this.#set(view, frame, scene);
    // What it takes to tell which mark comes from which is remembered with the marks.
    originsOf(this.marks, drawing.marks);
  }

  /** A view set into a frame; what was set lately is not drawn again. */
  #set(view: View, frame: Frame, scene: Shading): Promise<PictureSet> {
    const { dimmed, annotations } = scene;
    const key = JSON.stringify([view, frame, dimmed, annotations]);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const set = this.#draw(view, frame, scene);
    this.#kept.set(key, set);
    set.catch(() => this.#kept.delete(key));
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT && !oldest.done) this.#kept.delete(oldest.value);
    return set;
  }

  async #draw(view: View, frame: Frame, scene: Shading): Promise<PictureSet> {
    const space = { ...frame, spare: true, whole: true };
    let drawn = await this.#drawn(view, space);
    for (const top of TOPS.filter((fewer) => fewer < view.top)) {
      if (drawn.drawing.height <= frame.height) break;
      drawn = await this.#drawn({ ...view, top }, space);
    }
    const { card, book } = this.#explorer;
    const said = await saidOn(scene, drawn.view, card, book);
    const { drawing, missing } = pointedOut(drawn.drawing, said);
    return { drawing, view: drawn.view, missing, credits: said.notes };
  }

  async #drawn(view: View, frame: Frame) {
    const { card, book } = this.#explorer;
    const chart = chartOf(view.lead);
    const answers = await book.askAll(chart, chart.asks(view, card));
    return { drawing: chart.draw(answers, view, card, frame), view };
  }

  #goTo(drawing: Drawing, view: View, still: boolean, isReset: boolean): void {
    const before = this.drawing;
    this.#stop();
    this.drawing = drawing;
    this.view = view;
    if (!before || isReset) {
      this.marks = drawing.marks;
      return;
    }
    const way: Way = wayBetween(this.marks, drawing.marks, still, before.chart === drawing.chart);
    this.#stop = this.#animate(still ? FADE : TRAVEL, (t) => {
      this.marks = way(t);
      this.moving = t < 1;
    });
  }
}
