import { drawScene, drawSpec } from '../library/draw.ts';
import { lacksLetters } from '../library/pdf.ts';
import { specOf } from '../library/wish.ts';
import { isoOf } from '../model/period.ts';
import { DONE, NEEDS_PERSON, type Command } from './command.ts';
import { LOOKING, NOTHING_ASKED, READING, SHOWING, WRITING, type Asked } from './figureflags.ts';
import { flagLines, helpLine, readWords } from './flags.ts';
import { targetsOf, writeAll } from './outputs.ts';
import { startOf } from './start.ts';
import { WRITERS, type Drawn } from './writers.ts';

/** Draws a figure: 0 when it was written, 1 when it shows nothing or what it starts from did not fit, 2 when not. */
export const render: Command = {
  name: 'render',
  usage: 'tranche render FILE… -o FIGURE [options]',
  summary: 'draws a figure of a file and writes it, in any number of formats',
  help: () =>
    [
      render.usage,
      '',
      'Draws a figure of a funding file: the same picture as the explorer, without a browser.',
      'Several files of one shape are read as one. Everything that is not said is as it is first',
      'seen in the explorer. Columns go by the header, whatever the case.',
      '',
      'What it shows',
      ...flagLines(SHOWING),
      '',
      'A CLAUSE is a column with values, a value with a comma in quotation marks; or one of',
      '  period=2017-04-01..2018-04-01   figures that run in it, the last day not counted',
      '  amount=1000000..                at least so much; ..500 at most, 1000..5000 between',
      '  text=broadband                  figures that mention it',
      '',
      'How it looks and what it says',
      ...flagLines(LOOKING),
      '',
      'Where it goes',
      ...flagLines(WRITING),
      ...WRITERS.map(({ ending, help }) => helpLine(`  .${ending}`, help)),
      '',
      'How the file is read, where that is not left to the program (a COLUMN may be "column 4", or "" for none)',
      ...flagLines(READING),
      '',
      'Exit code: 0 written; 1 written and a person should look: it shows nothing, part of a link or',
      'picture was left aside, or a PDF lacks letters; 2 not written. With 1 and 2 a line says why.',
    ].join('\n'),
  async run(words, output) {
    const read = readWords(words, [...SHOWING, ...LOOKING, ...WRITING, ...READING], NOTHING_ASKED);
    if ('why' in read) throw new Error(read.why);
    const { files, asked } = read;
    if (asked.outputs.length === 0) throw new Error('say where to: tranche render FILE -o fig.svg');
    const targets = targetsOf(asked.outputs, asked.format);
    const { funding, begun, story } = await startOf(files, asked);
    const figures: Drawn[] = [];
    const telling = { made: dayOf(asked) };
    for (const { name, scene, start } of begun) {
      const spec = await specOf(funding.engine, asked.wish, start);
      const figure = scene && story && (await drawScene(funding, story, scene, spec, telling));
      const sheet = figure?.sheet ?? (await drawSpec(funding, spec, telling));
      figures.push({ name, spec, sheet, scene: figure });
    }
    const { dpi, table } = asked;
    await writeAll(targets, figures, { funding, dpi, table, story }, output);
    const toPdf = targets.some(({ writer }) => writer.ending === 'pdf');
    const doubts = [
      ...begun.flatMap(({ ignored }) =>
        ignored.map((reason) => `left aside from what it starts from: ${reason}`),
      ),
      ...figures.flatMap((figure) => doubtsOf(figure, toPdf)),
    ];
    for (const doubt of doubts) output.err(`tranche: ${doubt}`);
    return doubts.length > 0 ? NEEDS_PERSON : DONE;
  },
};

/** What a person should look at in a figure that was written. */
function doubtsOf({ name, sheet, scene }: Drawn, toPdf: boolean): string[] {
  const figure = name ? `scene ${name}` : 'the figure';
  const { empty } = sheet.drawing;
  return [
    ...(scene?.missing ?? []).map((lost) => `${figure} does not have on its picture: ${lost}`),
    ...(empty === undefined ? [] : [`${figure} shows nothing: ${empty}`]),
    ...(toPdf && lacksLetters(sheet)
      ? [`${figure} has empty boxes in the .pdf for letters that its face lacks`]
      : []),
  ];
}

/** The day to write into the figure; none unless it is said, so that the same gives the same bytes. */
function dayOf({ made }: Asked): string {
  if (made !== null) return made;
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return '';
  const seconds = Number(epoch);
  if (!Number.isSafeInteger(seconds)) throw new Error(`SOURCE_DATE_EPOCH is "${epoch}", no number`);
  return isoOf(Math.floor(seconds / 86_400));
}
