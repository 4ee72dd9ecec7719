import { heightToTell, type ToldHeight } from './height.ts';
import { isForHost, type Place } from './keys.ts';
import { PROTOCOL, readHostMessage, type FromEmbed } from './messages.ts';
import type { EmbedTheme } from './request.ts';

declare global {
  /** Asks for a frame as high as what is in it, of a page that lets it; only in some browsers yet. */
  var requestResize: (() => void) | undefined;
}

type Unnumbered<Message> = Message extends unknown ? Omit<Message, 'tranche'> : never;

/**
 * The page around an embed, which may be anyone's. It is told heights and keys, and listened to for
 * how it looks and how much room it has kept; nothing of it is needed for the chart to work.
 */
export class Host {
  /** Pixels it has kept free; null where it has not said, or keeps none. */
  room: number | null = $state(null);
  #listens = false;
  #told: ToldHeight | null = null;
  #isReady = false;

  /** `room` and `theme` are what the address says; the page around goes before them. */
  constructor(room: number | null, theme: EmbedTheme) {
    this.room = room;
    this.#dress(theme);
  }

  /** Begins to listen, and says so. */
  listen(): void {
    if (window.parent === window) return;
    addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      const message = source === window.parent ? readHostMessage(data) : undefined;
      if (!message) return;
      this.#listens = true;
      this.#dress(message.theme);
      if (message.room > 0) this.room = message.room;
    });
    this.#say({ type: 'hello' });
  }

  /** Tells that there is a picture, once, and from then on its height. */
  ready(): void {
    if (this.#isReady || !this.#told) return;
    this.#isReady = true;
    fitFrame();
    this.#say({ type: 'ready', height: this.#told.height });
  }

  /** Tells that there is a question to the reader, which takes so many pixels; a picture may stay beside it. */
  ask(height: number): void {
    this.#say({ type: 'ask', height });
  }

  /** Tells how high the content is, of what is shown. */
  height(height: number, shown: unknown): void {
    const told = heightToTell(this.#told, { height, shown, room: this.room, width: innerWidth });
    if (told === this.#told) return;
    this.#told = told;
    if (!this.#isReady) return;
    fitFrame();
    this.#say({ type: 'height', height: told.height });
  }

  /** Passes on a key that is the page's around, and tells whether it was. */
  key(event: KeyboardEvent, place: Place, hasStepBack: boolean): boolean {
    const isModified = event.ctrlKey || event.altKey || event.metaKey;
    if (!this.#listens || isModified || !isForHost(event.key, place, hasStepBack)) return false;
    this.#say({ type: 'key', key: event.key });
    return true;
  }

  #dress(theme: EmbedTheme): void {
    document.documentElement.style.colorScheme = theme === 'auto' ? '' : theme;
  }

  #say(message: Unnumbered<FromEmbed>): void {
    window.parent.postMessage({ tranche: PROTOCOL, ...message }, '*');
  }
}

/**
 * Where the browser can, the frame is made as high as the page, which says in a meta tag that it lets
 * pages of any origin do so.
 */
function fitFrame(): void {
  try {
    globalThis.requestResize?.();
  } catch {
    // It is refused where the page around is a file or there is none; the height is told all the same.
  }
}
