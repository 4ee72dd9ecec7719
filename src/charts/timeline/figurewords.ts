import type { Drawing } from '../../drawing/drawing.ts';
import type { Measure } from '../../model/measure.ts';
import type { NumberRow } from '../../model/numbers.ts';
import { printDay } from '../../words/periods.ts';
import { HAIRLINE } from './amountmarks.ts';
import { basisWords, type Entry } from './entries.ts';
import type { Manner, PeriodBars } from './bars.ts';
import type { Shelf } from './shelf.ts';

/** The same figures as numbers and words, printed and exact. */
export function figureTable(
  entries: readonly Entry[],
  measure: Measure,
): Pick<Drawing, 'table' | 'numbers'> {
  return {
    table: {
      columns: [
        { label: 'Figure', numeric: false },
        { label: 'Amount', numeric: true },
        { label: 'From', numeric: false },
        { label: 'To', numeric: false },
        { label: 'Period known', numeric: false },
      ],
      rows: entries.map(({ figure, name, amount, subject }) => ({
        cells: [
          name,
          amount,
          figure.start === null ? 'not stated' : printDay(figure.start),
          figure.end === null ? 'not stated' : printDay(figure.end - 1),
          basisWords(figure.periodBasis),
        ],
        subjects: [subject],
      })),
    },
    numbers: {
      measure,
      heads: ['Figure'],
      rows: entries.map(
        ({ figure: { amount, start, end, periodBasis }, name, stated }): NumberRow => ({
          names: [name],
          period: { start, end, basis: periodBasis },
          amount,
          figures: stated ? 1 : 0,
          unstated: stated ? 0 : 1,
        }),
      ),
    },
  };
}

/** What the picture assumes and how its signs are read; only of signs that are in it. */
export function figureNotes(
  entries: readonly Entry[],
  { bars }: PeriodBars,
  shelf: Shelf,
  manner: Manner,
): string[] {
  const some = (test: (entry: Entry) => boolean) => entries.some(test);
  const notes: string[] = [];
  const dated = bars.map(({ entry }) => entry);
  if (dated.some(({ stated }) => stated)) notes.push(MANNERS[manner]);
  const bases = new Set(dated.map(({ figure }) => figure.periodBasis));
  const assumed = [...bases].filter((basis) => basis !== 'stated');
  if (assumed.length > 0) {
    const all = !bases.has('stated') && assumed.every((basis) => !/^(start|end) /.test(basis));
    notes.push(
      all
        ? 'Dashed ends are days we assumed; the source does not state them.'
        : 'A solid end is a day the source states, a dashed end one we assumed.',
    );
  }
  if (bars.some(({ box, entry }) => entry.stated && box.height <= HAIRLINE)) {
    notes.push('The thinnest bars are drawn higher than their money, so that they can be seen.');
  }
  if (shelf.stands.length > 0 && dated.length > 0) {
    notes.push('Squares for figures without a full period are on the same scale of area.');
  }
  if (some(({ size, sure, stated }) => stated && sure < size)) {
    notes.push('Solid to the low end of a range, hatched to the high end.');
  }
  if (some(({ open }) => open)) {
    notes.push('A torn edge means at least this much: no upper end is stated.');
  }
  if (some(({ stated }) => !stated)) {
    notes.push('A dashed outline is a figure whose size is not stated; its area means nothing.');
  }
  if (some(({ returned }) => returned)) notes.push('Cross-hatched marks are money returned.');
  return notes;
}

const MANNERS: Record<Manner, string> = {
  spread: 'Hatched bars spread a sum evenly over its period: our assumption, not the source’s.',
  lump: 'Each sum stands whole where its period starts; the line under it is the period.',
  yearly: 'Each block is the money of one year.',
};
