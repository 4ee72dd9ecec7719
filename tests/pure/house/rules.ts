import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { lineOf, nodesOf, type RepoFile } from './code.ts';
import { DOORS, OWNED_PACKAGES, PURE_ROOMS, ROOMS, WORKER } from './rooms.ts';

/** A rule of the house: says where a file breaks it and how; says nothing where it is kept. */
export type Rule = (file: RepoFile) => string[];

const MOST_LINES = 300;

/** Names of the page, the network, the clock and the locale that Node lacks or answers otherwise. */
const SURROUNDINGS = new Set([
  'document',
  'window',
  'navigator',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'performance',
  'Intl',
]);

const MARKUP_FROM_TEXT = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc']);

export const RULES = {
  'imports follow the table of rooms': (file) =>
    importsOf(file).flatMap(({ node, name }) => {
      if (!name.startsWith('.')) return [];
      const target = join(dirname(file.path), name.replace(/\?.*$/, ''));
      const room = roomOf(file.path);
      const allowed = ROOMS.get(room);
      const inside = target.startsWith(`src/${room}/`) || allowed?.includes(roomOf(target));
      const door = DOORS.some(({ from, to }) => from.test(file.path) && to.test(target));
      return inside || door ? [] : [at(file, node, `${room} must not import ${target}`)];
    }),

  'a package is imported only where it belongs': (file) =>
    importsOf(file).flatMap(({ node, name }) => {
      const owners = name.startsWith('node:') ? ['cli', 'library'] : OWNED_PACKAGES.get(name);
      if (!owners || owners.includes(roomOf(file.path))) return [];
      return [at(file, node, `only ${owners.join(' and ')} may import ${name}`)];
    }),

  'a component does not import D3': (file) =>
    file.path.endsWith('.svelte')
      ? importsOf(file)
          .filter(({ name }) => /^d3(-|$)/.test(name))
          .map(({ node, name }) => at(file, node, `component imports ${name}`))
      : [],

  'a file has at most 300 lines': (file) => {
    const lines = file.text.trimEnd().split('\n').length;
    return lines > MOST_LINES ? [`${file.path} has ${lines} lines`] : [];
  },

  'below state, nothing reaches for page, network, clock, chance or locale': (file) =>
    PURE_ROOMS.includes(roomOf(file.path)) && file.path !== WORKER ? found(file, reachesOut) : [],

  'no markup and no code is made from text': (file) => [
    ...found(file, makesCode),
    ...(/\{@html|(?<!\.)\b(inner|outer)HTML=/.test(file.text)
      ? [`${file.path} writes markup`]
      : []),
  ],

  'a type is asserted only with the reason beside it': (file) =>
    found(file, (node) => isAssertion(node) && !hasComment(file, node)),

  'types are not switched off': (file) => [
    ...found(file, (node) => node.kind === ts.SyntaxKind.AnyKeyword),
    ...(/@ts-(ignore|nocheck)/.test(file.text) ? [`${file.path} silences the compiler`] : []),
  ],
} satisfies Record<string, Rule>;

/** For any text file of the repository: nothing in it may hold on one machine alone. */
export const namesNoMachine: Rule = ({ path, text }) => {
  const places = /(?<![\w.:/~-])(\/(home|root|work|Users|mnt)\/|[A-Z]:\\Users)|registry\.npm/;
  return text
    .split('\n')
    .flatMap((line, index) => (places.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []));
};

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function at(file: RepoFile, node: ts.Node, says: string): string {
  return `${file.path}:${lineOf(file, node)} ${says}`;
}

function found(file: RepoFile, breaks: (node: ts.Node) => boolean): string[] {
  return [...nodesOf(file)]
    .filter(breaks)
    .map((node) => at(file, node, node.getText().split('\n')[0] ?? ''));
}

/** All that a file imports, of whatever form: types, values, re-exports and imports on demand. */
function importsOf(file: RepoFile): { node: ts.Node; name: string }[] {
  return [...nodesOf(file)].flatMap((node) => {
    const from = moduleOf(node);
    return from && ts.isStringLiteralLike(from) ? [{ node, name: from.text }] : [];
  });
}

function moduleOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return node.argument.literal;
  const onDemand =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return onDemand ? node.arguments[0] : undefined;
}

function reachesOut(node: ts.Node): boolean {
  if (ts.isNewExpression(node) || ts.isCallExpression(node))
    return isNamed(node.expression, 'Date');
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.name.text;
    return (
      name === 'localeCompare' ||
      name.startsWith('toLocale') ||
      (name === 'now' && isNamed(node.expression, 'Date')) ||
      (name === 'random' && isNamed(node.expression, 'Math')) ||
      (SURROUNDINGS.has(name) &&
        ['globalThis', 'self'].some((all) => isNamed(node.expression, all)))
    );
  }
  return ts.isIdentifier(node) && SURROUNDINGS.has(node.text) && !isMemberName(node);
}

function makesCode(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return MARKUP_FROM_TEXT.has(node.name.text);
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  return isNamed(node.expression, 'eval') || isNamed(node.expression, 'Function');
}

function isAssertion(node: ts.Node): boolean {
  return ts.isAsExpression(node) && node.type.getText() !== 'const';
}

/** True when there is a comment on the line of the node or on the one above it. */
function hasComment(file: RepoFile, node: ts.Node): boolean {
  const line = lineOf(file, node);
  const near = file.text.split('\n').slice(Math.max(0, line - 2), line);
  return near.some((text) => /\/\/|\*\/|-->/.test(text));
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

/** True for the `name` of `a.name`, `{ name: 1 }` and a member of a type: a word, not the global. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node
  );
}
