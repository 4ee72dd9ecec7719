import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  currencyOfFormat,
  kindOfFormat,
  numberText,
  serialText,
} from '../../../../src/load/formats/sheetvalues.ts';
import { unpack } from '../../../../src/load/formats/unpack.ts';
import { feedsIn, file, recordsOf, zip } from './bytes.ts';

describe('a spreadsheet as LibreOffice writes it', () => {
  // grants.fods says what is in it; the other two were made of it by "Save as".
  const notes = [['About these figures']];
  const header = ['Funder', 'Recipient\nname', 'Amount', 'Award Date', 'Paid', 'Share', 'Open'];
  const grants = [
    ['Grants in 2024'],
    [],
    [],
    header,
    ['Council', 'A & B   <C>', '1291.43', '2024-01-18', '2024-01-18T09:30:00', '0.25', '1'],
    ['Council', 'Ålesund — “D”', '-0.1', '1999-12-31'],
    [],
    [],
    [],
    ['Total', '', '1291.33'],
  ];

  test.each(['grants.xlsx', 'grants.ods'])('%s', async (name) => {
    const feeds = feedsIn(await unpack(file(name, readFileSync(`tests/fixtures/formats/${name}`))));
    expect(feeds.map((feed) => [feed.name, feed.format])).toEqual([
      ['Notes', name.slice(7).toUpperCase()],
      ['Grants & awards', name.slice(7).toUpperCase()],
    ]);
    expect(await Promise.all(feeds.map(recordsOf))).toEqual([notes, grants]);
  });
});

interface Parts {
  readonly sheet: string;
  readonly shared?: string;
  readonly styles?: string;
  readonly workbook?: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An XLSX file with one sheet of these rows. */
function xlsx({ sheet, shared = '', styles = '', workbook = '' }: Parts) {
  return zip('book.xlsx', {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${OFFICE}">${workbook}<sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>
      <Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>
      <Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</worksheet>`,
    'xl/sharedStrings.xml': `<sst>${shared}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  });
}

async function rows(parts: Parts): Promise<string[][]> {
  const [feed] = feedsIn(await unpack(xlsx(parts)));
  return feed ? recordsOf(feed) : [];
}

describe('XLSX', () => {
  test('texts: shared, inline, of formulas, escaped, with readings left out', async () => {
    const shared =
      '<si><t xml:space="preserve"> a&amp;b </t></si><si><r><t>c</t></r><r><t>d</t></r><rPh><t>x</t></rPh></si><si><t/></si><si><t>e_x000D_&#10;f</t></si>';
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>' +
      '<row r="2"><c r="A2" t="inlineStr"><is><t>g</t></is></c><c r="B2" t="str"><f>A1</f><v>h</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="b"><v>0</v></c></row></sheetData>';
    expect(await rows({ shared, sheet })).toEqual([
      [' a&b ', 'cd', '', 'e\r\nf'],
      ['g', 'h', '#N/A', 'FALSE'],
    ]);
  });

  test('a formula that was never worked out is not a blank', async () => {
    const sheet =
      '<row><c><f>SUM(B1:B9)</f></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>';
    expect(await rows({ sheet: `${sheet}</sheetData>` })).toEqual([['=SUM(B1:B9)', '', '1']]);
  });

  test('days and numbers by their style', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="&quot;days&quot; #,##0.00"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const cells = [0, 1, 2, 3].map((style) => `<c s="${style}"><v>45309</v></c>`).join('');
    const sheet = `<row>${cells}<c t="d"><v>2024-01-18</v></c></row></sheetData>`;
    const days = ['45309', '2024-01-18', '2024-01-18', '45309', '2024-01-18'];
    expect(await rows({ styles, sheet })).toEqual([days]);
    const later = ['45309', '2028-01-19', '2028-01-19', '45309', '2024-01-18'];
    expect(await rows({ styles, sheet, workbook: '<workbookPr date1904="1"/>' })).toEqual([later]);
  });

  test('places: rows and cells left out, blank ends, merged names but not merged figures', async () => {
    const sheet =
      '<row r="2"><c r="C2"><v>7</v></c><c r="E2"/></row>' +
      '<row r="4"><c r="A4" t="str"><v>Dept</v></c><c r="B4"><v>1</v></c></row>' +
      '<row r="5"><c r="B5"/><c r="C5"><v>2</v></c></row><row r="6"/>' +
      '<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>' +
      '<mergeCells><mergeCell ref="A4:A5"/><mergeCell ref="B4:B5"/></mergeCells>';
    expect(await rows({ sheet })).toEqual([
      [],
      ['', '', '7'],
      [],
      ['Dept', '1'],
      ['Dept', '', '2'],
    ]);
  });

  test('hidden sheets come last and charts are none', async () => {
    const source = zip('book.xlsx', {
      'xl/workbook.xml': `<workbook><sheets><sheet name="H" state="hidden" r:id="a"/><sheet name="Chart" r:id="b"/><sheet name="S" r:id="c"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="x/worksheet" Target="h.xml"/><Relationship Id="b" Type="x/chartsheet" Target="b.xml"/><Relationship Id="c" Type="x/worksheet" Target="s.xml"/></Relationships>`,
      'xl/h.xml': '<worksheet/>',
      'xl/b.xml': '<chartsheet/>',
      'xl/s.xml': '<x:worksheet xmlns:x="y"><x:row><x:c><x:v>1</x:v></x:c></x:row></x:worksheet>',
    });
    const feeds = feedsIn(await unpack(source));
    expect(feeds.map(({ name }) => name)).toEqual(['S', 'H']);
    expect(await recordsOf(feeds[0]!)).toEqual([['1']]);
  });
});

describe('numbers', () => {
  test.each([
    ['1291.4300000000001', '1291.43'],
    ['0.10000000000000001', '0.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1.5E7', '15000000'],
    ['4.5E-2', '0.045'],
    ['1872.03017066500003', '1872.03017066500003'],
    ['12345678901234567', '12345678901234567'],
    ['007', '007'],
    ['1.10', '1.10'],
    ['1E+300', '1E+300'],
  ])('%s is %s', (stored, text) => expect(numberText(stored)).toBe(text));

  test('stay the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(numberText(value.toPrecision(17)))).toBe(value + 0);
      }),
    );
  });
});

describe('serial numbers', () => {
  test.each([
    ['1', 'date', '1900-01-01'],
    ['59', 'date', '1900-02-28'],
    ['60', 'date', undefined],
    ['61', 'date', '1900-03-01'],
    ['45309.395833333336', 'date', '2024-01-18T09:30:00'],
    ['45309.99999999', 'date', '2024-01-19'],
    ['0.395833333333333', 'time', '09:30:00'],
    ['0', 'date', undefined],
    ['-1', 'date', undefined],
    ['2958466', 'date', undefined],
    ['x', 'date', undefined],
    ['5', 'number', undefined],
  ] as const)('%s as %s is %s', (stored, kind, text) => {
    expect(serialText(stored, kind, false)).toBe(text);
  });

  test.each([
    ['dd/mm/yyyy', 'date'],
    ['mmm\\-yy', 'date'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm', 'number'],
    ['[Red]#,##0.00;"-"', 'number'],
    ['[$£-809]#,##0', 'number'],
    ['General', 'number'],
    ['0" days"', 'number'],
    ['@', 'number'],
    ['[$-409]m/d/yy h:mm;@', 'date'],
  ])('%s is a format of a %s', (code, kind) => expect(kindOfFormat(164, code)).toBe(kind));

  test.each([
    ['[$£-809]#,##0', 'GBP'],
    ['[$€-2]\\ #,##0.00', 'EUR'],
    ['_-"€"* #,##0.00_-;-"€"* #,##0.00_-', 'EUR'],
    ['#,##0.00" EUR"', 'EUR'],
    ['[$USD] #,##0', 'USD'],
    ['$#,##0', '$'],
    ['"$"#,##0', '$'],
    ['[$$-409]#,##0', 'USD'],
    ['[$$-1009]#,##0', 'CAD'],
    ['[$$-C09]#,##0.00', 'AUD'],
    ['[$¥-804]#,##0', 'CNY'],
    ['[$¥-411]#,##0', 'JPY'],
    ['"¥"#,##0', '¥'],
    ['#,##0\\ [$kr-414]', 'NOK'],
    ['#,##0.00\\ [$kr-41D]', 'SEK'],
    ['[$kr.-406]\\ #,##0', 'DKK'],
    ['#,##0" kr"', 'kr'],
    ['\\£#,##0', 'GBP'],
    [`[$${'x'.repeat(100_000)}`, ''],
    ['[$-409]m/d/yy h:mm;@', ''],
    ['0" days"', ''],
    ['#,##0.00', ''],
    [undefined, ''],
  ])('%s names the currency "%s"', (code, currency) => {
    expect(currencyOfFormat(code)).toBe(currency);
  });
});

describe('ODS', () => {
  const ods = (table: string, manifest = '') =>
    zip('a.ods', {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': `<manifest:manifest>${manifest}</manifest:manifest>`,
      'content.xml': `<office:document-content><table:table table:name="T">${table}</table:table></office:document-content>`,
    });
  const cell = (text: string, more = '') =>
    `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`;

  test('cells and rows that stand for several', async () => {
    const table = `<table:table-row table:number-rows-repeated="2">${cell('a', 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="2"/>${cell('b')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    const [feed] = feedsIn(await unpack(ods(table)));
    const row = ['a', 'a', '', '', 'b'];
    expect(await recordsOf(feed!)).toEqual([row, row]);
  });

  test('that is locked is refused', async () => {
    const unpacked = await unpack(ods('', '<manifest:encryption-data/>'));
    expect(unpacked).toMatchObject({ refused: expect.stringMatching(/password/) as string });
  });
});
