import { FACES, findProgram, installCommand, installFromDebian } from './debian.js';

/** The desk tools that pictures and reports are opened in, with the packages that bring them. */
const TOOLS = {
  inkscape: { names: ['inkscape'], packages: ['inkscape'] },
  librsvg: { names: ['rsvg-convert'], packages: ['librsvg2-bin'] },
  libreoffice: {
    names: ['soffice', 'libreoffice'],
    packages: ['writer', 'impress', 'draw', 'calc'].map((part) => `libreoffice-${part}`),
  },
  pandoc: { names: ['pandoc'], packages: ['pandoc'] },
  poppler: { names: ['pdftotext'], packages: ['poppler-utils'] },
  imagemagick: { names: ['convert'], packages: ['imagemagick'] },
};

/** @typedef {keyof typeof TOOLS} DeskTool */

const all = /** @type {DeskTool[]} */ (Object.keys(TOOLS));

/**
 * The path of a tool's program, or undefined where it is not there.
 * @param {DeskTool} tool
 * @returns {string | undefined}
 */
export function findTool(tool) {
  return findProgram(TOOLS[tool].names);
}

/**
 * Sees to it that the desk tools are there, as far as that can be done, and says which are not: tests
 * that need those are skipped.
 */
export function ensureDeskTools() {
  const packagesOf = (/** @type {readonly DeskTool[]} */ tools) =>
    tools.flatMap((tool) => TOOLS[tool].packages);
  const missing = () => all.filter((tool) => !findTool(tool));
  const wanted = missing();
  if (wanted.length > 0) installFromDebian([...packagesOf(wanted), FACES]);
  const left = missing();
  if (left.length === 0) return;
  console.log(
    `Skipped, because they are not there: tests in ${left.join(', ')}. On Debian install them with\n` +
      `  ${installCommand(packagesOf(left))}`,
  );
}
