import { carriedOf } from '../carry/carried.ts';
import { encodeCarried } from '../carry/payload.ts';
import type { Sheet } from '../export/sheet.ts';
import { sheetSvg } from '../export/portable.ts';
import type { FigureSpec } from '../model/figure.ts';
import type { AnswerTo, Question } from '../model/question.ts';
import { figureOf, type FigureFacts } from '../state/figure.ts';
import { sceneFigure, type SceneFigure } from '../state/scenefigures.ts';
import type { Scene, Story } from '../story/story.ts';
import { writeStoryToPass } from '../story/storyfile.ts';
import type { Funding } from './reading.ts';
import { specOf, type Wish } from './wish.ts';

/** What a figure says beside the data. */
export interface Telling {
  /** ISO day on which it was made; empty, as it is by default, so that the bytes stay the same. */
  readonly made?: string;
}

/** Asks a question of the data. Rejects when it names a column or a measure that is not there. */
export function ask<Asked extends Question>(
  funding: Funding,
  question: Asked,
): Promise<AnswerTo[Asked['ask']]> {
  return funding.engine.ask(question);
}

/**
 * Draws a figure: the picture with its words at their places, which the writers of files write.
 * Rejects with a sentence when the wish names what is not there.
 */
export async function draw(
  funding: Funding,
  wish: Wish = {},
  telling: Telling = {},
): Promise<Sheet> {
  return drawSpec(funding, await specOf(funding.engine, wish), telling);
}

/** Draws a figure that is known down to its last choice, with what it is to carry. */
export async function drawSpec(
  funding: Funding,
  spec: FigureSpec,
  telling: Telling = {},
): Promise<Sheet> {
  return figureOf(funding.engine, spec, await factsOf(funding, spec, telling));
}

/**
 * Draws a scene of a story as `spec` says, with what it points out and what stands back. Where it
 * carries anything, it carries its story too, without the speaker's notes.
 */
export async function drawScene(
  funding: Funding,
  story: Story,
  scene: Scene,
  spec: FigureSpec,
  telling: Telling = {},
): Promise<SceneFigure> {
  const facts = await factsOf(funding, spec, telling, writeStoryToPass(story));
  return sceneFigure(funding.engine, scene, spec, facts);
}

/** Writes a figure as portable SVG: the same bytes as the page. */
export function toSvg(sheet: Sheet): string {
  return sheetSvg(sheet);
}

async function factsOf(
  funding: Funding,
  spec: FigureSpec,
  { made = '' }: Telling,
  story: string | null = null,
): Promise<FigureFacts> {
  const { reading } = funding;
  const file = reading && { name: reading.name, sha256: reading.sha256 };
  return { file, made, payload: await payloadOf(funding, spec, story) };
}

/** What a figure carries to be opened again, as text; null when it is to carry nothing. */
async function payloadOf(
  { engine, reading, sources }: Funding,
  spec: FigureSpec,
  story: string | null,
): Promise<string | null> {
  // The built-in data is wherever the program is.
  const wanted = spec.carries === 'data' && reading ? sources : [];
  const files = await Promise.all(
    wanted.map(async ({ name, size, slice }) => ({ name, bytes: await slice(0, size) })),
  );
  const carried = carriedOf(spec, { card: engine.card, reading, files }, story);
  return carried && encodeCarried(carried);
}
