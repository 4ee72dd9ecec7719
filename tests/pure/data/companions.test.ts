import { describe, expect, it } from 'vitest';
import { companions, recordsOf, strategy, textOf } from './strategy.ts';

const dataset = strategy();
const { milestones, pledges, statistics } = dataset.companions;
const figureIds = Array.from({ length: dataset.rows }, (_, row) => textOf(dataset, 'id', row));

describe('the companions of the Digital Strategy', () => {
  it('hold all 67 pledges, each under its sector', () => {
    const counts = new Map<string, number>();
    for (const { sector } of pledges) counts.set(sector, (counts.get(sector) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'Health and care': 14,
      Tax: 4,
      Education: 7,
      Transport: 3,
      Energy: 4,
      Policing: 5,
      'Courts and tribunals': 7,
      Prisons: 5,
      Welfare: 5,
      International: 7,
      Culture: 3,
      'Local government': 3,
    });
    expect(pledges).toHaveLength(67);
  });

  it('tie a pledge to a figure that exists, or to none', () => {
    const tied = pledges.filter(({ figure }) => figure !== '');
    for (const { figure } of tied) expect(figureIds).toContain(figure);
    expect(new Set(tied.map(({ figure }) => figure))).toEqual(
      new Set([
        'gp-online-consultations',
        'gp-national-development',
        'making-tax-digital',
        'smart-energy-innovation',
      ]),
    );
  });

  it('keep every summary short', () => {
    for (const { summary } of pledges) expect(summary.split(' ').length).toBeLessThanOrEqual(14);
  });

  it('hold 17 milestones of the length their precision says', () => {
    expect(milestones).toHaveLength(17);
    const precision = new Map(
      recordsOf(companions[0]!).map((record) => [record.get('id'), record.get('precision')]),
    );
    const lengths = new Map([
      ['day', [1]],
      ['month', [28, 29, 30, 31]],
      ['year', [365, 366]],
    ]);
    for (const { id, start, end } of milestones) {
      expect(lengths.get(precision.get(id) ?? ''), id).toContain(end - start);
    }
  });

  it('hold 8 statistics whose value is the number printed', () => {
    expect(statistics).toHaveLength(8);
    for (const record of recordsOf(companions[1]!)) {
      const printed = record.get('printed') ?? '';
      const number = Number(printed.replace(/,/g, '').match(/[\d.]+/)?.[0]);
      expect(Number(record.get('value'))).toBe(printed.includes('million') ? number * 1e6 : number);
    }
  });

  it('have no blank cell and no id twice', () => {
    expect(companions).toHaveLength(3);
    for (const file of companions) {
      const records = recordsOf(file);
      for (const record of records) expect([...record.values()], file.name).not.toContain('');
      expect(new Set(records.map((record) => record.get('id'))).size).toBe(records.length);
    }
  });

  it('name no sector in two ways', () => {
    const sectors = new Set(pledges.map(({ sector }) => sector));
    for (const { sector } of statistics) expect(sectors).toContain(sector);
    for (const { sector } of milestones) {
      if (sector !== 'Cross-government') expect(sectors).toContain(sector);
    }
    for (let row = 0; row < dataset.rows; row++) {
      expect(sectors).toContain(textOf(dataset, 'sector', row));
    }
  });
});
