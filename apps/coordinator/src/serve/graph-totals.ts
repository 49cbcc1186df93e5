import { resolve } from 'node:path';
import type { Clock } from '@filigree/base';
import { formatGraph } from '@filigree/cli';
import type { GraphTarget } from '@filigree/cli';
import type { GraphStats, GraphStore } from '@filigree/graph';
import { NO_GRAPH } from '@filigree/protocol';
import type { GraphTotalsView } from '@filigree/protocol';

/** What the graph holds. Counting costs, so the answer may be as old as the last count. */
export interface GraphTotals {
  /** The last count; begins a new one when the graph has changed and the last is old. */
  recent(): GraphTotalsView;
  /** Resolves when the last count is a recent one, or after a moment where counting takes longer or the graph is away. */
  settled(): Promise<void>;
  /** Counts now. Rejects where the graph is away. */
  fresh(): Promise<GraphTotalsView>;
  /** The graph has changed. */
  changed(): void;
  /** The graph as `--graph` takes it; never a password. */
  readonly name: string;
}

const RECENT_MS = 2000;
const PATIENCE_MS = 5000;

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

export function graphTotalsView(stats: GraphStats, name: string): GraphTotalsView {
  const { nodes } = stats;
  return {
    graph: name,
    companies: nodes.Company,
    people: nodes.Person,
    events: nodes.Event,
    filings: nodes.Filing,
    relationships: sum(stats.relationships),
    nodes: sum(nodes),
  };
}

export function makeGraphTotals(store: GraphStore, target: GraphTarget, clock: Clock, cwd: string): GraphTotals {
  const absolute: GraphTarget = target.kind === 'neo4j' ? target : { kind: 'sqlite', file: resolve(cwd, target.file) };
  const name = formatGraph(absolute);
  let last: GraphTotalsView = { ...NO_GRAPH, graph: name };
  let countedMs = Number.NEGATIVE_INFINITY;
  let isStale = true;
  let counting: Promise<GraphTotalsView> | null = null;

  const count = async (): Promise<GraphTotalsView> => {
    isStale = false;
    countedMs = clock.monotonicMs();
    last = graphTotalsView(await store.stats(), name);
    return last;
  };
  const begin = (): Promise<GraphTotalsView> =>
    (counting ??= count().finally(() => {
      counting = null;
    }));

  return {
    recent() {
      // A graph that is away keeps its last count; who needs to know asks for a fresh one.
      if (isStale && clock.monotonicMs() - countedMs > RECENT_MS) void begin().catch(() => (isStale = true));
      return last;
    },
    async settled() {
      if (counting === null && (!isStale || clock.monotonicMs() - countedMs <= RECENT_MS)) return;
      await new Promise<void>((done) => {
        const timer = clock.after(PATIENCE_MS, done);
        const counted = (): void => {
          timer.cancel();
          done();
        };
        begin().then(counted, () => {
          isStale = true;
          counted();
        });
      });
    },
    async fresh() {
      if (counting !== null) await counting.catch(() => last);
      return begin();
    },
    changed() {
      isStale = true;
    },
    name,
  };
}
