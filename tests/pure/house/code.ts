import ts from 'typescript';

/** A file of the repository: its path from the root, with forward slashes, and what is in it. */
export interface RepoFile {
  readonly path: string;
  readonly text: string;
}

const parsed = new WeakMap<RepoFile, ts.SourceFile>();

/** The syntax tree of a script, or of all the code in a component, on the lines where it stands. */
export function syntaxOf(file: RepoFile): ts.SourceFile {
  let tree = parsed.get(file);
  if (!tree) {
    const code = file.path.endsWith('.svelte') ? codeIn(file.text) : file.text;
    tree = ts.createSourceFile(file.path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
    parsed.set(file, tree);
  }
  return tree;
}

/** Every node of a file's syntax tree. */
export function* nodesOf(file: RepoFile): Generator<ts.Node> {
  const waiting: ts.Node[] = [syntaxOf(file)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    node.forEachChild((child) => void waiting.push(child));
  }
}

/** The line of a node, for a reader to go to. */
export function lineOf(file: RepoFile, node: ts.Node): number {
  const tree = syntaxOf(file);
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/**
 * A component with everything but code blanked out: its script blocks and the expressions in its
 * markup stay where they are. The expressions need not make a program; the parser bears it.
 */
function codeIn(component: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return (
    component
      .replace(/<!--.*?-->|<style.*?<\/style>/gs, blank)
      // The `as` of a loop is no assertion.
      .replace(/(\{#each\s[^}]*?\s)as(?=\s)/g, '$1, ')
      .split(/(<script[^>]*>.*?<\/script>)/s)
      .map((part) =>
        part.startsWith('<script')
          ? part.replace(/^<script[^>]*>|<\/script>$/g, blank)
          : expressionsIn(part),
      )
      .join('')
  );
}

function expressionsIn(markup: string): string {
  let depth = 0;
  let code = '';
  for (const character of markup) {
    if (character === '}') depth--;
    const edge = depth === 0 && (character === '{' || character === '}');
    code += edge ? ';' : depth > 0 || character === '\n' ? character : ' '.repeat(character.length);
    if (character === '{') depth++;
  }
  return code.replace(/;(\s*[#:@/][a-z]+)/g, (start) => ';' + ' '.repeat(start.length - 1));
}
