import { CHARTS } from '../charts/index.ts';
import type { Change } from './changes.ts';
import { Explorer } from './explorer.svelte.ts';
import { fitting } from './fitting.ts';
import type { Asked, Opened, Opening } from './opening.ts';

/** What is on screen, with all that belongs to it. */
export interface Standing {
  readonly opened: Opened;
  readonly explorer: Explorer;
  readonly files: readonly File[];
  readonly changes: readonly Change[];
}

/** An explorer of what was opened: at the view asked, or that of the one before as far as it fits. */
export async function explorerOf(
  { engine }: Opened,
  asked: Asked | null,
  before: Explorer | null,
  changed: Opening['changed'],
): Promise<Explorer> {
  const wanted = asked
    ? asked(engine)
    : { view: before && fitting(before.view, engine, before.card), notices: [] };
  const explorer = await Explorer.open(engine, wanted.view ?? undefined, CHARTS, (view, step) =>
    changed(view, engine, step),
  );
  explorer.notices = wanted.notices;
  return explorer;
}
