/**
 * When a key was pressed, in ms since 1970: by the event's own clock, as a page that is busy hears of
 * two presses at once and would take them for one.
 */
export function pressedAt({ timeStamp }: KeyboardEvent): number {
  return Math.round(performance.timeOrigin + timeStamp);
}
