import type { Dataset } from '../model/dataset.ts';
import { cellPrints, rowPrints } from '../model/prints.ts';
import type { PrintsAnswer, PrintsQuestion } from '../model/question.ts';

/** What tells every row from others, with what its money is. */
export function answerPrints(dataset: Dataset, { columns, id }: PrintsQuestion): PrintsAnswer {
  const { measures, measure, low, high, stated } = dataset;
  return {
    ask: 'prints',
    rows: rowPrints(dataset, columns),
    ids: id === null ? null : cellPrints(dataset, id),
    measures,
    measure,
    low,
    high,
    stated,
  };
}
