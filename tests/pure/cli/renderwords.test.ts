import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { LOOKING, SHOWING, WRITING } from '../../../src/cli/figureflags.ts';
import { FLAGS } from '../../../src/cli/options.ts';
import { GRANTS, run } from './running.ts';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-'));
  file = join(folder, 'grants.csv');
  writeFileSync(file, GRANTS);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an error is one clear line and exit code 2', () => {
  test.each([
    [['nowhere.csv', '-o', '-'], /nowhere\.csv: there is no such file/],
    [['-o', '-'], /name a file/],
    [['FILE'], /say where to/],
    [['FILE', '-o', 'a.gif'], /no format for "gif"; there are: \.svg, \.png, \.pdf/],
    [['FILE', '-o', 'a'], /no format for ""/],
    [['FILE', '-o', 'no/such/folder/a.svg'], /no\/such\/folder\/a\.svg: /],
    [['FILE', '-o', '-', '--chart', 'pie'], /no chart "pie"; there are: sankey, timeline, treemap/],
    [['FILE', '-o', '-', '--by', 'region'], /no column "region" to group by; there are: .*Funder/],
    [['FILE', '-o', '-', '--by', 'funder'], /needs two columns/],
    [['FILE', '-o', '-', '--chart', 'timeline', '--by', 'a'], /no column "a"/],
    [['FILE', '-o', '-', '--chart', 'timeline', '--by', 'funder'], /not divided/],
    [['FILE', '-o', '-', '--split', 'funder'], /only a treemap is split/],
    [
      ['FILE', '-o', '-', '--measure', 'award'],
      /no measure "award"; there are: amount\/GBP\/total/,
    ],
    [['FILE', '-o', '-', '--where', 'sector'], /"sector" is no clause/],
    [['FILE', '-o', '-', '--where', 'sector='], /says nothing/],
    [
      ['FILE', '-o', '-', '--where', 'sector=Trains'],
      /no "Trains" in Sector; there are: .*Transport/,
    ],
    [['FILE', '-o', '-', '--where', 'sector=trans'], /no "trans" in Sector; there are: Transport$/],
    [['FILE', '-o', '-', '--where', 'period=2018'], /"2018" is no period/],
    [['FILE', '-o', '-', '--where', 'period=2018-02-01..2018-01-01'], /is no period/],
    [['FILE', '-o', '-', '--where', 'amount=lots'], /"lots" is no range of amounts/],
    [['FILE', '-o', '-', '--where', 'amount=..'], /is no range of amounts/],
    [['FILE', '-o', '-', '--size', 'huge'], /no size "huge"; there are: column/],
    [['FILE', '-o', '-', '--theme', 'red'], /--theme cannot be "red": light, dark/],
    [['FILE', '-o', '-', '--alt', 'x'.repeat(126)], /--alt cannot be .*125/],
    [['FILE', '-o', '-', '--top', '7'], /--top cannot be "7"/],
    [['FILE', '-o', '-', '--scale', '-3'], /--scale cannot be "-3"/],
    [['FILE', '-o', '-', '--dpi', '3'], /--dpi cannot be "3"/],
    [['FILE', '-o', '-', '--table=yes'], /--table takes no value/],
    [['FILE', '-o', '-', '--made', 'today'], /--made cannot be "today"/],
    [['FILE', '-o', '-', '--state', 'old.doc'], /old\.doc: there is no such file/],
    [['FILE', '-o', '-', '--data', 'built-in'], /not both/],
    [['FILE', '-o'], /-o needs a value/],
    [['FILE', '-q'], /no option "-q"/],
  ])('%j', async (words, line) => {
    const { code, err, piped } = await run(
      'render',
      ...words.map((w) => (w === 'FILE' ? file : w)),
    );
    expect(code).toBe(2);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(line);
    expect(err[0]).not.toContain('\n');
    expect(piped).toHaveLength(0);
  });
});

describe('the help', () => {
  test('of the program names every command, that of a command every option', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS)
      expect(out).toMatch(new RegExp(`${name} +${summary}`));
    const { out: help } = await run('render', '--help');
    expect((await run('help', 'render')).out).toBe(help);
    for (const { name } of [...SHOWING, ...LOOKING, ...WRITING])
      expect(help).toContain(`--${name}`);
    for (const { name } of FLAGS.filter((flag) => flag.name !== 'title')) {
      expect(help).toContain(`--${name}`);
    }
  });

  test('and the guide of the terminal do not leave an option out', () => {
    const guide = readFileSync('docs/terminal.md', 'utf8');
    for (const { name } of [...SHOWING, ...LOOKING, ...WRITING])
      expect(guide).toContain(`--${name}`);
  });
});
