import type { ReadingCard } from '../load/readingcard.ts';
import { count } from '../words/counts.ts';

/** What is said after a file's name of how it was read: what it was taken for, and how much of it was read. */
export function readAs({ profile, rows, partial, several }: ReadingCard): string {
  // As it stands in the middle of a sentence.
  const kind = profile.name.replace(/^A /, 'a ');
  // How many rows there are so far the book says, which grows with them.
  if (partial) return `is being read as ${kind}. What is shown is only what has been read so far.`;
  const unread = rows.unread > 0 ? ` ${count(rows.unread, 'record')} could not be read.` : '';
  return `${several ? 'were' : 'was'} read as ${kind}: ${count(rows.data, 'row')}.${unread}`;
}

/** The same for the ear, with how much of it a person should look at. */
export function newsOf(reading: ReadingCard): string {
  const doubts = reading.decisions.filter(({ doubt }) => doubt).length;
  const look = doubts > 0 ? ` ${count(doubts, 'decision')} to look at.` : '';
  return `${reading.name} ${readAs(reading)}${look}`;
}
