import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { EXIT, FiligreeError } from '@filigree/base';
import { defineCommand, note, printData, writeAll } from '@filigree/cli';
import type { Io } from '@filigree/cli';
import { exportLines } from '@filigree/graph';
import { TARGET_FLAGS, eachDumpLine } from './target.ts';
import type { TargetValues } from './target.ts';

/** The dump as it comes, for a consumer that pulls: the producer waits for each line to be taken. */
async function* pulled(values: TargetValues, io: Io): AsyncIterable<string> {
  const lines: string[] = [];
  let wake: () => void = () => undefined;
  let taken: () => void = () => undefined;
  const changed = (): Promise<void> =>
    new Promise((resolveChanged) => {
      wake = resolveChanged;
    });
  let ended = false;
  let failure: unknown = null;
  const running = eachDumpLine(values, io, async (line) => {
    lines.push(line);
    wake();
    if (lines.length < 500) return;
    await new Promise<void>((resolveTaken) => {
      taken = resolveTaken;
    });
  })
    .catch((error: unknown) => {
      failure = error;
    })
    .finally(() => {
      ended = true;
      wake();
    });
  for (;;) {
    const ready = changed();
    if (lines.length === 0 && !ended) await ready;
    yield* lines.splice(0);
    taken();
    if (ended && lines.length === 0) break;
  }
  await running;
  if (failure !== null) throw failure;
}

async function closed(stream: Writable): Promise<void> {
  await new Promise<void>((resolveEnd, reject) => {
    stream.once('error', reject);
    stream.end(resolveEnd);
  });
}

/** `coordinator graph export`: the graph for other programs. */
export const exportCommand = defineCommand({
  name: 'graph export',
  summary: 'write the graph as a Cypher script, a CSV table or GraphML',
  flags: [...TARGET_FLAGS, 'format', 'out'],
  examples: [
    'coordinator graph export --format csv --out graph.csv',
    'coordinator graph export --format graphml > graph.graphml',
  ],
  async run(values, _args, io) {
    if (values.format === undefined) {
      throw new FiligreeError('USAGE', 'graph export: --format is missing', {
        remedy: 'give --format cypher, csv or graphml',
      });
    }
    const lines = exportLines(values.format, pulled(values, io));
    if (values.out === undefined) {
      for await (const line of lines) await printData(io, line);
      return EXIT.done;
    }
    // Written beside and renamed: a reader never sees half a file.
    const file = resolve(io.cwd, values.out);
    const part = `${file}.part`;
    const stream = createWriteStream(part);
    const failed = new Promise<never>((_, reject) => {
      stream.on('error', (cause) => {
        reject(
          new FiligreeError('LOCAL_STATE', `cannot write ${part}: ${cause.message}`, {
            remedy: 'give --out a file that can be written',
            cause,
          }),
        );
      });
    });
    const writing = async (): Promise<void> => {
      for await (const line of lines) await writeAll(stream, `${line}\n`);
      await closed(stream);
      await rename(part, file);
    };
    await Promise.race([writing(), failed]);
    note(io, `wrote ${values.out}`);
    return EXIT.done;
  },
});
