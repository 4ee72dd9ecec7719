/** A height that was told, and what it was told of. */
export interface ToldHeight {
  readonly height: number;
  /** Width of the window, its scroll bar included. */
  readonly width: number;
  /** The room that was kept and what is shown: with others it may be another height. */
  readonly room: number | null;
  readonly shown: unknown;
}

/**
 * The height to tell next, whole pixels, or the one told before where nothing is to be said. For one
 * width, room and view it only ever grows: a scroll bar that comes and goes with the height of the frame
 * changes the room for words, and the height must not go up and down with that.
 */
export function heightToTell(told: ToldHeight | null, now: ToldHeight): ToldHeight {
  const height = Math.ceil(now.height - 0.01);
  const isSame = told?.width === now.width && told.room === now.room && told.shown === now.shown;
  return isSame && height <= told.height ? told : { ...now, height };
}

/** Padding of the page and of the picture in it, above and below, and what is lost in rounding; pixels. */
const AROUND = 2 * 16 + 2 * 12 + 1;

/** The height a picture of that width has where nobody says otherwise. */
function naturalHeight(width: number): number {
  return width < 480 ? 400 : Math.round(Math.min(480, Math.max(360, width * 0.5)));
}

/** A height, or the least in which a picture of that width can be read. */
export function leastOr(height: number, width: number): number {
  return Math.max(width < 480 ? 320 : 240, height);
}

/**
 * The height of the picture: what the words leave of the room that was kept, if any, as long as it
 * can be read in that.
 */
export function pictureHeight(width: number, room: number | null, words: number): number {
  if (room === null) return naturalHeight(width);
  return leastOr(Math.floor(room - words - AROUND), width);
}
