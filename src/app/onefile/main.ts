import './fonts.css';
import '../../parts/theme.css';
import '../../parts/page.css';
import { startPage } from '../startpage.ts';
import { homeInside } from './inside.ts';

void homeInside().then(startPage);
