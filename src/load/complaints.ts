import type { Problem } from '../model/problem.ts';
import { problemOf, type Complaint } from './complaint.ts';
import type { Column } from './header.ts';
import { TooLarge } from './scan/toolarge.ts';
import type { Scanned } from './scanned.ts';

/** How many places of each kind of problem are kept. */
const EXAMPLES = 5;
/** Records that cannot be read are all kept, to be shown and saved, while there are no more. */
const MOST_UNREAD = 1_000_000;

/** What is amiss in the records of a file, and which of them could not be read for it. */
export class Complaints {
  readonly unread: Problem[] = [];
  readonly #columns: readonly Column[];
  readonly #mostUnread: number;
  readonly #kinds = new Map<string, { count: number; examples: Problem[] }>();

  constructor(columns: readonly Column[], mostUnread = MOST_UNREAD) {
    this.#columns = columns;
    this.#mostUnread = mostUnread;
  }

  /** Takes down a record that cannot be read. Throws TooLarge when there are too many to hold. */
  refuse(complaint: Complaint, record: number): void {
    this.unread.push(this.tell(complaint, record));
    if (this.unread.length <= this.#mostUnread) return;
    const [first] = this.unread;
    throw new TooLarge(
      `More than ${this.#mostUnread} records cannot be read, and so many cannot be held. The first, record ${first?.row}: ${first?.message}`,
    );
  }

  /** Takes down what is amiss in a record. */
  tell(complaint: Complaint, record: number): Problem {
    const problem = problemOf(complaint, record, this.#columns);
    const known = this.#kinds.get(problem.kind) ?? { count: 0, examples: [] };
    known.count++;
    if (known.examples.length < EXAMPLES) known.examples.push(problem);
    this.#kinds.set(problem.kind, known);
    return problem;
  }

  /** How often each kind of problem was met, with its first places. */
  kinds(): Scanned['problems'] {
    return Array.from(this.#kinds, ([kind, { count, examples }]) => ({ kind, count, examples }));
  }
}
