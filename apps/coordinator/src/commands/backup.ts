import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT, FiligreeError, makeDirectory, systemClock } from '@filigree/base';
import { NEO4J_FLAGS, argument, defineCommand, formatCount, formatGraph, printJson, printLine } from '@filigree/cli';
import type { GraphTarget, Io } from '@filigree/cli';
import { backupLines, copyGraphFile, epochAbove } from '@filigree/graph';
import type { CopiedGraph } from '@filigree/graph';
import { copyQueueFiles, nodeDisk, sealQueueCopy } from '@filigree/queue';
import { openStore } from '../serve/open-store.ts';
import { BACKUP_ID_FILE } from '../serve/join-backup.ts';

const epochOf = (epoch: number): number => epochAbove(epoch, systemClock.wallMs());

/** Throws USAGE where `dir` holds something: a backup is never mixed with another. */
async function requireFree(dir: string, given: string): Promise<void> {
  if (!existsSync(dir)) return;
  const names = await readdir(dir);
  if (names.length === 0) return;
  throw new FiligreeError('USAGE', `${given} is not empty`, { remedy: 'name a directory that is not there yet' });
}

function requireGraph(graph: GraphTarget, file: string): void {
  if (graph.kind === 'neo4j' || existsSync(file)) return;
  throw new FiligreeError('NOT_FOUND', `there is no graph at ${graph.file}`, {
    remedy: 'say where it is with --graph sqlite:FILE',
  });
}

/** What every filing says, in a file. A graph in Neo4j lies in no file that could be copied. */
async function writeLines(io: Io, target: string): Promise<CopiedGraph> {
  const store = await openStore({ kind: 'neo4j' }, io.cwd, io.env, 'read');
  try {
    const file = await open(target, 'wx', 0o600);
    let filings = -2;
    try {
      for await (const line of backupLines(store)) {
        await file.appendFile(`${line}\n`);
        filings++;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { graphId: await store.graphId(), epoch: epochOf(await store.epoch()), filings };
  } finally {
    await store.close();
  }
}

/** Fills `part`: the queue first, so that what it has as done is in the graph. */
async function fill(part: string, queueDir: string, graph: GraphTarget, io: Io): Promise<CopiedGraph> {
  const queue = join(part, 'queue');
  await mkdir(queue, { mode: 0o700 });
  await copyQueueFiles({ dir: queueDir, target: queue, disk: nodeDisk });
  const id = randomUUID();
  const copied =
    graph.kind === 'neo4j'
      ? await writeLines(io, join(part, 'graph.jsonl'))
      : copyGraphFile(resolve(io.cwd, graph.file), join(part, 'graph.db'), id, epochOf);
  await sealQueueCopy(queue, nodeDisk, systemClock, copied.epoch);
  if (graph.kind === 'sqlite') await writeFile(join(queue, BACKUP_ID_FILE), `${id}\n`, { mode: 0o600, flush: true });
  return copied;
}

/** `coordinator backup`: queue and graph of one moment, while they are in use. */
export const backupCommand = defineCommand({
  name: 'backup',
  summary: 'copy queue and graph into a new directory, also while a coordinator works on them',
  flags: ['queueDir', 'graph', 'json', ...NEO4J_FLAGS],
  args: [argument('DIR', 'a directory that is not there yet')],
  examples: [
    'coordinator backup backups/monday',
    'coordinator backup /backup/filigree --queue-dir /var/lib/filigree/queue --graph neo4j',
  ],
  async run(values, [given = ''], io) {
    const dir = resolve(io.cwd, given);
    await requireFree(dir, given);
    requireGraph(values.graph, values.graph.kind === 'sqlite' ? resolve(io.cwd, values.graph.file) : '');
    await makeDirectory(dirname(dir));
    // Made beside and renamed: half a backup is never taken for one.
    const part = await mkdtemp(join(dirname(dir), `.${basename(dir)}-`));
    let copied: CopiedGraph;
    try {
      copied = await fill(part, resolve(io.cwd, values.queueDir), values.graph, io);
      await nodeDisk.syncDirectory(part);
      if (existsSync(dir)) await rmdir(dir);
      await rename(part, dir);
      await nodeDisk.syncDirectory(dirname(dir));
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      throw error;
    }
    const { graphId, epoch, filings } = copied;
    const graph = formatGraph(values.graph);
    if (values.json) await printJson(io, { dir: given, graph, graph_id: graphId, epoch, filings });
    else {
      await printLine(io, `${given} holds the queue, and ${formatCount(filings)} filings of ${graph}`);
      await printLine(
        io,
        values.graph.kind === 'neo4j'
          ? `to go back to it: put ${given}/queue in the place of the queue directory, and coordinator graph restore ${given}/graph.jsonl --replace --graph neo4j`
          : `to go back to it: put ${given}/queue and ${given}/graph.db in the place of queue directory and graph, and start the coordinator`,
      );
    }
    return EXIT.done;
  },
});
