import { provenanceLines } from '../../words/provenance.ts';
import type { Sheet } from '../sheet.ts';
import { element } from '../xml.ts';
import { NOTES_SIZE, notesMaster, notesSlide, slideMaster, titleOnlyLayout } from './masters.ts';
import { officeTheme } from './officetheme.ts';
import { OfficePackage } from './package.ts';
import { addPayload, addProperties } from './properties.ts';
import { NAMESPACES, sheetSlide, type SlideSize } from './slide.ts';
import { tableSlides } from './tableslide.ts';

/** A picture for a slide of its own. */
export interface SheetSlide {
  readonly sheet: Sheet;
  /** What the speaker reads; what the picture shows and where it comes from, where it is left out. */
  readonly notes?: string;
  /** Its numbers as a table on a further slide. */
  readonly table?: boolean;
}

const PRESENTATIONML = 'application/vnd.openxmlformats-officedocument.presentationml';
const THEME = 'application/vnd.openxmlformats-officedocument.theme+xml';
const EMU_PER_MM = 36_000;
/** The sides of a slide that Office allows: 1 to 56 inches. */
const [SHORTEST, LONGEST] = [914_400, 51_206_400];
const WIDESCREEN: SlideSize = { cx: 12_192_000, cy: 6_858_000 };

/**
 * A presentation, a slide a picture: marks are shapes of PowerPoint's own, in a group with the
 * picture's alternative text, and can be edited. All slides have the size of the first sheet; what
 * is of another is set as large as fits. The same sheets give the same bytes.
 */
export function pptxOf(slides: readonly SheetSlide[]): Uint8Array {
  const [first] = slides;
  if (!first) throw new Error('a presentation needs at least one picture');
  const { theme, caption, spoken, provenance } = first.sheet;
  const size = slideSize(first.sheet);
  const file = new OfficePackage();
  const main = 'ppt/presentation.xml';
  const master = 'ppt/slideMasters/slideMaster1.xml';
  const layout = 'ppt/slideLayouts/slideLayout1.xml';
  const notesRoot = 'ppt/notesMasters/notesMaster1.xml';
  file.relate('', main, 'officeDocument');
  addProperties(file, caption.headline, spoken?.alt ?? '', provenance);

  const masterId = file.relate(main, master, 'slideMaster');
  const notesId = file.relate(main, notesRoot, 'notesMaster');
  const add = (path: string, kind: string, xml: string) =>
    file.add(path, `${PRESENTATIONML}.${kind}+xml`, xml);
  add(master, 'slideMaster', slideMaster(theme, size, file.relate(master, layout, 'slideLayout')));
  add(layout, 'slideLayout', titleOnlyLayout(size));
  file.relate(layout, master, 'slideMaster');
  add(notesRoot, 'notesMaster', notesMaster(theme));
  for (const [nth, owner] of [master, notesRoot].entries()) {
    const path = `ppt/theme/theme${nth + 1}.xml`;
    file.add(path, THEME, officeTheme(theme));
    file.relate(owner, path, 'theme');
  }

  const slideIds: string[] = [];
  const addSlide = (xmlOf: (path: string) => string): string => {
    const path = `ppt/slides/slide${slideIds.length + 1}.xml`;
    file.relate(path, layout, 'slideLayout');
    add(path, 'slide', xmlOf(path));
    slideIds.push(file.relate(main, path, 'slide'));
    return path;
  };
  for (const [nth, { sheet, notes, table }] of slides.entries()) {
    const path = addSlide((path) =>
      sheetSlide(
        sheet,
        size,
        sheet.payload === null
          ? null
          : file.relate(path, addPayload(file, nth + 1, sheet.payload), 'customXml'),
      ),
    );
    const spokenNotes = `ppt/notesSlides/notesSlide${nth + 1}.xml`;
    add(spokenNotes, 'notesSlide', notesSlide(notes?.split('\n') ?? notesOf(sheet)));
    file.relate(spokenNotes, notesRoot, 'notesMaster');
    file.relate(spokenNotes, path, 'slide');
    file.relate(path, spokenNotes, 'notesSlide');
    if (table) for (const xml of tableSlides(sheet, size)) addSlide(() => xml);
  }
  add(main, 'presentation.main', presentation(size, masterId, notesId, slideIds));
  return file.bytes();
}

function presentation(
  size: SlideSize,
  master: string,
  notes: string,
  slides: readonly string[],
): string {
  return element('p:presentation', NAMESPACES, [
    element('p:sldMasterIdLst', {}, [
      element('p:sldMasterId', { id: 2_147_483_648, 'r:id': master }),
    ]),
    element('p:notesMasterIdLst', {}, [element('p:notesMasterId', { 'r:id': notes })]),
    element(
      'p:sldIdLst',
      {},
      slides.map((slide, nth) => element('p:sldId', { id: 256 + nth, 'r:id': slide })),
    ),
    element('p:sldSz', { cx: size.cx, cy: size.cy }),
    element('p:notesSz', { cx: NOTES_SIZE.cx, cy: NOTES_SIZE.cy }),
  ]);
}

/** As large as the sheet measures, within what Office allows; a sheet without measures has a wide screen. */
function slideSize({ physical }: Sheet): SlideSize {
  if (!physical) return WIDESCREEN;
  const sides = [physical.width * EMU_PER_MM, physical.height * EMU_PER_MM];
  const scale = Math.min(
    Math.max(1, ...sides.map((side) => SHORTEST / side)),
    ...sides.map((side) => LONGEST / side),
  );
  const [cx = 0, cy = 0] = sides.map((side) => Math.round(side * scale));
  return { cx, cy };
}

/** What the speaker finds under a slide: all that the picture shows, and where it comes from. */
function notesOf({ spoken, provenance }: Sheet): string[] {
  return [
    ...(spoken?.description.split('\n') ?? []),
    ...(provenance ? provenanceLines(provenance) : []),
  ];
}
