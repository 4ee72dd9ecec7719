import { openStage, type StageState } from '../story/machine.ts';
import { FIRST_STEP, readStep, sameStep, type Story } from '../story/story.ts';
import { readTalk } from '../story/talk.ts';

/**
 * Where a briefing stood before the window was loaded anew. The step is in the address; the clock, a
 * blank screen and the number of the state are kept beside it where the browser lets us. What it begins
 * with is this window's own: one that knows nothing yet takes it over, and so does one that knows the
 * state before the address was changed.
 */
export function recalled(story: Story, briefing: string, step: string, window: string): StageState {
  const at = readStep(step, story) ?? FIRST_STEP;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(briefing)) ?? 'null');
    const talk = readTalk({ tranche: 'stage', briefing, asks: false, state: kept }, briefing);
    const was = talk?.state;
    if (was && sameStep(was.step, at)) return was;
    if (was) return { ...was, step: at, seq: was.seq + 1, by: window };
  } catch {
    // Without storage the step is all there is to go by.
  }
  return openStage(at, window);
}

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
