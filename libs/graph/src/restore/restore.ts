// A graph made from a file: a dump, or the backup of one. All of the file is read and checked before anything is changed.

import { createReadStream } from 'node:fs';
import { FiligreeError } from '@filigree/base';
import type { GraphDelta, GraphRelationship } from '../model/delta.ts';
import type { GraphStore } from '../store/store.ts';
import { isBackup, readBackup } from './backup-lines.ts';
import { numberedLines } from './dump-lines.ts';
import { epochAbove } from './epoch.ts';
import { StagedDump } from './staging.ts';

/** A file that was read as a whole, and is whole. */
export interface RestoreSource {
  readonly kind: 'dump' | 'backup';
  /** The epoch that the graph had; 0 where the file does not tell. */
  readonly epoch: number;
  deltas(): AsyncIterable<GraphDelta> | Iterable<GraphDelta>;
  /** The links that identity had made; null where they are to be found again. */
  readonly links: readonly GraphRelationship[] | null;
  /** May be called twice. */
  close(): void;
}

export interface Restored {
  readonly filings: number;
  readonly graphId: string;
  /** Above all that wrote the graph before: what it still holds is stale. */
  readonly epoch: number;
}

const FILINGS_A_BATCH = 64;
const TOKENS_AN_EPOCH = 2 ** 32;

function chunksOf(file: string): AsyncIterable<string> {
  return createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 });
}

async function firstLine(file: string): Promise<string> {
  for await (const { text } of numberedLines(chunksOf(file))) return text;
  return '';
}

/** Reads and checks all of the file. Throws CORRUPT naming the first bad line, NOT_FOUND. */
export async function openRestore(file: string): Promise<RestoreSource> {
  let first: string;
  try {
    first = await firstLine(file);
  } catch (cause) {
    throw new FiligreeError('NOT_FOUND', `${file} cannot be read: ${cause instanceof Error ? cause.message : ''}`, {
      remedy: 'name a file that coordinator graph dump or coordinator backup made',
      cause,
    });
  }
  if (first === '')
    throw new FiligreeError('CORRUPT', `${file}: it is empty`, { remedy: 'graph clear is what empties a graph' });
  if (!isBackup(first)) {
    const staged = await StagedDump.read(file, chunksOf(file));
    return {
      kind: 'dump',
      epoch: 0,
      deltas: () => staged.deltas(),
      links: staged.links(),
      close: () => {
        staged.close();
      },
    };
  }
  let epoch = 0;
  for await (const part of readBackup(file, chunksOf(file))) if ('epoch' in part) epoch = part.epoch;
  return {
    kind: 'backup',
    epoch,
    async *deltas() {
      for await (const part of readBackup(file, chunksOf(file))) if ('delta' in part) yield part.delta;
    },
    links: null,
    close: () => undefined,
  };
}

/** Fills an empty graph from the source, under an epoch above all that wrote it before. `wallMs` is the time of day. */
export async function fillGraph(
  store: GraphStore,
  source: RestoreSource,
  wallMs: number,
  onProgress: (filings: number) => void = () => undefined,
): Promise<Restored> {
  const known = Math.max(source.epoch, await store.epoch());
  const epoch = await store.raiseEpoch(epochAbove(known, wallMs));
  const token = epoch * TOKENS_AN_EPOCH;
  let filings = 0;
  let batch: GraphDelta[] = [];
  const flush = async (): Promise<void> => {
    for (const result of await store.write(batch.map((delta) => ({ delta, token }))))
      if (result.outcome === 'failed') throw result.error;
    filings += batch.length;
    batch = [];
    onProgress(filings);
  };
  for await (const delta of source.deltas()) {
    batch.push(delta);
    if (batch.length === FILINGS_A_BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  if (source.links === null) await store.resolve();
  else await store.putLinks(source.links);
  return { filings, graphId: await store.graphId(), epoch };
}

/** Throws INTERNAL where the graph's dump is not, line by line, the file from which it was made. */
export async function checkRestored(store: GraphStore, file: string): Promise<void> {
  const lines = store.dump()[Symbol.asyncIterator]();
  for await (const { text, line } of numberedLines(chunksOf(file))) {
    const { value, done } = await lines.next();
    if (done !== true && value === text) continue;
    await lines.return?.();
    throw different(file, line);
  }
  if ((await lines.next()).done !== true) throw different(file, 0);
}

function different(file: string, line: number): FiligreeError {
  return new FiligreeError('INTERNAL', `the restored graph is not what ${file} says, from line ${String(line)} on`, {
    remedy: 'report it with this message',
  });
}
