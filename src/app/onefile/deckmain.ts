import './fonts.css';
import '../../parts/theme.css';
import '../../parts/page.css';
import { showFailure, startPage } from '../startpage.ts';
import { deckInside, STORY_INSIDE } from './deckinside.ts';

deckInside().then(
  (home) => {
    // Whoever opens the file finds the stage.
    if (home.stories?.given && location.hash === '') {
      history.replaceState(null, '', `#present=${STORY_INSIDE}`);
    }
    startPage(home);
  },
  (error: unknown) => showFailure(error, () => location.reload()),
);
