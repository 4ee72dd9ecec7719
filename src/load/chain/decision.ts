import type { Decision, Options } from '../plan.ts';

type How = NonNullable<Options['chain']>;

const OFFERS: readonly { readonly how: How; readonly sentence: string }[] = [
  { how: 'steps', sentence: 'Draw the rows as steps of one flow' },
  { how: 'once', sentence: 'Count money once, where it comes in' },
  { how: 'rows', sentence: 'Take each row by itself' },
];

const OUTCOMES: Record<How, string> = {
  steps: 'each row is one step of a flow, and the sum of all rows counts money again at each step',
  once: 'only rows from those who receive nothing are counted; what is passed on is left out',
  rows: 'the same money may be in more than one row, and a sum of all rows may count it more than once',
};

/** What is said of names that both pay and receive, and of money that comes back to where it was. */
export function chainDecisions(
  both: readonly string[],
  how: How,
  able: boolean,
  circles: readonly number[],
  options: Options,
): Decision[] {
  const many = both.length === 1 ? '' : ` and ${both.length - 1} more`;
  const verbs = both.length === 1 ? 'both pays and receives' : 'both pay and receive';
  const choices = OFFERS.filter((offer) => able && offer.how !== how).map(
    ({ how: chain, sentence }) => ({ sentence, options: { ...options, chain } }),
  );
  const decision = {
    matter: 'money passed on',
    sentence: `"${both[0]}"${many} ${verbs}: ${OUTCOMES[how]}.`,
    doubt: options.chain === undefined,
    choices,
  };
  const [first] = circles;
  if (first === undefined || how !== 'steps') return [decision];
  const where =
    circles.length === 1
      ? `Row ${first} takes money`
      : `${circles.length} rows, the first being row ${first}, take money`;
  const sentence = `${where} back to where it has been; the circle is cut there, and the name drawn a second time.`;
  return [decision, { matter: 'circles', sentence, doubt: false, choices: [] }];
}
