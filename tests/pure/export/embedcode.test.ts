import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../../src/embed/examples.ts';
import { readRequest } from '../../../src/embed/request.ts';
import {
  embedCode,
  EMBED_RUNGS,
  oembedJson,
  oembedLink,
  type Embed,
} from '../../../src/export/embedcode.ts';
import { escaped } from '../../../src/export/xml.ts';

const HOSTILE = `"><script>alert(1)</script>`;
const embed: Embed = {
  app: 'https://example.org/tranche/',
  asks: 'v=1&chart=sankey&is.sector=Tax',
  explore: 'https://example.org/tranche/#v=1&is.sector=Tax',
  picture: { address: 'chart.svg', width: 604.7, height: 378 },
  title: 'Where it goes',
  alt: `Tax ${HOSTILE}`,
  height: 560,
  styles: true,
};

describe('the code of an embed', () => {
  test.each(EMBED_RUNGS)('says what the picture shows and leads on: %s', (rung) => {
    const code = embedCode(rung, embed, 'chart.frozen.html');
    expect(code).toContain(`alt="${escaped(embed.alt)}"`);
    expect(code).toContain('width="605" height="378"');
    expect(code).toContain(`<a href="${escaped(embed.explore)}">`);
    expect(code).not.toContain('<script>');
  });

  test('has a script on the rung of that name alone', () => {
    const withScript = EMBED_RUNGS.filter((rung) => embedCode(rung, embed).includes('<script'));
    expect(withScript).toEqual(['script']);
    expect(embedCode('script', embed)).toContain(
      '<script src="https://example.org/tranche/tranche-embed.js" async></script>',
    );
  });

  test('asks for the view, the chart and its height where nobody tells it', () => {
    const [, address = ''] = /<iframe src="([^"]+)"/.exec(embedCode('frame', embed)) ?? [];
    expect(address).toBe(
      'https://example.org/tranche/embed.html#v=1&amp;chart=sankey&amp;is.sector=Tax',
    );
    expect(readRequest(embed.asks)).toMatchObject({ chart: 'sankey', view: 'v=1&is.sector=Tax' });
    expect(embedCode('frame', embed)).toContain('height="560" loading="lazy"');
  });

  test.each(EMBED_RUNGS)('has no style where a page refuses them: %s', (rung) => {
    expect(embedCode(rung, { ...embed, styles: false })).not.toContain('style');
  });
});

test('oEmbed JSON has what its form asks of a rich embed', () => {
  const told: unknown = JSON.parse(oembedJson(embed));
  expect(told).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: 'Where it goes',
    width: 604.7,
    height: 560,
    provider_name: 'Tranche',
    html: expect.stringMatching(/^<iframe src="https:[^<]*<\/iframe>$/),
    thumbnail_url: 'chart.svg',
  });
  expect(oembedLink('chart.oembed.json', HOSTILE)).not.toContain('<script>');
});

describe('the page of examples', () => {
  const page = readFileSync('public/embeds.html', 'utf8');

  test.each([
    ['picture', 'sankey'],
    ['frame', 'timeline'],
    ['script', 'treemap'],
    ['frozen', 'sankey'],
  ] as const)('has the code that is written for the rung %s, twice', (rung, chart) => {
    const example = EXAMPLES.get(chart);
    if (!example) throw new Error(`no example "${chart}"`);
    const code = embedCode(rung, example, 'embeds/sankey.frozen.html');
    expect(page).toContain(`<!-- ${rung} -->\n${code}\n<!-- end -->`);
    expect(page).toContain(`<pre>${escaped(code)}</pre>`);
  });
});
