import { chartOf } from '../charts/index.ts';
import { targetsIn } from '../charts/annotate/target.ts';
import type { Drawing, Frame } from '../drawing/drawing.ts';
import { reachable } from '../drawing/interact.ts';
import { decodeView } from '../model/address.ts';
import type { Place } from '../model/annotation.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { isUnstated } from '../model/dimension.ts';
import { dimensionOf, isAbsent, isOther, valueOf } from '../model/subject.ts';
import type { Scene } from '../story/story.ts';
import { labelOf } from '../words/selection.ts';
import type { AnswerBook } from './answers.ts';
import { pointedOut, saidOn } from './pointing.ts';
import { lostValues, unseen } from './scenegaps.ts';

/** The picture of a scene, and what the scene asks for that is not on it. */
export interface SceneDrawing {
  readonly drawing: Drawing;
  readonly missing: readonly string[];
}

/** Draws a scene into a frame, with what it points out. Rejects when its view cannot be asked. */
export async function drawnScene(
  scene: Scene,
  frame: Frame,
  card: DatasetCard,
  book: AnswerBook,
): Promise<SceneDrawing> {
  const { view, ignored } = decodeView(scene.view, card);
  const chart = chartOf(view.lead);
  const [answers, said, lost] = await Promise.all([
    book.askAll(chart, chart.asks(view, card)),
    saidOn(scene, view, card, book),
    lostValues(view, card, book),
  ]);
  const { drawing, missing } = pointedOut(chart.draw(answers, view, card, frame), said);
  return {
    drawing,
    missing: [...ignored, ...lost, ...missing, ...unseen(scene, drawing.marks)],
  };
}

/** Places of one kind, by name. */
export interface PlaceGroup {
  readonly label: string;
  readonly places: readonly Place[];
}

/** What can be pointed at on a drawing, in the order it is read, flows and nested parts by themselves. */
export function placesOn(drawing: Drawing, card: DatasetCard): PlaceGroup[] {
  const targets = new Set(targetsIn(drawing.marks));
  const places = reachable(drawing)
    .filter((mark) => targets.has(mark))
    .map(({ subjects }) => subjects);
  return grouped(places, card);
}

/** What can be pointed at on a drawing, the largest first, as far as it has an area and a name. */
export function largestOn(drawing: Drawing): Place[] {
  return targetsIn(drawing.marks)
    .flatMap((mark) => (mark.shape === 'rect' && isNamed(mark.subjects) ? mark : []))
    .toSorted((a, b) => b.width * b.height - a.width * a.height)
    .map(({ subjects }) => subjects);
}

/** The single subjects that something on a drawing is about. */
export function subjectsOn(drawing: Drawing, card: DatasetCard): PlaceGroup[] {
  const places = reachable(drawing).flatMap(({ subjects }) => subjects.map((one) => [one]));
  return grouped(places, card);
}

/** What tells a place from others. */
export function placeKey(place: Place): string {
  return place.join('\n');
}

function grouped(places: readonly Place[], card: DatasetCard): PlaceGroup[] {
  const groups = new Map<string, Map<string, Place>>();
  for (const place of places) {
    if (!isOneThing(place)) continue;
    const label = place.map((subject) => labelOf(dimensionOf(subject), card)).join(' → ');
    const group = groups.get(label) ?? new Map<string, Place>();
    groups.set(label, group.set(placeKey(place), place));
  }
  return [...groups].map(([label, group]) => ({ label, places: [...group.values()] }));
}

/** What is gathered, or has no part in a flow, is no one thing. */
function isOneThing(place: Place): boolean {
  return place.length > 0 && !place.some((subject) => isOther(subject) || isAbsent(subject));
}

function isNamed(place: Place): boolean {
  return isOneThing(place) && !place.some((subject) => isUnstated(valueOf(subject)));
}
