import { zipSync, type Zippable } from 'fflate';

/** Every file inside says it was made then: a clock would make each export another file. */
const MTIME = '1980-01-01T12:00:00';

/** Files by their paths as one ZIP file, in the order given. The same files give the same bytes. */
export function zipOf(files: Zippable): Uint8Array {
  return zipSync(files, { mtime: MTIME, level: 6 });
}
