import { sankey, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { isChainStage } from '../model/dimension.ts';
import { dimensionOf, type Subject } from '../model/subject.ts';
import { NOTHING } from '../model/sum.ts';
import type { FlowLink, FlowNode, Flows } from './flows.ts';

/** A node's span across the flow, where money has its width; along it, nodes stand in their stage. */
export interface PlacedNode {
  readonly node: FlowNode;
  readonly across0: number;
  readonly across1: number;
}

/** A ribbon: its across span at the source's and at the target's side. */
export interface PlacedLink {
  readonly link: FlowLink;
  readonly source: PlacedNode;
  readonly target: PlacedNode;
  readonly source0: number;
  readonly target0: number;
  readonly width: number;
}

export interface Ribbons {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  /** Pixels across per smallest unit of money. */
  readonly scale: number;
}

export interface RibbonFrame {
  /** Pixels across that the stage with the most nodes may fill. */
  readonly across: number;
  /** Pixels between neighbouring nodes of a stage. */
  readonly gap: number;
  /** Pixels across per smallest unit of money that are not to be exceeded; undefined = as many as fit. */
  readonly held: number | undefined;
}

interface Node {
  readonly flow: FlowNode;
  readonly order: number;
}
interface Link {
  readonly flow: FlowLink;
}

/** Any length will do: where a stage stands along the flow is for the chart to say. */
const ALONG = 1000;

/**
 * Places stages and ribbons with d3-sankey, keeping the given order of nodes. Its layout writes on
 * what it is handed, so it gets fresh objects and only numbers leave. Figures of unstated size have
 * no width: they are laid out with a weight too small to see and drawn with a width of 0.
 */
export function ribbonsOf(flows: Flows, frame: RibbonFrame): Ribbons {
  const total = Math.max(
    1,
    ...flows.stages.map((nodes) => nodes.reduce((sum, node) => sum + node.weight, 0)),
  );
  const speck = total / 1e7;
  const across = heldAcross(flows, frame);
  const nodes = flows.stages.flatMap((stage) =>
    stage.map((flow, order): Node => ({ flow, order })),
  );
  const thread = threadOf(flows);
  const layout = sankey<Node, Link>()
    .nodeId(({ flow }) => flow.subject)
    .nodeAlign(({ flow }) => flow.stage)
    .nodeSort((a, b) => a.order - b.order)
    .nodePadding(frame.gap)
    .iterations(flows.links.length <= 300 ? 6 : 1)
    .extent([
      [0, 0],
      [ALONG, across],
    ]);
  const graph = layout({
    nodes: [...nodes, ...thread.nodes.map((flow): Node => ({ flow, order: Infinity }))],
    links: [...flows.links, ...thread.links].map((flow) => ({
      flow,
      source: flow.source,
      target: flow.target,
      value: Math.max(flow.weight, speck),
    })),
  });
  const placed = new Map<Subject, PlacedNode>(
    graph.nodes
      .filter(({ flow }) => !thread.nodes.includes(flow))
      .map((node: SankeyNode<Node, Link>) => [
        node.flow.subject,
        {
          node: node.flow,
          across0: node.y0 ?? 0,
          across1: node.y1 ?? 0,
        },
      ]),
  );
  const links = graph.links.flatMap((link: SankeyLink<Node, Link>): PlacedLink[] => {
    const source = placed.get(link.flow.source);
    const target = placed.get(link.flow.target);
    if (!source || !target) return [];
    const half = (link.width ?? 0) / 2;
    const width = link.flow.weight > 0 ? (link.width ?? 0) : 0;
    return [
      {
        link: link.flow,
        source,
        target,
        source0: (link.y0 ?? 0) - half,
        target0: (link.y1 ?? 0) - half,
        width,
      },
    ];
  });
  const widest = links.reduce(
    (best, link) => (link.width > best.width ? link : best),
    links[0] ?? { width: 0, link: { weight: 1 } },
  );
  return {
    nodes: [...placed.values()],
    links,
    scale: widest.width / Math.max(1, widest.link.weight),
  };
}

/**
 * What holds the stages of a chain apart: nodes and links that are not drawn. The layout counts
 * stages by the longest path, and a filtered chain may have none that goes through all of them.
 */
function threadOf({ stages }: Flows): { readonly nodes: FlowNode[]; readonly links: FlowLink[] } {
  if (!isChained(stages)) return { nodes: [], links: [] };
  const nothing = { sum: NOTHING, weight: 0, touches: new Set<Subject>() };
  const nodes = stages.map((_, stage) => ({
    ...nothing,
    subject: `thread ${stage}`,
    stage,
    standing: nothing.touches,
  }));
  const links = nodes.slice(1).map(({ subject, stage }) => ({
    ...nothing,
    source: `thread ${stage - 1}`,
    target: subject,
    stage: stage - 1,
    to: stage,
    paths: [],
  }));
  return { nodes, links };
}

function isChained(stages: Flows['stages']): boolean {
  return stages.flat().some(({ subject }) => isChainStage(dimensionOf(subject)));
}

/** The pixels across in which d3-sankey comes to the scale that is held: the fullest stage decides. */
function heldAcross({ stages }: Flows, { across, gap, held }: RibbonFrame): number {
  if (held === undefined) return across;
  const thread = isChained(stages) ? 1 : 0;
  const wanted = stages.map(
    (nodes) =>
      (nodes.length - 1 + thread) * gap + held * nodes.reduce((sum, node) => sum + node.weight, 0),
  );
  return Math.min(across, Math.max(...wanted));
}
