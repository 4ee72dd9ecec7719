import { inkOf } from '../../drawing/colour.ts';
import type { Mark, Texture } from '../../drawing/drawing.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Measure } from '../../model/measure.ts';
import type { Money } from '../../model/money.ts';
import type { Gathered, Group } from '../../model/question.ts';
import type { Subject } from '../../model/subject.ts';
import { totalOf, type Sum } from '../../model/sum.ts';
import { printSum } from '../../words/amounts.ts';
import { count } from '../../words/counts.ts';
import { sumWords } from '../../words/selection.ts';
import { nameOf } from '../spoken.ts';
import { UNSTATED_SIZE } from './amountmarks.ts';
import { actionOn } from './columnmarks.ts';
import { LINE, setWords, settingMarks } from './setting.ts';

/** Room for the words under a block. */
export const BLOCK_WORDS = 2 * LINE + 6;
const THINNEST = 0.25;

export function byStanding(
  groups: readonly Group[],
  standing: (subject: Subject) => number,
): Group[] {
  return groups.toSorted((a, b) => {
    const [first, second] = [subjectOfGroup(a), subjectOfGroup(b)];
    return standing(first) - standing(second) || (first < second ? -1 : 1);
  });
}

export function subjectOfGroup({ path }: Group): Subject {
  const [subject] = path;
  if (subject === undefined) throw new Error('a group of undated money has no subject');
  return subject;
}

/** Money that has an area: up to the high end, and what was returned. */
export function areaOfSums(groups: readonly Group[]): Money {
  return groups.reduce((area, { sum }) => area + areaOf(sum), 0);
}

function areaOf({ high, returned }: Sum): Money {
  return high - returned - returned;
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly card: DatasetCard;
  readonly measure: Measure;
}

/**
 * All money without a period as one block of `scale` px² per unit of money, divided from the bottom
 * up as the columns are, with its amount under it.
 */
export function blockMarks(
  groups: readonly Group[],
  gathered: Gathered,
  scale: number,
  at: { readonly x: number; readonly y: number },
  { width: room, height: most, card, measure }: Room,
): { readonly height: number; readonly marks: readonly Mark[] } {
  if (groups.length === 0) return { height: 0, marks: [] };
  const whole = areaOfSums(groups);
  const area = whole * scale;
  const width =
    whole > 0 ? Math.max(2, Math.min(room, Math.max(Math.sqrt(area), area / most))) : UNSTATED_SIZE;
  const height = whole > 0 ? Math.max(2, area / width) : UNSTATED_SIZE;
  const sum = totalOf(groups.map((group) => group.sum));
  const setting = setWords(
    {
      amount: printSum(sum.count > 0 ? { ...sum, unstated: 0 } : sum, measure),
      name: `in ${count(sum.count + sum.unstated, 'figure')}`,
      aside: '',
    },
    room,
    2,
  );
  const tie = {
    key: 'shelf:block',
    subjects: [],
    touches: new Set(groups.flatMap((group) => group.touches)),
  };
  const words = setting ? settingMarks(setting, at.x, at.y + height + 4, tie) : [];
  const marks = whole > 0 ? slices() : outlines();
  return { height: height + 4 + (setting?.length ?? 0) * LINE, marks: [...marks, ...words] };

  function slices(): Mark[] {
    let bottom = at.y + height;
    return groups.flatMap((group) => {
      const { low, high, returned } = group.sum;
      const parts: [string, Money, Texture | undefined][] = [
        ['', low - returned, undefined],
        [' range', high - low, 'range'],
        [' returned', -returned, 'returned'],
      ];
      const drawn = parts.filter(([, money]) => money > 0);
      return drawn.map(([part, money, texture], nth): Mark => {
        const thick = Math.max(THINNEST, (height * money) / whole);
        bottom -= thick;
        const spoken = nth === 0 ? spokenOf(group) : { subjects: [subjectOfGroup(group)] };
        return {
          shape: 'rect',
          ...spoken,
          touches: new Set(group.touches),
          key: `${subjectOfGroup(group)}@undated${nth === 0 ? '' : part}`,
          x: at.x,
          y: Math.max(at.y, bottom),
          width,
          height: thick,
          fill: inkOf(subjectOfGroup(group), card),
          ...(texture ? { texture } : {}),
          ...(thick > 4 ? { stroke: 'paper', strokeWidth: 1 } : {}),
        };
      });
    });
  }

  /** Figures without a size have no area to divide: one outline stands for them all. */
  function outlines(): Mark[] {
    const label = `period not stated, ${sumWords(sum, measure)}`;
    const box = { x: at.x, y: at.y, width, height, stroke: 'quiet', dash: '2 2' } as const;
    return [{ shape: 'rect', ...tie, key: 'shelf:unstated', label, ...box, strokeWidth: 1.2 }];
  }

  function spokenOf(group: Group) {
    const subject = subjectOfGroup(group);
    return {
      subjects: [subject],
      label: `${nameOf(subject, gathered)}, ${sumWords(group.sum, measure)}, period not stated`,
      action: actionOn(subject),
    };
  }
}
