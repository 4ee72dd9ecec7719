import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { saying } from '../library/filesource.ts';
import type { Story } from '../story/story.ts';
import type { Output } from './command.ts';
import { writerFor, type Drawn, type Manner, type Writer } from './writers.ts';

const PIPE = '-';
/** Stands for the scene of a story in the name of a file. */
const SCENE = '{scene}';

/** Where a figure goes and who writes it. */
export interface Target {
  readonly path: string;
  readonly writer: Writer;
}

/** The targets of paths, by their endings. Throws for an ending that nobody writes. */
export function targetsOf(paths: readonly string[], format: string): Target[] {
  return paths.map((path) => ({
    path,
    writer: writerFor(path === PIPE ? format : extname(path).slice(1)),
  }));
}

/**
 * Writes figures everywhere: first all files are composed, then each is written beside its place and
 * moved there, so that none is ever half of one.
 */
export async function writeAll(
  targets: readonly Target[],
  figures: readonly Drawn[],
  manner: Manner,
  output: Output,
): Promise<void> {
  const encoder = new TextEncoder();
  const composed: { path: string; bytes: Uint8Array }[] = [];
  for (const file of targets.flatMap((target) => filesOf(target, figures, manner.story))) {
    const written = await file.write(manner);
    const bytes = typeof written === 'string' ? encoder.encode(written) : written;
    composed.push({ path: file.path, bytes });
  }
  for (const { path, bytes } of composed) {
    if (path === PIPE) output.bytes(bytes);
    else await saying(path, () => writeWhole(path, bytes));
  }
}

/** A file for each scene where the path names it, else one for the story or all figures. */
function filesOf({ path, writer }: Target, figures: readonly Drawn[], story: Story | null) {
  const each = path.includes(SCENE);
  const [, second] = figures;
  if (each && figures.some(({ name }) => name === '')) {
    throw new Error(`${path}: ${SCENE} stands for the scenes of a story, and there is none`);
  }
  if (!each && story && 'deck' in writer) {
    const { deck } = writer;
    return [{ path, write: (manner: Manner) => deck(story, manner) }];
  }
  if (!each && second && 'one' in writer) {
    throw new Error(
      `${path}: it holds one figure; name each, as in figure-${SCENE}.${writer.ending}`,
    );
  }
  const groups = each ? figures.map((figure) => [figure]) : [figures];
  return groups.map((group) => ({
    path: path.replace(SCENE, group[0]?.name ?? ''),
    write: async (manner: Manner) => {
      if ('all' in writer) return writer.all(group, manner);
      const [figure] = group;
      if (!figure) throw new Error('there is no figure to write');
      return writer.one(figure, manner);
    },
  }));
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (fault) {
    await rm(beside, { force: true });
    throw fault;
  }
}
