import type { Story } from '../story/story.ts';

/**
 * What the speaker's window is given by the stage: the story with its notes, and a picture of each
 * scene, so that it needs neither the data nor an engine. It goes from window to window of one
 * machine and is never shown to the audience.
 */
export interface Script {
  readonly tranche: 'script';
  readonly briefing: string;
  readonly story: Story;
  /** A portable SVG for each scene. */
  readonly pictures: readonly string[];
}

/** A window that opens asks for the script. */
export interface ScriptWanted {
  readonly tranche: 'script wanted';
  readonly briefing: string;
}

/** Windows tell each other that they are there; none for LOST ms means that the other is gone. */
export interface Alive {
  readonly tranche: 'alive';
  readonly briefing: string;
  readonly window: 'stage' | 'speaker';
  /** All that the story needs is in memory: the network may go. */
  readonly safe: boolean;
}

export const ALIVE_EVERY = 1000;
export const LOST = 3500;

type Message = Script | ScriptWanted | Alive;

/** A message of this briefing, or undefined. The windows are of one origin and one program. */
export function readMessage(data: unknown, briefing: string): Message | undefined {
  if (typeof data !== 'object' || data === null || !('tranche' in data)) return undefined;
  const known = ['script', 'script wanted', 'alive'];
  const isOurs = known.includes(String(data.tranche)) && 'briefing' in data;
  // Only windows of this program speak on the channel; what they are is said by `tranche`.
  return isOurs && data.briefing === briefing ? (data as Message) : undefined;
}
