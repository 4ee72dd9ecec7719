/**
 * `npm run bench`: the engine's milliseconds per kind of question and each chart's milliseconds to
 * be drawn and written, as medians, for generated datasets of three sizes. Milliseconds differ from
 * machine to machine; the ratio to a bare loop over the same arrays in the same run is the result.
 */
import { CHARTS } from '../../src/charts/index.ts';
import type { Chart } from '../../src/charts/chart.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { portableSvg } from '../../src/export/portable.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Answer } from '../../src/model/question.ts';
import { firstView } from '../../src/model/view.ts';
import { generate } from './generate.ts';
import { medianOf } from './measure.ts';
import { QUESTIONS } from './questions.ts';

const SIZES = [1_000, 100_000, 1_000_000];
const FRAME = { width: 1200, height: 700 };
const CAPTION = { headline: 'Generated grants', subtitle: '', notes: [], source: '' };

for (const rows of SIZES) await benchSize(rows);

async function benchSize(rows: number): Promise<void> {
  const dataset = generate(rows);
  const bare = await medianOf(() => bareLoop(dataset));
  console.log(`\n${rows} rows`.padEnd(41), 'ms'.padStart(9), '× bare loop'.padStart(13));
  const tell = (name: string, ms: number) =>
    console.log(
      `  ${name}`.padEnd(40),
      ms.toFixed(2).padStart(9),
      (ms / bare).toFixed(1).padStart(13),
    );

  tell('bare loop: one pass, sums by one code', bare);
  tell('open: totals, ranking and card', await medianOf(() => new LocalEngine(dataset)));
  const engine = new LocalEngine(dataset);
  for (const { name, question } of QUESTIONS) {
    tell(name, await medianOf((time) => engine.ask(question(engine.card, time))));
  }
  for (const chart of CHARTS) await benchChart(chart, engine, tell);
}

/** The charts of a first view, from the engine's own answers. */
async function benchChart(
  chart: Chart,
  engine: LocalEngine,
  tell: (name: string, ms: number) => void,
): Promise<void> {
  const { card } = engine;
  const view = firstView(card);
  const answers: Record<string, Answer> = {};
  for (const [name, question] of Object.entries(chart.asks(view, card))) {
    answers[name] = await engine.ask(question);
  }
  const draw = () => chart.draw(answers, view, card, FRAME);
  const drawing = draw();
  tell(`${chart.id}: lay out and draw ${drawing.marks.length} marks`, await medianOf(draw));
  tell(`${chart.id}: write as SVG`, await medianOf(() => portableSvg(drawing, CAPTION, 'light')));
}

/** The least that a question costs: amounts added by the code of one column. */
function bareLoop({ rows, low, dimensions }: Dataset): Float64Array {
  const { codes, values } = dimensions[1]!;
  const sums = new Float64Array(values.length);
  for (let row = 0; row < rows; row++) sums[codes[row]!]! += low[row]!;
  return sums;
}
