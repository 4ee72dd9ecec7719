import type { Command } from './machine.ts';

/** What a key does on stage: moves the story, or does something to the window. */
export type KeyCommand = Command | { readonly do: 'full screen' | 'spotlight' | 'search' };

/** Keys of clickers and of the keyboard's outer parts; they work whatever the letters do. */
const KEYS = new Map<string, KeyCommand>([
  ['PageDown', { do: 'next' }],
  ['ArrowRight', { do: 'next' }],
  ['ArrowDown', { do: 'next' }],
  [' ', { do: 'next' }],
  ['Enter', { do: 'next' }],
  ['PageUp', { do: 'previous' }],
  ['ArrowLeft', { do: 'previous' }],
  ['ArrowUp', { do: 'previous' }],
  ['Backspace', { do: 'previous' }],
  ['Home', { do: 'first' }],
  ['End', { do: 'last' }],
  ['.', { do: 'black' }],
  [',', { do: 'white' }],
  // A clicker's fourth key sends these two in turn; neither may cost the step.
  ['F5', { do: 'full screen' }],
  ['Escape', { do: 'escape' }],
]);

const LETTERS = new Map<string, KeyCommand>([
  ['b', { do: 'black' }],
  ['w', { do: 'white' }],
  ['e', { do: 'leave' }],
  ['r', { do: 'return' }],
  ['f', { do: 'full screen' }],
  ['s', { do: 'spotlight' }],
  ['/', { do: 'search' }],
]);

/** While exploring, these bring the speaker back; all other keys belong to the chart. */
const BACK_TO_SCRIPT = ['PageDown', 'PageUp', 'Escape', '.', ',', 'F5'];

/**
 * What a key press on the stage means; undefined when it is none of ours. `letters` says whether
 * single letters act, `away` whether the speaker is exploring.
 */
export function keyCommand(
  key: string,
  { letters, away }: { readonly letters: boolean; readonly away: boolean },
): KeyCommand | undefined {
  const letter = letters ? LETTERS.get(key.toLowerCase()) : undefined;
  if (letter) return letter;
  return away && !BACK_TO_SCRIPT.includes(key) ? undefined : KEYS.get(key);
}
