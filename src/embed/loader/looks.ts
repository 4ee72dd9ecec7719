/** How bright a colour is, 0 to 1, as a browser writes what it has computed: `rgb(…)`, `oklch(…)`, `color(…)`. */
export function brightness(colour: string): number {
  const [first = 0, second = 0, third = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  // Of the spaces that have a lightness it comes first: in hundredths where they are not "ok".
  if (/^ok/.test(colour)) return first;
  if (/^l/.test(colour)) return first / 100;
  const mean = (first + second + third) / 3;
  return /^rgb/.test(colour) ? mean / 255 : mean;
}
