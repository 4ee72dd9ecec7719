import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { keepFocus } from '../../../src/parts/keepfocus.ts';

let root: HTMLElement;
let end: () => void;

/** A place with buttons in it, by their names. */
function place(name: string, ...buttons: string[]): HTMLElement {
  const section = document.createElement('section');
  section.id = name;
  for (const label of buttons) {
    const button = document.createElement('button');
    button.textContent = label;
    section.append(button);
  }
  return section;
}

beforeEach(() => {
  root = document.createElement('div');
  root.append(place('first', 'a', 'b', 'c'), place('second', 'd'), place('third', 'e'));
  document.body.append(root);
  end = keepFocus(root);
});
afterEach(() => {
  end();
  root.remove();
});

const button = (label: string) => {
  const found = [...root.querySelectorAll('button')].find((it) => it.textContent === label);
  if (!found) throw new Error(`no button "${label}"`);
  return found;
};
const focused = async () => {
  await Promise.resolve();
  return document.activeElement === document.body ? 'nothing' : document.activeElement?.textContent;
};

describe('when what has the focus goes, the focus goes', () => {
  test.each([
    ['to what has come to stand there', 'b', () => button('b').remove(), 'c'],
    ['to the last before it where none is left after', 'c', () => button('c').remove(), 'b'],
    ['to the next place where its own is gone', 'd', () => root.children[1]?.remove(), 'e'],
    ['to the next place where its own is empty', 'd', () => button('d').remove(), 'e'],
    ['back to it where it was only moved', 'a', () => root.children[2]?.append(button('a')), 'a'],
    [
      'past what cannot be seen',
      'a',
      () => ((button('b').hidden = true), button('a').remove()),
      'c',
    ],
  ])('%s', async (_, from, change, to) => {
    button(from).focus();
    change();
    expect(await focused()).toBe(to);
  });
});

describe('the focus is left alone', () => {
  test('when something else goes', async () => {
    button('a').focus();
    button('b').remove();
    root.children[1]?.remove();
    expect(await focused()).toBe('a');
  });

  test('when the reader has let it go', async () => {
    button('a').focus();
    button('a').blur();
    button('b').remove();
    expect(await focused()).toBe('nothing');
  });

  test('on its way from one thing to the next', async () => {
    button('a').addEventListener('focusout', () => button('d').remove());
    button('a').focus();
    await userEvent.keyboard('{Tab}');
    expect(await focused()).toBe('b');
    await userEvent.keyboard('{Tab}{Tab}');
    expect(await focused()).toBe('e');
  });

  test('when keeping has ended', async () => {
    end();
    button('a').focus();
    button('a').remove();
    expect(await focused()).toBe('nothing');
  });
});
