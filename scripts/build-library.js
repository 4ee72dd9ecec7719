/** `npm run build:library`: builds the program and the library with its types, as they are packed. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './build-cli.js';
import { root, runPackage } from './run.js';

rmSync(join(root, 'lib'), { recursive: true, force: true });
await buildCli();
if (!runPackage('typescript/bin/tsc', ['--project', 'tsconfig.library.json'])) process.exitCode = 1;
