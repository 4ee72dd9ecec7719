import { describe, expect, test } from 'vitest';
import { draw } from '../../../src/library/draw.ts';
import { toPng } from '../../../src/library/png.ts';
import { readDataset } from '../../../src/library/reading.ts';
import { GRANTS } from '../cli/running.ts';

const open = (text: string) =>
  readDataset({ name: 'grants.csv', bytes: new TextEncoder().encode(text) });
const grants = await open(GRANTS);

const sideOf = (png: Uint8Array, at: 16 | 20) => Buffer.from(png).readUInt32BE(at);

describe('a figure as PNG', () => {
  test.each([
    [96, 605, 340],
    [192, 1209, 680],
    [300, 1890, 1063],
  ])('at %i dots to the inch is of its size', async (dpi, width, height) => {
    const png = await toPng(await draw(grants, { size: '160x90mm' }), { dpi });
    expect(sideOf(png, 16)).toBe(width);
    expect(Math.abs(sideOf(png, 20) - height)).toBeLessThanOrEqual(1);
  });

  test('is the same bytes each time', async () => {
    const sheet = await draw(grants);
    expect(Buffer.from(await toPng(sheet)).equals(await toPng(sheet))).toBe(true);
  });

  test('is set in the face that comes with the package, and other letters somehow', async () => {
    const sheet = await draw(grants, { words: { title: '' } });
    const worded = await draw(grants, { words: { title: 'Words' } });
    const blank = (await toPng({ ...sheet, words: [] })).length;
    expect((await toPng({ ...worded, drawing: sheet.drawing })).length).toBeGreaterThan(blank);
    const far = await open(GRANTS.replaceAll('Choir', '合唱団 👩‍👩‍👧'));
    expect(sideOf(await toPng(await draw(far)), 16)).toBe(1209);
  });

  test('is refused where it would be too large to make', async () => {
    const sheet = await draw(grants, { size: '1200x1200mm' });
    await expect(toPng(sheet, { dpi: 1200 })).rejects.toThrow(/too large: lower dpi/);
  });
});
