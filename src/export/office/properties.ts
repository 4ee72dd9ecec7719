import { strToU8 } from 'fflate';
import type { Provenance } from '../../model/figure.ts';
import { provenanceLines } from '../../words/provenance.ts';
import { element, escaped } from '../xml.ts';
import { OFFICE, type OfficePackage } from './package.ts';

const CORE =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** What a file says of itself: its title, what it shows, and where its numbers come from. */
export function addProperties(
  file: OfficePackage,
  title: string,
  alt: string,
  provenance: Provenance | null,
): void {
  const day = provenance?.made ? `${provenance.made}T00:00:00Z` : undefined;
  const stamp = (name: string) =>
    day ? element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, [escaped(day)]) : '';
  const words = [alt, ...(provenance ? provenanceLines(provenance) : [])].filter(Boolean);
  file.add(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      [
        element('dc:title', {}, [escaped(title)]),
        element('dc:description', {}, [escaped(words.join('\n'))]),
        stamp('created'),
        stamp('modified'),
      ],
    ),
  );
  file.relate('', 'docProps/core.xml', CORE);
  file.add(
    'docProps/app.xml',
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      [element('Application', {}, ['Tranche'])],
    ),
  );
  file.relate('', 'docProps/app.xml', `${OFFICE}/extended-properties`);
}

/** What a picture carries to be opened again, as a part that Office keeps and nobody sees; its path. */
export function addPayload(file: OfficePackage, nth: number, payload: string): string {
  const path = `customXml/item${nth}.xml`;
  const picture = { xmlns: 'urn:tranche:picture', 'data-tranche': payload };
  file.addFile(path, strToU8(element('picture', picture)));
  const properties = `customXml/itemProps${nth}.xml`;
  file.add(
    properties,
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    element(
      'ds:datastoreItem',
      {
        'ds:itemID': `{7A0B5C1E-52D4-4F0A-9C3B-${fingerprint(nth + payload)}}`,
        'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
      },
      [
        element('ds:schemaRefs', {}, [
          element('ds:schemaRef', { 'ds:uri': 'urn:tranche:picture' }),
        ]),
      ],
    ),
  );
  file.relate(path, properties, 'customXmlProps');
  return path;
}

/** Twelve hexadecimal digits that tell one payload from another. Method: FNV-1a, over two halves. */
function fingerprint(text: string): string {
  const hash = (seed: number) => {
    let value = seed;
    for (let at = 0; at < text.length; at++) {
      value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
    }
    return value.toString(16).padStart(8, '0');
  };
  return (hash(0x811c9dc5) + hash(0x01000193)).slice(0, 12).toUpperCase();
}
