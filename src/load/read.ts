import type { Dataset, Pledge } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import { readCompanions, type NamedBytes } from './companions.ts';
import { datasetOf } from './datasetof.ts';
import { planOf } from './plan/planof.ts';
import type { Reading } from './rows.ts';
import { scanRecords } from './scanrecords.ts';
import { splitFile } from './split.ts';

const NO_BYTES = new Uint8Array();
/** The longest file read as one text; engines hold no string much longer. */
const LARGEST = 400_000_000;

/**
 * Reads a figures file, the first of `files`, and its companions, the others. Never throws at data:
 * a record that cannot be read is in the dataset's `unread`, a doubt in its `problems`, and a file
 * from which nothing at all can be read is refused with the reason, a sentence for the reader.
 */
export function readDataset(
  files: readonly NamedBytes[],
): { readonly dataset: Dataset } | { readonly refused: string } {
  const [figures, ...others] = files;
  if (!figures) return { refused: 'There is no file.' };
  const { name, bytes } = figures;
  if (bytes.length > LARGEST) return { refused: 'The file is larger than 400 MB.' };
  const plan = planOf(bytes, NO_BYTES, bytes.length, name, {});
  if ('refused' in plan) return plan;
  const { records, misquoted } = splitFile(bytes, plan);
  const scanned = scanRecords(records, misquoted, plan);
  const { companions, problems } = readCompanions(plan.metadata, others);
  const stray = strayPledges(scanned.reading, companions.pledges);
  return datasetOf(plan, scanned, name, companions, [...problems, ...stray]);
}

function strayPledges({ texts }: Reading, pledges: readonly Pledge[]): Problem[] {
  const ids = new Set(texts.find(({ id }) => id === 'id')?.values);
  return pledges
    .filter(({ figure }) => figure !== '' && !ids.has(figure))
    .map(({ id, figure }) => ({
      kind: 'pledge without its figure',
      message: `The pledge "${id}" belongs to a figure that the file does not have.`,
      found: figure,
    }));
}
