import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, FiligreeError, systemClock } from '@filigree/base';
import { argument, defineCommand, formatCount, formatGraph, note, printJson, printLine } from '@filigree/cli';
import type { Io } from '@filigree/cli';
import { openRestore, restoreFile, restoreStore } from '@filigree/graph';
import type { Restored, RestoreOptions } from '@filigree/graph';
import { TARGET_FLAGS, onlyHere, withStore } from './target.ts';
import type { TargetValues } from './target.ts';

type RestoreValues = TargetValues & { readonly replace: boolean };

/** Throws USAGE where the graph holds something and is not to be replaced. */
async function requireEmpty(values: RestoreValues, io: Io): Promise<void> {
  const { graph } = values;
  if (graph.kind === 'sqlite' && !existsSync(resolve(io.cwd, graph.file))) return;
  const { nodes } = await withStore(values, io, 'read', (store) => store.stats());
  const count = Object.values(nodes).reduce((sum, one) => sum + one, 0);
  if (count === 0 || values.replace) return;
  throw new FiligreeError('USAGE', `${formatGraph(graph)} holds ${formatCount(count)} nodes`, {
    remedy: 'say --replace to put the restored graph in their place, or name another --graph',
  });
}

async function restoreInto(values: RestoreValues, io: Io, options: RestoreOptions): Promise<Restored> {
  const { graph } = values;
  if (graph.kind === 'sqlite') return restoreFile(resolve(io.cwd, graph.file), options);
  return withStore(values, io, 'create', async (store) => {
    // An empty graph gets a new id by it, too.
    await store.clear();
    return restoreStore(store, options);
  });
}

/** `coordinator graph restore`: what `graph dump` or `backup` wrote, back into a graph. */
export const restoreCommand = defineCommand({
  name: 'graph restore',
  summary: 'read a dump, or the graph of a backup, back into an empty graph, or in the place of another',
  flags: [...TARGET_FLAGS, 'replace'],
  args: [argument('FILE', 'what coordinator graph dump printed, or the graph.jsonl of coordinator backup')],
  examples: [
    'coordinator graph restore graph.jsonl',
    'coordinator graph restore backup/graph.jsonl --graph neo4j --replace',
  ],
  async run(values, [given = ''], io) {
    onlyHere(values, 'graph restore');
    const from = resolve(io.cwd, given);
    // All of the file first: where it is damaged, nothing else is touched.
    const source = await openRestore(from);
    try {
      await requireEmpty(values, io);
      const { filings, graphId, epoch } = await restoreInto(values, io, {
        source,
        from,
        wallMs: systemClock.wallMs(),
        onProgress: (done) => {
          if (done % 6400 === 0) note(io, `${formatCount(done)} filings restored`);
        },
      });
      const graph = formatGraph(values.graph);
      note(io, `whatever wrote this graph before is fenced: epoch ${String(epoch)} is above all of theirs`);
      if (values.json) await printJson(io, { graph, filings, graph_id: graphId, epoch });
      else
        await printLine(io, `${graph} holds ${formatCount(filings)} filings: graph ${graphId}, epoch ${String(epoch)}`);
    } finally {
      source.close();
    }
    return EXIT.done;
  },
});
