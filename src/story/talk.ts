import { newerOf, type StageState } from './machine.ts';

/**
 * What the two windows of a briefing say to each other: whole states, so that a message that is
 * lost, doubled or late costs nothing. The speaker's notes are never among it.
 */
export interface Talk {
  readonly tranche: 'stage';
  /** Which briefing: two of them in one browser do not meet. */
  readonly briefing: string;
  /** A window that opens asks the other for its state. */
  readonly asks: boolean;
  readonly state: StageState;
}

/** A message as it arrived, checked; undefined for anything that is none of this briefing's. */
export function readTalk(message: unknown, briefing: string): Talk | undefined {
  if (!isRecord(message) || message['tranche'] !== 'stage') return undefined;
  const { asks, state } = message;
  if (message['briefing'] !== briefing || typeof asks !== 'boolean') return undefined;
  return isState(state) ? { tranche: 'stage', briefing, asks, state } : undefined;
}

/** The state after a message: the newer of the two, whatever the order messages came in. */
export function heard(own: StageState, { state }: Talk): StageState {
  return newerOf(own, state);
}

/** Whether a message wants an answer: the other window asks, or has not the state that stands. */
export function wantsAnswer(standing: StageState, { asks, state }: Talk): boolean {
  return asks || standing.seq !== state.seq || standing.by !== state.by;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isState(value: unknown): value is StageState {
  if (!isRecord(value) || !isRecord(value['step'])) return false;
  const { seq, by, step, blank, away, begun, last } = value;
  return (
    isCount(seq) &&
    typeof by === 'string' &&
    isRecord(step) &&
    isCount(step['scene']) &&
    isCount(step['reveal']) &&
    (blank === 'none' || blank === 'black' || blank === 'white') &&
    typeof away === 'boolean' &&
    (begun === null || Number.isFinite(begun)) &&
    (last === null || (isRecord(last) && typeof last['do'] === 'string' && isCount(last['at'])))
  );
}
