/** "67%", of something the caller names. It never says 0% for something or 100% for less than all. */
export function shareOf(part: number, whole: number): string {
  if (!(whole > 0)) return 'no share';
  const share = (part / whole) * 100;
  if (part > 0 && share < 1) return 'under 1%';
  if (part < whole && share > 99) return 'over 99%';
  return `${Math.round(share)}%`;
}

/** Fractions a headline may use, largest first, each when the share is within 1.5 points of it. */
const FRACTIONS: readonly (readonly [share: number, words: string])[] = [
  [9 / 10, 'nine-tenths'],
  [4 / 5, 'four-fifths'],
  [3 / 4, 'three-quarters'],
  [2 / 3, 'two-thirds'],
  [3 / 5, 'three-fifths'],
  [1 / 2, 'half'],
  [2 / 5, 'two-fifths'],
  [1 / 3, 'a third'],
  [1 / 4, 'a quarter'],
  [1 / 5, 'a fifth'],
  [1 / 10, 'a tenth'],
];

/** A share as a headline says it: "two-thirds", or "71%" where no plain fraction is near. */
export function fractionOf(part: number, whole: number): string {
  const share = part / whole;
  const near = FRACTIONS.find(([fraction]) => Math.abs(fraction - share) <= 0.015);
  return near ? near[1] : shareOf(part, whole);
}
