/**
 * What can be read from the back of a room. Method: AVIXA's DISCAS rule for viewing on a screen, by
 * which a text of 3 % of the picture's height is read from six picture heights away, so that the
 * share grows with the distance: distance / (200 × height).
 */
export interface Hall {
  readonly seats: number;
  /** Height of the screen in metres. */
  readonly screen: number;
}

export const USUAL_HALL: Hall = { seats: 30, screen: 1.5 };

/** No text on stage is smaller than this part of its height. */
export const LEAST_TYPE = 0.03;
const MOST_TYPE = 0.06;

/** Square metres a seat takes with its share of aisles. */
const SEAT_AREA = 1.1;
/** A room is this much deeper than wide; the first row stands this far from the screen, in metres. */
const DEPTH_TO_WIDTH = 1.5;
const FIRST_ROW = 1.5;

/** Metres from the screen to the last row. */
export function lastRow({ seats }: Hall): number {
  return FIRST_ROW + Math.sqrt(Math.max(1, seats) * SEAT_AREA * DEPTH_TO_WIDTH);
}

/** Height of type as a part of the stage's height, so that the last row can read it. */
export function typeFor(hall: Hall): number {
  const wanted = lastRow(hall) / (200 * Math.max(0.1, hall.screen));
  return Math.min(MOST_TYPE, Math.max(LEAST_TYPE, wanted));
}
