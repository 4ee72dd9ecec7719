import { strFromU8, unzipSync } from 'fflate';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPicture } from '../../../src/library/picture.ts';
import { withoutNotes } from '../../../src/story/story.ts';
import { checkStory, readStory } from '../../../src/story/storyfile.ts';
import { departuresOf } from '../export/profile.ts';
import { GRANTS, run } from './running.ts';

const STORY = {
  version: 1,
  title: 'Two looks at the grants',
  data: { id: 'grants', name: 'grants.csv' },
  scenes: [
    { id: 'flow', title: 'Where it goes', view: 'v=1&by=funder,sector' },
    { id: 'tiles', view: 'v=1&lead=treemap&split=' },
  ],
};

function checked(data: unknown) {
  const story = checkStory(data);
  if ('refused' in story) throw new Error(story.refused);
  return story;
}

let folder: string;
let file: string;
let story: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-'));
  file = join(folder, 'grants.csv');
  story = join(folder, 'talk.story.json');
  writeFileSync(file, GRANTS);
  writeFileSync(story, JSON.stringify(STORY));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a story', () => {
  test('gives a figure of each scene, by name or all in one', async () => {
    const out = mkdtempSync(join(folder, 'out-'));
    const outputs = ['{scene}.svg', 'all.pdf', 'all.pptx'].flatMap((name) => [
      '-o',
      join(out, name),
    ]);
    const ran = await run('render', file, '--story', story, '--theme', 'grey', ...outputs);
    expect(ran).toMatchObject({ code: 0, err: [] });
    expect(readdirSync(out).sort()).toEqual(['all.pdf', 'all.pptx', 'flow.svg', 'tiles.svg']);
    const flow = readFileSync(join(out, 'flow.svg'), 'utf8');
    expect(flow).toContain('>Where it goes</text>');
    const words = ['--by', 'funder,sector', '--title', 'Where it goes', '--theme', 'grey'];
    const alone = await run('render', file, ...words, '-o', '-');
    expect(flow).toBe(new TextDecoder().decode(alone.piped));
    expect(readFileSync(join(out, 'all.pdf'), 'latin1').match(/\/S \/Figure\n/g)).toHaveLength(2);
  });

  test('is drawn as on stage: pointed out, dimmed, with the notes under its slides', async () => {
    const told = join(folder, 'told.json');
    const scene = {
      id: 'told',
      words: 'Two offices pay for it.',
      notes: 'Breathe in first.',
      view: 'v=1&by=funder,sector',
      reveals: [['sector:Transport']],
      dimmed: ['funder:Energy Board'],
      annotations: [{ kind: 'callout', on: ['sector:Culture'], text: 'bread and song' }],
    };
    writeFileSync(told, JSON.stringify({ ...STORY, scenes: [scene] }));
    const out = mkdtempSync(join(folder, 'out-'));
    const outputs = ['told.svg', 'told.pdf', 'told.pptx'].flatMap((name) => [
      '-o',
      join(out, name),
    ]);
    expect(await run('render', file, '--story', told, ...outputs)).toMatchObject({
      code: 0,
      err: [],
    });

    const svg = readFileSync(join(out, 'told.svg'), 'utf8');
    expect(departuresOf(svg)).toEqual([]);
    for (const words of ['bread and song', 'Two offices pay for it.', 'Look at Transport.']) {
      expect(svg).toContain(words);
    }
    expect(svg).toMatch(/<rect[^>]* opacity="0\.3"[^>]*><title>Energy Board/);
    expect(svg).not.toContain('Breathe');

    expect(readFileSync(join(out, 'told.pdf'), 'latin1')).toMatch(/\/ca 0\.3\b/);
    const parts = unzipSync(readFileSync(join(out, 'told.pptx')));
    const part = (name: string) => strFromU8(parts[`ppt/${name}1.xml`] ?? new Uint8Array());
    expect(part('slides/slide')).toContain('bread and song');
    expect(part('slides/slide')).toContain('<a:alpha val="30000"/>');
    expect(part('notesSlides/notesSlide')).toContain('Breathe in first.');
  });

  test('leaves its notes for the speaker at home where that is said', async () => {
    const noted = join(folder, 'noted.json');
    const scenes = STORY.scenes.map((scene) => ({ ...scene, notes: 'Ask them first.' }));
    writeFileSync(noted, JSON.stringify({ ...STORY, scenes }));
    const underSlide = async (...words: string[]) => {
      const toPipe = ['-o', '-', '--format', 'pptx'];
      const { piped } = await run('render', file, '--story', noted, ...toPipe, ...words);
      return strFromU8(unzipSync(piped)['ppt/notesSlides/notesSlide1.xml'] ?? new Uint8Array());
    };
    expect(await underSlide()).toContain('Ask them first.');
    expect(await underSlide('--without-notes')).not.toContain('Ask them first.');
  });

  test('rides in its pictures without its notes, where they are to carry anything', async () => {
    const noted = {
      ...STORY,
      scenes: STORY.scenes.map((each) => ({ ...each, notes: 'Breathe in.' })),
    };
    const path = join(folder, 'noted.json');
    writeFileSync(path, JSON.stringify(noted));
    const out = mkdtempSync(join(folder, 'out-'));
    const flow = join(out, 'flow.svg');
    const each = ['--story', path, '-o', join(out, '{scene}.svg')];
    await run('render', file, ...each, '--carries', 'settings');
    const { story: json = '' } = await readPicture(flow);
    expect(readStory(json)).toEqual(withoutNotes(checked(noted)));
    // A picture that carries its story is still a picture of its own view.
    const again = await run('render', file, '--state', flow, '--carries', 'picture', '-o', '-');
    await run('render', file, ...each);
    expect(new TextDecoder().decode(again.piped)).toBe(readFileSync(flow, 'utf8'));
    expect(readFileSync(flow, 'utf8')).not.toContain('data-tranche');
  });

  test('too long to ride in a picture stays out of it', async () => {
    const long = { ...STORY, scenes: STORY.scenes.map((each) => ({ ...each })) };
    const words = Array.from({ length: 4 }, (_, at) => `${at} ${'long '.repeat(3_900)}`);
    const more = words.map((text, at) => ({ id: `more-${at}`, words: text, view: '' }));
    const path = join(folder, 'long.json');
    writeFileSync(path, JSON.stringify({ ...long, scenes: [...long.scenes, ...more] }));
    const out = mkdtempSync(join(folder, 'out-'));
    await run(
      'render',
      file,
      '--story',
      path,
      '-o',
      join(out, '{scene}.svg'),
      '--carries',
      'settings',
    );
    const carried = await readPicture(join(out, 'flow.svg'));
    expect(carried.view).toContain('by=funder,sector');
    expect(carried.story).toBeUndefined();
  });

  test('of the built-in data needs no file', async () => {
    const own = 'data/digital-strategy-2017.story.json';
    const { code, piped } = await run('render', '--story', own, '-o', '-', '--format', 'pdf');
    const { scenes } = JSON.parse(readFileSync(own, 'utf8')) as { scenes: object[] }; // as it is kept
    expect(code).toBe(0);
    const figures = Buffer.from(piped)
      .toString('latin1')
      .match(/\/S \/Figure\n/g);
    expect(figures).toHaveLength(scenes.length);
  });

  test('says what of a scene the data does not have', async () => {
    const other = join(folder, 'other.json');
    const scenes = [{ id: 'lost', view: 'v=1&by=region,sector' }];
    writeFileSync(other, JSON.stringify({ ...STORY, scenes }));
    const { code, err } = await run('render', file, '--story', other, '-o', '-');
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringContaining('scene lost: by: the data has no column “region”'),
    ]);
  });

  test.each([
    [
      ['--story', 'STORY', '-o', 'x.svg'],
      /it holds one figure; name each, as in figure-\{scene\}\.svg/,
    ],
    [['--story', 'FILE', '-o', '-'], /grants\.csv: The story is no JSON/],
    [['--story', 'STORY', '--state', 'v=1', '-o', '-'], /cannot both/],
    [['-o', '{scene}.svg'], /\{scene\} stands for the scenes of a story/],
  ])('is refused in a line: %j', async (words, line) => {
    const named = words.map((word) => (word === 'STORY' ? story : word === 'FILE' ? file : word));
    const { code, err } = await run('render', file, ...named);
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(line);
  });
});
