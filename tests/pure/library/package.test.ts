import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INSTALLED } from '../house/packages.ts';

/** Somebody's project: the package as npm packs it, beside what npm would install with it. */
let project: string;
let packed: readonly string[];

const node = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8', stdio: 'pipe' });

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'tranche-'));
  const modules = join(project, 'node_modules');
  const words = ['pack', '--json', '--pack-destination', project];
  const [{ filename, files }] = JSON.parse(
    execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).replace(
      /^[^]*?(?=^\[)/m,
      '',
    ),
  ) as [{ filename: string; files: { path: string }[] }]; // as npm says it
  packed = files.map(({ path }) => path);
  const home = join(modules, 'tranche');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, filename), '--strip-components=1', '-C', home]);
  for (const name of [...INSTALLED, '@types/node']) {
    mkdirSync(join(modules, name, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
}, 300_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the package as it is installed', () => {
  test('holds the program, the library and the data, and no source', () => {
    for (const path of [
      'lib/tranche.js',
      'lib/library.js',
      'lib/types/library/index.d.ts',
      'scripts/tranche.js',
      'data/digital-strategy-2017.csv',
      'LICENSE',
    ]) {
      expect(packed).toContain(path);
    }
    expect(packed.filter((path) => /^(src|tests|dist)\//.test(path))).toEqual([]);
  });

  test('draws in a terminal', () => {
    const program = 'node_modules/tranche/scripts/tranche.js';
    const outputs = ['svg', 'png', 'pdf', 'html'].flatMap((ending) => ['-o', `fig.${ending}`]);
    node(program, 'render', '--data', 'built-in', ...outputs);
    expect(readFileSync(join(project, 'fig.svg'), 'utf8')).toMatch(/^<svg /);
    expect(readFileSync(join(project, 'fig.png')).subarray(1, 4).toString()).toBe('PNG');
    expect(readFileSync(join(project, 'fig.pdf')).subarray(0, 4).toString()).toBe('%PDF');
    const html = readFileSync(join(project, 'fig.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>[^]*Content-Security-Policy[^]*digital-strategy-2017/);
    const story = resolve('data/digital-strategy-2017.story.json');
    node(program, 'render', '--story', story, '-o', 'deck.html');
    expect(readFileSync(join(project, 'deck.html'), 'utf8')).toContain('id="tranche-story"');
  });

  test('ends quietly when nobody reads its output to the end', () => {
    const long = `${'a long line above the header '.repeat(10_000)}\nRecipient,Amount\nA,1\nB,2\n`;
    writeFileSync(join(project, 'long.csv'), long);
    const piped = `"${process.execPath}" node_modules/tranche/scripts/tranche.js check long.csv | head -c 10`;
    const { stdout, stderr } = spawnSync('sh', ['-c', piped], { cwd: project, encoding: 'utf8' });
    expect(stdout).toHaveLength(10);
    expect(stderr).toBe('');
  });

  test('runs the example of the guide', () => {
    writeFileSync(join(project, 'figures.mjs'), readFileSync('examples/figures.js'));
    const said = node('figures.mjs', 'out');
    expect(said).toContain('sector:Health and care 4275000000');
    expect(said).toMatch(/9 of 15 rows are shown/);
    expect(readFileSync(join(project, 'out/sankey.svg'), 'utf8')).toMatch(/^<svg /);
  });

  test('comes with types that find a mistake', () => {
    const code = (wish: string) => `import { draw, readBuiltIn, toSvg } from 'tranche';
const text: string = toSvg(await draw(await readBuiltIn(), ${wish}));
console.log(text);
`;
    writeFileSync(join(project, 'right.mts'), code(`{ chart: 'sankey', theme: 'print' }`));
    writeFileSync(join(project, 'wrong.mts'), code(`{ theme: 'purple' }`));
    const check = (file: string) =>
      node(
        resolve('node_modules/typescript/bin/tsc'),
        ...['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'],
        file,
      );
    expect(check('right.mts')).toBe('');
    expect(() => check('wrong.mts')).toThrow();
  });

  test('says in a line what is missing', () => {
    rmSync(join(project, 'node_modules/pdfkit'));
    const program = 'node_modules/tranche/scripts/tranche.js';
    expect(() => node(program, 'render', '--data', 'built-in', '-o', 'other.pdf')).toThrow(
      /^Command failed[^]*\ntranche: the package pdfkit is needed for this and cannot be loaded: npm install\n$/,
    );
  });
});
