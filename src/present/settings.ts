import { USUAL_HALL, type Hall } from '../story/sight.ts';
import { STAGE_THEMES, type StageTheme } from './stagetheme.ts';

/** How a room and its speaker want the stage; kept in the browser, for both windows and the next time. */
export interface StageSettings {
  readonly hall: Hall;
  /** Single letters are keys of the script. */
  readonly letters: boolean;
  readonly theme: StageTheme;
}

const NAME = 'tranche-stage-settings';
const USUAL_THEME: StageTheme = 'system';

/** The settings that were kept last; the usual ones for what is not kept, or not as it should be. */
export function keptSettings(): StageSettings {
  try {
    const { hall, letters, theme } = fieldsOf(JSON.parse(localStorage.getItem(NAME) ?? 'null'));
    const { seats, screen } = fieldsOf(hall);
    return {
      hall: { seats: sizeOr(seats, USUAL_HALL.seats), screen: sizeOr(screen, USUAL_HALL.screen) },
      letters: letters !== false,
      theme: STAGE_THEMES.find((one) => one.theme === theme)?.theme ?? USUAL_THEME,
    };
  } catch {
    // The browser keeps nothing, or it was not we who wrote it.
    return { hall: USUAL_HALL, letters: true, theme: USUAL_THEME };
  }
}

export function keepSettings(settings: StageSettings): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(settings));
  } catch {
    // Without storage they last as long as the window.
  }
}

/** Any value may be asked for these by name; what is found is looked at before it is used. */
function fieldsOf(value: unknown): Partial<Record<keyof StageSettings | keyof Hall, unknown>> {
  return typeof value === 'object' && value !== null ? value : {};
}

function sizeOr(value: unknown, usual: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : usual;
}
