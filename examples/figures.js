/**
 * Reads the data that comes with the package, asks what each sector gets, and draws two figures of
 * it. Run it with a folder to write into: `node examples/figures.js out`
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, draw, readBuiltIn, toPdf, toSvg } from 'tranche';

const folder = process.argv[2] ?? 'figures';
await mkdir(folder, { recursive: true });

const funding = await readBuiltIn();
const [measure] = funding.engine.card.measures;

const { groups, ledger } = await ask(funding, {
  ask: 'groups',
  measure: measure.id,
  filters: [],
  by: [{ dimension: 'sector', top: 5 }],
  also: [],
});
for (const { path, sum } of groups) console.log(path.join(), sum.low / 10 ** measure.decimals);
console.log(`${ledger.shown.rows} of ${ledger.file.rows} rows are shown`);

const sankey = await draw(funding, { by: ['funder', 'sector'], size: '160x90mm' });
const tiles = await draw(funding, { chart: 'treemap', split: null, theme: 'grey' });
await writeFile(join(folder, 'sankey.svg'), toSvg(sankey));
await writeFile(join(folder, 'both.pdf'), await toPdf([sankey, tiles], { table: true }));
