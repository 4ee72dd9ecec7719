import { RANKED_VALUES, type DatasetCard, type DimensionCard } from '../model/dataset.ts';
import { isDated, type Columns } from './columns.ts';
import { compareStanding, firstOf, type Ranking } from './ranking.ts';
import { suggest } from './suggest.ts';

/** What the page knows of a dataset; measures stand with the primary one first. */
export function cardOf(columns: Columns): DatasetCard {
  const { dataset, sums } = columns;
  const dimensions = columns.rankings.map(dimensionCard);
  return {
    id: dataset.id,
    source: dataset.source,
    rows: dataset.rows,
    unread: dataset.unread.length,
    measures: columns.measures.map((index) => ({
      ...dataset.measures[index]!,
      rows: sums.figures(index),
    })),
    dimensions,
    span: spanOf(columns),
    problems: dataset.problems,
    companions: dataset.companions,
    suggested: suggest(dimensions),
  };
}

function dimensionCard(ranking: Ranking): DimensionCard {
  const { column, rows, distinct } = ranking;
  const present = Array.from(rows.keys()).filter((code) => rows[code]! > 0);
  const ranked = firstOf(RANKED_VALUES, present, (a, b) => compareStanding(ranking, a, ranking, b));
  return {
    id: column.id,
    label: column.label,
    ...(column.within === undefined ? {} : { within: column.within }),
    distinct,
    ranked: ranked.map((code) => ({ value: column.values[code]!, rows: rows[code]! })),
  };
}

function spanOf({ dataset }: Columns): DatasetCard['span'] {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < dataset.rows; row++) {
    if (!isDated(dataset, row)) continue;
    if (dataset.start[row]! < first) first = dataset.start[row]!;
    if (dataset.end[row]! > last) last = dataset.end[row]!;
  }
  return first < last ? { start: first, end: last } : null;
}
