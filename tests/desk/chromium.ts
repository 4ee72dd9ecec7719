import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/browsers.js';

/** A box of ink, in the units of the picture. */
export interface Ink {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** It is the rim under a text, not the text. */
  readonly rim: boolean;
}

export function launched(): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS });
}

/** Draws an SVG in Chromium, a pixel a unit of its own, and says where the ink of its texts is. */
export async function drawn(
  browser: Browser,
  svg: string,
  shot: string,
): Promise<{ readonly width: number; readonly height: number; readonly inks: Ink[] }> {
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const viewport = { width: Math.ceil(width), height: Math.ceil(height) };
  const page = await browser.newPage({ viewport });
  try {
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${width}px;height:${height}px}</style>${svg}`,
    );
    await page.screenshot({ path: shot });
    const inks = await page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d')!;
      context.fontKerning = 'normal';
      context.textRendering = 'geometricPrecision';
      return [...document.querySelectorAll('svg text')].map((element) => {
        const style = getComputedStyle(element);
        context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const anchor = element.getAttribute('text-anchor') ?? 'start';
        context.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left';
        const text = element.textContent ?? '';
        const ink = context.measureText(text);
        const group = (element.parentElement?.getAttribute('transform') ?? '').match(/[\d.-]+/g);
        const [dx = 0, dy = 0] = group?.map(Number) ?? [];
        return {
          text,
          x: Number(element.getAttribute('x')) + dx - ink.actualBoundingBoxLeft,
          y: Number(element.getAttribute('y')) + dy - ink.actualBoundingBoxAscent,
          width: ink.actualBoundingBoxLeft + ink.actualBoundingBoxRight,
          height: ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent,
          rim: element.hasAttribute('stroke'),
        };
      });
    });
    return { width, height, inks };
  } finally {
    await page.close();
  }
}
