import { openStage, type StageState } from '../story/machine.ts';
import { FIRST_STEP, readStep, type Story } from '../story/story.ts';
import { readTalk } from '../story/talk.ts';

/**
 * Where a briefing stood before the window was loaded anew. The step is in the address; the clock, a
 * blank screen and the number of the state are kept beside it where the browser lets us.
 */
export function recalled(story: Story, briefing: string, step: string): StageState {
  const at = readStep(step, story) ?? FIRST_STEP;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(briefing)) ?? 'null');
    const talk = readTalk({ tranche: 'stage', briefing, asks: false, state: kept }, briefing);
    if (talk) return { ...talk.state, step: at };
  } catch {
    // Without storage the step is all there is to go by.
  }
  return openStage(at);
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
