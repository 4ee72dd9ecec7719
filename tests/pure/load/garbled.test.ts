import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExactSum } from '../../../src/load/exactsum.ts';
import { parsePlainNumber } from '../../../src/load/numbers.ts';
import type { Report } from '../../../src/load/report.ts';
import { bytesOf } from './files.ts';
import { checkPlainly } from './checked.ts';

/** A payment as its cells; the amount in pence so that sums are known exactly. */
interface Payment {
  readonly supplier: string;
  readonly area: string;
  readonly day: number;
  readonly pence: number;
}

const HEADER = [
  'Body Name',
  'Service Area',
  'Supplier Name',
  'Payment Date',
  'Net Amount',
  'Capital or revenue',
];
const payment = fc.record({
  supplier: fc.constantFrom('Acme Ltd', 'Bolt & Sons', 'Café Müller', 'Dent, Ford', 'Echo "E" Ltd'),
  area: fc.constantFrom('Parks', 'Roads', 'Schools'),
  day: fc.integer({ min: 1, max: 28 }),
  pence: fc.integer({ min: -99_999, max: 9_999_999 }),
});
const payments = fc.array(payment, { minLength: 4, maxLength: 30 });

function amountOf(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function cellsOf({ supplier, area, day, pence }: Payment): string[] {
  const date = `${String(day).padStart(2, '0')}/01/2018`;
  return ['Anytown', area, supplier, date, amountOf(pence), 'Revenue'];
}

function lineOf(cells: readonly string[], delimiter = ','): string {
  return cells
    .map((cell) => (/[",;|\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}

function fileOf(rows: readonly (readonly string[])[], delimiter = ','): string {
  return [HEADER, ...rows].map((cells) => `${lineOf(cells, delimiter)}\n`).join('');
}

function penceIn(rows: readonly Payment[]): string {
  const sum = new ExactSum();
  for (const { pence } of rows) sum.addUnits(pence, 2);
  return sum.toString();
}

function sumIn(report: Report): string {
  const all = new ExactSum();
  for (const { sum } of report.sums) all.add(parsePlainNumber(sum)!);
  return all.toString();
}

/** Whether a problem names a record, or a doubt is told. */
function isTold({ problems, doubts, rows }: Report): boolean {
  return (
    doubts.length > 0 ||
    rows.unread > 0 ||
    problems.some(({ examples }) => examples.some(({ row, found }) => row !== undefined || found))
  );
}

/** The sum is right, the file is refused, or what is wrong is told with its place. */
function neverSilentlyWrong(bytes: Uint8Array, right: string): void {
  const report = checkPlainly('payments.csv', bytes);
  if ('refused' in report) return;
  if (sumIn(report) !== right)
    expect({ ...report, told: isTold(report) }).toMatchObject({ told: true });
}

describe('a garbled file is never silently read wrong', () => {
  const check = (garble: (rows: readonly Payment[], at: number) => Uint8Array) =>
    fc.assert(
      fc.property(payments, fc.nat(), (rows, at) => {
        neverSilentlyWrong(garble(rows, at), penceIn(rows));
      }),
      { numRuns: 60 },
    );
  const plain = (rows: readonly Payment[]) => rows.map(cellsOf);

  test('when it is whole, and then its sum is right', () => {
    fc.assert(
      fc.property(payments, (rows) => {
        const report = checkPlainly('payments.csv', bytesOf(fileOf(plain(rows))));
        if ('refused' in report) throw new Error(report.refused);
        // A last row without its like may look like a total of the others; then it says so.
        if (report.rows.totals === 0) expect(sumIn(report)).toBe(penceIn(rows));
        expect(report.rows.data + report.rows.totals).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });

  test('when it is cut, but at the end of a line, which makes a shorter file', () => {
    fc.assert(
      fc.property(payments, fc.nat(), (rows, at) => {
        const text = fileOf(plain(rows));
        const cut = text.slice(0, 1 + (at % text.length));
        const lines = cut.split('\n').length - 1;
        neverSilentlyWrong(bytesOf(cut), penceIn(rows.slice(0, Math.max(0, lines - 1))));
      }),
      { numRuns: 60 },
    );
  });

  test('when rows are doubled', () => {
    fc.assert(
      fc.property(payments, fc.nat(), (rows, at) => {
        const twice = [...rows, rows[at % rows.length]!];
        const report = checkPlainly('payments.csv', bytesOf(fileOf(plain(twice))));
        if ('refused' in report) throw new Error(report.refused);
        if (report.rows.totals === 0) expect(sumIn(report)).toBe(penceIn(twice));
        expect(report.decisions.join(' ')).toMatch(/repeat/);
      }),
      { numRuns: 40 },
    );
  });

  test('when its delimiter is another', () => {
    for (const delimiter of [';', '\t', '|']) {
      check((rows) => bytesOf(fileOf(plain(rows), delimiter)));
    }
  });

  test('when its delimiter changes half-way', () => {
    check((rows, at) => {
      const half = 1 + (at % rows.length);
      const lines = plain(rows).map((cells, row) => lineOf(cells, row < half ? ',' : ';'));
      return bytesOf([lineOf(HEADER), ...lines, ''].join('\n'));
    });
  });

  test('when it is in another encoding', () => {
    check((rows) => Uint8Array.from(fileOf(plain(rows)), (letter) => letter.charCodeAt(0)));
    check((rows) => {
      const text = `\ufeff${fileOf(plain(rows))}`;
      return new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    });
  });

  test('when totals stand among its rows', () => {
    check((rows, at) => {
      const cells = plain(rows);
      const place = 1 + (at % rows.length);
      const total = (of: readonly Payment[]) => [
        'Total',
        '',
        '',
        '',
        amountOf(of.reduce((sum, { pence }) => sum + pence, 0)),
        '',
      ];
      return bytesOf(
        fileOf([
          ...cells.slice(0, place),
          total(rows.slice(0, place)),
          ...cells.slice(place),
          total(rows),
        ]),
      );
    });
  });

  test('when cells are shifted', () => {
    check((rows, at) => {
      const cells = plain(rows);
      const row = at % rows.length;
      cells[row] = at % 2 === 0 ? ['', ...cells[row]!] : cells[row]!.slice(1);
      return bytesOf(fileOf(cells));
    });
  });

  test('when a byte is bad', () => {
    check((rows, at) => {
      const bytes = bytesOf(fileOf(plain(rows)));
      bytes[at % bytes.length] = 0x80 + (at % 0x80);
      return bytes;
    });
  });

  test('when a quotation mark goes or comes', () => {
    check((rows, at) => {
      const text = fileOf(plain(rows));
      const place = at % text.length;
      return bytesOf(`${text.slice(0, place)}"${text.slice(place)}`);
    });
  });
});
