import type { TextColumn } from '../../model/dataset.ts';
import type { Measure } from '../../model/measure.ts';
import { codesFor } from '../codes.ts';
import { ExactSum } from '../exactsum.ts';
import { parsePlainNumber } from '../numbers.ts';
import { sumsDecision } from '../scandecisions.ts';
import type { Scanned } from '../scanned.ts';
import { distinctIn } from '../distinct.ts';
import { fileRepeats } from './filerepeats.ts';
import type { ScannedSource } from './scantext.ts';

/** One of several files of the same shape, with its name. */
export interface NamedScan {
  readonly name: string;
  readonly read: ScannedSource;
}

const FILE = { id: 'file', label: 'File' };

/** Puts the rows of files of one shape under each other, with the name of the file beside each. */
export function appendScans(files: readonly [NamedScan, ...NamedScan[]]): ScannedSource {
  const [{ read: first }] = files;
  const readings = files.map(({ read }) => read.scanned.reading);
  const rows = readings.reduce((sum, reading) => sum + reading.rows, 0);
  const measures = mergeMeasures(readings.flatMap((reading) => reading.measures));
  const measureOf = readings.map((reading) =>
    reading.measures.map(({ id }) => measures.findIndex((measure) => measure.id === id)),
  );
  const starts = startsOf(readings.map((reading) => reading.rows));
  const money = (of: 'low' | 'high') => {
    const all = new Float64Array(rows);
    readings.forEach((reading, file) => {
      const factors = reading.measures.map(
        ({ decimals }, index) => 10 ** (measures[measureOf[file]![index]!]!.decimals - decimals),
      );
      for (let row = 0; row < reading.rows; row++) {
        all[starts[file]! + row] = reading[of][row]! * factors[reading.measure[row]!]!;
      }
    });
    return all;
  };
  const put = <Numbers extends Uint8Array | Int32Array | Uint32Array>(
    all: Numbers,
    of: 'stated' | 'bound' | 'start' | 'end' | 'periodBasis' | 'record',
  ) => {
    readings.forEach((reading, file) => all.set(reading[of], starts[file]));
    return all;
  };
  const measure = new Uint32Array(rows);
  readings.forEach((reading, file) => {
    for (let row = 0; row < reading.rows; row++) {
      measure[starts[file]! + row] = measureOf[file]![reading.measure[row]!]!;
    }
  });
  const wordsAlike = <Column extends TextColumn>(columns: readonly (readonly Column[])[]) =>
    (columns[0] ?? []).map((column) => ({
      ...column,
      ...joinWords(
        columns.map((of) => of.find(({ id }) => id === column.id)),
        readings.map((reading) => reading.rows),
      ),
    }));
  const names = files.map(({ name }) => name);
  const fileCodes = new Uint32Array(rows);
  starts.forEach((start, file) => fileCodes.fill(file, start));
  const reading = {
    rows,
    measures,
    measure: codesFor(measures.length, measure),
    low: money('low'),
    high: money('high'),
    stated: put(new Uint8Array(rows), 'stated'),
    bound: put(new Uint8Array(rows), 'bound'),
    start: put(new Int32Array(rows), 'start'),
    end: put(new Int32Array(rows), 'end'),
    periodBasis: put(new Uint8Array(rows), 'periodBasis'),
    record: put(new Uint32Array(rows), 'record'),
    dimensions: [
      ...wordsAlike(readings.map(({ dimensions }) => dimensions)),
      { ...FILE, values: names, codes: codesFor(names.length, fileCodes) },
    ],
    texts: wordsAlike(readings.map(({ texts }) => texts)),
  };
  const joined = joinScans(files, { ...first.scanned, reading });
  const own = names.map((name, file) => ({ name, rows: readings[file]!.rows }));
  const repeats = fileRepeats(reading, own, first.plan);
  const scanned = { ...joined, decisions: [...repeats, ...joined.decisions] };
  const distinct = distinctIn(reading, first.plan);
  return { ...first, scanned: { ...scanned, distinct }, far: joinFar(files, starts) };
}

/** Where each file's rows start among all. */
function startsOf(sizes: readonly number[]): number[] {
  let at = 0;
  return sizes.map((size) => (at += size) - size);
}

/** Each measure once, with the most decimals that a file keeps of it. */
function mergeMeasures(all: readonly Measure[]): Measure[] {
  const merged = new Map<string, Measure>();
  for (const measure of all) {
    const known = merged.get(measure.id);
    if (!known || known.decimals < measure.decimals) merged.set(measure.id, measure);
  }
  return [...merged.values()];
}

function joinWords(columns: readonly (TextColumn | undefined)[], sizes: readonly number[]) {
  const known = new Map<string, number>();
  const codeOf = (value: string) => {
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  };
  const codes = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  columns.forEach((column, file) => {
    const recoded = column?.values.map(codeOf);
    const size = sizes[file]!;
    for (let row = 0; row < size; row++) {
      codes[at++] = column && recoded ? recoded[column.codes[row]!]! : codeOf('');
    }
  });
  return { values: [...known.keys()], codes: codesFor(known.size, codes) };
}

function joinScans(files: readonly NamedScan[], base: Scanned): Scanned {
  const scans = files.map(({ read, name }) => ({ ...read.scanned, name }));
  const sum = <Counts extends object>(counts: readonly Counts[]) =>
    counts.reduce((all, each) => addCounts(all, each));
  const sums = new Map<string, Scanned['sums'][number] & { exact: ExactSum }>();
  for (const part of scans.flatMap((scan) => scan.sums)) {
    const key = JSON.stringify([part.kind, part.currency, part.basis]);
    const known = sums.get(key) ?? { ...part, count: 0, exact: new ExactSum() };
    const number = parsePlainNumber(part.sum);
    if (number) known.exact.add(number);
    sums.set(key, { ...known, count: known.count + part.count, sum: String(known.exact) });
  }
  const days = scans.flatMap(({ dates: { first, last } }) => [first ?? [], last ?? []].flat());
  const joinedSums = Array.from(sums.values(), ({ exact: _, ...part }) => part);
  const own = new Set(scans.flatMap((scan) => sumsDecision(scan.sums)).map(({ matter }) => matter));
  const decisions = new Map(
    [
      ...scans.flatMap((scan) => scan.decisions).filter(({ matter }) => !own.has(matter)),
      ...sumsDecision(joinedSums),
    ].map((decision) => [decision.sentence, decision]),
  );
  const problems = new Map<string, Scanned['problems'][number]>();
  for (const problem of scans.flatMap((scan) => scan.problems)) {
    const known = problems.get(problem.kind);
    const examples = [...(known?.examples ?? []), ...problem.examples].slice(0, 5);
    problems.set(problem.kind, {
      ...problem,
      count: (known?.count ?? 0) + problem.count,
      examples,
    });
  }
  return {
    ...base,
    unread: scans.flatMap((scan) =>
      scan.unread.map((problem) => ({ ...problem, message: `${scan.name}: ${problem.message}` })),
    ),
    records: sum(scans.map(({ records }) => records)),
    asides: scans.flatMap((scan) => scan.asides.map((aside) => ({ ...aside, file: scan.name }))),
    amounts: sum(scans.map(({ amounts }) => amounts)),
    sums: joinedSums,
    dates: {
      valid: scans.reduce((all, { dates }) => all + dates.valid, 0),
      first: days.sort()[0] ?? null,
      last: days.at(-1) ?? null,
    },
    problems: [...problems.values()],
    decisions: [...decisions.values()],
  };
}

function addCounts<Counts extends object>(a: Counts, b: Counts): Counts {
  const more = new Map<string, unknown>(Object.entries(b));
  // Every value of a record of counts is a number.
  const added = Object.entries(a).map(([name, count]) => [name, count + Number(more.get(name))]);
  return Object.fromEntries(added) as Counts; // the same names, from the program and not from data
}

function joinFar(files: readonly NamedScan[], starts: readonly number[]): ScannedSource['far'] {
  const far = files.map(({ read }) => read.far);
  const columns = far.find((each) => each)?.columns;
  if (!columns) return undefined;
  return {
    columns,
    async read(rows) {
      const texts: (readonly string[])[] = rows.map(() => []);
      for (const [file, of] of far.entries()) {
        const end = starts[file + 1] ?? Infinity;
        const mine = [...rows.keys()].filter((at) => rows[at]! >= starts[file]! && rows[at]! < end);
        const read = (await of?.read(mine.map((at) => rows[at]! - starts[file]!))) ?? [];
        mine.forEach((at, index) => {
          texts[at] = columns.map(({ id }) => {
            const place = of?.columns.findIndex((column) => column.id === id) ?? -1;
            return read[index]?.[place] ?? '';
          });
        });
      }
      return texts;
    },
  };
}
