import { strToU8, type Zippable } from 'fflate';
import { element } from '../xml.ts';
import { zipOf } from '../zip.ts';

/** Names of the relationships that parts of an Office file have to each other. */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Types of files that are known by their ending. */
const ENDINGS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  svg: 'image/svg+xml',
};

interface Related {
  readonly type: string;
  readonly target: string;
}

/**
 * An Office file in the making: parts, their content types and their relationships, zipped in the
 * order they were added (ECMA-376, part 2). The same parts give the same bytes.
 */
export class OfficePackage {
  readonly #parts = new Map<string, Uint8Array>();
  readonly #types = new Map<string, string>();
  readonly #related = new Map<string, Related[]>();

  /** Adds a part of XML at a path without a leading slash. */
  add(path: string, type: string, xml: string): void {
    this.#types.set(path, type);
    this.#parts.set(path, strToU8(PROLOGUE + xml));
  }

  /** Adds a file whose ending says what it is. */
  addFile(path: string, bytes: Uint8Array): void {
    this.#parts.set(path, bytes);
  }

  /** Relates a part (the package itself is '') to another and gives the relationship's id. */
  relate(from: string, to: string, type: string): string {
    const related = this.#related.get(from) ?? [];
    this.#related.set(from, related);
    related.push({ type: type.includes('/') ? type : `${OFFICE}/${type}`, target: `/${to}` });
    return `rId${related.length}`;
  }

  bytes(): Uint8Array {
    const files: Zippable = {};
    // Office wants the list of types first.
    files['[Content_Types].xml'] = strToU8(PROLOGUE + this.#contentTypes());
    for (const [from, related] of this.#related) {
      const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(from) ?? [];
      files[`${folder}_rels/${name}.rels`] = strToU8(PROLOGUE + relationships(related));
    }
    for (const [path, bytes] of this.#parts) files[path] = bytes;
    return zipOf(files);
  }

  #contentTypes(): string {
    const endings = new Set([...this.#parts.keys()].map((path) => path.replace(/^.*\./, '')));
    const defaults = ['rels', ...[...endings].filter((ending) => ending !== 'rels').sort()];
    return element('Types', { xmlns: `${PACKAGE}/content-types` }, [
      ...defaults.map((ending) =>
        element('Default', { Extension: ending, ContentType: ENDINGS[ending] }),
      ),
      ...[...this.#types].map(([path, type]) =>
        element('Override', { PartName: `/${path}`, ContentType: type }),
      ),
    ]);
  }
}

function relationships(related: readonly Related[]): string {
  return element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    related.map(({ type, target }, at) =>
      element('Relationship', { Id: `rId${at + 1}`, Type: type, Target: target }),
    ),
  );
}
