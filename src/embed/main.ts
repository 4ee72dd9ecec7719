import '@fontsource/arimo/latin-400.css';
import '@fontsource/arimo/latin-700.css';
import '@fontsource/arimo/latin-ext-400.css';
import '@fontsource/arimo/latin-ext-700.css';
import '../parts/theme.css';
import '../parts/page.css';
import './embed.css';
import { NOTHING_GIVEN } from './data.ts';
import { readRequest } from './request.ts';
import { startEmbed } from './startembed.ts';
import { EMBED_SUPPLY } from './supply.ts';

startEmbed({
  request: readRequest(location.hash.slice(1)),
  supply: EMBED_SUPPLY,
  given: NOTHING_GIVEN,
  app: new URL('./', document.baseURI).href,
});
