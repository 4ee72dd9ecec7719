import type { Sheet } from '../../../../src/export/sheet.ts';
import { FIGURE_SIZES, WORDS_FROM_DATA, type FigureSpec } from '../../../../src/model/figure.ts';
import { firstView } from '../../../../src/model/view.ts';
import { figureOf } from '../../../../src/state/figure.ts';
import { ENGINES, type DataName } from '../../gallery/datasets.ts';

export const FILE_FACTS = { file: { name: 'a.csv', sha256: 'ab'.repeat(32) }, made: '2020-01-02' };

/** A figure of the gallery's data, at a size by name, that carries `payload`. */
export function sheetFor(
  data: DataName,
  chart: string,
  changes: Partial<Pick<FigureSpec, 'theme' | 'view'>> & { size?: string; payload?: string } = {},
): Promise<Sheet> {
  const { size = 'slide', payload = null, ...rest } = changes;
  const { width, height, type } = FIGURE_SIZES.get(size)!;
  const engine = ENGINES[data];
  return figureOf(
    engine,
    {
      view: firstView(engine.card),
      chart,
      size: { width, height, type },
      theme: 'print',
      words: WORDS_FROM_DATA,
      carries: 'picture',
      ...rest,
    },
    { ...FILE_FACTS, payload },
  );
}
