import type { Decision, Options, RoleName } from '../plan.ts';
import { baseOf } from './about.ts';

type Given = NonNullable<Options['always']>['funder'];

/**
 * Who pays where no column says it, and what is said of it. A file of payments is taken to be of the
 * body it is named after, which is doubted; other files leave the funder unstated until it is said.
 */
export function funderChoice(
  mapping: ReadonlyMap<RoleName, number>,
  title: string,
  fileName: string,
  options: Options,
): { readonly funder: string | undefined; readonly decisions: readonly Decision[] } {
  if (mapping.has('funder')) return { funder: undefined, decisions: [] };
  const names = { title, name: baseOf(fileName) };
  const given = options.always?.funder;
  const guessed = mapping.has('recipient') ? ({ from: title ? 'title' : 'name' } as const) : '';
  const taken = given ?? guessed;
  const funder = typeof taken === 'string' ? taken : names[taken.from];
  const decision: Decision = {
    matter: 'funder',
    sentence: sentenceOf(taken, funder),
    doubt: given === undefined && funder !== '',
    choices: choicesOf(names, given, funder, options),
    typed: { label: 'Another name for who pays', always: 'funder' },
  };
  return { funder: funder || undefined, decisions: [decision] };
}

function sentenceOf(taken: NonNullable<Given>, funder: string): string {
  if (funder === '') return 'No column says who pays, and the funder is left unstated.';
  const why = typeof taken === 'string' ? 'as was said by hand' : `after the file's ${taken.from}`;
  return `No column says who pays; it is taken to be "${funder}", ${why}.`;
}

function choicesOf(
  names: Readonly<Record<'title' | 'name', string>>,
  given: Given,
  funder: string,
  options: Options,
): Decision['choices'] {
  const choice = (sentence: string, to: NonNullable<Given>) => ({
    sentence,
    options: { ...options, always: { ...options.always, funder: to } },
  });
  const isGiven = (from: 'title' | 'name') => typeof given === 'object' && given.from === from;
  return [
    ...(['title', 'name'] as const)
      .filter((from) => names[from] !== '' && !isGiven(from))
      .map((from) => choice(`Take the file's ${from}, "${names[from]}"`, { from })),
    ...(funder === '' ? [] : [choice('Leave it unstated', '')]),
  ];
}
