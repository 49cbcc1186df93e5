// What every filing says, exactly and with the token that wrote it: the backup of a graph that lies in no file of its own. The
// last line says how many there are and what they hash to, so that a cut or changed file is known.

import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical.ts';
import { decodeDelta, encodeDelta } from '../model/codec.ts';
import type { GraphDelta } from '../model/delta.ts';
import type { GraphStore } from '../store/store.ts';
import { damaged, numberedLines } from './dump-lines.ts';

const VERSION = 1;

interface Head {
  readonly filigree_backup: number;
  readonly graph_id: string;
  readonly epoch: number;
}

interface End {
  readonly filings: number;
  readonly sha256: string;
}

/** The lines of a backup, without line ends. Filings that come or change meanwhile are there as they were or as they are. */
export async function* backupLines(store: GraphStore): AsyncIterable<string> {
  const hash = createHash('sha256');
  const said = (line: string): string => {
    hash.update(`${line}\n`);
    return line;
  };
  yield said(
    canonicalJson({
      filigree_backup: VERSION,
      graph_id: await store.graphId(),
      epoch: await store.epoch(),
    } satisfies Head),
  );
  let filings = 0;
  for await (const { delta } of store.deltas()) {
    filings++;
    yield said(Buffer.from(encodeDelta(delta)).toString('utf8'));
  }
  yield canonicalJson({ filings, sha256: hash.digest('hex') } satisfies End);
}

/** Whether a file that begins so is such a backup. */
export function isBackup(firstLine: string): boolean {
  return firstLine.includes('"filigree_backup":');
}

/** The deltas of a backup; the epoch that its graph had comes first. Throws CORRUPT naming the line, at the latest at its end. */
export async function* readBackup(
  file: string,
  chunks: AsyncIterable<string>,
): AsyncIterable<{ readonly epoch: number } | { readonly delta: GraphDelta }> {
  const hash = createHash('sha256');
  let filings = 0;
  let last = 0;
  let end: End | null = null;
  for await (const { text, line, isWhole } of numberedLines(chunks)) {
    last = line;
    if (!isWhole) throw damaged(file, line, 'the file ends in the midst of a line');
    if (end !== null) throw damaged(file, line, 'something follows the last line of the backup');
    if (line === 1) {
      const head = parse<Head>(file, line, text);
      if (head.filigree_backup !== VERSION)
        throw damaged(file, line, `a backup of version ${String(head.filigree_backup)}, expected ${String(VERSION)}`);
      yield { epoch: head.epoch };
    } else if (text.startsWith('{')) {
      end = parse<End>(file, line, text);
      if (end.filings !== filings || end.sha256 !== hash.digest('hex'))
        throw damaged(file, line, `${String(filings)} filings were read, and they are not those that were written`);
      continue;
    } else {
      filings++;
      yield { delta: deltaOf(file, line, text) };
    }
    hash.update(`${text}\n`);
  }
  if (end === null) throw damaged(file, last, 'the last line of the backup is missing: the file was cut');
}

function parse<T>(file: string, line: number, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw damaged(file, line, `${JSON.stringify(text.slice(0, 60))} is no line of a backup`);
  }
}

function deltaOf(file: string, line: number, text: string): GraphDelta {
  try {
    return decodeDelta(Buffer.from(text, 'utf8'));
  } catch (error) {
    throw damaged(file, line, error instanceof Error ? error.message : String(error));
  }
}
