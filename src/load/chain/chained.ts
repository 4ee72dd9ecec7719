import type { TextColumn } from '../../model/dataset.ts';
import { ABSENT, CHAIN_STEP, chainStage, isUnstated } from '../../model/dimension.ts';
import { apart, type Apart, type Told } from '../apart.ts';
import { codesFor } from '../codes.ts';
import type { Plan } from '../plan.ts';
import type { Reading } from '../rows.ts';
import { chainDecisions } from './decision.ts';
import { stepsOf } from './steps.ts';

/** A chain of more stages than this is no picture. */
const MOST_STAGES = 8;
/** Nor is one of more names or rows. */
const MOST_NAMES = 20_000;
const MOST_ROWS = 100_000;

const passedOn: Apart = (kind) => `passed-on ${kind}`;

/** Where a row leaves and where it arrives, as stages counted from 0. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly circular: boolean;
}

/**
 * Tells of names that both pay and receive. In a list of flows, or where it is asked for, each row
 * gets the stages it leaves and arrives at, so that the rows can be drawn as the steps of one flow;
 * or what is passed on is set apart, and money counts once. `inAll` is how many rows there will be.
 */
export function chained(
  told: Told,
  plan: Pick<Plan, 'mapping' | 'roles' | 'profile' | 'options'>,
  inAll: number,
) {
  const { reading, sums } = told;
  const columnOf = (role: 'funder' | 'recipient') => {
    const index = plan.mapping.get(role);
    const id = plan.roles.dimensions.find(({ column }) => column === index)?.id;
    return reading.dimensions.find((dimension) => dimension.id === id);
  };
  const [payers, payees] = [columnOf('funder'), columnOf('recipient')];
  if (!payers || !payees) return told;
  const names = payers.values.length + payees.values.length;
  const few = names <= MOST_NAMES && inAll <= MOST_ROWS;
  // Of a part of a long list there is nothing to tell but a sentence, which can wait.
  if (!few && inAll > reading.rows) return told;
  const both = bothIn(payers, payees);
  if (both.length === 0) return told;
  const spans = few ? spansOf(reading, payers, payees) : null;
  const most = spans ? spans.reduce((far, { to }) => Math.max(far, to), 0) + 1 : Infinity;
  const able = most <= MOST_STAGES;
  const wanted = plan.options.chain ?? (plan.profile.id === 'edges' ? 'steps' : 'rows');
  const how = able && spans ? wanted : 'rows';
  const decisions = [
    ...told.decisions,
    ...chainDecisions(both, how, able, circlesIn(reading, spans ?? []), plan.options),
  ];
  if (how === 'rows' || !spans) return { ...told, decisions };
  if (how === 'steps')
    return { reading: withStages(reading, spans, most, payers, payees), sums, decisions };
  const later = spans.flatMap(({ from }, row) => (from > 0 ? [[row, passedOn] as const] : []));
  return { ...apart(reading, sums, new Map(later)), decisions };
}

/** Names that both pay and receive, in their order. */
function bothIn(payers: TextColumn, payees: TextColumn): string[] {
  const paying = new Set(payers.values);
  // Hundreds of thousands of names take a while to look up; the shape of most tells that they are not there.
  const shapes = new Set(payers.values.map(shapeOf));
  const isPaying = (name: string) => shapes.has(shapeOf(name)) && paying.has(name);
  return payees.values.filter((name) => isPaying(name) && !isUnstated(name)).sort();
}

/** A number for a name's length and its first and last letter. */
function shapeOf(name: string): number {
  return (name.length << 16) ^ (name.charCodeAt(0) << 8) ^ name.charCodeAt(name.length - 1);
}

function spansOf({ rows }: Reading, payers: TextColumn, payees: TextColumn): Span[] {
  // Those who are not named are nobody: one of them is not another.
  const payer = payers.values.map((name) => (isUnstated(name) ? `${name} (from)` : name));
  const payee = payees.values.map((name) => (isUnstated(name) ? `${name} (to)` : name));
  const edges = new Map<string, Set<string>>();
  for (let row = 0; row < rows; row++) {
    const from = payer[payers.codes[row]!]!;
    edges.set(from, (edges.get(from) ?? new Set()).add(payee[payees.codes[row]!]!));
  }
  const { stageOf, goesBack } = stepsOf(edges);
  return Array.from({ length: rows }, (_, row) => {
    const [name, other] = [payer[payers.codes[row]!]!, payee[payees.codes[row]!]!];
    const from = stageOf.get(name) ?? 0;
    const circular = goesBack(name, other);
    return { from, to: circular ? from + 1 : (stageOf.get(other) ?? from + 1), circular };
  });
}

function circlesIn({ record }: Reading, spans: readonly Span[]): number[] {
  return spans.flatMap(({ circular }, row) => (circular ? [record[row]!] : []));
}

/** A column for each stage, with the name that a row leaves or reaches there, and one for the step. */
function withStages(
  reading: Reading,
  spans: readonly Span[],
  stages: number,
  payers: TextColumn,
  payees: TextColumn,
): Reading {
  const text = ({ values, codes }: TextColumn, row: number) => values[codes[row]!] ?? '';
  const columns = Array.from({ length: stages }, (_, stage) =>
    columnOf(
      chainStage(stage + 1),
      stage === 0 ? 'Start' : `After step ${stage}`,
      spans.map(({ from, to }, row) =>
        from === stage ? text(payers, row) : to === stage ? text(payees, row) : ABSENT,
      ),
    ),
  );
  const step = columnOf(
    CHAIN_STEP,
    'Step',
    spans.map(({ from }) => `Step ${from + 1}`),
  );
  return { ...reading, dimensions: [...columns, step, ...reading.dimensions] };
}

function columnOf(id: string, label: string, texts: readonly string[]): TextColumn {
  const values = [...new Set(texts)];
  const places = new Map(values.map((value, code) => [value, code]));
  const codes = Uint32Array.from(texts, (text) => places.get(text)!);
  return { id, label, values, codes: codesFor(values.length, codes) };
}
