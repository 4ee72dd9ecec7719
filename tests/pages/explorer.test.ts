import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { headline, names, ready, settled, standfirst, TITLES } from './screen.ts';

/** What is committed, and all that is not added to it: exactly these words. */
const COMMITMENTS =
  'At least £6.335bn committed in 9 figures; 1 of unstated size; 3 benefit estimates, 1 market estimate and 1 yearly spend not added.';

const KINDS: readonly [option: RegExp, standfirst: string][] = [
  [
    /^benefit estimates/,
    'About £29.7–52.7bn of benefit estimates in 3 figures; 10 commitments, 1 market estimate and 1 yearly spend not added.',
  ],
  [
    /^market estimates/,
    'At least £30bn of market estimates in 1 figure; 10 commitments, 3 benefit estimates and 1 yearly spend not added.',
  ],
  [
    /^yearly spend/,
    '£900m a year spent in 1 figure; 10 commitments, 3 benefit estimates and 1 market estimate not added.',
  ],
  [/^commitments/, COMMITMENTS],
];

forEachBrowser('three charts, the headline and the book are there', async ({ page, open }) => {
  await open();
  await ready(page);
  for (const title of TITLES) expect((await names(page, title)).length).toBeGreaterThan(10);
  expect(await headline(page)).toBe('Two-thirds of the priced money is for Health and care');
  expect(await standfirst(page)).toBe(COMMITMENTS);
  const book = page.getByRole('region', { name: 'Where every row of the file went' });
  expect(await book.getByRole('listitem').allInnerTexts()).toEqual([
    'at least £6.335bn shown, in 9 figures',
    '0 filtered out',
    '6 not added in: 3 benefit estimates, 1 market estimate, 1 yearly spend and 1 of unstated size',
    '0 unread',
    '15 rows in the file, 15 accounted for.',
  ]);
});

inOneBrowser('each kind of money has its own sum', async ({ page, open }) => {
  await open();
  await ready(page);
  const kind = page.getByRole('combobox', { name: 'Kind of money' });
  for (const [option, words] of KINDS) {
    const options = await kind.getByRole('option').allInnerTexts();
    await kind.selectOption({ label: options.find((label) => option.test(label)) ?? '' });
    await settled(page);
    await expect.poll(() => standfirst(page)).toBe(words);
    for (const title of TITLES) expect((await names(page, title)).length).toBeGreaterThan(0);
  }
});
