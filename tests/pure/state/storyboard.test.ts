import { expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { firstView } from '../../../src/model/view.ts';
import { Storyboard, type Shelf } from '../../../src/state/storyboard.svelte.ts';
import type { Story } from '../../../src/story/story.ts';
import { strategy } from '../data/strategy.ts';
import { scene, story } from '../story/stories.ts';

const { card } = new LocalEngine(strategy());
const FILE = { id: card.id, name: '', sha256: '' };

function shelf(kept: Story | null = null): Shelf & { kept: Story | null } {
  return {
    kept,
    async get() {
      return this.kept;
    },
    async set(made) {
      this.kept = made;
    },
  };
}

test('all that is kept can be taken up again', async () => {
  const kept = shelf(story([scene('a')]));
  const board = new Storyboard(kept);
  await board.restore();
  board.edit('a', { dimmed: [`programme:${'long '.repeat(300)}`] });
  board.edit('a', { seconds: -1 });
  expect(board.fault).toContain('scene 1, seconds');
  board.edit('a', { reveals: Array.from({ length: 61 }, () => ['sector:Tax']) });
  expect(board.fault).toContain('scene 1, reveals');
  board.record(firstView(card), card, FILE);
  expect(board.fault).toBeNull();

  const again = new Storyboard(kept);
  await again.restore();
  expect(again.fault).toBeNull();
  expect(again.story).toEqual(board.story);
  expect(again.story?.scenes.map(({ seconds, reveals }) => [seconds, reveals])).toEqual([
    [null, []],
    [null, []],
  ]);
});

test('a scene that is recorded again keeps what is said in it, and one step back undoes it', async () => {
  const board = new Storyboard(shelf());
  board.open(story([scene('a', { title: 'Said', reveals: [['sector:Tax']] })]));
  board.recordAgain('a', { ...firstView(card), lead: 'treemap' }, card);
  expect(board.story?.scenes).toEqual([
    scene('a', {
      title: 'Said',
      reveals: [['sector:Tax']],
      view: expect.stringContaining('lead=treemap') as string,
    }),
  ]);
  board.undo();
  expect(board.story?.scenes[0]?.view).toBe('');
});

test('a title of data that is longer than any title begins a story all the same', () => {
  const board = new Storyboard(shelf());
  const source = { ...card.source, title: 'long '.repeat(300) };
  board.record(firstView(card), { ...card, source }, FILE);
  expect(board.fault).toBeNull();
  expect(board.story?.title).toHaveLength(500);
});
