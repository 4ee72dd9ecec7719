import { HOST_KEYS, PROTOCOL, type FromHost } from '../messages.ts';
import { brightness } from './looks.ts';

/** How far outside the window a chart begins to load. */
const AHEAD = '600px';
/** No content is higher than this, in pixels. */
const HIGHEST = 10_000;
/** Milliseconds after its width has changed in which an element may change its height in view. */
const SETTLING = 1000;

function set(target: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) target.style.setProperty(name, value);
}

/**
 * Puts a frame with the live chart over the content of an element once it comes near the window, and
 * shows it when the chart says that it is there. The element is as high as its content; where the
 * chart needs more, it grows only while nobody sees it, or when its width has changed anyway, so that
 * nothing on the page ever jumps. Gives what takes all of that away again.
 */
export function attach(element: HTMLElement): () => void {
  const sandbox = element.getAttribute('sandbox');
  const reserved = Number(element.getAttribute('height')) || 0;
  const address = new URL(element.getAttribute('src') ?? '', document.baseURI);
  const origin =
    sandbox === null || sandbox.includes('allow-same-origin') ? address.origin : 'null';
  const frame = document.createElement('iframe');
  const done = new AbortController();
  const { signal } = done;
  let hasBegun = false;
  let isLive = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let width = 0;
  let room = 0;
  let wanted = 0;

  const load = () => {
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    frame.title = element.querySelector('img')?.alt || 'Chart';
    frame.referrerPolicy = 'no-referrer';
    frame.src = address.href;
    set(frame, { position: 'absolute', left: '0', bottom: '0', width: '100%', border: '0' });
    show(false);
    element.append(frame);
  };

  /** Shows the chart and not what it stands over, or the other way round. */
  const show = (live: boolean) => {
    for (const child of element.children) {
      if (child instanceof HTMLElement) set(child, { visibility: live ? 'hidden' : '' });
    }
    set(frame, { visibility: live ? '' : 'hidden', height: '100%' });
  };

  const tell = () => {
    if (!hasBegun) return;
    const chosen = element.getAttribute('theme');
    const isDark = brightness(getComputedStyle(element).color) > 0.5;
    const message: FromHost = {
      tranche: PROTOCOL,
      type: 'host',
      theme: chosen === 'light' || chosen === 'dark' ? chosen : isDark ? 'dark' : 'light',
      lang: element.closest<HTMLElement>('[lang]')?.lang ?? '',
      room,
    };
    frame.contentWindow?.postMessage(message, origin === 'null' ? '*' : origin);
  };

  const grow = () => set(element, { 'min-height': `${Math.max(wanted, reserved)}px` });

  const hear = ({ source, origin: sender, data }: MessageEvent<unknown>) => {
    if (!frame.contentWindow || source !== frame.contentWindow || sender !== origin) return;
    // Any value may be asked for these by name; what is found is looked at before it is used.
    const { tranche, type, height, key } = Object(data) as Record<string, unknown>;
    if (tranche !== PROTOCOL) return;
    if (type === 'hello') {
      hasBegun = true;
      tell();
    } else if (type === 'key') {
      press(key);
    } else if (typeof height === 'number' && height > 0 && height <= HIGHEST) {
      if (type === 'ask') set(frame, { visibility: '', height: `${height}px` });
      if (type === 'ready') show((isLive = true));
      if (type === 'ready' || type === 'height') wanted = height;
      if (settling || room === 0) grow();
      else look();
    }
  };

  /** A key that the chart has no use for is pressed on the page. */
  const press = (key: unknown) => {
    const keyCode = HOST_KEYS.get(String(key));
    if (keyCode === undefined) return;
    if (key === 'Escape') frame.blur();
    for (const type of ['keydown', 'keyup']) {
      const init = { key: String(key), keyCode, bubbles: true, cancelable: true };
      element.dispatchEvent(new KeyboardEvent(type, init));
    }
  };

  const sized = new ResizeObserver(() => {
    if (element.clientWidth === width && wanted > 0) return;
    if (wanted > 0) {
      clearTimeout(settling);
      settling = setTimeout(() => (settling = undefined), SETTLING);
    }
    width = element.clientWidth;
    set(element, { 'min-height': `${reserved}px` });
    room = element.clientHeight;
    wanted = 0;
    tell();
  });
  const near = new IntersectionObserver(
    (entries) => {
      if (!frame.src && entries.some(({ isIntersecting }) => isIntersecting)) load();
    },
    { rootMargin: AHEAD },
  );
  const seen = new IntersectionObserver((entries) => {
    const { isIntersecting, boundingClientRect: then } = entries.at(-1)!;
    if (isIntersecting) return;
    // The page may have been scrolled to it since.
    if (then.top === element.getBoundingClientRect().top) grow();
    else look();
  });
  /** Lets the element grow once it is sure that nobody sees it. */
  const look = () => {
    seen.unobserve(element);
    seen.observe(element);
  };
  const looks = new MutationObserver(tell);
  looks.observe(document.documentElement, { attributes: true });
  looks.observe(document.body, { attributes: true });
  looks.observe(element, { attributeFilter: ['theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell, { signal });
  addEventListener('message', hear, { signal });
  // On paper the picture stands for the chart, where there is one.
  const print = (isOver: boolean) => {
    if (isLive && element.children.length > 1) show(isOver);
  };
  addEventListener('beforeprint', () => print(false), { signal });
  addEventListener('afterprint', () => print(true), { signal });

  set(element, { display: 'block', position: 'relative', 'min-height': `${reserved}px` });
  for (const observer of [sized, near, seen]) observer.observe(element);
  return () => {
    done.abort();
    for (const observer of [sized, near, seen, looks]) observer.disconnect();
    frame.remove();
    show(false);
  };
}
