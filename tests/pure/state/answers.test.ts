import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { AnswerTo, GroupsQuestion, Question } from '../../../src/model/question.ts';
import { sankey } from '../../../src/charts/sankey/sankey.ts';
import { firstView } from '../../../src/model/view.ts';
import { AnswerBook, ANSWERS_KEPT } from '../../../src/state/answers.ts';
import { findingQuestions, partsOf } from '../../../src/state/finding.ts';
import { datasetOf, MEASURES, plainRow } from '../engine/random-dataset.ts';

const local = new LocalEngine(
  datasetOf([
    plainRow({ record: 1, sector: 'A', funder: 'X', low: 700, high: 700 }),
    plainRow({ record: 2, sector: 'B', funder: 'Y', low: 300, high: 300 }),
  ]),
);

/** An engine that counts what it is asked, and fails as often as it is told. */
function counting(failures = 0) {
  const asked: Question[] = [];
  let left = failures;
  const engine: Engine = {
    card: local.card,
    async ask<Asked extends Question>(question: Asked): Promise<AnswerTo[Asked['ask']]> {
      asked.push(question);
      if (left-- > 0) throw new Error('the worker is gone');
      return local.ask(question);
    },
  };
  return { engine, asked };
}

const question = (text: string): GroupsQuestion => ({
  ask: 'groups',
  measure: MEASURES[0]!.id,
  filters: [{ on: 'text', matches: text }],
  by: [],
  also: [],
});

describe('a book of answers', () => {
  test('asks each question once, however often and however close together', async () => {
    const { engine, asked } = counting();
    const book = new AnswerBook(engine);
    const [first, second] = await Promise.all([book.ask(question('a')), book.ask(question('a'))]);
    expect(second).toBe(first);
    await book.ask(question('b'));
    await book.ask(question('a'));
    expect(asked).toHaveLength(2);
  });

  test('does not keep a failure', async () => {
    const { engine, asked } = counting(1);
    const book = new AnswerBook(engine);
    await expect(book.ask(question('a'))).rejects.toThrow('the worker is gone');
    await expect(book.ask(question('a'))).resolves.toMatchObject({ ask: 'groups' });
    expect(asked).toHaveLength(2);
  });

  test('lets go of what was asked longest ago', async () => {
    const { engine, asked } = counting();
    const book = new AnswerBook(engine);
    await book.ask(question('kept'));
    await book.ask(question('old'));
    for (let nth = 0; nth < ANSWERS_KEPT - 1; nth++) {
      await book.ask(question(`more ${nth}`));
      await book.ask(question('kept'));
    }
    const before = asked.length;
    await book.ask(question('kept'));
    expect(asked).toHaveLength(before);
    await book.ask(question('old'));
    expect(asked).toHaveLength(before + 1);
  });

  test('answers all that a chart asks, by its names', async () => {
    const { engine, asked } = counting();
    const filters = [{ on: 'text', matches: 'X' }] as const;
    const view = { ...firstView(engine.card), stages: ['funder', 'sector'], filters };
    const answers = await new AnswerBook(engine).askAll(sankey, sankey.asks(view, engine.card));
    expect(Object.keys(answers)).toEqual(['flows', 'standing']);
    expect(asked).toHaveLength(2);
  });

  test('throws for a chart that asks nothing', async () => {
    await expect(new AnswerBook(local).askAll(sankey, {})).rejects.toThrow('asks nothing');
  });
});

describe('what a headline is written from', () => {
  const view = { ...firstView(local.card), levels: ['sector', 'funder'] };
  const ask = () => Promise.all(findingQuestions(view, local.card).map((one) => local.ask(one)));

  test('is the first dimension that divides the selection', async () => {
    const { parts, whole } = partsOf(await ask(), MEASURES[0]!);
    expect(parts.map(({ subject, sum }) => [subject, sum.low])).toEqual([
      ['funder:X', 700],
      ['funder:Y', 300],
    ]);
    expect(whole.low).toBe(1000);
  });

  test('is the finest dimension for estimates', async () => {
    const estimates = { ...MEASURES[0]!, kind: 'market estimate' };
    expect(findingQuestions(view, local.card).map(({ by }) => by[0]!.dimension)).toEqual([
      'funder',
      'sector',
    ]);
    expect(partsOf(await ask(), estimates).parts[0]!.subject).toBe('sector:A');
  });

  test('needs a dimension', () => {
    expect(() => partsOf([], MEASURES[0]!)).toThrow('a dataset needs a dimension');
  });
});
