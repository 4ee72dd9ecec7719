import { RANKED_VALUES, type DatasetCard, type DimensionCard } from '../model/dataset.ts';
import type { Columns } from './columns.ts';
import { absentIn, codesWith, compareStanding, firstOf, type Ranking } from './ranking.ts';
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
    noRows: dataset.noRows.length,
    measures: columns.measures.map((index) => ({
      ...dataset.measures[index]!,
      rows: sums.figures(index),
    })),
    dimensions,
    span: columns.span,
    problems: dataset.problems,
    companions: dataset.companions,
    ...(dataset.calendar === undefined ? {} : { calendar: dataset.calendar }),
    ...(dataset.partial ? { partial: true } : {}),
    suggested: suggest(dimensions),
  };
}

function dimensionCard(ranking: Ranking): DimensionCard {
  const { column, rows, distinct } = ranking;
  const absent = absentIn(ranking);
  const present = codesWith(rows);
  const named = absent < 0 ? present : present.filter((code) => code !== absent);
  const ranked = firstOf(RANKED_VALUES, named, (a, b) => compareStanding(ranking, a, ranking, b));
  return {
    id: column.id,
    label: column.label,
    ...(column.within === undefined ? {} : { within: column.within }),
    distinct,
    ranked: ranked.map((code) => ({ value: column.values[code]!, rows: rows[code]! })),
  };
}
