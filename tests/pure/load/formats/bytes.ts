import { strToU8, zipSync, type Zippable } from 'fflate';
import type { ByteSource, RecordFeed } from '../../../../src/load/source.ts';
import { memorySource } from '../../../../src/load/formats/bytes.ts';
import { unpack, type Unpacked } from '../../../../src/load/formats/unpack.ts';

/** A file of these bytes or this text. */
export function file(name: string, content: string | Uint8Array): ByteSource {
  return memorySource(name, typeof content === 'string' ? strToU8(content) : content);
}

/** A zip of files by path. */
export function zip(name: string, files: Record<string, string | Uint8Array>): ByteSource {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    entries[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return file(name, zipSync(entries));
}

/**
 * A workbook of one sheet, made of a header and the cells of each row as XML; a cell of style n is in
 * the nth of the formats, from 1.
 */
export function sheetOf(
  header: readonly string[],
  rows: readonly string[],
  formats: readonly string[] = [],
): ByteSource {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const names = header.map((name) => `<c t="str"><v>${name}</v></c>`).join('');
  const codes = formats.map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = formats.map((code, at) => `<xf numFmtId="${code === '' ? 0 : 164 + at}"/>`);
  return zip('book.xlsx', {
    'xl/workbook.xml': `<workbook><sheets><sheet name="One" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${type}/worksheet" Target="s.xml"/><Relationship Id="b" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/s.xml': `<worksheet><sheetData><row>${names}</row>${rows.map((row) => `<row>${row}</row>`).join('')}</sheetData></worksheet>`,
  });
}

export async function textOf(source: ByteSource): Promise<string> {
  return new TextDecoder().decode(await source.slice(0, source.size));
}

/** All records of a feed. */
export async function recordsOf(feed: RecordFeed): Promise<string[][]> {
  const records: string[][] = [];
  await feed.read((batch) => records.push(...batch.map((cells) => [...cells])));
  return records;
}

/** The feeds of a file, which must be of records. */
export function feedsIn(unpacked: Unpacked): readonly RecordFeed[] {
  if (!('kind' in unpacked) || unpacked.kind !== 'records') throw new Error(say(unpacked));
  return unpacked.feeds;
}

/** All records of the first feed of a file. */
export async function recordsIn(source: ByteSource): Promise<string[][]> {
  const [first] = feedsIn(await unpack(source));
  if (!first) throw new Error('no feed');
  return recordsOf(first);
}

/** The text of a file, which must be text, packed or not. */
export async function textIn(source: ByteSource): Promise<string> {
  const unpacked = await unpack(source);
  if (!('kind' in unpacked) || unpacked.kind !== 'text') throw new Error(say(unpacked));
  return textOf(unpacked.source);
}

/** Why a file is refused, at once or while it is read; '' when it is not. */
export async function refusalOf(source: ByteSource): Promise<string> {
  try {
    const unpacked = await unpack(source);
    if ('refused' in unpacked) return unpacked.refused;
    if (unpacked.kind === 'text') await textOf(unpacked.source);
    if (unpacked.kind === 'records') for (const feed of unpacked.feeds) await recordsOf(feed);
    return '';
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'Refusal') return fault.message;
    throw fault;
  }
}

function say(unpacked: Unpacked): string {
  return 'refused' in unpacked ? `refused: ${unpacked.refused}` : `is ${unpacked.kind}`;
}
