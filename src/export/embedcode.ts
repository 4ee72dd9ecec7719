import { VERSION } from './version.ts';
import { escaped } from './xml.ts';

/** What a chart in other people's pages is made of. Addresses are whole, or relative to the page that has the code. */
export interface Embed {
  /** Where the built app is, ending in a slash. */
  readonly app: string;
  /** What the embed is asked for: the fragment of its address. */
  readonly asks: string;
  /** The view in the explorer. */
  readonly explore: string;
  readonly picture: EmbedPicture;
  /** A picture for windows up to 480 pixels wide, where there is one. */
  readonly narrow?: EmbedPicture;
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
  /** Pixels that the live chart takes where it can be told. */
  readonly height: number;
  /**
   * False for pages whose policy refuses style attributes. Their own style must then keep pictures
   * within their column, and a frame stands under its picture.
   */
  readonly styles: boolean;
}

/** A picture at an address; pixels. */
export interface EmbedPicture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Ways to put a chart into a page, from the one that works in the weakest up: a picture with a link;
 * that and the live chart in a frame; that and a script that puts the one in the other's place; a
 * frame of one file with all data inside.
 */
export const EMBED_RUNGS = ['picture', 'frame', 'script', 'frozen'] as const;
export type EmbedRung = (typeof EMBED_RUNGS)[number];

/** The widest window that gets the narrow picture. */
const NARROW = 480;

/** The HTML of an embed. `frozen` is the address of the file with all data inside, for that rung. */
export function embedCode(rung: EmbedRung, embed: Embed, frozen = ''): string {
  switch (rung) {
    case 'picture':
      return figure(embed);
    case 'frame':
      return figure(embed, [frameOf(embed, embedAddress(embed))]);
    case 'script':
      return [
        `<tranche-chart src="${escaped(embedAddress(embed))}">`,
        ...indented(figure(embed)),
        '</tranche-chart>',
        `<script src="${escaped(`${embed.app}tranche-embed.js`)}" async></script>`,
      ].join('\n');
    case 'frozen':
      return figure(embed, [frameOf(embed, frozen)]);
  }
}

/**
 * What an oEmbed consumer is told of an embed (oembed.com, version 1.0, type rich), as JSON: for a
 * static host, to lie beside the picture and be named by a link in the page.
 */
export function oembedJson(embed: Embed): string {
  const { width } = embed.picture;
  return `${JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      provider_name: 'Tranche',
      provider_url: embed.app,
      title: embed.title,
      html: frameOf(embed, embedAddress(embed)),
      width,
      height: embed.height,
      thumbnail_url: embed.picture.address,
      thumbnail_width: width,
      thumbnail_height: embed.picture.height,
      tranche_version: VERSION,
    },
    null,
    2,
  )}\n`;
}

/** The link by which a page names the oEmbed JSON beside it. */
export function oembedLink(address: string, title: string): string {
  return `<link rel="alternate" type="application/json+oembed" href="${escaped(address)}" title="${escaped(title)}">`;
}

/** The address of the page with the live chart. */
function embedAddress({ app, asks }: Embed): string {
  return `${app}embed.html${asks ? `#${asks}` : ''}`;
}

/** Picture and frame in one cell. */
const IN_ONE_PLACE = 'grid-area: 1 / 1';

/** The picture with its link, and over it what stands in its place where that can be. */
function figure(embed: Embed, over: readonly string[] = []): string {
  const { explore, picture, narrow } = embed;
  const place = over.length > 0 ? IN_ONE_PLACE : '';
  const styled = (...styles: string[]) => styleOf(embed, styles);
  const size = `${sizeOf(picture)} alt="${escaped(embed.alt)}"`;
  const image = (own: string) =>
    `<img src="${escaped(picture.address)}" ${size}${styled(own, 'max-width: 100%', 'height: auto')}>`;
  const shown = narrow
    ? [
        `<picture${styled(place)}>`,
        `  <source media="(max-width: ${NARROW}px)" srcset="${escaped(narrow.address)}" ${sizeOf(narrow)}>`,
        `  ${image('')}`,
        '</picture>',
      ]
    : [image(place)];
  return [
    `<figure${styled(place && 'display: grid', 'margin: 0')}>`,
    ...[...shown, ...over].map((line) => `  ${line}`),
    `  <figcaption><a href="${escaped(explore)}">Explore this chart</a></figcaption>`,
    '</figure>',
  ].join('\n');
}

function frameOf(embed: Embed, address: string): string {
  const { title, alt, height } = embed;
  const style = styleOf(embed, [
    IN_ONE_PLACE,
    // Never lower than the picture it covers, and in browsers that can as high as what is in it.
    'align-self: stretch',
    'width: 100%',
    'height: auto',
    `min-height: ${height}px`,
    'border: 0',
    'frame-sizing: content-height',
  ]);
  return `<iframe src="${escaped(address)}" title="${escaped(alt || title)}" width="100%" height="${height}" loading="lazy"${style}></iframe>`;
}

function styleOf({ styles }: Embed, declarations: readonly string[]): string {
  const text = declarations.filter(Boolean).join('; ');
  return styles && text ? ` style="${text}"` : '';
}

function sizeOf({ width, height }: EmbedPicture): string {
  return `width="${Math.round(width)}" height="${Math.round(height)}"`;
}

function indented(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}
