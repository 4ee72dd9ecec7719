import { createRawSnippet } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Popover from '../../../src/parts/Popover.svelte';

const content = createRawSnippet(() => ({
  render: () => '<input type="text" aria-label="Inside">',
}));
const opener = page.getByRole('button', { name: 'Change it' });
const inside = page.getByRole('textbox', { name: 'Inside' });

beforeEach(async () => {
  await render(Popover, { props: { label: 'it', spoken: 'Change it', content } });
  await userEvent.click(opener);
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
});

test('Escape closes a popover, gives the focus back and goes no further', async () => {
  const passed = vi.fn();
  addEventListener('keydown', passed);
  await userEvent.keyboard('{Tab}x{Escape}');
  removeEventListener('keydown', passed);
  await expect.element(inside).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
  expect(passed.mock.calls.map(([event]) => event.key)).not.toContain('Escape');
});

test('a popover closes when the focus or a press goes elsewhere', async () => {
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await userEvent.click(opener);
  await userEvent.keyboard('{Tab}{Tab}');
  await expect.element(inside).not.toBeInTheDocument();
  await userEvent.click(opener);
  await expect.element(inside).toBeInTheDocument();
  await userEvent.click(document.body, { position: { x: 300, y: 300 } });
  await expect.element(inside).not.toBeInTheDocument();
});
