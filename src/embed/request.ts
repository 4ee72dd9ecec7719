/** Light or dark as the reader has it, or as the page around says. */
export const EMBED_THEMES = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

/** What the address of an embed asks for. */
export interface EmbedRequest {
  /** Id of the chart; null for the one that leads the view. */
  readonly chart: string | null;
  readonly theme: EmbedTheme;
  /** Pixels that the whole page is to take, where its words leave room for that; null for its own height. */
  readonly height: number | null;
  /** Where the data is, as it is written; null for the built-in data or what is carried. */
  readonly data: string | null;
  /** A picture's own project, encoded; null where there is none. */
  readonly carried: string | null;
  /** A scene of a story, as `story/scene` or `story/scene.reveals`; null for a view by itself. */
  readonly scene: string | null;
  /** The view, as the explorer's address has it. */
  readonly view: string;
}

/** Fields that are the embed's own; all others are the view's. */
const OWN = ['chart', 'theme', 'height', 'data', 'carried', 'scene'] as const;
type Own = (typeof OWN)[number];

/** The least and the most height that can be asked for. */
const HEIGHTS = { least: 200, most: 4000 };

/** Reads the fragment of an embed's address, without the number sign. What makes no sense is as if it were not there. */
export function readRequest(fragment: string): EmbedRequest {
  const own = new Map<Own, string>();
  const view: string[] = [];
  for (const field of fragment.split('&')) {
    const [name = '', ...rest] = field.split('=');
    const known = OWN.find((candidate) => candidate === name);
    if (known) own.set(known, decoded(rest.join('=')));
    else if (field !== '') view.push(field);
  }
  const textOf = (name: Own) => own.get(name) || null;
  const height = Number(textOf('height') ?? NaN);
  return {
    chart: textOf('chart'),
    theme: EMBED_THEMES.find((theme) => theme === own.get('theme')) ?? 'auto',
    height: height >= HEIGHTS.least && height <= HEIGHTS.most ? Math.round(height) : null,
    data: textOf('data'),
    carried: textOf('carried'),
    scene: textOf('scene'),
    view: view.join('&'),
  };
}

/** The fragment that asks for this; what is as it is without asking is not written. */
export function writeRequest(request: EmbedRequest): string {
  const { view, chart, theme, height, data, carried, scene } = request;
  const field = (name: Own, value: string | null) =>
    value === null ? '' : `${name}=${encodeURIComponent(value)}`;
  return [
    view,
    field('chart', chart),
    field('theme', theme === 'auto' ? null : theme),
    field('height', height === null ? null : String(height)),
    field('data', data),
    field('carried', carried),
    field('scene', scene),
  ]
    .filter(Boolean)
    .join('&');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
