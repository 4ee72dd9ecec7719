import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHART_IDS } from '../../../src/charts/ondemand.ts';
import { CHARTS } from '../../../src/charts/index.ts';
import { EMBED_THEMES, readRequest, writeRequest } from '../../../src/embed/request.ts';

const NOTHING = {
  chart: null,
  theme: 'auto',
  height: null,
  data: null,
  carried: null,
  scene: null,
  view: '',
};

test('an address without a fragment asks for the first view', () => {
  expect(readRequest('')).toEqual(NOTHING);
});

test('what is the embed’s own is taken out of the view', () => {
  expect(
    readRequest(
      'v=1&chart=treemap&is.sector=Tax,Energy&theme=dark&height=480&data=data%2Fa%26b.csv',
    ),
  ).toEqual({
    ...NOTHING,
    chart: 'treemap',
    theme: 'dark',
    height: 480,
    data: 'data/a&b.csv',
    view: 'v=1&is.sector=Tax,Energy',
  });
});

test.each(['height=3', 'height=1e9', 'height=tall', 'theme=pink', 'chart=', 'data=%E0%A4%A'])(
  'what makes no sense is as if it were not there: %s',
  (fragment) => {
    expect(readRequest(fragment)).toEqual(NOTHING);
  },
);

test('what is written is read again', () => {
  const text = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }));
  const requests = fc.record({
    chart: text,
    theme: fc.constantFrom(...EMBED_THEMES),
    height: fc.option(fc.integer({ min: 200, max: 4000 })),
    data: text,
    carried: text,
    scene: text,
    view: fc.constantFrom('', 'v=1&lead=treemap', 'v=1&is.sector=Tax'),
  });
  fc.assert(
    fc.property(requests, (request) => {
      expect(readRequest(writeRequest(request))).toEqual(request);
    }),
  );
});

test('every chart can be had on demand', () => {
  expect(CHART_IDS).toEqual(CHARTS.map(({ id }) => id));
});
