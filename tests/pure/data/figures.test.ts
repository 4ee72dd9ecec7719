import { describe, expect, it } from 'vitest';
import { BOUNDS } from '../../../src/model/amount.ts';
import { HIGH_STATED, LOW_STATED, NO_DAY } from '../../../src/model/dataset.ts';
import { isoOf, PERIOD_BASES } from '../../../src/model/period.ts';
import { decodeText } from '../../../src/load/decode.ts';
import { parsePrinted } from '../../../src/load/printed.ts';
import { figures, recordsOf, strategy, textOf } from './strategy.ts';

const dataset = strategy();
const rows = Array.from({ length: dataset.rows }, (_, row) => row);
const kindOf = (row: number) => dataset.measures[dataset.measure[row]!]!.kind;
const isStated = (row: number) => dataset.stated[row] !== 0;
const BN = 100_000_000_000;
const M = 100_000_000;

function sumOf(selected: readonly number[], ends: Float64Array) {
  return selected.reduce((sum, row) => sum + ends[row]!, 0);
}

describe('the figures of the Digital Strategy', () => {
  it('are all read, without a doubt', () => {
    expect(dataset.rows).toBe(15);
    expect(dataset.unread).toEqual([]);
    expect(dataset.problems).toEqual([]);
  });

  it('say in their columns what is printed', () => {
    for (const row of rows) {
      const printed = parsePrinted(textOf(dataset, 'printed', row), 2);
      expect({
        low: dataset.stated[row]! & LOW_STATED ? dataset.low[row] : null,
        high: dataset.stated[row]! & HIGH_STATED ? dataset.high[row] : null,
        bound: BOUNDS[dataset.bound[row]!],
      }).toEqual(printed);
    }
  });

  it('are of four kinds that are never added together', () => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const name = `${kindOf(row)}, ${isStated(row) ? 'stated' : 'not stated'}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      'commitment, stated': 9,
      'commitment, not stated': 1,
      'yearly spend, stated': 1,
      'benefit estimate, stated': 3,
      'market estimate, stated': 1,
    });
    expect(dataset.measures.map(({ id }) => id).sort()).toEqual([
      'benefit estimate/GBP/total',
      'commitment/GBP/total',
      'market estimate/GBP/total',
      'yearly spend/GBP/per year',
    ]);
  });

  it('commit at least £6.335bn, by sector as the paper has it', () => {
    const commitments = rows.filter((row) => kindOf(row) === 'commitment' && isStated(row));
    expect(sumOf(commitments, dataset.low)).toBe(6.335 * BN);
    expect(commitments.filter((row) => BOUNDS[dataset.bound[row]!] === 'at least')).toHaveLength(1);
    const sectors = new Map<string, number>();
    for (const row of commitments) {
      const sector = textOf(dataset, 'sector', row);
      sectors.set(sector, (sectors.get(sector) ?? 0) + dataset.low[row]!);
    }
    expect(Object.fromEntries(sectors)).toEqual({
      'Health and care': 4275 * M,
      Tax: 1300 * M,
      Transport: 680 * M,
      Energy: 50 * M,
      Culture: 30 * M,
    });
  });

  it('estimate benefits of £29.7bn to £52.7bn', () => {
    const benefits = rows.filter((row) => kindOf(row) === 'benefit estimate');
    expect(sumOf(benefits, dataset.low)).toBe(29.7 * BN);
    expect(sumOf(benefits, dataset.high)).toBe(52.7 * BN);
  });

  it('keep the period that is stated or assumed, and no other', () => {
    const dated = rows
      .filter((row) => dataset.start[row] !== NO_DAY || dataset.end[row] !== NO_DAY)
      .map((row) => [
        textOf(dataset, 'id', row),
        dataset.start[row] === NO_DAY ? '' : isoOf(dataset.start[row]!),
        dataset.end[row] === NO_DAY ? '' : isoOf(dataset.end[row]!),
        PERIOD_BASES[dataset.periodBasis[row]!],
      ]);
    expect(dated).toEqual([
      ['health-technology', '2017-03-01', '2022-03-01', 'both assumed'],
      ['gp-online-consultations', '2017-03-01', '2022-03-01', 'both assumed'],
      ['digital-signalling', '2016-11-23', '2020-05-08', 'both assumed'],
      ['signalling-market', '', '2021-01-01', 'end assumed'],
    ]);
  });

  it('can be grouped by what the views stand on', () => {
    expect(dataset.dimensions.map(({ id, label, within }) => [id, label, within])).toEqual([
      ['announced', 'Announced at', undefined],
      ['sector', 'Sector', undefined],
      ['programme', 'Programme', 'sector'],
      ['funder', 'Funder', undefined],
      ['place', 'Place', undefined],
      ['title', 'Figure', 'programme'],
    ]);
    const titles = dataset.dimensions.find(({ id }) => id === 'title');
    expect(titles?.values).toHaveLength(15);
    const announced = dataset.dimensions.find(({ id }) => id === 'announced');
    expect([...(announced?.values ?? [])].sort()).toEqual([
      'Autumn Statement 2016',
      'Budget 2016',
      'Spending Review',
      'not a government announcement',
      'not stated',
    ]);
  });

  it('leave no cell blank that is not an end of an amount or of a period', () => {
    const mayBeBlank = ['low', 'high', 'period start', 'period end'];
    for (const record of recordsOf(figures)) {
      for (const [column, text] of record) {
        if (!mayBeBlank.includes(column)) expect(text, column).not.toBe('');
      }
    }
  });

  it('carry the place in the source, and the licence', () => {
    for (const row of rows) {
      expect(textOf(dataset, 'paragraph', row)).toMatch(/^paragraph \d+ of the annex/);
      expect(textOf(dataset, 'link', row)).toBe(dataset.source.link);
    }
    expect(dataset.source.licence).toBe('Open Government Licence v3.0');
    expect(dataset.source.published).toBe('2017-03-01');
  });

  it('stand in a file with plain line ends', () => {
    const decoded = decodeText(figures.bytes);
    expect('text' in decoded && decoded.text).not.toMatch(/\r|\ufeff/);
  });
});
