import { commanded, openStage, type Command, type StageState } from '../story/machine.ts';
import type { Story } from '../story/story.ts';
import { heard, readTalk, wantsAnswer } from '../story/talk.ts';
import { ALIVE_EVERY, LOST, readMessage } from './script.ts';

/** The speaker's side of a briefing: the same machine as the stage's, and no data of its own. */
export class Speaking {
  readonly #briefing: string;
  readonly #channel: BroadcastChannel;
  readonly #window = crypto.randomUUID();
  readonly #beat: ReturnType<typeof setInterval>;
  #heardAt = 0;

  story: Story | null = $state.raw(null);
  /** Addresses of the pictures of the scenes. */
  pictures: readonly string[] = $state.raw([]);
  state: StageState = $state.raw(openStage());
  safe = $state(false);
  /** The audience's window has been heard of lately. */
  heard = $state(false);
  now = $state(Date.now());

  constructor(briefing: string) {
    this.#briefing = briefing;
    this.#channel = new BroadcastChannel(channelOf(briefing));
    this.#channel.onmessage = ({ data }) => this.#hear(data);
    this.#beat = setInterval(() => this.#tick(), ALIVE_EVERY / 2);
    this.#ask();
  }

  command(command: Command, at = Date.now()): void {
    if (!this.story) return;
    const next = commanded(this.story, this.state, command, at, this.#window);
    if (next === this.state) return;
    this.state = next;
    this.#say(false);
  }

  close(): void {
    clearInterval(this.#beat);
    this.#channel.close();
    this.pictures.forEach((address) => URL.revokeObjectURL(address));
  }

  #tick(): void {
    this.now = Date.now();
    this.heard = this.now - this.#heardAt < LOST;
    if (!this.story && this.heard) this.#ask();
  }

  /** Asks for the script and for the state, whichever the stage has. */
  #ask(): void {
    this.#channel.postMessage({ tranche: 'script wanted', briefing: this.#briefing });
    this.#say(true);
  }

  #say(asks: boolean): void {
    const { state } = this;
    this.#channel.postMessage({ tranche: 'stage', briefing: this.#briefing, asks, state });
  }

  #hear(data: unknown): void {
    const talk = readTalk(data, this.#briefing);
    if (talk) {
      const next = heard(this.state, talk);
      if (next !== this.state) this.state = next;
      if (wantsAnswer(next, talk)) this.#say(false);
      return;
    }
    const message = readMessage(data, this.#briefing);
    if (message?.tranche === 'alive' && message.window === 'stage') {
      this.#heardAt = Date.now();
      this.heard = true;
      this.safe = message.safe;
      if (!this.story) this.#ask();
    }
    if (message?.tranche === 'script') {
      this.pictures.forEach((address) => URL.revokeObjectURL(address));
      this.pictures = message.pictures.map((svg) =>
        URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })),
      );
      this.story = message.story;
    }
  }
}

/** The channel on which the windows of a briefing talk. */
export function channelOf(briefing: string): string {
  return `tranche-stage-${briefing}`;
}
