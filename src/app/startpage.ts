import { mount, unmount } from 'svelte';
import { Workspace } from '../state/workspace.svelte.ts';
import { sentenceCase } from '../words/counts.ts';
import { readAddress } from './address.ts';
import { Faces } from './faces.ts';
import { presentingOf } from './presenting.ts';
import Failure from './Failure.svelte';
import type { Home } from './home.ts';
import PartLost from './PartLost.svelte';
import { openBuiltIn, openFiles } from '../parts/opendata.ts';

/** Opens what the page begins with, at the view of the address, and shows it. */
export function startPage(home: Home): void {
  const workspace = new Workspace({
    open: (files, options, hooks) => openFiles(home, files, options, hooks),
    builtIn: () => openBuiltIn(home),
    addressed: ({ card }) => readAddress(card, home.begins),
    changed: (view, engine, step) => faces.viewed(view, engine, step),
    clock: () => performance.now() / 1000,
  });

  const faces = new Faces(placeOfPage(), workspace, home);
  mount(PartLost, { target: document.body });
  addEventListener('popstate', () => void faces.addressed());

  void show(workspace, home, faces);
}

/** Shows what the page begins with; on failure says why and offers another try. */
async function show(workspace: Workspace, home: Home, faces: Faces): Promise<void> {
  try {
    // The speaker's window is given all it shows by the stage.
    const isSpeaker = presentingOf(location.hash)?.face === 'speaker';
    const ready = isSpeaker ? () => Promise.resolve() : await openFirst(workspace, home);
    await faces.show();
    await ready();
  } catch (error) {
    faces.close();
    showFailure(error, () => void show(workspace, home, faces));
  }
}

/** Says why there is nothing to see, and offers another try. */
export function showFailure(error: unknown, retry: () => void): void {
  const failure = mount(Failure, {
    target: placeOfPage(),
    props: {
      reason: asSentence(reasonOf(error)),
      onretry: () => {
        void unmount(failure);
        retry();
      },
    },
  });
}

function placeOfPage(): HTMLElement {
  const place = document.getElementById('app');
  if (!place) throw new Error('the page has no place for the app');
  return place;
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

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function asSentence(reason: string): string {
  return sentenceCase(/[.?!]$/.test(reason) ? reason : `${reason}.`);
}
