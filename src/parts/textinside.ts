/** The text of an element of the page that is one file, of `PART_IDS`. */
export function textInside(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}
