/**
 * The package as a library: reads funding files, answers questions about them and draws figures, in
 * Node and without a browser. docs/library.md shows it at work.
 */
export { ask, draw, drawSpec, toSvg, type Telling } from './draw.ts';
export { toDeck, toHtml } from './html.ts';
export { readPicture } from './picture.ts';
export { toPdf } from './pdf.ts';
export { toPng } from './png.ts';
export { readBuiltIn, readDataset, type FileGiven, type Funding } from './reading.ts';
export { readStory } from '../story/storyfile.ts';
export { specOf, type Start, type Wish } from './wish.ts';
export type { Carried } from '../carry/carried.ts';
export type { Engine } from '../engine/engine.ts';
export type { Sheet } from '../export/sheet.ts';
export type { Options } from '../load/plan.ts';
export type { ReadingCard } from '../load/readingcard.ts';
export type { Dataset, DatasetCard } from '../model/dataset.ts';
export type { FigureSize, FigureSpec, FigureTheme, FigureWords } from '../model/figure.ts';
export type { Answer, AnswerTo, Question } from '../model/question.ts';
export type { Story } from '../story/story.ts';
export type { View } from '../model/view.ts';
