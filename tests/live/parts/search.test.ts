import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DatasetCard } from '../../../src/model/dataset.ts';
import type { Found } from '../../../src/model/question.ts';
import Search from '../../../src/parts/Search.svelte';
import { strategyEngine } from '../strategy.ts';

const found = (value: string): Found => ({
  subject: `programme:${value}`,
  rows: 1,
  measure: 'commitment',
});
const FOUND = ['Smart energy', 'Smart meters', 'Smart ticketing'].map(found);

let card: DatasetCard;
const find = vi.fn<(text: string) => Promise<readonly Found[]>>();
const onchoose = vi.fn<(found: Found) => void>();
const onpreview = vi.fn<(found: Found | null) => void>();

beforeAll(async () => {
  ({ card } = await strategyEngine());
});

beforeEach(async () => {
  vi.resetAllMocks();
  find.mockResolvedValue(FOUND);
  await render(Search, { props: { card, find, onchoose, onpreview } });
});

const box = page.getByRole('combobox');
const options = page.getByRole('option');
const active = () => {
  const id = box.element().getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id)?.textContent?.trim();
};

async function typed(text: string): Promise<void> {
  await userEvent.click(box);
  await userEvent.keyboard(text);
}

describe('the search', () => {
  test('opens on what is found, with the first taken', async () => {
    await expect.element(box).toHaveAttribute('aria-expanded', 'false');
    await typed('smart');
    await expect.element(options.first()).toBeVisible();
    await expect.element(box).toHaveAttribute('aria-expanded', 'true');
    expect(options.elements()).toHaveLength(3);
    await expect.element(page.getByRole('status')).toHaveTextContent('3 found');
    expect(active()).toMatch(/^Smart energy/);
    const list = document.getElementById(box.element().getAttribute('aria-controls') ?? '');
    expect(list?.getAttribute('role')).toBe('listbox');
  });

  test('goes round by arrows and previews, chooses by Enter and closes', async () => {
    await typed('smart');
    await expect.element(options.first()).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()).toMatch(/^Smart ticketing/);
    expect(onpreview).toHaveBeenLastCalledWith(FOUND[2]);
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toMatch(/^Smart energy/);
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(onchoose).toHaveBeenCalledExactlyOnceWith(FOUND[2]);
    await expect.element(box).toHaveAttribute('aria-expanded', 'false');
    await expect.element(box).toHaveValue('');
    expect(onpreview).toHaveBeenLastCalledWith(null);
  });

  test('closes by Escape, keeping the words, and lets a second Escape pass', async () => {
    const passed = vi.fn();
    addEventListener('keydown', passed);
    await typed('smart');
    await expect.element(options.first()).toBeVisible();
    passed.mockClear();
    await userEvent.keyboard('{Escape}');
    await expect.element(box).toHaveAttribute('aria-expanded', 'false');
    await expect.element(box).toHaveValue('smart');
    expect(passed).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(passed).toHaveBeenCalledOnce();
    removeEventListener('keydown', passed);
    expect(onchoose).not.toHaveBeenCalled();
  });

  test('says when nothing is found, and then Enter does nothing', async () => {
    find.mockResolvedValue([]);
    await typed('zzz');
    await expect.element(options.first()).toHaveTextContent(/^Nothing/);
    await expect.element(page.getByRole('status')).toHaveTextContent(/^Nothing/);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onchoose).not.toHaveBeenCalled();
  });

  test('shows what the last words found, however late the answers to the others', async () => {
    const answers: ((found: readonly Found[]) => void)[] = [];
    find.mockImplementation(() => new Promise((answer) => answers.push(answer)));
    await typed('sm');
    expect(answers).toHaveLength(2);
    answers[1]?.(FOUND.slice(2));
    await expect.element(options.first()).toBeVisible();
    answers[0]?.(FOUND.slice(0, 1));
    await new Promise((done) => setTimeout(done));
    expect(options.elements()).toHaveLength(1);
    expect(active()).toMatch(/^Smart ticketing/);
  });

  test('chooses by pointer without losing the focus first', async () => {
    await typed('smart');
    await userEvent.click(options.nth(1));
    expect(onchoose).toHaveBeenCalledExactlyOnceWith(FOUND[1]);
  });
});
