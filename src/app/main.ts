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
import { SERVED_HOME } from './served.ts';
import { startPage } from './startpage.ts';

startPage(SERVED_HOME);

// While a file is dragged or chosen there is time to start what will read it. If that fails, it is
// tried again for the file, and then the reader is told.
const expect = () =>
  void import('../parts/fetchworker.ts')
    .then(({ expectFiles }) => expectFiles())
    .catch(() => undefined);
window.addEventListener('dragenter', ({ dataTransfer }) => {
  if (dataTransfer?.types.includes('Files')) expect();
});
window.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === 'file') expect();
});
