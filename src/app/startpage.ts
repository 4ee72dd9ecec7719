import { mount, unmount } from 'svelte';
import { Workspace } from '../state/workspace.svelte.ts';
import { sentenceCase } from '../words/counts.ts';
import { readAddress, writeAddress } from './address.ts';
import Failure from './Failure.svelte';
import type { Home } from './home.ts';
import { openBuiltIn, openFiles } from '../parts/opendata.ts';
import Page from './Page.svelte';

/** Opens what the page begins with, at the view of the address, and shows it. */
export function startPage(home: Home): void {
  const target = document.getElementById('app');
  if (!target) throw new Error('the page has no place for the app');

  const workspace = new Workspace({
    open: (files, options, hooks) => openFiles(home, files, options, hooks),
    builtIn: () => openBuiltIn(home),
    addressed: ({ card }) => readAddress(card, home.begins),
    changed: (view, { card }, step) => writeAddress(view, card, step, home.begins),
    clock: () => performance.now() / 1000,
  });

  addEventListener('popstate', () => {
    const { explorer } = workspace;
    if (!explorer) return;
    const { view, notices } = readAddress(explorer.card, home.begins);
    explorer.notices = notices;
    void explorer.show(view);
  });

  void show(target, workspace, home);
}

/** Shows what the page begins with; on failure says why and offers another try. */
async function show(place: HTMLElement, workspace: Workspace, home: Home): Promise<void> {
  let page: ReturnType<typeof mount> | undefined;
  try {
    const ready = await openFirst(workspace, home);
    place.replaceChildren();
    page = mount(Page, { target: place, props: { workspace, home } });
    await ready();
  } catch (error) {
    if (page) void unmount(page);
    place.replaceChildren();
    const failure = mount(Failure, {
      target: place,
      props: {
        reason: asSentence(error instanceof Error ? error.message : String(error)),
        onretry: () => {
          void unmount(failure);
          void show(place, workspace, home);
        },
      },
    });
  }
}

/** Resolves once there is something to show, with what tells whether all of it could be read. */
async function openFirst(workspace: Workspace, { begins }: Home): Promise<() => Promise<unknown>> {
  if (!begins.given) {
    const { ready } = await workspace.openBuiltIn();
    return () => ready;
  }
  await workspace.openFiles(begins.given.files, begins.given.changes);
  if (!workspace.explorer) throw new Error(workspace.refused ?? 'The data could not be read.');
  return () => Promise.resolve();
}

function asSentence(reason: string): string {
  return sentenceCase(/[.?!]$/.test(reason) ? reason : `${reason}.`);
}
