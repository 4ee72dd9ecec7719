import type { StageState } from './machine.ts';
import type { Story } from './story.ts';

/** Where a briefing stands against its plan; all in seconds. */
export interface Pace {
  readonly gone: number;
  /** When the present scene should begin and end; null where a scene before it has no plan. */
  readonly begins: number | null;
  readonly ends: number | null;
  /** All that is planned; null where a scene has no plan. */
  readonly whole: number | null;
  /** Seconds behind the plan, less than zero when ahead; 0 within the scene's own time. */
  readonly behind: number | null;
}

/** How the briefing stands at the time `now` (ms since 1970). */
export function paceOf({ scenes }: Story, { step, begun }: StageState, now: number): Pace {
  const gone = begun === null ? 0 : Math.max(0, (now - begun) / 1000);
  const planned = (until: number) =>
    scenes
      .slice(0, until)
      .reduce<number | null>(
        (sum, { seconds }) => (sum === null || seconds === null ? null : sum + seconds),
        0,
      );
  const begins = planned(step.scene);
  const ends = planned(step.scene + 1);
  const behind =
    begins === null || ends === null
      ? null
      : gone > ends
        ? gone - ends
        : gone < begins
          ? gone - begins
          : 0;
  return { gone, begins, ends, whole: planned(scenes.length), behind };
}

/** "12:05": minutes and seconds, as a clock on a lectern shows them. */
export function clockText(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${two(whole % 60)}`;
}
