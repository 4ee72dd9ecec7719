import type { FigureSpec } from '../../model/figure.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';

/**
 * What a figure of the open data carries to be opened again, as text; null for nothing. Where it is a
 * scene, `story` is the text of its story. Rejects with a sentence when it is too much for a picture.
 */
export async function payloadOf(
  spec: FigureSpec,
  card: DatasetCard,
  { reading, files }: Workspace,
  story: string | null = null,
): Promise<string | null> {
  const [{ carriedOf }, { encodeCarried }] = await Promise.all([
    import('../../carry/carried.ts'),
    import('../../carry/payload.ts'),
  ]);
  const whole = spec.carries === 'data' ? files : [];
  const carriedFiles = await Promise.all(
    whole.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const carried = carriedOf(spec, { card, reading, files: carriedFiles }, story);
  return carried && encodeCarried(carried);
}
