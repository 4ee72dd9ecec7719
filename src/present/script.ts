import type { Story } from '../story/story.ts';
import { checkStory } from '../story/storyfile.ts';

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

/** A window that opens asks for the script, until it has it. */
export interface ScriptWanted {
  readonly tranche: 'script wanted';
  readonly briefing: string;
}

/** The stage's answer to a window that asks how things stand. */
export interface Alive {
  readonly tranche: 'alive';
  readonly briefing: string;
  /** All that the story needs is in memory: the network may go. */
  readonly safe: boolean;
}

/**
 * The speaker's window asks so often, in ms: what a browser drops is made good by the next answer. No
 * answer for LOST ms means that the stage is gone. The stage itself needs no clock, which a browser
 * would slow down for a window that it believes out of sight.
 */
export const ASKS_EVERY = 1000;
export const LOST = 3500;

/** The channel on which the windows of a briefing talk. */
export function channelOf(briefing: string): string {
  return `tranche-stage-${briefing}`;
}

/** A message of this briefing as it arrived, checked; undefined for anything else. */
export function readMessage(
  message: unknown,
  briefing: string,
): Script | ScriptWanted | Alive | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('tranche' in message) || !('briefing' in message)) return undefined;
  if (message.briefing !== briefing) return undefined;
  const { tranche } = message;
  if (tranche === 'script wanted') return { tranche, briefing };
  if (tranche === 'alive' && 'safe' in message && typeof message.safe === 'boolean') {
    return { tranche, briefing, safe: message.safe };
  }
  if (tranche !== 'script' || !('story' in message) || !('pictures' in message)) return undefined;
  const { pictures } = message;
  const story = checkStory(message.story);
  if ('refused' in story || !isTexts(pictures)) return undefined;
  return pictures.length === story.scenes.length
    ? { tranche, briefing, story, pictures }
    : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
