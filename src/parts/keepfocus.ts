/** What the Tab key stops at. */
const STOPS = 'a[href], button, input, select, summary, [tabindex="0"]';
/** What decides something when pressed: nobody is put there who was pressing something else. */
const DECIDES = '[data-decides]';

/** An element and which child of it led to the focus. */
interface Step {
  readonly parent: Element;
  readonly child: number;
}

/**
 * Keeps the keyboard's place in a page that changes under it. Choosing a mark, taking a clause away
 * or putting a notice away may remove the very thing that has the focus; browsers then start again
 * at the top of the page. Here the focus goes to what has come to stand where it was: the next stop
 * in the nearest surrounding that is still there, or the last one before it; what decides something is
 * none. Returns what ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let last: Element | null = null;
  let trail: Step[] = [];

  const note = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    last = target;
    trail = trailOf(target, root);
  };
  // While the focus is on its way from one thing to the next, neither has it and none has lost it.
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) last = null;
  };

  const changes = new MutationObserver((records) => {
    if (document.activeElement !== document.body) return;
    const taken = records.some(({ removedNodes }) =>
      [...removedNodes].some((node) => node.contains(last)),
    );
    if (!last || !taken) return;
    // Some are taken out only to be put in again elsewhere.
    const place = last.isConnected && isStop(last) ? last : nearest(trail);
    last = null;
    if (place instanceof HTMLElement || place instanceof SVGElement) place.focus();
  });

  root.addEventListener('focusin', note);
  root.addEventListener('focusout', leave);
  changes.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', note);
    root.removeEventListener('focusout', leave);
    changes.disconnect();
  };
}

function trailOf(element: Element, root: Element): Step[] {
  const parent = element.parentElement;
  if (element === root || !parent) return [];
  return [{ parent, child: [...parent.children].indexOf(element) }, ...trailOf(parent, root)];
}

function nearest(trail: readonly Step[]): Element | undefined {
  for (const { parent, child } of trail) {
    if (!parent.isConnected) continue;
    const stops = [...parent.querySelectorAll(STOPS)].filter(
      (stop) => isStop(stop) && !stop.closest(DECIDES),
    );
    const place = (stop: Element) =>
      [...parent.children].findIndex((candidate) => candidate.contains(stop));
    const found = stops.find((stop) => place(stop) >= child) ?? stops.at(-1);
    if (found) return found;
  }
  return undefined;
}

function isStop(element: Element): boolean {
  return element.matches(STOPS) && element.checkVisibility();
}
