import { EXIT, FiligreeError } from '@filigree/base';
import {
  defineCommand,
  formatCount,
  formatGraph,
  formatTable,
  note,
  printJson,
  printLine,
  printLines,
} from '@filigree/cli';
import type { GraphStats, ResolveResult } from '@filigree/graph';
import { TARGET_FLAGS, ask, onlyHere, withStore } from './target.ts';

const setupCommand = defineCommand({
  name: 'graph setup',
  summary: 'make the graph ready: tables, or constraints and indexes; running it again changes nothing',
  flags: TARGET_FLAGS,
  examples: ['coordinator graph setup --graph neo4j'],
  async run(values, _args, io) {
    onlyHere(values, 'graph setup');
    // Opening a store brings its schema up to date, as every worker and coordinator does when it starts.
    const graphId = await withStore(values, io, 'create', (store) => store.graphId());
    if (values.json) await printJson(io, { graph: formatGraph(values.graph), graph_id: graphId });
    else await printLine(io, `${formatGraph(values.graph)} is ready (graph ${graphId})`);
    return EXIT.done;
  },
});

const statsCommand = defineCommand({
  name: 'graph stats',
  summary: 'count nodes by label and relationships by type',
  flags: TARGET_FLAGS,
  examples: ['coordinator graph stats', 'coordinator graph stats --graph neo4j --json'],
  async run(values, _args, io) {
    let stats: (GraphStats & { readonly kind: string }) | undefined;
    await ask(values, io, 'stats', {}, (line) => {
      stats = JSON.parse(line) as GraphStats & { readonly kind: string };
    });
    if (stats === undefined) throw new FiligreeError('INTERNAL', 'graph stats: no answer');
    const { kind, graphId, epoch, nodes, relationships } = stats;
    if (values.json) {
      await printJson(io, { kind, graph_id: graphId, epoch, nodes, relationships });
      return EXIT.done;
    }
    const counts = (title: string, all: Readonly<Record<string, number>>): (readonly [string, string])[] => [
      [title, ''],
      ...Object.entries(all).map(([name, count]) => [`  ${name}`, formatCount(count).padStart(11)] as const),
    ];
    await printLines(io, formatTable([...counts('nodes', nodes), ...counts('relationships', relationships)]));
    await printLine(io, `${kind} graph ${graphId}`);
    return EXIT.done;
  },
});

const resolveCommand = defineCommand({
  name: 'graph resolve',
  summary: 'find the same people, companies and events across filings and link them; writes only what changed',
  flags: TARGET_FLAGS,
  examples: ['coordinator graph resolve'],
  async run(values, _args, io) {
    let result: ResolveResult = { added: 0, removed: 0, links: 0 };
    await ask(values, io, 'resolve', {}, (line) => {
      result = JSON.parse(line) as ResolveResult;
    });
    const { added, removed, links } = result;
    if (values.json) await printJson(io, { added, removed, links });
    else
      await printLine(io, `${formatCount(links)} links (${formatCount(added)} added, ${formatCount(removed)} removed)`);
    return EXIT.done;
  },
});

const clearCommand = defineCommand({
  name: 'graph clear',
  summary: 'remove all that Filigree wrote from the graph; filings will be read again for it',
  flags: [...TARGET_FLAGS, 'yes'],
  examples: ['coordinator graph clear --yes'],
  async run(values, _args, io) {
    onlyHere(values, 'graph clear');
    const name = formatGraph(values.graph);
    if (!values.yes) {
      throw new FiligreeError('USAGE', `graph clear removes everything from ${name}`, {
        remedy: 'say --yes if you mean it',
      });
    }
    const { foreignNodes, heldNodes, heldBy } = await withStore(values, io, 'write', (store) => store.clear());
    if (foreignNodes === 0) note(io, `${name} is empty`);
    else note(io, `nothing of Filigree is left in ${name}; ${formatCount(foreignNodes)} nodes of others stay`);
    if (heldNodes > 0) {
      const held = `${formatCount(heldNodes)} of these were Filigree's and stay with your relationships (${heldBy.join(', ')})`;
      note(io, `${held}; Filigree neither reads nor counts them any more`);
    }
    if (values.json)
      await printJson(io, {
        graph: name,
        cleared: true,
        foreign_nodes: foreignNodes,
        held_nodes: heldNodes,
        held_by: heldBy,
      });
    return EXIT.done;
  },
});

/** Commands that look after a graph. */
export const maintainCommands = [setupCommand, statsCommand, resolveCommand, clearCommand];
