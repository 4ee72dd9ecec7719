import type { Frame } from '../drawing/drawing.ts';
import type { Measure } from '../model/measure.ts';
import type { Money } from '../model/money.ts';
import type { View } from '../model/view.ts';
import { printMoney } from '../words/amounts.ts';

/**
 * A scale that is held: the sum in the view's `scale` fills this part of a picture, whatever is
 * shown. What is left is for gaps and words, which take more or less of it from view to view.
 */
const FILLS = { width: 0.4, tiles: 1, pictures: 0.45, bars: 0.25, lumps: 0.04 } as const;

/** Px² a unit of money for charts whose areas are money; undefined where no scale is held. */
export function heldArea(
  { scale }: View,
  { width, height }: Frame,
  of: 'tiles' | 'pictures' | 'bars' | 'lumps',
): number | undefined {
  return scale === null ? undefined : (FILLS[of] * width * height) / scale;
}

/** Px a unit of money for ribbons that have `across` px in all; undefined where no scale is held. */
export function heldWidth({ scale }: View, across: number): number | undefined {
  return scale === null ? undefined : (FILLS.width * across) / scale;
}

/**
 * What is said under a picture whose scale is held: that it is, or that its money has no room at
 * that scale and it has one of its own. `used` and `held` are in the same unit.
 */
export function heldNotes(used: number, held: number | undefined, measure: Measure): string[] {
  if (held === undefined) return [];
  // A step of a search for the largest scale that fits is smaller than this.
  if (used < held * 0.98) {
    return ['The money shown has no room at the scale that is held: this picture has its own.'];
  }
  const unit = measureUnit(measure);
  return [
    `The scale is held: ${printMoney(unit, measure)} is as large in every picture like this.`,
  ];
}

/** A thousand million of the currency's larger unit, in its smallest. */
function measureUnit({ decimals }: Measure): Money {
  return 10 ** (decimals + 9);
}
