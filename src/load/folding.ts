import type { Dimension } from '../model/dimension.ts';
import type { TextColumn } from '../model/dataset.ts';
import { codesFor } from './codes.ts';
import { MERGED } from './namedecisions.ts';
import type { Decision, Fold, Plan } from './plan.ts';
import { columnCalled } from './plan/mapping.ts';
import type { Reading } from './rows.ts';

/**
 * The reading with names merged as a person said, in the columns one can group by, and a sentence
 * for each merger that undoes it. Every row stays; only what it is called changes.
 */
export function foldNames(
  reading: Reading,
  { columns, roles, options }: Pick<Plan, 'columns' | 'roles' | 'options'>,
): { readonly reading: Reading; readonly decisions: readonly Decision[] } {
  let { dimensions } = reading;
  const decisions = (options.fold ?? []).map((fold, _, folds): Decision => {
    const column = columnCalled(columns, fold.column);
    const role = roles.dimensions.find((known) => known.column === column?.index);
    const dimension = dimensions.find(({ id }) => id === role?.id);
    const apart = {
      sentence: 'Keep them apart',
      options: { ...options, fold: folds.filter((other) => other !== fold) },
    };
    const told = { matter: MERGED, column: fold.column, choices: [apart] };
    const names = fold.names.map((name) => `"${name}"`).join(', ');
    if (!dimension) {
      const sentence = `${names} cannot be merged: there is no column "${fold.column}" to group by.`;
      return { ...told, sentence, doubt: true };
    }
    const merged = mergedIn(dimension, fold);
    if (!merged) {
      const sentence = `${names} would be merged into "${fold.into}" in "${fold.column}", but no row is called so.`;
      return { ...told, sentence, doubt: false };
    }
    dimensions = dimensions.map((each) => (each === dimension ? merged : each));
    const sentence = `In "${fold.column}", ${names} ${fold.names.length === 1 ? 'is' : 'are'} merged into "${fold.into}".`;
    return { ...told, sentence, doubt: false };
  });
  return { reading: { ...reading, dimensions }, decisions };
}

/** The column with names merged; undefined when it has none of them. */
function mergedIn<Column extends Dimension & TextColumn>(
  column: Column,
  { names, into }: Fold,
): Column | undefined {
  const goes = new Set(names);
  if (!column.values.some((value) => goes.has(value))) return undefined;
  const known = new Map<string, number>();
  const codeOf = column.values.map((value) => {
    const text = goes.has(value) ? into : value;
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  const codes = Uint32Array.from(column.codes, (code) => codeOf[code]!);
  return { ...column, values: [...known.keys()], codes: codesFor(known.size, codes) };
}
