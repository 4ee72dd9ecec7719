import type { Dataset } from '../../model/dataset.ts';
import type { DataPackage } from '../formats/package.ts';
import { fallbackEncodings } from '../plan/ends.ts';
import { splitRecords } from '../csv.ts';
import { planOf } from '../plan/planof.ts';
import type { Options, Plan } from '../plan.ts';
import type { TextRole } from '../roles.ts';
import type { Scanned } from '../scanned.ts';
import type { ByteSource } from '../source.ts';
import { feedBytes, WrongEncoding, type Feeding } from './bytefeed.ts';
import { ByteReader } from './bytereader.ts';
import type { ColumnStore } from './columnstore.ts';
import { Coding, isBytewise } from './encoding.ts';
import { farTexts } from './fartexts.ts';
import { OddQuotes } from './structure.ts';
import { feedText } from './textfeed.ts';
import { TextReader } from './textreader.ts';
import { TooLarge } from './toolarge.ts';

/** A file up to this size is looked at as a whole before a plan is made. */
const WHOLE = 1 << 20;
/** What is looked at of a larger one: more of it would delay the first picture and tell little. */
const HEAD = 1 << 18;
const TAIL = 1 << 16;
/** What is kept of the head, to show what stands in a column. */
const SAMPLE = 1 << 16;
/** In files up to this size all text is kept; in larger ones what is not grouped by is read again. */
const KEPT = 1 << 24;

/** Rows as far as they have been read, and what is needed to read more of them. */
export interface ScannedSource {
  readonly plan: Plan;
  readonly scanned: Scanned;
  readonly far: Dataset['far'];
  /** The first records, from `plan.from` on. */
  readonly head: readonly (readonly string[])[];
}

export interface ScanHooks {
  readonly signal?: AbortSignal | undefined;
  /** Called after each piece; the scan waits for it. */
  readonly onpiece?: (
    bytes: number,
    rows: number,
    soFar: () => ScannedSource,
  ) => Promise<void> | void;
  /** Bytes in a piece, for tests. */
  readonly piece?: number;
  /** Files of more bytes do not keep text that is not grouped by. */
  readonly kept?: number;
}

type Refused = { readonly refused: string };

/**
 * Reads a delimited text file as its ends say it should be read. Where the middle says otherwise the
 * whole file is read again: with a parser that recovers from stray quotation marks, or in another
 * encoding. Rejects when the signal stops it or the source cannot be read.
 */
export async function scanText(
  source: ByteSource,
  options: Options,
  hooks: ScanHooks = {},
  about?: DataPackage,
): Promise<ScannedSource | Refused> {
  const headSize = source.size <= WHOLE ? source.size : HEAD;
  const [head, tail] = await Promise.all([
    source.slice(0, headSize),
    source.slice(Math.max(headSize, source.size - TAIL), source.size),
  ]);
  const tried = new Set<string>();
  let plan = planOf(head, tail, source.size, source.name, options, about);
  for (;;) {
    if ('refused' in plan) return plan;
    const encoding = plan.format?.encoding ?? 'utf-8';
    tried.add(encoding);
    try {
      return await scanPlanned(source, plan, firstRecords(head, plan), hooks);
    } catch (fault) {
      if (fault instanceof TooLarge) return { refused: fault.message };
      if (!(fault instanceof WrongEncoding)) throw fault;
      if (options.encoding !== undefined) {
        return {
          refused: `The file cannot be read as ${encoding}: byte ${fault.byte} is no text.`,
        };
      }
      const around = await source.slice(
        Math.max(0, fault.byte - HEAD),
        Math.min(source.size, fault.byte + TAIL),
      );
      const other = fallbackEncodings(around, tail).find((each) => !tried.has(each));
      if (other === undefined)
        return { refused: 'The file is not text in any encoding known here.' };
      plan = planAgain(
        planOf(head, tail, source.size, source.name, { ...options, encoding: other }, about),
        {
          options,
          encoding,
          other,
          byte: fault.byte,
          // What is not ASCII up to there was read in one encoding, and now is in another.
          mixed: encoding === 'utf-8' && head.some((each) => each >= 0x80),
        },
      );
    }
  }
}

/** A plan made with another encoding, which the file asked for and not the reader. */
function planAgain(
  plan: Plan | Refused,
  {
    options,
    encoding,
    other,
    byte,
    mixed,
  }: { options: Options; encoding: string; other: string; byte: number; mixed: boolean },
): Plan | Refused {
  if ('refused' in plan) return plan;
  const turned = mixed ? ', which may turn letters before that into others' : '';
  const sentence = `The file looks like ${encoding} but is not, near byte ${byte}; it is read as ${other}${turned}.`;
  const decision = { matter: 'encoding', sentence, doubt: mixed, choices: [] };
  return { ...plan, options, decisions: [decision, ...plan.decisions] };
}

async function scanPlanned(
  source: ByteSource,
  plan: Plan,
  head: ScannedSource['head'],
  hooks: ScanHooks,
): Promise<ScannedSource> {
  if (!plan.format) throw new Error('a plan without a text format does not read bytes');
  if (!isBytewise(plan.format.encoding)) return scanAsText(source, plan, plan.format, head, hooks);
  try {
    return await scanAsBytes(source, plan, plan.format, head, hooks);
  } catch (fault) {
    if (!(fault instanceof OddQuotes)) throw fault;
    return scanAsText(source, plan, plan.format, head, hooks);
  }
}

type Format = NonNullable<Plan['format']>;

async function scanAsBytes(
  source: ByteSource,
  whole: Plan,
  { delimiter, encoding }: Format,
  head: ScannedSource['head'],
  hooks: ScanHooks,
): Promise<ScannedSource> {
  const coding = new Coding(encoding);
  const keepsTexts = source.size <= (hooks.kept ?? KEPT);
  const plan = keepsTexts ? whole : withoutTitles(whole);
  const reader = new ByteReader(plan, coding, keepsTexts);
  const soFar = (share = 1) => {
    const { offsets } = reader.store.numbers;
    const far = offsets && farTexts(source, delimiter, coding, plan.roles.texts, offsets);
    return { plan, scanned: reader.scanned(share), far: far ?? undefined, head };
  };
  const { byte } = plan.from;
  await feedBytes(
    source,
    { from: byte, delimiter, coding },
    reader,
    feeding(hooks, reader, source.size, soFar),
  );
  return soFar();
}

async function scanAsText(
  source: ByteSource,
  plan: Plan,
  { delimiter, encoding }: Format,
  head: ScannedSource['head'],
  hooks: ScanHooks,
): Promise<ScannedSource> {
  const reader = new TextReader(plan);
  const soFar = (share = 1) => ({ plan, scanned: reader.scanned(share), far: undefined, head });
  const { byte } = plan.from;
  await feedText(
    source,
    { from: byte, delimiter, encoding },
    reader,
    feeding(hooks, reader, source.size, soFar),
  );
  return soFar();
}

/**
 * The plan for a large file: what tells one row from another, such as a title, is not grouped by and
 * so need not be kept.
 */
function withoutTitles(plan: Plan): Plan {
  const { roles, mapping } = plan;
  const telling = ['title', 'id', 'link'] as const;
  const columns = new Set(telling.flatMap((role) => mapping.get(role) ?? []));
  const tells = ({ column }: TextRole) => columns.has(column);
  const dimensions = roles.dimensions.filter((role) => !tells(role));
  if (dimensions.length === 0 || dimensions.length === roles.dimensions.length) return plan;
  const texts = [
    ...roles.dimensions.filter(tells).map(({ id, label, column }) => ({ id, label, column })),
    ...roles.texts,
  ];
  const sentence =
    'The file is large: what tells one row from another, such as a title, is shown with the row and not grouped by.';
  const decision = { matter: 'titles', sentence, doubt: false, choices: [] };
  return {
    ...plan,
    roles: { ...roles, dimensions, texts },
    decisions: [...plan.decisions, decision],
  };
}

/** The first records of a file whose first bytes are `head`. */
function firstRecords(head: Uint8Array, { format, from }: Plan) {
  const bytes = head.subarray(from.byte, from.byte + SAMPLE);
  const text = new TextDecoder(format?.encoding).decode(bytes, { stream: true });
  return splitRecords(text, format?.delimiter ?? ',').records;
}

function feeding(
  { signal, onpiece, piece }: ScanHooks,
  reader: { readonly store: ColumnStore; expect?(share: number): void },
  size: number,
  soFar: (share: number) => ScannedSource,
): Feeding {
  return {
    signal,
    onslice: (bytes) => {
      const share = bytes / size;
      reader.expect?.(share);
      return onpiece?.(bytes, reader.store.size, () => soFar(share));
    },
    ...(piece === undefined ? {} : { piece }),
  };
}
