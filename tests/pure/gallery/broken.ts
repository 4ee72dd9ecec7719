import type { Drawing, Mark, RectMark, TextMark } from '../../../src/drawing/drawing.ts';
import type { LAWS } from './laws.ts';
import type { MONEY_LAWS } from './money.ts';
import type { Picture } from './picture.ts';

type LawName = keyof typeof LAWS | keyof typeof MONEY_LAWS;
/** A way to break a picture; the pictures it is tried on keep every law before. */
export type Breaking = (picture: Picture) => Picture;

const redrawn =
  (change: (drawing: Drawing) => Partial<Drawing>): Breaking =>
  (picture) => ({ ...picture, drawing: { ...picture.drawing, ...change(picture.drawing) } });

/** Changes the first mark that `which` is true of. */
const remarked = (which: (mark: Mark) => boolean, change: (mark: Mark) => Mark): Breaking =>
  redrawn(({ marks }) => {
    const at = marks.findIndex(which);
    const mark = marks[at];
    if (!mark) throw new Error('the picture has no such mark');
    return { marks: marks.with(at, change(mark)) };
  });

const anyMark = () => true;
const isSpokenRect = (mark: Mark): mark is RectMark =>
  mark.shape === 'rect' && mark.label !== undefined && mark.dash === undefined;
const isText = (mark: Mark): mark is TextMark => mark.shape === 'text';
const isOnColour = (mark: Mark) => isText(mark) && mark.fill.startsWith('on-');
const scaled = (mark: Mark, by: number): Mark =>
  mark.shape === 'rect' ? { ...mark, width: mark.width * by, height: mark.height * by } : mark;

/** For each law, pictures that break it; a law that lets one pass is no law. */
export const BREAKINGS: Readonly<Record<LawName, readonly Breaking[]>> = {
  'numbers are finite': [
    redrawn(() => ({ height: NaN })),
    remarked(isText, (mark) => ({ ...mark, x: Infinity }) as Mark),
    remarked(anyMark, ({ key }) => ({ shape: 'path', key, subjects: [], d: 'M0 NaNL4 4Z' })),
    remarked(anyMark, ({ key }) => ({ shape: 'path', key, subjects: [], d: '' })),
  ],
  'sizes are not negative': [
    remarked(isSpokenRect, (mark) => scaled(mark, -1)),
    remarked(isText, (mark) => ({ ...mark, size: 0 }) as Mark),
    remarked(isSpokenRect, (mark) => ({ ...mark, fillOpacity: 1.2 }) as Mark),
  ],
  'marks stay inside the frame': [
    redrawn(({ width }) => ({ width: width / 2 })),
    redrawn(({ height }) => ({ height: height - 60 })),
    remarked(isText, (mark) => ({ ...mark, x: -1 }) as Mark),
  ],
  'a picture is as wide as its frame': [
    redrawn(({ width }) => ({ width: width + 1 })),
    redrawn(({ height }) => ({ height: height + 0.5 })),
  ],
  'keys are unique': [redrawn(({ marks }) => ({ marks: [...marks, ...marks.slice(-1)] }))],
  'letters are large enough to read': [
    remarked(isText, (mark) => ({ ...mark, size: 11.9 }) as Mark),
  ],
  'texts do not overlap': [
    redrawn(({ marks }) => ({
      marks: [...marks, ...marks.filter(isText).map((mark) => ({ ...mark, x: mark.x + 3 }))],
    })),
  ],
  'a text set on a colour stands inside a plain mark of that colour': [
    remarked(isOnColour, (mark) => ({ ...mark, fill: 'on-accent' }) as Mark),
    remarked(isOnColour, (mark) => (isText(mark) ? { ...mark, text: mark.text.repeat(20) } : mark)),
    redrawn(({ marks }) => ({
      marks: marks.map((mark) => (isSpokenRect(mark) ? { ...mark, texture: 'range' } : mark)),
    })),
  ],
  'what can be chosen can be reached without a mouse': [
    redrawn(({ marks }) => ({ marks: marks.map(({ label: _label, ...mark }) => mark as Mark) })),
    remarked(isSpokenRect, (mark) => ({ ...mark, label: ' ' })),
  ],
  'an empty picture says why, and only an empty one': [
    redrawn(() => ({ marks: [] })),
    redrawn(() => ({ marks: [], empty: '' })),
    redrawn(() => ({ empty: 'nothing' })),
  ],
  'the book closes': [
    (picture) => {
      const { ledger } = picture.finding;
      const shown = { ...ledger.shown, rows: ledger.shown.rows - 1 };
      return { ...picture, finding: { ...picture.finding, ledger: { ...ledger, shown } } };
    },
    (picture) => {
      const { ledger } = picture.finding;
      const sum = { ...ledger.shown.sum, low: ledger.shown.sum.low + 1 };
      const shown = { ...ledger.shown, sum };
      return { ...picture, finding: { ...picture.finding, ledger: { ...ledger, shown } } };
    },
  ],
  'the finding adds up to the selection': [
    (picture) => ({
      ...picture,
      finding: { ...picture.finding, parts: picture.finding.parts.slice(1) },
    }),
  ],
  'the numbers for files are those of the table': [
    redrawn(({ numbers }) => ({ numbers: { ...numbers, rows: numbers.rows.slice(1) } })),
    redrawn(({ numbers }) => ({ numbers: { ...numbers, rows: numbers.rows.toReversed() } })),
    redrawn(({ numbers }) => ({
      numbers: {
        ...numbers,
        rows: numbers.rows.map((row) => ({
          ...row,
          amount: { low: 0, high: 0, bound: 'exact' as const },
        })),
      },
    })),
  ],
  'marks are as large as their money, and none is missing': [
    remarked(isSpokenRect, (mark) => scaled(mark, 1.2)),
    remarked(isSpokenRect, (mark) => scaled(mark, 0.8)),
    redrawn(({ marks }) => ({ marks: marks.filter((mark) => !isSpokenRect(mark)) })),
    redrawn(({ marks }) => {
      const last = marks.findLast(isSpokenRect);
      return { marks: marks.filter((mark) => mark !== last) };
    }),
    (picture) => ({
      ...picture,
      answers: Object.fromEntries(
        Object.entries(picture.answers).map(([name, answer]) => [
          name,
          answer.ask === 'groups' ? { ...answer, groups: answer.groups.slice(1) } : answer,
        ]),
      ),
    }),
  ],
};
