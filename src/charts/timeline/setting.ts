import type { Mark, TextMark } from '../../drawing/drawing.ts';
import { fits, shorten, textWidth, wrap } from '../../drawing/text.ts';

/** What stands at a mark: the amount bold, the name after it, and an aside in quiet ink. */
export interface Words {
  readonly amount: string;
  readonly name: string;
  readonly aside: string;
}

interface Run {
  readonly text: string;
  readonly tone: 'bold' | 'plain' | 'quiet';
}

/** Lines of runs; runs of a line follow each other. */
export type Setting = readonly (readonly Run[])[];

export const SIZE = 13;
export const LINE = 17;
/** From the top of a line to its baseline. */
export const ASCENT = 12.5;
const SPACE = 4;
const ASIDE_SPACE = 8;

/**
 * Sets words within `width` px in at most `lines` lines: on one line if they fit, else broken, with
 * the aside given up before the name is shortened. Null when not even the amount fits.
 */
export function setWords(words: Words, width: number, lines: number): Setting | null {
  const amount: Run = { text: words.amount, tone: 'bold' };
  const name: Run = { text: words.name, tone: 'plain' };
  const aside: Run[] = words.aside ? [{ text: words.aside, tone: 'quiet' }] : [];
  const wrapped = wrap(words.name, SIZE, false, width, Math.max(1, lines - 1)) ?? [];
  const broken = wrapped.map((text): Run[] => [{ text, tone: 'plain' }]);
  const wholeName = broken.length > 0;
  const settings: Setting[] = [
    [[amount, name, ...aside]],
    [[amount, name], ...aside.map((run) => [run])],
    ...(wholeName ? [[[amount, ...aside], ...broken]] : []),
    ...(wholeName ? [[[amount], ...broken, ...aside.map((run) => [run])]] : []),
    [[amount, name]],
    ...(wholeName ? [[[amount], ...broken]] : []),
  ];
  const whole = settings.find(
    (setting) => setting.length <= lines && setting.every((line) => lineFits(line, width)),
  );
  if (whole) return whole;
  if (!lineFits([amount], width)) return null;
  if (lines > 1) {
    const short = shorten(words.name, SIZE, false, width);
    return short ? [[amount], [{ text: short, tone: 'plain' }]] : [[amount]];
  }
  const rest = width - runWidth(amount) * 1.04 - SPACE;
  const short = rest > 0 ? shorten(words.name, SIZE, false, rest) : '';
  return [[amount, ...(short ? [{ text: short, tone: 'plain' } as const] : [])]];
}

/** True when nothing was shortened or given up. */
export function isWhole(setting: Setting, { name, aside }: Words): boolean {
  const runs = setting.flat();
  const set = runs.filter(({ tone }) => tone === 'plain').map(({ text }) => text);
  return set.join(' ') === name && (!aside || runs.some(({ tone }) => tone === 'quiet'));
}

export function settingWidth(setting: Setting): number {
  return Math.max(0, ...setting.map(lineWidth));
}

function lineWidth(line: readonly Run[]): number {
  return line.reduce((sum, run, at) => sum + gapBefore(run, at) + runWidth(run), 0);
}

function gapBefore({ tone }: Run, at: number): number {
  return at === 0 ? 0 : tone === 'quiet' ? ASIDE_SPACE : SPACE;
}

function runWidth({ text, tone }: Run): number {
  return textWidth(text, SIZE, tone === 'bold');
}

function lineFits(line: readonly Run[], width: number): boolean {
  const gaps = line.reduce((sum, run, at) => sum + gapBefore(run, at), 0);
  const taken = gaps + line.reduce((sum, run) => sum + runWidth(run) * 1.04, 0);
  return line.length === 1
    ? line.every(({ text, tone }) => fits(text, SIZE, tone === 'bold', width))
    : taken <= width;
}

type Tie = Pick<Mark, 'subjects' | 'touches' | 'action'> & { readonly key: string };

/**
 * The text marks of a setting whose top left corner is at (x, y), tied to the mark they name.
 * `on` is the paint the text stands on; without it the text stands on paper, or with `halo` on a
 * pattern.
 */
export function settingMarks(
  setting: Setting,
  x: number,
  y: number,
  tie: Tie,
  on: { readonly fill?: TextMark['fill']; readonly halo?: boolean } = {},
): TextMark[] {
  return setting.flatMap((line, row) => {
    let at = x;
    return line.map((run, place): TextMark => {
      at += gapBefore(run, place);
      const mark: TextMark = {
        shape: 'text',
        key: `${tie.key}/${row}.${place}`,
        subjects: tie.subjects,
        ...(tie.touches ? { touches: tie.touches } : {}),
        ...(tie.action ? { action: tie.action } : {}),
        x: at,
        y: y + row * LINE + ASCENT,
        text: run.text,
        size: SIZE,
        ...(run.tone === 'bold' ? { bold: true } : {}),
        fill: on.fill ?? (run.tone === 'quiet' ? 'quiet' : 'ink'),
        ...(on.halo ? { halo: true } : {}),
      };
      at += runWidth(run);
      return mark;
    });
  });
}
