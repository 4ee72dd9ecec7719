export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element as XML text; `children` are elements or escaped text. What is undefined is left out. */
export function element(
  name: string,
  attributes: XmlAttributes = {},
  children: readonly string[] = [],
): string {
  const inside = children.join('');
  return inside
    ? `<${name}${written(attributes)}>${inside}</${name}>`
    : `<${name}${written(attributes)}/>`;
}

function written(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('');
}

/** Text for XML 1.0: markup escaped, and the control characters XML cannot hold replaced. */
export function escaped(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\uFFFD',
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
