import { THEMES, type ThemeId } from '../drawing/themes.ts';

/** The colours a stage can have; `system` leaves them to the machine. */
export type StageTheme = 'system' | Extract<ThemeId, 'light' | 'dark' | 'contrast'>;

export const STAGE_THEMES: readonly { readonly theme: StageTheme; readonly words: string }[] = [
  { theme: 'system', words: 'as on this machine' },
  { theme: 'light', words: 'light' },
  { theme: 'dark', words: 'dark' },
  { theme: 'contrast', words: 'for a pale projector' },
];

/** Gives an element and all in it the colours of a theme. */
export function paintStage(element: HTMLElement, theme: StageTheme): void {
  // The paints of one theme are those of all, and it has no others.
  for (const ink of Object.keys(THEMES.light) as (keyof typeof THEMES.light)[]) {
    if (theme === 'system') element.style.removeProperty(`--${ink}`);
    else element.style.setProperty(`--${ink}`, THEMES[theme][ink]);
  }
}
