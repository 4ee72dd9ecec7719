import type { Texture } from '../../drawing/drawing.ts';
import type { Sum } from '../../model/sum.ts';
import { widthsOf } from '../../shapes/flows.ts';

/** A part of a node or a ribbon, in pixels across. */
export interface Stretch {
  /** What follows the subject in the mark's key; the first stretch has none and speaks for all. */
  readonly suffix: string;
  readonly from: number;
  readonly length: number;
  readonly texture?: Texture;
}

/** Thinner parts cannot be seen and leave their room to the others. */
const THINNEST = 0.5;

/** Divides `length` px among what is sure of a sum, the range above it and what was returned. */
export function stretchesOf(sum: Sum, length: number): Stretch[] {
  const { sure, range, returned } = widthsOf(sum);
  const parts = [
    { name: ' sure', money: sure },
    { name: ' range', money: range, texture: 'range' },
    { name: ' returned', money: returned, texture: 'returned' },
  ] as const;
  const whole = sure + range + returned;
  const seen = parts.filter(({ money }) => money > 0 && (money / whole) * length >= THINNEST);
  const drawn = seen.length > 0 ? seen : [parts[0]];
  const told = drawn.reduce((total, { money }) => total + money, 0);
  let from = 0;
  return drawn.map((part, nth): Stretch => {
    const share = told > 0 ? (part.money / told) * length : length;
    const stretch = {
      suffix: nth === 0 ? '' : part.name,
      from,
      length: share,
      ...('texture' in part ? { texture: part.texture } : {}),
    };
    from += share;
    return stretch;
  });
}
