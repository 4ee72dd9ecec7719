import type { Period } from './period.ts';
import type { Money } from './money.ts';
import { valueOf, dimensionOf, type DimensionId, type Subject } from './subject.ts';

/**
 * One clause of a selection. A selection has at most one clause per subject matter, so that every
 * clause can be read, changed and removed by itself.
 */
export type Filter =
  | { readonly on: 'values'; readonly dimension: DimensionId; readonly among: readonly string[] }
  | { readonly on: 'period'; readonly within: Period }
  | { readonly on: 'amount'; readonly from: Money | null; readonly to: Money | null }
  | { readonly on: 'text'; readonly matches: string };

/** What a clause is about; two clauses with the same matter replace one another. */
export function matterOf(filter: Filter): string {
  return filter.on === 'values' ? `values ${filter.dimension}` : filter.on;
}

export function withFilter(filters: readonly Filter[], filter: Filter): Filter[] {
  const matter = matterOf(filter);
  const at = filters.findIndex((other) => matterOf(other) === matter);
  return at < 0 ? [...filters, filter] : filters.with(at, filter);
}

export function withoutMatter(filters: readonly Filter[], matter: string): Filter[] {
  return filters.filter((filter) => matterOf(filter) !== matter);
}

export function amongOf(filters: readonly Filter[], dimension: DimensionId): readonly string[] {
  for (const filter of filters) {
    if (filter.on === 'values' && filter.dimension === dimension) return filter.among;
  }
  return [];
}

/**
 * Chooses exactly these subjects; choosing what is already chosen exactly takes the clauses away.
 * With `more`, a value is added to its clause, or taken out of it, instead.
 */
export function choose(
  filters: readonly Filter[],
  subjects: readonly Subject[],
  more = false,
): Filter[] {
  const chosen = (subject: Subject) => {
    const among = amongOf(filters, dimensionOf(subject));
    return among.includes(valueOf(subject)) && (more || among.length === 1);
  };
  const remove = subjects.length > 0 && subjects.every(chosen);
  let result = [...filters];
  for (const subject of subjects) {
    const dimension = dimensionOf(subject);
    const value = valueOf(subject);
    const others = more ? amongOf(filters, dimension).filter((other) => other !== value) : [];
    const among = remove ? others : [...others, value];
    result =
      among.length > 0
        ? withFilter(result, { on: 'values', dimension, among })
        : withoutMatter(result, `values ${dimension}`);
  }
  return result;
}
