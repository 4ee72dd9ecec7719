import { THEMES, type ThemeId } from '../../drawing/themes.ts';
import { element } from '../xml.ts';
import { colour, solid } from './paints.ts';
import { FACE } from './texts.ts';

const STYLED = element('a:solidFill', {}, [element('a:schemeClr', { val: 'phClr' })]);

/** Our paints as an Office theme, so that what is added by hand has the picture's colours. */
export function officeTheme(theme: ThemeId): string {
  const paints = THEMES[theme];
  const { ink, paper, quiet, rule, c1, c2, c3, c4, c5, c6, c7, accent } = paints;
  const colours = {
    dk1: ink,
    lt1: paper,
    dk2: quiet,
    lt2: rule,
    ...{ accent1: c1, accent2: c2, accent3: c3, accent4: c4, accent5: c5, accent6: c6 },
    hlink: accent,
    folHlink: c7,
  };
  const font = (which: string) =>
    element(`a:${which}Font`, {}, [
      element('a:latin', { typeface: FACE }),
      element('a:ea', { typeface: '' }),
      element('a:cs', { typeface: '' }),
    ]);
  const three = (name: string, inside: string) => element(name, {}, [inside, inside, inside]);
  return element(
    'a:theme',
    { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name: 'Tranche' },
    [
      element('a:themeElements', {}, [
        element(
          'a:clrScheme',
          { name: 'Tranche' },
          Object.entries(colours).map(([name, hex]) => element(`a:${name}`, {}, [colour(hex)])),
        ),
        element('a:fontScheme', { name: 'Tranche' }, [font('major'), font('minor')]),
        element('a:fmtScheme', { name: 'Tranche' }, [
          three('a:fillStyleLst', STYLED),
          three('a:lnStyleLst', element('a:ln', { w: 9525 }, [STYLED])),
          three('a:effectStyleLst', element('a:effectStyle', {}, [element('a:effectLst')])),
          three('a:bgFillStyleLst', STYLED),
        ]),
      ]),
    ],
  );
}

/** The background of masters, which slides go over with their own. */
export function background(theme: ThemeId): string {
  return element('p:bg', {}, [
    element('p:bgPr', {}, [solid(THEMES[theme].paper), element('a:effectLst')]),
  ]);
}
