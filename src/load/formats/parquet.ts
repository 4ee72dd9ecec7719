import { parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import type { AsyncBuffer, FileMetaData, RowGroup } from 'hyparquet';
import type { ByteSource, RecordFeed } from '../source.ts';
import { putNumber } from '../typednumbers.ts';
import { MOST_COLUMNS, MOST_UNPACKED } from './caps.ts';
import { loadCodecs } from './codecs.ts';
import { feed } from './feeding.ts';
import { cellTextOf, holdsNumbers, TEXT_PARSERS, type CellText } from './parquetcells.ts';
import { Refusal } from './refusal.ts';

interface Column {
  readonly name: string;
  readonly isNumber: boolean;
  readonly text: CellText;
}

interface Parquet {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly columns: readonly Column[];
}

/**
 * The records of a Parquet file. At first only its schema is read; `read` unpacks a group of rows at
 * a time, of the columns that are wanted, the others being left blank.
 */
export async function parquetFeed(source: ByteSource): Promise<RecordFeed> {
  const file = bufferOf(source);
  const metadata = await orDamaged(parquetMetadataAsync(file, { geoparquet: false }));
  const fields = parquetSchema(metadata).children;
  if (fields.length > MOST_COLUMNS) {
    throw new Refusal(`This Parquet file has more than ${MOST_COLUMNS} columns.`);
  }
  const columns = fields.map(({ element, children }) => ({
    name: element.name,
    isNumber: children.length === 0 && holdsNumbers(element),
    text: cellTextOf(children.length > 0 ? { name: element.name } : element),
  }));
  const parquet = { file, metadata, columns };
  return {
    name: source.name,
    format: 'Parquet',
    read: (take, signal, wanted) => feed(recordsOf(parquet, wanted), take, signal),
  };
}

async function* recordsOf({ file, metadata, columns }: Parquet, wanted?: ReadonlySet<number>) {
  yield columns.map(({ name }) => name);
  const chosen = columns.map((column, index) => ({ ...column, index }));
  const read = chosen.filter(({ index }) => wanted?.has(index) ?? true);
  const names = new Set(read.map(({ name }) => name));
  if (names.size < read.length)
    throw new Refusal('Two columns of this Parquet file have the same name.');
  const compressors = await loadCodecs(codecsOf(metadata, names));
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    checkSize(group, names);
    let rows: unknown[][] = [];
    const options = { file, metadata, compressors, columns: [...names], rowStart, rowEnd };
    const onComplete = (found: unknown[][]) => void (rows = found);
    await orDamaged(
      parquetRead({
        ...options,
        parsers: TEXT_PARSERS,
        utf8: false,
        geoparquet: false,
        onComplete,
      }),
    );
    for (const values of rows) {
      const cells = new Array<string>(columns.length).fill('');
      read.forEach(({ index, isNumber, text }, place) => {
        const cell = text(values[place]);
        if (isNumber) putNumber(cells, index, cell);
        else cells[index] = cell;
      });
      yield cells;
    }
    rowStart = rowEnd;
  }
}

function codecsOf({ row_groups }: FileMetaData, names: ReadonlySet<string>): Set<string> {
  return new Set(
    row_groups.flatMap(({ columns }) =>
      columns.flatMap(({ meta_data }) =>
        meta_data && names.has(meta_data.path_in_schema[0] ?? '') ? [meta_data.codec] : [],
      ),
    ),
  );
}

/** A group of rows is held while it is handed over. */
function checkSize({ columns }: RowGroup, names: ReadonlySet<string>): void {
  const size = columns
    .filter(({ meta_data }) => names.has(meta_data?.path_in_schema[0] ?? ''))
    .reduce((sum, { meta_data }) => sum + Number(meta_data?.total_uncompressed_size ?? 0), 0);
  if (size <= MOST_UNPACKED) return;
  throw new Refusal(
    `This Parquet file has more than ${MOST_UNPACKED / 1e9} GB in one group of rows. Write it with smaller groups.`,
  );
}

function bufferOf(source: ByteSource): AsyncBuffer {
  return {
    byteLength: source.size,
    async slice(start, end = source.size) {
      const bytes = await source.slice(start, end);
      return new Uint8Array(bytes).buffer;
    },
  };
}

/** What the reader throws at is a file that is not as the format says. */
async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new Refusal(
      `This Parquet file is damaged or uses something that is not read (${reason}). Download it again, or write it anew.`,
    );
  }
}
