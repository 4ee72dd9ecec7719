import type { NamedBytes } from '../load/companions.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { Answer, Question } from '../model/question.ts';

/** What the page tells the engine's worker: first one `open`, then any number of `ask`. */
export type ToWorker =
  | { readonly type: 'open'; readonly files: readonly NamedBytes[] }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question };

/** What the worker tells the page. `failed` tells of a mistake in the question of that id. */
export type FromWorker =
  | { readonly type: 'opened'; readonly card: DatasetCard }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
