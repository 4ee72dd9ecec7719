import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Faces } from '../export/pdf/pdf.ts';

const require = createRequire(import.meta.url);

const FACES = '@expo-google-fonts/arimo';
const REGULAR = `${FACES}/400Regular/Arimo_400Regular.ttf`;
const BOLD = `${FACES}/700Bold/Arimo_700Bold.ttf`;

/** Loads a package that only some files need. Rejects with a sentence where it is not installed. */
export async function installed<Package>(
  name: string,
  load: () => Promise<Package>,
): Promise<Package> {
  try {
    return await load();
  } catch (fault) {
    throw new Error(`the package ${name} is needed for this and cannot be loaded: npm install`, {
      cause: fault,
    });
  }
}

/** Letters that the face has: Latin, Greek, Cyrillic, Hebrew, and signs. */
const IN_FACE =
  /^[\u0000-\u024f\u02b0-\u058f\u0591-\u05f4\u1e00-\u20cf\u2100-\u23ff\u2500-\u25ff\ufb1d-\ufb4f]*$/u;

/** False where a text has letters that the face lacks. */
export function isInFace(text: string): boolean {
  return IN_FACE.test(text);
}

/** Where the two weights of the face that figures are set in lie. */
export function facePaths(): Promise<{ readonly regular: string; readonly bold: string }> {
  return installed(FACES, async () => ({
    regular: require.resolve(REGULAR),
    bold: require.resolve(BOLD),
  }));
}

export async function readFaces(): Promise<Faces> {
  const { regular, bold } = await facePaths();
  return { regular: await readFile(regular), bold: await readFile(bold) };
}
