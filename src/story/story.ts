import type { Annotation } from '../model/annotation.ts';
import type { Subject } from '../model/subject.ts';

/**
 * A story: views of one dataset in an order, each with what is said over it. Plain data, as it stands
 * in a file: a view is the fragment of its address, so that stories live as long as links do.
 */
export interface Story {
  readonly version: 1;
  readonly title: string;
  /** The data its scenes are views of; name and SHA-256 are empty for what is built in. */
  readonly data: { readonly id: string; readonly name: string; readonly sha256: string };
  readonly scenes: readonly Scene[];
}

export interface Scene {
  /** Names the scene within its story; stays when scenes are moved. */
  readonly id: string;
  /** The headline; empty = the finding, written from the data. */
  readonly title: string;
  /** A few sentences for the audience. */
  readonly words: string;
  /** For the speaker alone. */
  readonly notes: string;
  /** The fragment of a view's address; its lead chart is the one on stage. */
  readonly view: string;
  /** What is shown in the light, one step after another, after the scene as a whole. */
  readonly reveals: readonly (readonly Subject[])[];
  /** What stands back all through the scene. */
  readonly dimmed: readonly Subject[];
  readonly annotations: readonly Annotation[];
  /** How long the speaker means to stay; null = not planned. */
  readonly seconds: number | null;
}

/** A place in a story: a scene, and how many of its reveals have been shown. */
export interface Step {
  readonly scene: number;
  readonly reveal: number;
}

export const FIRST_STEP: Step = { scene: 0, reveal: 0 };

/** What a scene is called in lists, `at` counting from 0: its headline, or its number. */
export function sceneName({ title }: Scene, at: number): string {
  return title || `Scene ${at + 1}`;
}

/** The story for those who are not to have the speaker's notes. */
export function withoutNotes(story: Story): Story {
  return { ...story, scenes: story.scenes.map((scene) => ({ ...scene, notes: '' })) };
}

/** Every step of a story in order. */
export function stepsOf({ scenes }: Story): Step[] {
  return scenes.flatMap(({ reveals }, scene) =>
    [0, ...reveals.map((_, at) => at + 1)].map((reveal) => ({ scene, reveal })),
  );
}

export function sameStep(a: Step, b: Step): boolean {
  return a.scene === b.scene && a.reveal === b.reveal;
}

/** The step `by` places further on, within the story. */
export function stepFrom(story: Story, from: Step, by: number): Step {
  const steps = stepsOf(story);
  const at = steps.findIndex((step) => sameStep(step, from));
  const wanted = Math.min(steps.length - 1, Math.max(0, (at < 0 ? 0 : at) + by));
  return steps[wanted] ?? FIRST_STEP;
}

/** Whether no step comes after this one. */
export function isLastStep(story: Story, step: Step): boolean {
  return sameStep(stepFrom(story, step, 1), step);
}

/** A step as it is written in an address, counted from 1: "3" or, with reveals shown, "3.2". */
export function writeStep({ scene, reveal }: Step): string {
  return reveal > 0 ? `${scene + 1}.${reveal}` : String(scene + 1);
}

/** The step a text names, moved to the nearest the story has; undefined when it names none. */
export function readStep(text: string, { scenes }: Story): Step | undefined {
  const [, scene, reveal = '0'] = /^(\d{1,4})(?:\.(\d{1,4}))?$/.exec(text) ?? [];
  if (scene === undefined || scenes.length === 0) return undefined;
  const at = Math.min(scenes.length, Math.max(1, Number(scene))) - 1;
  return { scene: at, reveal: Math.min(Number(reveal), scenes[at]?.reveals.length ?? 0) };
}
