import '@fontsource/arimo/latin-400.css';
import '@fontsource/arimo/latin-700.css';
import '@fontsource/arimo/latin-ext-400.css';
import '@fontsource/arimo/latin-ext-700.css';
import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import '@fontsource/source-serif-4/latin-600.css';
import '@fontsource/source-serif-4/latin-700.css';
import './theme.css';
import './page.css';
import { mount, unmount } from 'svelte';
import { firstView, type View } from '../model/view.ts';
import { Explorer } from '../state/explorer.svelte.ts';
import { sentenceCase } from '../words/counts.ts';
import { readAddress, writeAddress } from './address.ts';
import App from './App.svelte';
import Failure from './Failure.svelte';
import { openBuiltIn } from './opendata.ts';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no place for the app');

/** Opens the built-in dataset and shows it; on failure says why and offers another try. */
async function start(place: HTMLElement): Promise<void> {
  try {
    const engine = await openBuiltIn();
    const { view, notices } = readAddress(engine.card);
    const write = (changed: View, step: boolean) => writeAddress(changed, engine.card, step);
    const explorer = await Explorer.open(engine, firstView(engine.card), write);
    explorer.notices = notices;
    // A view that cannot be worked out leaves the first one standing and says so.
    await explorer.show(view);
    addEventListener('popstate', () => {
      const read = readAddress(engine.card);
      explorer.notices = read.notices;
      void explorer.show(read.view);
    });
    place.replaceChildren();
    mount(App, { target: place, props: { explorer } });
  } catch (error) {
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
