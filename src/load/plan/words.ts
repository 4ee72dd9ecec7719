import type { RoleName } from '../plan.ts';

/** A word in a header and how much it speaks for a role; below zero it speaks against it. */
type Weights = readonly (readonly [RegExp, number])[];

/** Headers of numbers that are no money. */
export const NO_MONEY =
  /\b(id|identifier|code|number|no|nr|ref|reference|year|month|months|day|days|duration|date|rate|percent|percentage|pct|share|latitude|longitude|lat|lng|long|postcode|zip|phone|telephone|population|age|quantity|qty|count|units?|fte|rank|order|step|page|row|index|version|charity|company|ward|duns|vat no|score)\b|\bon$|%|^#$|^no\.?$/;

export const MONEY: Weights = [
  [/award/, 9],
  [/\bgrant(ed)?\b/, 3],
  [/\bnet\b/, 6],
  [/amount|betrag|importe?\b|importo|bedrag|kwota|montant|belopp|金額|予算額|ποσό/, 7],
  [/\bpaid\b|payments?\b|disburse/, 4],
  [/\bvalue\b|valor|wert\b/, 5],
  [/spend|spent|expenditure|ausgaben|gasto|dépense|depense|expense/, 5],
  [/obligat|commit|funding|subsid|contribution|förder|zuwendung|subvention/, 4],
  [/\btotal\b|\bsum\b|summe/, 3],
  [/\boutturn\b|\bactuals\b/, 4],
  // "Actual" before another word is what that word is: "Actual start date", "forecast occupancy".
  [/\bactual( \d{4}\S*)?$/, 4],
  [/\bforecast( \d{4}\S*)?$/, 2],
  [/budget|allocation|appropriation|price|\bcosts?\b(?! cent(re|er))|invoice/, 3],
  [/£|€|\$|\b(gbp|eur|usd|pounds?|euros?|dollars?)\b/, 3],
  [/applied|request|asked|sought/, -7],
  [/\bvat\b|\btax\b|irrecoverable|mwst|\biva\b/, -9],
  [/gross|brutto/, -3],
  [/original|match|other|non /, -3],
];

/** Headers of what happens on a day: "Paid on"; what is based on something has none. */
export const ON_DAY = /\b(?!based|focused)([a-z]+ed|paid|made|sent|due) on$/;

export const DATE: Weights = [
  [ON_DAY, 5],
  [/award/, 9],
  [/\bpaid\b|payment|pay date|clearing|settle/, 8],
  [/transaction|signed|signature|decision|approv|obligation|action/, 6],
  [/date|datum|fecha|\bdata\b|\bday\b|dato|tag\b|ημερομηνία/, 5],
  [/posting|ledger|\bgl\b/, 1],
  [/invoice/, -1],
  [/month|monat|\bmes\b|mois|quarter|period/, 3],
  [/year|jahr|año|ano\b|anno|\bfy\b|fiscal|financial|ejercicio|exercice|年度/, 2],
  [/effective/, -6],
  [/modified|updated|created|received|birth|published|extract|loaded|accessed|deadline|due/, -7],
];

/**
 * Words that make a column of plain numbers one of dates; "up to date" and words that only end like
 * it, such as "validate", are none of them.
 */
export const DATE_WORD =
  /(?<!\bto )(?<!up|man|i)date|datum|fecha|\bdata\b|\bdays?\b|dato|tag\b|ημερομηνία|month|monat|\bmes\b|\bmese\b|mois|maand|quarter|trimest|quartal|period|year|jahr|jaar|ann[ée]e|año|\bano\b|\banno\b|\bår\b|\brok\b|\bfy\b|ejercicio|exercice|年度|\btime\b/;

/** Headers of numbers that count, name or code something, and are dates only with such a word. */
export const NUMBERED =
  /\b(id|ids|identifier|uid|key|code|codes|number|numbers|num|no|nr|ref|reference)\b|^#$|nummer|número|numéro/;

/** Headers of money, which is no date whatever it looks like, and hardly one with such a word. */
export const PRICED =
  /amount|betrag|importe?\b|importo|bedrag|kwota|montant|belopp|金額|\b(value|total|sum|balance|costs?|price|fees?|net|gross|spend|spent|expenditure|budget|obligated|outlay(ed)?|percent|percentage)\b|[£€$%]|\b(gbp|eur|usd|pounds?|euros?|dollars?)\b|\b(paid|payments?|spent|awarded|granted|committed|claimed|drawn|received|year|month) to date\b/;

export const START =
  /\b(start|begin|beginning|from|commence(ment|s)?|beginn|anfang|inicio|début|debut)\b/;
export const END = /\b(end|ends|ending|finish|completion|expiry|to|until|ende|fin|fine|schluss)\b/;

/** Headers of columns that name nobody and nothing. */
export const NO_NAME =
  /\b(id|identifier|code|number|no|nr|ref|reference|postcode|zip|address|street|email|phone|url|uri|website|link|vat|latitude|longitude|type|status|currency|scope)\b/;

export const NAMES: readonly (readonly [RoleName, Weights])[] = [
  [
    'recipient',
    [
      [
        /recipient|beneficiar|benificiar|supplier|vendor|payee|grantee|awardee|receiver|creditor|merchant/,
        9,
      ],
      [
        /empfänger|begünstigt|bénéficiaire|beneficiaire|proveedor|fournisseur|leverancier|ontvanger|fornitore|lieferant/,
        9,
      ],
      [/contractor|\btarget\b|\bto name\b|lead ro|coordinator|provider of/, 7],
      [/company|customer|charity|school/, 3],
      [/type|city|county|country|state|town|street|description|postal|web/, -8],
    ],
  ],
  [
    'funder',
    [
      [/funder|funding org|donor|payer|grant ?maker|buyer|awarding|\bsource\b|provider|sponsor/, 9],
      [/zuwendungsgeber|financeur|organismo|bailleur|ministerium|ministère/, 9],
      [/body|organi[sz]ation|entity|authority|council|client|purchas/, 6],
      [/department|ministry|agency|directorate|office/, 4],
      [/type|city|county|country|state|description|family/, -6],
    ],
  ],
  [
    'programme',
    [
      [/programm?e?\b|scheme|initiative/, 8],
      [/\bfund( name)?$|grant type|\bcall\b|framework/, 4],
    ],
  ],
  [
    'sector',
    [
      [/sector|cofog|function|classification|theme/, 8],
      [/service|directorate|expen[sd](e|iture|itures)|cost cent|division|unit\b/, 6],
      [/category|area|purpose|subject|field|topic|kategorie|bereich/, 5],
      [/\btype\b/, 2],
      [/description|location|country|region/, -6],
    ],
  ],
  [
    'place',
    [
      [
        /region|place|location|city|county|country|district|\bward\b|town|\bstate\b|constituency|stadt|land\b|gemeinde|ville|municipio/,
        7,
      ],
      [/recipient|postal|address|code/, -2],
    ],
  ],
];

export const TITLE: Weights = [
  [/title|titel|titre|título/, 9],
  [/project|vorhaben|operation/, 6],
  [/description|narrative|summary|details?\b|bezeichnung|purpose|zweck/, 4],
  [/\bname\b/, 3],
];
export const ID =
  /\b(id|identifier|reference|ref|uid|transaction (no|number)|trans no|invoice (no|number))\b/;

/** What the words of a header weigh together. */
export function weigh(words: string, weights: Weights): number {
  let sum = 0;
  for (const [word, weight] of weights) if (word.test(words)) sum += weight;
  return sum;
}
