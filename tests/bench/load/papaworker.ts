/**
 * What is usual: PapaParse in a worker, chunk by chunk, its arrays made into a typed amount, three
 * days and the codes of five columns. Nothing is checked, counted or decided.
 */
import Papa from 'papaparse';

const AMOUNT = 4;
const DAYS = [5, 6, 7];
const WORDS = [8, 9, 11, 12, 13];
const DAY = 86_400_000;

addEventListener('message', ({ data: file }: MessageEvent<File>) => {
  let room = 1 << 16;
  let amounts = new Float64Array(room);
  let days = DAYS.map(() => new Int32Array(room));
  let codes = WORDS.map(() => new Uint32Array(room));
  const known = WORDS.map(() => new Map<string, number>());
  let row = -1;
  Papa.parse<string[]>(file, {
    delimiter: ',',
    newline: '\n',
    chunk({ data }) {
      for (const cells of data) {
        if (cells.length < 14) continue;
        if (row >= room) {
          room *= 2;
          const larger = new Float64Array(room);
          larger.set(amounts);
          amounts = larger;
          days = days.map((column) => widen(new Int32Array(room), column));
          codes = codes.map((column) => widen(new Uint32Array(room), column));
        }
        if (row >= 0) {
          amounts[row] = Math.round(Number(cells[AMOUNT]) * 100);
          DAYS.forEach((at, index) => (days[index]![row] = Date.parse(cells[at]!) / DAY));
          WORDS.forEach((at, index) => {
            const words = known[index]!;
            let code = words.get(cells[at]!);
            if (code === undefined) words.set(cells[at]!, (code = words.size));
            codes[index]![row] = code;
          });
        }
        row++;
      }
      postMessage({ rows: row, done: false });
    },
    complete: () => postMessage({ rows: row, done: true }),
  });
});

function widen<Numbers extends Int32Array | Uint32Array>(
  larger: Numbers,
  column: Numbers,
): Numbers {
  larger.set(column);
  return larger;
}
