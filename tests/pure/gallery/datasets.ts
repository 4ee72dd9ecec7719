import { LocalEngine } from '../../../src/engine/local.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { isoOf } from '../../../src/model/period.ts';
import { datasetOf } from '../load/files.ts';
import { strategy } from '../data/strategy.ts';
import { generator } from '../../random.ts';

/** The files that gallery pictures are of, each read as the page reads a file. */
export type DataName = 'strategy' | 'grants' | 'hostile' | 'chain';

const HEADER =
  'title,kind,low,high,bound,currency,basis,period start,period end,funder,sector,programme,place';

/** Names that a careless program takes for something else, or has no room for. */
export const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  'A & B "quoted" → programme:C',
  'title: with, colons: and, commas',
  '~other:',
  'Ведомство цифрового развития',
  'وزارة الصحة والرعاية الاجتماعية',
  '👩‍👩‍👧‍👦 Families 🏳️‍🌈',
  'Extraordinarily long name of a programme that somebody thought should say everything about itself at once, twice',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'e\u0301\u0300\u0302 many accents',
  ' ',
  '0',
];

type Cell = string | number;
const quoted = (cell: Cell) => `"${String(cell).replaceAll('"', '""')}"`;

function read(title: string, rows: readonly (readonly Cell[])[]): Dataset {
  const lines = rows.map((cells) => cells.map(quoted).join(','));
  return datasetOf([`# title: ${title}`, HEADER, ...lines, ''].join('\n'));
}

/** Ends and bound of a figure, one of every sort in turn. */
function amountOf(nth: number, size: number): readonly Cell[] {
  switch (nth % 23) {
    case 3:
      return [-size, -size, 'exact'];
    case 7:
      return [size, size * 2, 'range'];
    case 11:
      return [size, '', 'at least'];
    case 15:
      return ['', size, 'up to'];
    case 19:
      return [size, size, 'about'];
    case 21:
      return ['', '', 'not stated'];
    default:
      return [size, size, 'exact'];
  }
}

const FIRST_DAY = 16_436; // 1 January 2015

/** 900 awards to 400 recipients, in two currencies and on two bases. The same each time. */
function grants(): Dataset {
  const random = generator(2017);
  const below = (count: number) => Math.floor(random() * count);
  const rows = Array.from({ length: 900 }, (_, nth) => {
    const size = Math.round(Math.exp(6 + 9 * random()));
    const start = FIRST_DAY + below(3000);
    const dated = nth % 6 > 0;
    const sector = Math.floor(12 * random() ** 2);
    return [
      `Recipient ${nth < 400 ? nth + 1 : below(400) + 1}`,
      'award',
      ...amountOf(nth, size),
      nth % 9 === 4 ? 'EUR' : 'GBP',
      nth % 13 === 5 ? 'per year' : 'total',
      dated ? isoOf(start) : '',
      dated ? isoOf(start + 30 + below(1400)) : '',
      `Funder ${1 + Math.floor(9 * random() ** 2)}`,
      `Sector ${sector + 1}`,
      `Programme ${sector + 1}.${1 + below(5)}`,
      below(4) > 0 ? `Region ${1 + below(8)}` : '',
    ];
  });
  return read('Generated grants', rows);
}

/** A row for every hostile name and sort of amount. */
function hostile(): Dataset {
  const rows = HOSTILE_NAMES.flatMap((name, nth) =>
    [0, 1].map((twin): Cell[] => [
      twin === 0 ? name : `${name} again`,
      'award',
      ...amountOf(nth * 4 + twin * 3, 1000 * (nth + 1) ** 3),
      'GBP',
      'total',
      ...(nth % 3 === twin ? ['', ''] : [isoOf(17_000 + nth * 90), isoOf(17_400 + nth * 120)]),
      HOSTILE_NAMES[(nth * 5 + twin) % HOSTILE_NAMES.length] ?? '',
      HOSTILE_NAMES[nth % 9] ?? '',
      HOSTILE_NAMES[(nth + 4) % HOSTILE_NAMES.length] ?? '',
      twin === 0 ? 'prototype' : '',
    ]),
  );
  return read('Hostile names <&>', rows);
}

/** From whom to whom in four steps: past a stage, in a circle, and more in than out. */
function chain(): Dataset {
  return datasetOf(`source,target,value
Treasury,Ministry of Works,100000
Treasury,Agency for Roads,40000
Ministry of Works,Agency for Roads,60000
Ministry of Works,Council,30000
Agency for Roads,Council,70000
Agency for Roads,Charity A,20000
Agency for Roads,Treasury,5000
Council,Charity A,40000
Council,Charity B,50000
Council,Charity B,-2000
Donors,Charity B,9000
`);
}

export const DATASETS: Readonly<Record<DataName, Dataset>> = {
  strategy: strategy(),
  grants: grants(),
  hostile: hostile(),
  chain: chain(),
};

export const ENGINES: Readonly<Record<DataName, LocalEngine>> = {
  strategy: new LocalEngine(DATASETS.strategy),
  grants: new LocalEngine(DATASETS.grants),
  hostile: new LocalEngine(DATASETS.hostile),
  chain: new LocalEngine(DATASETS.chain),
};
