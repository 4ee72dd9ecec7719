import type { MeasureId } from '../model/measure.ts';
import type { FindAnswer, FindQuestion, Found } from '../model/question.ts';
import { subjectOf } from '../model/subject.ts';
import type { Columns } from './columns.ts';
import { compareStanding, firstOf, type Ranking } from './ranking.ts';

interface Match {
  readonly ranking: Ranking;
  readonly code: number;
  /** 0 where the value starts with the text, 1 where a word of it does, 2 elsewhere. */
  readonly place: number;
}

/**
 * Values that contain the text, whatever its letters' case: those that start with it first, then
 * those of which a word does, then by their standing in the dataset. A value of two dimensions is
 * two things and is found twice. An empty text finds nothing.
 */
export function answerFind(columns: Columns, question: FindQuestion): FindAnswer {
  const { text, limit, measure } = question;
  const sought = text.trim().toLowerCase();
  const matches = sought === '' ? [] : matchesOf(columns, sought);
  const compare = (a: Match, b: Match) =>
    a.place - b.place ||
    compareStanding(a.ranking, a.code, b.ranking, b.code) ||
    columns.rankings.indexOf(a.ranking) - columns.rankings.indexOf(b.ranking);
  const first = firstOf(limit, matches, compare);
  return { ask: 'find', found: first.map((match) => foundOf(columns, match, measure)) };
}

function* matchesOf(columns: Columns, sought: string): Generator<Match> {
  for (const ranking of columns.rankings) {
    const { values } = ranking.column;
    for (let code = 0; code < values.length; code++) {
      if (ranking.rows[code] === 0) continue;
      const place = placeIn(values[code]!.toLowerCase(), sought);
      if (place !== undefined) yield { ranking, code, place };
    }
  }
}

function placeIn(value: string, sought: string): Match['place'] | undefined {
  let at = value.indexOf(sought);
  if (at < 0) return undefined;
  if (at === 0) return 0;
  for (; at >= 0; at = value.indexOf(sought, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(value[at - 1]!)) return 1;
  }
  return 2;
}

function foundOf(columns: Columns, { ranking, code }: Match, wanted?: MeasureId): Found {
  const { column, rows } = ranking;
  return {
    subject: subjectOf(column.id, column.values[code]!),
    rows: rows[code]!,
    measure: measureFor(columns, column.codes, code, wanted),
  };
}

/** The measure wanted, if rows with a code have it; else the one most have, of several the first of the card. */
function measureFor(
  columns: Columns,
  codes: ArrayLike<number>,
  code: number,
  wanted: MeasureId | undefined,
): MeasureId {
  const { dataset, measures } = columns;
  const rows = new Uint32Array(dataset.measures.length);
  for (let row = 0; row < dataset.rows; row++) {
    if (codes[row] === code) rows[dataset.measure[row]!]!++;
  }
  const asked = dataset.measures.findIndex(({ id }) => id === wanted);
  if (wanted !== undefined && asked >= 0 && rows[asked]! > 0) return wanted;
  const most = Math.max(...rows);
  return dataset.measures[measures.find((index) => rows[index] === most)!]!.id;
}
