/** Pixels a finger goes across at least, and how many times as far as up or down. */
const FAR = 60;
const LEVEL = 2;

/**
 * For `{@attach}`: hears one finger that goes across an element, to the left `1`, as one turns a page
 * onwards, to the right `-1`. Two fingers are a zoom, up and down is reading.
 */
export function swiped(onswipe: (way: 1 | -1) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const done = new AbortController();
    const { signal } = done;
    let from: { readonly x: number; readonly y: number } | null = null;
    element.addEventListener(
      'pointerdown',
      ({ pointerType, isPrimary, clientX: x, clientY: y }) => {
        from = pointerType === 'touch' && isPrimary ? { x, y } : null;
      },
      { signal },
    );
    element.addEventListener('pointercancel', () => (from = null), { signal });
    element.addEventListener(
      'pointerup',
      ({ clientX, clientY }) => {
        if (!from) return;
        const [across, along] = [clientX - from.x, Math.abs(clientY - from.y)];
        from = null;
        if (Math.abs(across) >= FAR && Math.abs(across) > LEVEL * along) {
          onswipe(across < 0 ? 1 : -1);
        }
      },
      { signal },
    );
    return () => done.abort();
  };
}
