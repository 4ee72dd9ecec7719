import { keyCommand, type KeyCommand } from '../story/keys.ts';

/** What the keys do while the script has them, for those who hear of a chart's keys. */
export const SCRIPT_KEYS =
  'Keys turn the pages of the script. While exploring, arrow keys go from mark to mark.';

const FIELDS = 'input, select, textarea, dialog, [role=listbox]';
/** Keys of a clicker that mean nothing to a search. */
const NEVER_TYPED = ['PageDown', 'PageUp', 'Escape', 'F5'];

/**
 * What a key pressed on the stage means there; undefined when it is for what has the focus. `letters`
 * says whether single letters act, `away` whether the speaker is exploring.
 */
export function stageCommand(
  event: KeyboardEvent,
  stage: Element,
  { letters, away }: { readonly letters: boolean; readonly away: boolean },
): KeyCommand | undefined {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (!(target instanceof Element)) return undefined;
  const isSearch = target.matches('[role=combobox]');
  if (target.closest(FIELDS) && !(isSearch && NEVER_TYPED.includes(key))) return undefined;
  // What is open over the stage is closed first.
  if (key === 'Escape' && stage.querySelector('[aria-expanded="true"]')) return undefined;
  // A control that has the focus keeps the keys that work it.
  if (target.closest('button, a, summary') && (key === 'Enter' || key === ' ')) return undefined;
  return keyCommand(key, { letters, away });
}

/** While exploring, an arrow key goes from the bare stage to the marks; on a mark it is the chart's. */
export function visitMarks({ key, target }: KeyboardEvent, stage: Element): void {
  if (target !== stage || !key.startsWith('Arrow')) return;
  stage.querySelector<SVGElement>('.picture [tabindex="0"]')?.focus();
}
