import type { Source } from '../model/dataset.ts';

/** "Source: UK Digital Strategy 2017, HM Government, published 1 March 2017. Open Government Licence v3.0." */
export function creditOf(source: Source): string {
  const published = source.published ? `published ${source.published}` : '';
  const what = [source.title, source.publisher, published].filter(Boolean).join(', ');
  return [`Source: ${what}.`, source.licence ? `${source.licence}.` : '', source.link]
    .filter(Boolean)
    .join(' ');
}
