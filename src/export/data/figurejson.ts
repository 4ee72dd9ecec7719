import { decimalOf } from '../../words/amounts.ts';
import { isoOf } from '../../model/period.ts';
import type { Money } from '../../model/money.ts';
import type { Sheet } from '../sheet.ts';

/** The data behind a picture as JSON, in the shape that docs/figure-files.md gives. */
export function figureJson(sheet: Sheet): string {
  const { caption, drawing, provenance } = sheet;
  const { measure, heads, rows } = drawing.numbers;
  const money = (end: Money | null) => (end === null ? null : Number(decimalOf(end, measure)));
  return `${JSON.stringify(
    {
      format: 'tranche-figure-data',
      version: 1,
      chart: drawing.chart,
      title: caption.headline,
      subtitle: caption.subtitle,
      notes: [...drawing.notes, ...caption.notes],
      source: caption.source,
      provenance,
      measure: { kind: measure.kind, currency: measure.currency, basis: measure.basis },
      names: heads,
      rows: rows.map(({ names, period, amount, figures, unstated }) => ({
        names,
        ...(period
          ? {
              period: {
                start: period.start === null ? null : isoOf(period.start),
                end: period.end === null ? null : isoOf(period.end - 1),
                known: period.basis,
              },
            }
          : {}),
        low: money(amount.low),
        high: money(amount.high),
        bound: amount.bound,
        figures,
        unstated,
      })),
    },
    null,
    2,
  )}\n`;
}
