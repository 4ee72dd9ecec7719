import { utf8 } from './bytes.ts';

/** Brackets of a story within one another: scenes, a scene, annotations, one of them, places, a place. */
export const DEEPEST_STORY = 10;

/**
 * True when no bracket of a JSON text stands more than `deepest` others deep: told character by
 * character, before anything is read that would follow them down.
 */
export function isShallow(json: string, deepest: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > deepest) return false;
  }
  return true;
}

/** What bytes of JSON say, no more than `deepest` deep; undefined where they are anything else. */
export function parseShallow(bytes: Uint8Array, deepest: number): unknown {
  const json = utf8(bytes);
  try {
    return json !== undefined && isShallow(json, deepest) ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}
