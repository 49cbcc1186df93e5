// A processing thread: reads one filing at a time, extracts its facts, builds its delta. The stream's thread never does.
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { FiligreeError, describeError } from '@filigree/base';
import { LARGEST_FILING_BYTES, readFilingBytes } from '@filigree/edgar';
import type { Task, ThreadMessage } from './messages.ts';
import { processByRules, toDelta } from './process-filing.ts';

const port = parentPort;
if (port === null) throw new FiligreeError('INTERNAL', 'this file runs as a thread only');

function say(message: ThreadMessage): void {
  port?.postMessage(message);
}

/** A filing from disk, or one that came over the network and is decompressed here. */
async function readTask(task: Task): Promise<Uint8Array> {
  if (task.bytes === null) return readFilingBytes(task.path ?? '');
  const isGzip = task.bytes[0] === 0x1f && task.bytes[1] === 0x8b;
  return isGzip ? gunzipSync(task.bytes, { maxOutputLength: LARGEST_FILING_BYTES }) : task.bytes;
}

async function process(task: Task): Promise<ThreadMessage> {
  const bytes = await readTask(task);
  const processed = processByRules(
    bytes,
    task.fileName,
    () => performance.now(),
    (stage) => {
      say({ kind: 'stage', token: task.token, stage });
    },
  );
  return { kind: 'done', token: task.token, ...toDelta(processed, bytes.length) };
}

port.on('message', (task: Task) => {
  process(task).then(say, (error: unknown) => {
    say({
      kind: 'failed',
      token: task.token,
      code: error instanceof FiligreeError ? error.code : 'INTERNAL',
      message: describeError(error),
      detail: error instanceof Error ? (error.stack ?? '') : '',
    });
  });
});
