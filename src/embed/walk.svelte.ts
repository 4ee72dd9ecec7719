import type { Chart } from '../charts/chart.ts';
import type { Engine } from '../engine/engine.ts';
import type { View } from '../model/view.ts';
import { Explorer } from '../state/explorer.svelte.ts';

/** A reader's way through an embedded chart: from the view its author set, step by step, and back. */
export class Walk {
  readonly explorer: Explorer;
  /** Views that were left, the oldest first. */
  #left: readonly View[] = $state.raw([]);

  private constructor(open: (left: () => void) => Explorer) {
    this.explorer = open(() => (this.#left = [...this.#left, this.explorer.view]));
  }

  static async open(engine: Engine, view: View, chart: Chart): Promise<Walk> {
    let leave = (): void => undefined;
    const explorer = await Explorer.open(engine, view, [chart], (_, step) => {
      if (step) leave();
    });
    return new Walk((left) => {
      leave = left;
      return explorer;
    });
  }

  get hasStepBack(): boolean {
    return this.#left.length > 0;
  }

  /** One step back towards the author's view; none where the reader stands there. */
  back(): void {
    const view = this.#left.at(-1);
    if (!view) return;
    this.#left = this.#left.slice(0, -1);
    void this.explorer.show(view);
  }
}
