import { HOST_KEYS } from './messages.ts';

/** Where the focus is: on a mark one has come to by keyboard, on a control, or nowhere in particular. */
export type Place = 'mark' | 'control' | 'page';

/** Keys that a mark makes use of. */
const MARK_KEYS = /^(Arrow(Left|Right|Up|Down)|Home|End|Enter| )$/;
/** Keys that a link, a button or a list makes use of. */
const CONTROL_KEYS = /^(Enter| |ArrowUp|ArrowDown)$/;

/**
 * Whether a key is the page's around: all that it may wait for, but for what a mark or a control
 * that has the focus would do with it. Escape is the chart's for as long as there is a step to go back.
 */
export function isForHost(key: string, place: Place, hasStepBack: boolean): boolean {
  if (!HOST_KEYS.has(key)) return false;
  if (key === 'Escape') return !hasStepBack;
  if (place === 'mark') return !MARK_KEYS.test(key);
  return place === 'page' || !CONTROL_KEYS.test(key);
}
