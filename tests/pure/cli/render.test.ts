import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { sheetSvg } from '../../../src/export/portable.ts';
import { memorySource } from '../../../src/load/formats/bytes.ts';
import { openSource } from '../../../src/load/opensource.ts';
import { sha256Of } from '../../../src/load/sha256.ts';
import { encodeView } from '../../../src/model/address.ts';
import { WORDS_FROM_DATA, type FigureSpec } from '../../../src/model/figure.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import { figureOf } from '../../../src/state/figure.ts';
import { GRANTS, run } from './running.ts';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-'));
  file = join(folder, 'grants.csv');
  writeFileSync(file, GRANTS);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => void vi.stubEnv('SOURCE_DATE_EPOCH', ''));
afterEach(() => void vi.unstubAllEnvs());

/** The file, opened on the page's road and without the program. */
async function openedAsOnThePage() {
  const source = memorySource('grants.csv', new TextEncoder().encode(GRANTS));
  const opened = await openSource([source], {});
  if ('refused' in opened) throw new Error(opened.refused);
  const engine = new LocalEngine(opened.dataset);
  return { engine, file: { name: source.name, sha256: await sha256Of(source) } };
}

/** The SVG that the page writes of a view of the file. */
async function pageSvg(view: Partial<View>, changes: Partial<FigureSpec> = {}, made = '') {
  const { engine, file } = await openedAsOnThePage();
  const whole = { ...firstView(engine.card), ...view };
  const spec: FigureSpec = {
    view: whole,
    chart: whole.lead,
    size: { width: 160, height: 100, type: 1 },
    theme: 'print',
    words: WORDS_FROM_DATA,
    carries: 'picture',
    ...changes,
  };
  return sheetSvg(await figureOf(engine, spec, { file, made, payload: null }));
}

/** The SVG that the program writes to a pipe. */
async function svg(...words: string[]) {
  const { code, err, piped } = await run('render', file, '-o', '-', ...words);
  expect(err).toEqual([]);
  expect(code).toBe(0);
  return new TextDecoder().decode(piped);
}

const TRANSPORT = { on: 'values', dimension: 'sector', among: ['Transport'] } as const;

describe('tranche render writes the bytes of the page', () => {
  test('with nothing said', async () => {
    expect(await svg()).toBe(await pageSvg({}));
  });

  test.each<[string[], Partial<View>, Partial<FigureSpec>?]>([
    [['--by', 'Funder,sector'], { stages: ['funder', 'sector'] }],
    [['--by', 'sector,RECIPIENT'], { stages: ['sector', 'recipient'] }],
    [
      ['--chart', 'timeline', '--time', 'lump', '--unit', 'month'],
      { lead: 'timeline', spread: false, unit: 'month' },
    ],
    [['--chart', 'timeline', '--calendar', 'calendar'], { lead: 'timeline', calendar: 'calendar' }],
    [
      ['--chart=treemap', '--by=funder,recipient'],
      { lead: 'treemap', levels: ['funder', 'recipient'], split: null },
    ],
    [['--chart', 'treemap', '--split', 'Funder'], { lead: 'treemap', split: 'funder' }],
    [['--chart', 'treemap', '--split', ''], { lead: 'treemap', split: null }],
    [['--where', 'sector=transport'], { filters: [TRANSPORT] }],
    [
      ['--where', 'Sector=Transport,Energy'],
      { filters: [{ ...TRANSPORT, among: ['Transport', 'Energy'] }] },
    ],
    [
      ['--where', 'sector=Transport', '--where', 'sector=Energy'],
      { filters: [{ ...TRANSPORT, among: ['Transport', 'Energy'] }] },
    ],
    [
      ['--where', 'recipient=Smith, Jones and Co'],
      { filters: [{ on: 'values', dimension: 'recipient', among: ['Smith, Jones and Co'] }] },
    ],
    [
      ['--where', 'recipient="smith, jones and co",choir'],
      {
        filters: [
          { on: 'values', dimension: 'recipient', among: ['Smith, Jones and Co', 'Choir'] },
        ],
      },
    ],
    [['--where', 'amount=90000..'], { filters: [{ on: 'amount', from: 9_000_000, to: null }] }],
    [['--where', 'amount=0..3000.50'], { filters: [{ on: 'amount', from: 0, to: 300_050 }] }],
    [
      ['--where', 'period=2018-01-01..2018-02-01'],
      { filters: [{ on: 'period', within: { start: 17_532, end: 17_563 } }] },
    ],
    [['--scale', '1000000'], { scale: 100_000_000 }],
    [['--where', 'text=bridges'], { filters: [{ on: 'text', matches: 'bridges' }] }],
    [['--top', '5', '--measure', 'amount/GBP/total'], { top: 5 }],
    [
      ['--size', '160x90mm', '--theme', 'grey'],
      {},
      { size: { width: 160, height: 90, type: 1 }, theme: 'grey' },
    ],
    [
      ['--size', 'slide', '--theme', 'dark'],
      {},
      { size: { width: 338.67, height: 190.5, type: 1.5 }, theme: 'dark' },
    ],
    [
      [
        '--title',
        'My words',
        '--subtitle',
        '',
        '--notes',
        'A note.',
        '--source',
        'Me',
        '--alt',
        'Alt',
        '--description',
        'All',
      ],
      {},
      {
        words: {
          title: 'My words',
          subtitle: '',
          notes: 'A note.',
          source: 'Me',
          alt: 'Alt',
          description: 'All',
        },
      },
    ],
  ])('for %j', async (words, view, changes) => {
    const plain = await pageSvg({});
    const page = await pageSvg(view, changes);
    expect(await svg(...words)).toBe(page);
    if (!words.includes('--top') && !words.includes('RECIPIENT')) expect(page).not.toBe(plain);
  });

  test('from the link of a view, whole or its fragment, changed by what else is said', async () => {
    const view: Partial<View> = { lead: 'treemap', split: null, filters: [TRANSPORT] };
    const { card } = (await openedAsOnThePage()).engine;
    const fragment = encodeView({ ...firstView(card), ...view }, card);
    const page = await pageSvg(view);
    expect(await svg('--state', fragment)).toBe(page);
    expect(await svg('--state', `#${fragment}&data=grants`)).toBe(page);
    expect(await svg('--state', `https://example.org/tranche/#data=last-year&${fragment}`)).toBe(
      page,
    );
    expect(await svg('--state', fragment, '--chart', 'sankey')).toBe(
      await pageSvg({ ...view, lead: 'sankey' }),
    );
    expect(await svg('--state', 'https://example.org/tranche/')).toBe(await pageSvg({}));
  });

  test('with the day that is said, or that of SOURCE_DATE_EPOCH, or none', async () => {
    const dated = await pageSvg({}, {}, '2020-01-02');
    expect(dated).toContain('on 2020-01-02.');
    expect(await svg('--made', '2020-01-02')).toBe(dated);
    vi.stubEnv('SOURCE_DATE_EPOCH', String(18_263 * 86_400 + 5));
    expect(await svg()).toBe(dated);
    expect(await svg('--made', '')).toBe(await pageSvg({}));
  });
});

describe('what is written', () => {
  test('goes to several files at once, and into no other', async () => {
    const out = mkdtempSync(join(folder, 'out-'));
    const [one, two] = [join(out, 'one.svg'), join(out, 'two.SVG')];
    writeFileSync(one, 'old');
    expect(await run('render', file, '-o', one, '--output', two)).toMatchObject({ code: 0 });
    expect(readFileSync(one, 'utf8')).toBe(await pageSvg({}));
    expect(readFileSync(two, 'utf8')).toBe(readFileSync(one, 'utf8'));
    expect(readdirSync(out).sort()).toEqual(['one.svg', 'two.SVG']);
  });

  test('may be of every kind, as large and with as much as is said', async () => {
    const out = mkdtempSync(join(folder, 'out-'));
    const paths = ['svg', 'png', 'pdf'].map((ending) => join(out, `fig.${ending}`));
    const outputs = paths.flatMap((path) => ['-o', path]);
    await run('render', file, ...outputs, '--size', '127x90mm', '--dpi', '300', '--table');
    const [svg, png, pdf] = paths.map((path) => readFileSync(path));
    expect(svg?.toString()).toMatch(/^<svg /);
    expect(png?.readUInt32BE(16)).toBe(1500);
    expect(pdf?.toString('latin1')).toContain('/S /Table');
    const { piped } = await run('render', file, '-o', '-', '--format', 'png');
    expect(Buffer.from(piped).toString('latin1')).toContain('PNG');
  });

  test('leaves what was there when it cannot be put in its place', async () => {
    const out = mkdtempSync(join(folder, 'out-'));
    mkdirSync(join(out, 'taken.svg'));
    const { code, err } = await run('render', file, '-o', join(out, 'taken.svg'));
    expect([code, err.length]).toEqual([2, 1]);
    expect(readdirSync(out)).toEqual(['taken.svg']);
  });

  test('is a picture that says why, with exit code 1, where there is nothing to show', async () => {
    const clause = ['--where', 'sector=Energy', '--where', 'amount=..100'];
    const { code, err, piped } = await run('render', file, '-o', '-', ...clause);
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringMatching(/^tranche: the figure shows nothing: ./)]);
    expect(new TextDecoder().decode(piped)).toMatch(/^<svg /);
  });

  test('comes with what a link asks and the file does not have', async () => {
    const { code, err } = await run('render', file, '-o', '-', '--state', 'v=1&by=region,sector');
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringContaining('left aside from what it starts from: by:')]);
  });

  test('comes with a line where a PDF lacks letters', async () => {
    const far = join(folder, 'far.csv');
    writeFileSync(far, GRANTS.replace('Choir', '合唱団'));
    const words = ['--by', 'funder,recipient', '-o', join(folder, 'far.pdf')];
    const { code, err } = await run('render', far, ...words);
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringContaining('empty boxes in the .pdf for letters')]);
    expect(await run('render', file, ...words)).toMatchObject({ code: 0, err: [] });
  });

  test('can be of the built-in data', async () => {
    const { code, piped } = await run(
      'render',
      '--data',
      'built-in',
      '-o',
      '-',
      '--chart',
      'treemap',
    );
    expect(code).toBe(0);
    expect(new TextDecoder().decode(piped)).toContain('UK Digital Strategy');
  });

  test('reads the file as it is told to', async () => {
    const other = join(folder, 'other.csv');
    writeFileSync(other, 'What,Who,Paid,Promised\nBread,A,1,20\nTea,B,2,30\n');
    const words = ['--amount', 'Promised', '--title-column', 'What', '--title', 'Mine'];
    const { piped } = await run('render', other, '-o', '-', ...words, '--sector-column', 'Who');
    expect(new TextDecoder().decode(piped)).toMatch(/>Mine<\/text>[^]*£50 in 2 figures/);
  });
});
