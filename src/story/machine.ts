import { FIRST_STEP, stepFrom, type Step, type Story } from './story.ts';

/**
 * The briefing as a state machine: what is on stage, whatever was pressed and in whatever order.
 * Both windows run it; the stage does what it says and decides nothing by itself.
 */
export interface StageState {
  /** Grows with each change: of two states the one with the higher number is the newer. */
  readonly seq: number;
  /** Who made the change; settles which of two states with one number is taken. */
  readonly by: string;
  readonly step: Step;
  readonly blank: 'none' | 'black' | 'white';
  /** The speaker has left the script to explore; the step waits. */
  readonly away: boolean;
  /** When the briefing began, in ms since 1970; null = it has not. */
  readonly begun: number | null;
  /** The last command that moved the story, and when: a double press counts once. */
  readonly last: { readonly do: Command['do']; readonly at: number } | null;
}

export type Command =
  | { readonly do: 'next' }
  | { readonly do: 'previous' }
  | { readonly do: 'first' }
  | { readonly do: 'last' }
  | { readonly do: 'jump'; readonly to: Step }
  | { readonly do: 'black' }
  | { readonly do: 'white' }
  /** Leaves the script to explore, or comes back to it where it was. */
  | { readonly do: 'leave' }
  | { readonly do: 'return' }
  /** Backs out of one thing: a blank screen, then exploring; never of the step. */
  | { readonly do: 'escape' }
  /** Sets the clock to zero. */
  | { readonly do: 'restart clock' };

/** Two presses of a key closer than this, in ms, are one: clickers bounce. */
export const DOUBLE_PRESS = 80;

export function openStage(step: Step = FIRST_STEP, by = ''): StageState {
  return { seq: 0, by, step, blank: 'none', away: false, begun: null, last: null };
}

/**
 * The state after a command at the time `at` (ms since 1970), by the window `by`. A command that
 * changes nothing gives back the very state it was given.
 */
export function commanded(
  story: Story,
  state: StageState,
  command: Command,
  at: number,
  by: string,
): StageState {
  const { last } = state;
  const isMove = 'next previous first last'.split(' ').includes(command.do);
  // A key bounces in the window it was pressed in; a press in the other one is meant.
  const bounces = isMove && by === state.by && last?.do === command.do && at >= last.at;
  if (bounces && at - last.at < DOUBLE_PRESS) return state;
  const changes = changesOf(story, state, command, at);
  const names = Object.keys(changes);
  if (names.length === 0) return state;
  return {
    ...state,
    ...changes,
    seq: state.seq + 1,
    by,
    last: isMove ? { do: command.do, at } : last,
  };
}

function changesOf(
  story: Story,
  state: StageState,
  command: Command,
  at: number,
): Partial<StageState> {
  const { step, blank, away } = state;
  switch (command.do) {
    case 'next':
    case 'previous':
    case 'first':
    case 'last':
      // The first press brings the audience back to where they were; the second goes on.
      if (blank !== 'none') return { blank: 'none' };
      if (away) return { away: false };
      return moved(state, targetOf(story, step, command.do), at);
    case 'jump':
      return { blank: 'none', away: false, ...moved(state, command.to, at) };
    case 'black':
    case 'white':
      return { blank: blank === command.do ? 'none' : command.do };
    case 'leave':
      return away ? {} : { away: true };
    case 'return':
      return away ? { away: false } : {};
    case 'escape':
      if (blank !== 'none') return { blank: 'none' };
      return away ? { away: false } : {};
    case 'restart clock':
      return { begun: at };
  }
}

function targetOf(story: Story, step: Step, way: 'next' | 'previous' | 'first' | 'last'): Step {
  switch (way) {
    case 'next':
      return stepFrom(story, step, 1);
    case 'previous':
      return stepFrom(story, step, -1);
    case 'first':
      return FIRST_STEP;
    case 'last':
      return { scene: Math.max(0, story.scenes.length - 1), reveal: 0 };
  }
}

/** The clock starts with the first move. */
function moved({ step, begun }: StageState, to: Step, at: number): Partial<StageState> {
  if (to.scene === step.scene && to.reveal === step.reveal) return {};
  return { step: to, begun: begun ?? at };
}

/** Of two windows' states the newer; of two with one number, the one whose maker's name is later. */
export function newerOf(a: StageState, b: StageState): StageState {
  if (a.seq !== b.seq) return a.seq > b.seq ? a : b;
  return a.by >= b.by ? a : b;
}
