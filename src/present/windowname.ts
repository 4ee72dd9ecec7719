/** A name for this window among those of a briefing, by chance; also on a server without encryption. */
export function windowName(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
