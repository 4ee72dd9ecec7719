import { strFromU8, unzipSync } from 'fflate';
import { parseXml, type XmlElement } from '../xml.ts';

/** An Office file taken apart: each part of XML read, which throws where it is not well-formed. */
export interface Parts {
  readonly paths: readonly string[];
  readonly xml: (path: string) => XmlElement;
  readonly bytes: (path: string) => Uint8Array;
}

export function partsOf(file: Uint8Array): Parts {
  const files = new Map(Object.entries(unzipSync(file)));
  const bytes = (path: string) => {
    const found = files.get(path);
    if (!found) throw new Error(`no part ${path}`);
    return found;
  };
  const xml = (path: string) => parseXml(strFromU8(bytes(path)).replace(/^<\?xml [^>]*\?>\n/, ''));
  return { paths: [...files.keys()], xml, bytes };
}

/** All elements of a name, however deep. */
export function allOf(root: XmlElement, name: string): XmlElement[] {
  return [
    ...(root.name === name ? [root] : []),
    ...root.children.flatMap((child) => allOf(child, name)),
  ];
}

/** All text inside an element. */
export function textOf(root: XmlElement): string {
  return root.text + root.children.map(textOf).join('');
}

function fractionsIn({ name, attributes, children }: XmlElement): string[] {
  return [
    ...[...attributes].flatMap(([key, value]) =>
      /^-?\d+\.\d+$|NaN|Infinity|undefined/.test(value) && !/name|descr|typeface|payload/.test(key)
        ? [`${name} ${key}="${value}"`]
        : [],
    ),
    ...children.flatMap(fractionsIn),
  ];
}

/** What makes an Office file one that a strict program will not open; nothing where all is in order. */
export function faultsOf({ paths, xml }: Parts): string[] {
  const faults: string[] = [];
  const types = xml('[Content_Types].xml').children;
  const endings = types.flatMap(({ attributes }) => attributes.get('Extension') ?? []);
  const parts = types.flatMap(({ attributes }) => attributes.get('PartName')?.slice(1) ?? []);
  for (const path of paths.filter((path) => path !== '[Content_Types].xml')) {
    // Office measures in whole numbers and refuses a file with another.
    if (/\.(xml|rels)$/.test(path) && fractionsIn(xml(path)).length > 0) {
      faults.push(`${path} has ${fractionsIn(xml(path)).join(', ')}`);
    }
    if (!parts.includes(path) && !endings.includes(path.replace(/^.*\./, ''))) {
      faults.push(`${path} is of no type`);
    }
    if (!path.endsWith('.rels')) continue;
    const owner = path.replace('_rels/', '').replace(/\.rels$/, '');
    if (owner !== '' && !paths.includes(owner)) faults.push(`${path} is of no part`);
    for (const { attributes } of xml(path).children) {
      const target = attributes.get('Target')?.slice(1) ?? '';
      if (!paths.includes(target)) faults.push(`${path} leads to ${target}`);
    }
  }
  for (const part of parts) if (!paths.includes(part)) faults.push(`a type for ${part}`);
  return faults;
}
