import type { Source } from '../model/dataset.ts';
import { parseIsoDay } from '../model/period.ts';
import { printDay } from './periods.ts';

/** "Source: UK Digital Strategy 2017, HM Government, published 1 Mar 2017. Open Government Licence v3.0." */
export function creditOf(source: Source): string {
  const day = parseIsoDay(source.published);
  const when = day === undefined ? source.published : printDay(day);
  const published = when ? `published ${when}` : '';
  const what = [source.title, source.publisher, published].filter(Boolean).join(', ');
  return [`Source: ${what}.`, source.licence ? `${source.licence}.` : '', source.link]
    .filter(Boolean)
    .join(' ');
}
