import type { Drawing } from '../../../src/drawing/drawing.ts';

/** The tables of a drawing that is made by hand and has none. */
export const NO_NUMBERS: Pick<Drawing, 'table' | 'numbers'> = {
  table: { columns: [], rows: [] },
  numbers: {
    measure: {
      id: 'award/GBP/total',
      kind: 'award',
      currency: 'GBP',
      basis: 'total',
      decimals: 2,
    },
    heads: [],
    rows: [],
  },
};
