/** `npm run build:library`: builds the program and the library with its types
 * and the page that goes into one HTML file, as they are packed. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './build-cli.js';
import { partsOfPage } from './onefile.js';
import { root, runPackage } from './run.js';

rmSync(join(root, 'lib'), { recursive: true, force: true });
await buildCli();
writeFileSync(join(root, 'lib/onefile.json'), JSON.stringify(await partsOfPage()));
if (!runPackage('typescript/bin/tsc', ['--project', 'tsconfig.library.json'])) process.exitCode = 1;
