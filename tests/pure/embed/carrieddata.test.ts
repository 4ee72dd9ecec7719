import { describe, expect, test } from 'vitest';
import type { Carried } from '../../../src/carry/carried.ts';
import { encodeCarried } from '../../../src/carry/payload.ts';
import { carriedRequest } from '../../../src/embed/carrieddata.ts';
import { placeOf } from '../../../src/embed/data.ts';
import { readRequest } from '../../../src/embed/request.ts';
import { WORDS_FROM_DATA } from '../../../src/model/figure.ts';

const CSV = new TextEncoder().encode('Funder,Amount\nA,1\n');
const carried: Carried = {
  version: 1,
  chart: 'treemap',
  view: 'v=1&top=5',
  figure: { size: 'column', theme: 'light', words: WORDS_FROM_DATA, carries: 'data' },
  data: { id: 'grants', name: 'grants.csv', sha256: '', link: '' },
  options: { amount: 'Amount' },
  files: [{ name: 'grants.csv', bytes: CSV }],
};

describe('what a picture carries', () => {
  test('brings view, chart, data and how it is read', async () => {
    const { request, given } = carriedRequest(encodeCarried(carried), readRequest(''));
    expect(request).toMatchObject({ chart: 'treemap', view: 'v=1&top=5' });
    expect(given.options).toEqual({ amount: 'Amount' });
    expect(await given.files[0]?.text()).toBe('Funder,Amount\nA,1\n');
  });

  test('gives way to what the address says beside it', () => {
    const asked = readRequest('v=1&top=20&chart=sankey');
    const { request } = carriedRequest(encodeCarried(carried), asked);
    expect(request).toMatchObject({ chart: 'sankey', view: 'v=1&top=20' });
  });

  test('without its data says whose it is', () => {
    const text = encodeCarried({ ...carried, files: [] });
    expect(() => carriedRequest(text, readRequest(''))).toThrow('“grants.csv”');
    expect(carriedRequest(text, readRequest('data=data/b.csv')).given.files).toEqual([]);
  });

  test('that is damaged gets a sentence', () => {
    const text = encodeCarried(carried).replace(/^(.{20})./, '$1_');
    expect(() => carriedRequest(text, readRequest(''))).toThrow(/^[A-Z].*[.]$/);
  });
});

describe('data', () => {
  const base = 'https://app.example/t/embed.html';

  test.each([
    [null, 'built in'],
    ['data/a.csv', 'own'],
    ['https://app.example/b.csv', 'own'],
    ['https://other.example/b.csv', 'elsewhere'],
    ['http://localhost:8000/b.csv', 'elsewhere'],
    ['//other.example/b.csv', 'elsewhere'],
    ['http://other.example/b.csv', 'nowhere'],
    ['https://me:secret@other.example/b.csv', 'nowhere'],
    ['javascript:alert(1)', 'nowhere'],
    ['file:///etc/passwd', 'nowhere'],
    ['https://', 'nowhere'],
  ])('at %s is %s', (data, at) => {
    expect(placeOf(data, base).at).toBe(at);
  });
});
