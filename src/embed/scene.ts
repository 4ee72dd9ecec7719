import type { Drawing } from '../drawing/drawing.ts';
import type { Focus } from '../drawing/emphasis.ts';
import type { View } from '../model/view.ts';
import { carriedStory, servedStory } from '../parts/stories.ts';
import type { Supply } from '../parts/supply.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { pointedOut, saidOn } from '../state/pointing.ts';

/** A scene that an embed's address names. */
export interface NamedScene {
  /** The fragment of its view. */
  readonly view: string;
  readonly over: (view: View, explorer: Explorer) => Promise<StagedScene>;
}

/** What an embed shows of a scene for as long as its reader stays at the author's view. */
export interface StagedScene {
  /** Empty = the finding, written from the data. */
  readonly title: string;
  readonly words: string;
  /** What stands in the light. */
  readonly light: Focus;
  /** A drawing of the view with what the scene points out on it; what it has no mark for is in the notes. */
  readonly pointOut: (drawing: Drawing) => Drawing;
}

const NAME = /^([\w.-]+)\/([\w-]+)(?:\.(\d{1,3}))?$/;

/**
 * The scene of `story/scene` or, with some of its reveals shown, `story/scene.2`. The story is named,
 * and then its file lies among the built-in data, or it is in the address, as in a link that carries
 * it. Rejects with a sentence for the reader when there is none.
 */
export async function fetchScene(name: string, supply: Supply): Promise<NamedScene> {
  const [, of, id, reveal = '0'] = NAME.exec(name) ?? [];
  if (of === undefined) throw new Error(`No scene is called “${name.slice(0, 60)}”.`);
  // A name has no point in it, and what is packed always has.
  const story = of.includes('.') ? carriedStory(of) : await servedStory(of, supply);
  const scene = story.scenes.find((one) => one.id === id);
  if (!scene) throw new Error(`The story “${story.title}” has no scene called “${id}”.`);
  return {
    view: scene.view,
    over: async (view, { card, book }) => {
      const said = await saidOn(scene, view, card, book);
      return {
        title: scene.title,
        words: scene.words,
        light: scene.reveals[Number(reveal) - 1] ?? [],
        pointOut: (plain) => {
          const { drawing, missing } = pointedOut(plain, said);
          const untold = missing.map((what) => `Not in this picture: ${what}.`);
          return { ...drawing, notes: [...untold, ...drawing.notes] };
        },
      };
    },
  };
}
