import { openStage, type StageState } from '../story/machine.ts';
import { FIRST_STEP, readStep, sameStep, type Story } from '../story/story.ts';
import { readTalk } from '../story/talk.ts';

/**
 * Where a briefing stood before the stage was loaded anew. The step is in the address; the clock, a
 * blank screen and the number of the state are kept beside it where the browser lets us. An address
 * that names another step, or tells otherwise whether the script was left, is a step taken by `window`.
 */
export function recalled(
  story: Story,
  briefing: string,
  { step, away }: { readonly step: string; readonly away: boolean },
  window: string,
): StageState {
  const at = readStep(step, story) ?? FIRST_STEP;
  const kept = keptState(briefing);
  if (!kept) return { ...openStage(at, window), away };
  return sameStep(kept.step, at) && kept.away === away
    ? kept
    : { ...kept, step: at, away, seq: kept.seq + 1, by: window, last: null };
}

/** The state this window had before it was loaded anew; null where there is none. */
export function keptState(briefing: string): StageState | null {
  try {
    const state: unknown = JSON.parse(sessionStorage.getItem(nameOf(briefing)) ?? 'null');
    const talk = readTalk({ tranche: 'stage', briefing, asks: false, state }, briefing);
    return talk?.state ?? null;
  } catch {
    // A browser that keeps nothing has the step in the address, and what the other window tells.
    return null;
  }
}

/** Keeps where the briefing stands. */
export function recall(briefing: string, state: StageState): void {
  try {
    sessionStorage.setItem(nameOf(briefing), JSON.stringify(state));
  } catch {
    // A page without storage still has the step in its address.
  }
}

function nameOf(briefing: string): string {
  return `tranche-stage-${briefing}`;
}
