import type { Bound } from '../model/amount.ts';
import type { PeriodBasis } from '../model/period.ts';

/** How sure a figure is, in a sentence. */
export function boundWords(bound: Bound): string {
  switch (bound) {
    case 'exact':
      return 'Stated as one figure.';
    case 'at least':
      return 'A lower end only: the source does not say how much more.';
    case 'up to':
      return 'An upper end only: the source does not say how much less.';
    case 'about':
      return 'Rounded by the source.';
    case 'range':
      return 'A range: both ends are stated.';
    case 'not stated':
      return 'The source gives no size. It is shown and never counted as zero.';
  }
}

/** How the period is known, in a sentence. */
export function periodWords(basis: PeriodBasis): string {
  switch (basis) {
    case 'stated':
      return 'Both ends of the period are stated.';
    case 'start assumed':
      return 'The start of the period is our assumption.';
    case 'end assumed':
      return 'The end of the period is our assumption.';
    case 'both assumed':
      return 'Both ends of the period are our assumption.';
    case 'not stated':
      return 'No period is stated.';
  }
}
