import { annotated, type Annotated } from '../charts/annotate/annotate.ts';
import type { Drawing, Mark } from '../drawing/drawing.ts';
import { isAllOf } from '../drawing/emphasis.ts';
import type { Comparison, Place, Pointer } from '../model/annotation.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { civilOf } from '../model/period.ts';
import { dimensionOf, isOther, valueOf, type Subject } from '../model/subject.ts';
import type { View } from '../model/view.ts';
import { measureOf } from '../charts/spoken.ts';
import type { RecordsAnswer } from '../model/question.ts';
import type { Scene } from '../story/story.ts';
import { perPersonWords, timesWords } from '../words/compare.ts';
import { POPULATION_CREDIT, ukPopulation } from '../words/population.ts';
import type { AnswerBook } from './answers.ts';

/** What a scene adds to its picture. */
export type Shading = Pick<Scene, 'dimmed' | 'annotations'>;

export const UNSHADED: Shading = { dimmed: [], annotations: [] };

/** What is pointed out on a scene's picture, once its words are known. */
export interface Said {
  readonly dimmed: readonly string[];
  readonly pointers: readonly Pointer[];
  /** What could not be compared, in words. */
  readonly missing: readonly string[];
  /** Whose figures the words rest on besides the data's. */
  readonly notes: readonly string[];
}

/** How many rows are looked at for the year a sum begins in. */
const MOST_ROWS = 5_000;
const STANDING_BACK = 0.3;

/** Finds the words of a scene's comparisons, from the sums that its view shows. */
export async function saidOn(
  { dimmed, annotations }: Shading,
  view: View,
  card: DatasetCard,
  book: AnswerBook,
): Promise<Said> {
  const pointers: Pointer[] = [];
  const missing: string[] = [];
  const notes = new Set<string>();
  for (const annotation of annotations) {
    if (annotation.kind !== 'compare') {
      pointers.push(annotation);
      continue;
    }
    const text = await wordsFor(annotation, view, card, book);
    if (text === null) missing.push(comparisonOf(annotation));
    else {
      pointers.push({ kind: 'callout', on: annotation.on, text });
      if (annotation.with === 'person') notes.add(POPULATION_CREDIT);
    }
  }
  return { dimmed, pointers, missing, notes: [...notes] };
}

/** A drawing as a scene shows it: what is dimmed stands back, what is pointed out is drawn over it. */
export function pointedOut(drawing: Drawing, said: Said): Annotated {
  const { drawing: drawn, missing } = annotated(
    { ...drawing, marks: dimmed(drawing.marks, said.dimmed) },
    said.pointers,
  );
  return { drawing: drawn, missing: [...said.missing, ...missing] };
}

/** Whether a mark is about a subject, or has rows of it alone. */
export function isOf(mark: Mark, subject: Subject): boolean {
  return mark.subjects.includes(subject) || isAllOf(mark, subject);
}

/** Marks of these subjects stand back, with their edges and labels. */
function dimmed(marks: readonly Mark[], subjects: readonly Subject[]): readonly Mark[] {
  if (subjects.length === 0) return marks;
  const aboutOf = (mark: Mark) => mark.subjects.join('\n');
  const back = new Set(
    marks.filter((mark) => subjects.some((subject) => isOf(mark, subject))).map(aboutOf),
  );
  return marks.map((mark) =>
    mark.subjects.length > 0 && back.has(aboutOf(mark)) ? standingBack(mark) : mark,
  );
}

/** Paler, and its words without weight, but still to be read. */
function standingBack(mark: Mark): Mark {
  return mark.shape === 'text'
    ? { ...mark, fill: 'quiet', bold: false }
    : { ...mark, opacity: STANDING_BACK };
}

async function wordsFor(
  { on, with: other }: Comparison,
  view: View,
  card: DatasetCard,
  book: AnswerBook,
): Promise<string | null> {
  const measure = measureOf(view, card);
  const rows = await rowsOf(on, view, card, book);
  if (!rows) return null;
  if (other !== 'person') {
    const others = await rowsOf(other, view, card, book);
    return others && timesWords(rows.sum, others.sum, nameOf(other));
  }
  const year = yearOf(rows, card);
  return year === null ? null : perPersonWords(rows.sum, measure, ukPopulation(year));
}

/** The rows of a place; null where the data has no such thing. */
async function rowsOf(
  place: Comparison['on'],
  { measure, filters }: View,
  card: DatasetCard,
  book: AnswerBook,
): Promise<RecordsAnswer | null> {
  const known = new Set(card.dimensions.map(({ id }) => id));
  if (!place.every((subject) => known.has(dimensionOf(subject)) && !isOther(subject))) return null;
  const from = 'selection' as const;
  const page = { subjects: place, offset: 0, limit: MOST_ROWS, from };
  return book.ask({ ask: 'records', measure, filters, ...page });
}

/** The year the first of the sums begins in, else the one in which the source came out. */
function yearOf({ records }: RecordsAnswer, { source }: DatasetCard): number | null {
  const starts = records.flatMap(({ start }) => start ?? []);
  if (starts.length > 0) return civilOf(starts.reduce((a, b) => Math.min(a, b))).year;
  const [published] = /^\d{4}/.exec(source.published) ?? [];
  return published === undefined ? null : Number(published);
}

/** A place by the names of what it is about. */
export function nameOf(place: Place): string {
  return place.map((subject) => valueOf(subject)).join(', ');
}

function comparisonOf({ on, with: other }: Comparison): string {
  const against = other === 'person' ? 'each person' : nameOf(other);
  return `a comparison of ${nameOf(on)} with ${against}`;
}
