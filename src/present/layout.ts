/** The stage's parts from top to bottom, in pixels of the screen, and the frame of its chart. */
export interface StageLayout {
  /** Height of the title and the words under it. */
  readonly head: number;
  /** Height of the picture. */
  readonly room: number;
  /** Screen pixels to one of the chart's: its smallest type then has the size that can be read. */
  readonly scale: number;
  readonly chart: { readonly width: number; readonly height: number };
}

/** The smallest type of a chart, in its own pixels. */
const CHART_TYPE = 12;
/** In heights of type: padding above and below, at the sides, the head, the foot and the gaps. */
const PADDING = 0.5;
const SIDES = 1.2;
const HEAD = 5.3;
/** Where the stage is higher than wide, words take more lines. */
const HEAD_UPRIGHT = 9.5;
const FOOT = 1.6;
const GAP = 0.4;
/** Words that need more than the head's usual height get it, up to this part of the stage. */
const MOST_HEAD = 0.45;

/**
 * Lays out a stage of `width` × `height` whose smallest type is `type` pixels high; `controls` is the
 * height of what stands over the picture while the speaker explores, `said` and `foot` those of the title
 * with its words and of the foot, 0 before they are known.
 */
export function frameOf({
  width,
  height,
  type,
  controls,
  said,
  foot,
}: {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly controls: number;
  readonly said: number;
  readonly foot: number;
}): StageLayout {
  const scale = Math.max(1, type / CHART_TYPE);
  const usual = Math.round((width < height ? HEAD_UPRIGHT : HEAD) * type);
  const head = Math.max(usual, Math.min(said, Math.round(height * MOST_HEAD)));
  const below = Math.max(FOOT * type, foot);
  const around = (2 * PADDING + GAP) * type + below + head + controls;
  const room = Math.max(120, Math.floor(height - around));
  const across = Math.max(160, width - 2 * SIDES * type);
  return {
    head,
    room,
    scale,
    chart: { width: Math.floor(across / scale), height: Math.floor(room / scale) },
  };
}
