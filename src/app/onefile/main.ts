import './fonts.css';
import '../../parts/theme.css';
import '../../parts/page.css';
import { showFailure, startPage } from '../startpage.ts';
import { homeInside } from './inside.ts';

homeInside().then(startPage, (error: unknown) => showFailure(error, () => location.reload()));
