import type { NamedBytes } from '../load/companions.ts';
import type { Options } from '../load/plan.ts';
import type { ReadingCard } from '../load/readingcard.ts';
import type { Progress } from '../load/source.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import type { Answer, Question, Unshown } from '../model/question.ts';

/**
 * What the page tells the engine's worker: perhaps that files are to be expected and under which name
 * to say that it lives, then one `open` (bytes the page has) or `read` (files of the reader's, which
 * only the worker reads), then any number of `ask` and `problems`.
 */
export type ToWorker =
  | { readonly type: 'expect' }
  | { readonly type: 'live'; readonly name: string }
  | { readonly type: 'open'; readonly files: readonly NamedBytes[] }
  | { readonly type: 'read'; readonly files: readonly File[]; readonly options: Options }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  | {
      readonly type: 'problems';
      readonly id: number;
      readonly of: Unshown;
      readonly offset: number;
      readonly limit: number;
    };

/**
 * What the worker tells the page. `living` says that it holds the lock of the name it was given, as it
 * does until it is gone. While files are read, `progress` and `grown` come any number of
 * times, then `opened` or `refused`, and later `told` with all that is to be told. `failed` tells of a
 * mistake in the question of that id.
 */
export type FromWorker =
  | { readonly type: 'living' }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'grown'; readonly card: DatasetCard; readonly reading: ReadingCard }
  | { readonly type: 'opened'; readonly card: DatasetCard; readonly reading: ReadingCard | null }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'told'; readonly reading: ReadingCard }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'problems'; readonly id: number; readonly problems: readonly Problem[] }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
