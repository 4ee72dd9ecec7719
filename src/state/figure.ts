import { chartOf } from '../charts/index.ts';
import { NOTES_SHOWN, type Drawing, type Frame } from '../drawing/drawing.ts';
import { reachable } from '../drawing/interact.ts';
import type { Engine } from '../engine/engine.ts';
import { fittedSheet, type Caption, type Sheet } from '../export/sheet.ts';
import { VERSION } from '../export/version.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { FigureSpec, FigureWords, Provenance } from '../model/figure.ts';
import type { Ledger } from '../model/ledger.ts';
import { suggestedAlt } from '../words/alttext.ts';
import { AnswerBook } from './answers.ts';
import { captionOf } from './caption.ts';
import { findingQuestions, partsOf } from './finding.ts';

/** What a figure says of the file and the day, which no engine knows. */
export interface FigureFacts {
  readonly file: Provenance['file'];
  /** ISO day, or empty. */
  readonly made: string;
  /** What the picture is to carry, already encoded; null for nothing. */
  readonly payload: string | null;
}

export const NO_FACTS: FigureFacts = { file: null, made: '', payload: null };

/** What is put over a picture, as a scene does. */
export interface Layer {
  readonly over: (drawing: Drawing) => Drawing;
  /** What there is to say of it under the picture, after what the picture leaves out. */
  readonly notes: readonly string[];
}

const NO_LAYER: Layer = { over: (drawing) => drawing, notes: [] };

/**
 * Asks what a figure shows and sets it on its sheet: the one way from a view to any file, for the
 * page, the command line and whoever uses the library. Rejects when the view asks for what the
 * dataset does not have.
 */
export async function figureOf(
  engine: Engine,
  spec: FigureSpec,
  facts: FigureFacts,
  book: AnswerBook = new AnswerBook(engine),
  { over, notes: added }: Layer = NO_LAYER,
): Promise<Sheet> {
  const { card } = engine;
  const { view, words } = spec;
  const measure = card.measures.find(({ id }) => id === view.measure);
  if (!measure) throw new Error(`no measure "${view.measure}"`);
  const chart = chartOf(spec.chart);
  const [answers, groups] = await Promise.all([
    book.askAll(chart, chart.asks(view, card)),
    Promise.all(findingQuestions(view, card).map((question) => book.ask(question))),
  ]);
  const finding = partsOf(groups, measure);
  const fromData = captionOf(card, { view, finding, measure });
  const caption = worded({ ...fromData, notes: [...fromData.notes, ...added] }, words);
  let notes: readonly string[] = [];
  const draw = (frame: Frame) => {
    const drawing = over(chart.draw(answers, view, card, frame));
    notes = drawing.notes;
    // Notes written by hand are all there is to say; those from the data are all in the description.
    const shown = words.notes === null ? drawing.notes.slice(0, NOTES_SHOWN) : [];
    return { ...drawing, notes: shown };
  };
  const sheet = fittedSheet(draw, caption, spec.theme, spec.size);
  return {
    ...sheet,
    spoken: {
      alt: words.alt ?? suggestedAlt(chart.id, caption.headline, caption.subtitle),
      description: words.description ?? descriptionOf({ ...sheet.drawing, notes }, caption),
    },
    provenance: provenanceOf(card, finding.ledger, fromData.subtitle, facts),
    payload: facts.payload,
  };
}

/** Words from the data, with those written by hand in their places. */
function worded(caption: Caption, words: FigureWords): Caption {
  return {
    headline: words.title ?? caption.headline,
    subtitle: words.subtitle ?? caption.subtitle,
    notes: words.notes === null ? caption.notes : [words.notes].filter(Boolean),
    source: words.source ?? caption.source,
  };
}

/** All that a picture shows, a line each, for those who do not see it. */
function descriptionOf(drawing: Drawing, caption: Caption): string {
  const { headline, subtitle, notes, source } = caption;
  const marks = reachable(drawing).map(({ label, depth = 0 }) => `${'  '.repeat(depth)}${label}`);
  const shown = drawing.empty === undefined ? marks : [drawing.empty];
  return [headline, subtitle, ...shown, ...drawing.notes, ...notes, source]
    .filter(Boolean)
    .join('\n');
}

function provenanceOf(
  { source }: DatasetCard,
  ledger: Ledger,
  sentence: string,
  { file, made }: FigureFacts,
): Provenance {
  return {
    title: source.title,
    publisher: source.publisher,
    link: source.link,
    licence: source.licence,
    file,
    rows: {
      file: ledger.file.rows,
      shown: ledger.shown.rows,
      filtered: ledger.filtered.rows,
      leftOut: ledger.leftOut.reduce((rows, part) => rows + part.rows, 0),
      unread: ledger.unread.rows,
    },
    selection: sentence.replace(/\.$/, ''),
    version: VERSION,
    made,
  };
}
