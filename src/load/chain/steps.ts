/** Where each name of a chain stands, counted from 0, and the flows that go back in a circle. */
export interface Steps {
  readonly stageOf: ReadonlyMap<string, number>;
  /** True of a flow that closes a circle: its end stands before its start. */
  readonly goesBack: (from: string, to: string) => boolean;
}

/** From whom to whom. */
export type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The stages of a list of flows: a name stands one after the last of those that give to it. A flow
 * to a name that has led to it closes a circle and counts for nothing here. Names without a giver
 * are looked at first, and else the order of the list decides.
 *
 * Method: longest paths in the order of a depth-first search, whose back edges are left out.
 */
export function stepsOf(edges: Edges): Steps {
  const receivers = new Set([...edges.values()].flatMap((names) => [...names]));
  const starts = [...edges.keys()].filter((name) => !receivers.has(name));
  const back = new Map<string, Set<string>>();
  const goesBack = (from: string, to: string) => back.get(from)?.has(to) ?? false;
  const finished: string[] = [];
  const seen = new Map<string, 'open' | 'done'>();
  for (const root of [...starts, ...edges.keys()]) {
    if (seen.has(root)) continue;
    const stack = [{ name: root, next: targetsOf(edges, root) }];
    seen.set(root, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { value: to, done } = top.next.next();
      if (done) {
        seen.set(top.name, 'done');
        finished.push(top.name);
        stack.pop();
      } else if (seen.get(to) === 'open') {
        back.set(top.name, (back.get(top.name) ?? new Set()).add(to));
      } else if (!seen.has(to)) {
        seen.set(to, 'open');
        stack.push({ name: to, next: targetsOf(edges, to) });
      }
    }
  }
  const stageOf = new Map<string, number>(finished.map((name) => [name, 0]));
  for (const from of finished.reverse()) {
    for (const to of edges.get(from) ?? []) {
      if (goesBack(from, to)) continue;
      stageOf.set(to, Math.max(stageOf.get(to) ?? 0, (stageOf.get(from) ?? 0) + 1));
    }
  }
  return { stageOf, goesBack };
}

function targetsOf(edges: Edges, name: string): Iterator<string, undefined> {
  return (edges.get(name) ?? new Set<string>()).values();
}
