import '@fontsource/arimo/latin-400.css';
import '@fontsource/arimo/latin-700.css';
import '@fontsource/arimo/latin-ext-400.css';
import '@fontsource/arimo/latin-ext-700.css';
import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import '@fontsource/source-serif-4/latin-600.css';
import '@fontsource/source-serif-4/latin-700.css';
import '../parts/theme.css';
import '../parts/page.css';
import { mount, unmount } from 'svelte';
import { Workspace } from '../state/workspace.svelte.ts';
import { sentenceCase } from '../words/counts.ts';
import { readAddress, writeAddress } from './address.ts';
import Failure from './Failure.svelte';
import { openBuiltIn, openFiles } from '../parts/opendata.ts';
import Page from './Page.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no place for the app');

const workspace = new Workspace({
  open: openFiles,
  builtIn: openBuiltIn,
  addressed: ({ card }) => readAddress(card),
  changed: (view, { card }, step) => writeAddress(view, card, step),
  clock: () => performance.now() / 1000,
});

addEventListener('popstate', () => {
  const { explorer } = workspace;
  if (!explorer) return;
  const { view, notices } = readAddress(explorer.card);
  explorer.notices = notices;
  void explorer.show(view);
});

/** Opens the built-in dataset and shows it; on failure says why and offers another try. */
async function start(place: HTMLElement): Promise<void> {
  let page: ReturnType<typeof mount> | undefined;
  try {
    const { ready } = await workspace.openBuiltIn();
    place.replaceChildren();
    page = mount(Page, { target: place, props: { workspace } });
    await ready;
  } catch (error) {
    if (page) void unmount(page);
    place.replaceChildren();
    const failure = mount(Failure, {
      target: place,
      props: {
        reason: asSentence(error instanceof Error ? error.message : String(error)),
        onretry: () => {
          void unmount(failure);
          void start(place);
        },
      },
    });
  }
}

function asSentence(reason: string): string {
  return sentenceCase(/[.?!]$/.test(reason) ? reason : `${reason}.`);
}

void start(target);
