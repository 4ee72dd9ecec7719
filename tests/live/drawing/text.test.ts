import '@fontsource/arimo/400.css';
import '@fontsource/arimo/700.css';
import { beforeAll, describe, expect, test } from 'vitest';
import { textWidth } from '../../../src/drawing/text.ts';

const SIZE = 13;
const TEXTS = [
  'Health and care',
  'at least £6.335bn in 9 figures',
  'National Cyber Security Strategy, 2016–2021',
  'Autumn Statement 2016: £530m',
  'Tax administration – “Making Tax Digital”',
  'Żółć, Łódź, Győr, Čačak and Ærøskøbing',
  '1,234,567,890.50 % of €100',
  'WAVE TO AVAIL',
];

/** The width Chromium sets, in px. */
function widthOnPage(text: string, bold: boolean, kerning: CanvasFontKerning): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  context.font = `${bold ? 700 : 400} ${SIZE}px Arimo`;
  context.fontKerning = kerning;
  return context.measureText(text).width;
}

describe.each([false, true])('textWidth against Chromium, bold: %s', (bold) => {
  beforeAll(async () => {
    const faces = await document.fonts.load(`${bold ? 700 : 400} ${SIZE}px Arimo`, TEXTS.join(''));
    expect(faces.length).toBeGreaterThan(0);
  });

  test.each(TEXTS)('sets the characters as wide as the table says: %s', (text) => {
    const ratio = textWidth(text, SIZE, bold) / widthOnPage(text, bold, 'none');
    expect(Math.abs(ratio - 1)).toBeLessThan(0.001);
  });

  // Kerning draws letters together, most of all in capitals; a label then has room to spare.
  test.each(TEXTS)('kerns by little, and never to more than the table says: %s', (text) => {
    const ratio = textWidth(text, SIZE, bold) / widthOnPage(text, bold, 'normal');
    expect(ratio).toBeGreaterThan(0.999);
    expect(ratio).toBeLessThan(text === text.toUpperCase() ? 1.06 : 1.015);
  });
});
