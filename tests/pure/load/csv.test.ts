import { describe, expect, it } from 'vitest';
import { splitRecords } from '../../../src/load/csv.ts';

const split = (text: string, delimiter = ',') => splitRecords(text, delimiter).records;

/** What PapaParse's own tests ask of a parser, in the options used here. */
const PAPA: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  ['one row', 'A,b,c', [['A', 'b', 'c']]],
  [
    'two rows',
    'A,b,c\nd,E,f',
    [
      ['A', 'b', 'c'],
      ['d', 'E', 'f'],
    ],
  ],
  [
    'three rows, CRLF',
    'A,b,c\r\nd,E,f\r\nG,h,i',
    [
      ['A', 'b', 'c'],
      ['d', 'E', 'f'],
      ['G', 'h', 'i'],
    ],
  ],
  [
    'CR line ends',
    'A,b\rc,d',
    [
      ['A', 'b'],
      ['c', 'd'],
    ],
  ],
  ['space at the edges of a field', 'a,  b ,c', [['a', '  b ', 'c']]],
  ['a quoted field', 'A,"B",C', [['A', 'B', 'C']]],
  ['space inside quotes', 'A," B  ",C', [['A', ' B  ', 'C']]],
  ['a delimiter in quotes', 'A,"B,B",C', [['A', 'B,B', 'C']]],
  ['a line break in quotes', 'A,"B\nB",C', [['A', 'B\nB', 'C']]],
  ['CRLF in quotes', 'A,"B\r\nB",C', [['A', 'B\nB', 'C']]],
  ['CR in quotes', 'A,"B\rB",C', [['A', 'B\nB', 'C']]],
  ['line breaks in two fields', 'A,"B\nB","C\nC\nC"', [['A', 'B\nB', 'C\nC\nC']]],
  [
    'delimiter and line break at the end',
    'a,b,"c,c\nc"\nd,e,f',
    [
      ['a', 'b', 'c,c\nc'],
      ['d', 'e', 'f'],
    ],
  ],
  ['doubled quotes', 'A,"B""B""B",C', [['A', 'B"B"B', 'C']]],
  ['doubled quotes at the edges', 'A,"""B""",C', [['A', '"B"', 'C']]],
  ['a quote at the end of a bare field', 'A,B",C', [['A', 'B"', 'C']]],
  ['quotes around a delimiter', 'A,""",""",C', [['A', '","', 'C']]],
  ['a quote right of a delimiter', 'A,",""",C', [['A', ',"', 'C']]],
  ['a quote left of a delimiter', 'A,""",",C', [['A', '",', 'C']]],
  ['five quotes in a row', '"1","cnonce="""",nc=""""","2"', [['1', 'cnonce="",nc=""', '2']]],
  ['space around quotes', 'A, "B" ,C', [['A', ' "B" ', 'C']]],
  ['quotes within a bare field', 'A,B "B",C', [['A', 'B "B"', 'C']]],
  [
    'space after a closing quote',
    'A,"B" ,C,D\r\nE,F,"G" ,H',
    [
      ['A', 'B', 'C', 'D'],
      ['E', 'F', 'G', 'H'],
    ],
  ],
  [
    'space after a closing quote at the end',
    'A,B,"C" \nD,E,F',
    [
      ['A', 'B', 'C'],
      ['D', 'E', 'F'],
    ],
  ],
  [
    'a line that starts with quotes',
    'a,b,c\n"d",e,f',
    [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  ],
  [
    'lines of quotes',
    '"g","h"\n"j","k"',
    [
      ['g', 'h'],
      ['j', 'k'],
    ],
  ],
  [
    'doubled quotes at the end of a row',
    'a,b,"c""c"""\nd,e,f',
    [
      ['a', 'b', 'c"c"'],
      ['d', 'e', 'f'],
    ],
  ],
  [
    'empty quotes at the end',
    'a,b,""\na,b,""',
    [
      ['a', 'b', ''],
      ['a', 'b', ''],
    ],
  ],
  [
    'empty fields',
    'a,b,,,c,d\n,,e,,,f',
    [
      ['a', 'b', '', '', 'c', 'd'],
      ['', '', 'e', '', '', 'f'],
    ],
  ],
  ['only a delimiter', ',', [['', '']]],
  [
    'only empty fields',
    ',,\n,,,',
    [
      ['', '', ''],
      ['', '', '', ''],
    ],
  ],
  ['only a word', 'Abc def', [['Abc def']]],
  ['rows of different length', 'a,b,c\nd,e\nf', [['a', 'b', 'c'], ['d', 'e'], ['f']]],
  ['blank lines', 'a,b\n\n\nc,d\n', [['a', 'b'], [''], [''], ['c', 'd']]],
];

/** The files of csv-spectrum, by what they show. */
const SPECTRUM: typeof PAPA = [
  [
    'simple',
    'a,b,c\n1,2,3',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  [
    'simple, CRLF',
    'a,b,c\r\n1,2,3',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  [
    'comma in quotes',
    'first,address\nJohn,"120 any st., Anytown, WW"',
    [
      ['first', 'address'],
      ['John', '120 any st., Anytown, WW'],
    ],
  ],
  [
    'empty',
    'a,b,c\n1,"",""\n2,3,4',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'empty, CRLF',
    'a,b,c\r\n1,"",""\r\n2,3,4',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'escaped quotes',
    'a,b\n1,"ha ""ha"" ha"\n3,4',
    [
      ['a', 'b'],
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  [
    'JSON in a cell',
    'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"',
    [
      ['key', 'val'],
      ['1', '{"type": "Point", "coordinates": [102.0, 0.5]}'],
    ],
  ],
  [
    'newlines',
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'newlines, CRLF',
    'a,b,c\r\n"Once upon \r\na time",5,6\r\n7,8,9',
    [
      ['a', 'b', 'c'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'quotes and newlines',
    'a,b\n1,"ha \n""ha"" \nha"\n3,4',
    [
      ['a', 'b'],
      ['1', 'ha \n"ha" \nha'],
      ['3', '4'],
    ],
  ],
  [
    'coordinates',
    'Contact,"Location"\n"Ann","37°36\'37.8""N 121°2\'17.9""W"',
    [
      ['Contact', 'Location'],
      ['Ann', '37°36\'37.8"N 121°2\'17.9"W'],
    ],
  ],
  [
    'UTF-8',
    'a,b,c\n1,2,3\n4,5,ʤ',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
    ],
  ],
];

describe('records are split as PapaParse is tested to', () => {
  it.each(PAPA)('%s', (_, text, records) => {
    expect(split(text)).toEqual(records);
  });

  it.each([';', '\t', '|'])('with the delimiter %j', (delimiter) => {
    expect(split(`a${delimiter}"b${delimiter}b"${delimiter}c,c`, delimiter)).toEqual([
      ['a', `b${delimiter}b`, 'c,c'],
    ]);
  });

  it.each([
    ['a,"b,c\nd,e,f', 0],
    ['a,b\n"a,"b,c"\nd,e,f', 1],
    ['a,"b"c,d\ne,f,g', 0],
    ['x,y\na,"b,c\nd"e,f,g', 1],
  ])('and a quotation mark out of place is told: %j', (text, record) => {
    expect([...splitRecords(text, ',').misquoted]).toContain(record);
  });
});

describe('records are split as csv-spectrum has them', () => {
  it.each(SPECTRUM)('%s', (_, text, records) => {
    expect(split(text)).toEqual(records);
    expect(splitRecords(text, ',').misquoted.size).toBe(0);
  });
});
