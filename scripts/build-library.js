/** `npm run build:library`: builds the program and the library with its types
 * and the pages that go into one HTML file, as they are packed. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './build-cli.js';
import { partsOfPages } from './onefile.js';
import { root, runPackage } from './run.js';

rmSync(join(root, 'lib'), { recursive: true, force: true });
await buildCli();
const { page, deck } = await partsOfPages();
writeFileSync(join(root, 'lib/onefile.json'), JSON.stringify(page));
writeFileSync(join(root, 'lib/deck.json'), JSON.stringify(deck));
if (!runPackage('typescript/bin/tsc', ['--project', 'tsconfig.library.json'])) process.exitCode = 1;
