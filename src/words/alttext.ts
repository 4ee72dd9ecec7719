import { ALT_LONGEST } from '../model/figure.ts';
import { sentenceCase } from './counts.ts';

/**
 * A suggestion for a picture's alternative text: what sort of picture, its finding, and as much of
 * the selection as there is room for. At most ALT_LONGEST characters.
 */
export function suggestedAlt(chart: string, headline: string, selection: string): string {
  const finding = `${sentenceCase(chart)}: ${headline}.`;
  const whole = `${finding} ${selection}`;
  if (whole.length <= ALT_LONGEST) return whole;
  return finding.length <= ALT_LONGEST ? finding : cutAtWord(finding, ALT_LONGEST);
}

function cutAtWord(text: string, longest: number): string {
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  const words = space > longest / 2 ? cut.slice(0, space) : cut;
  // Half a surrogate pair cannot be written into a file.
  return `${words.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:]+$/, '')}…`;
}
