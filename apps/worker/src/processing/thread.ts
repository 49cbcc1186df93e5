// A processing thread: reads filings, extracts their facts, builds their deltas. The stream's thread never does. While one
// filing waits for the model's answer, the thread reads another.
import { parentPort, workerData } from 'node:worker_threads';
import { FiligreeError } from '@filigree/base';
import { readFilingBytes, unpackFiling } from '@filigree/edgar';
import type { Asking, Reply } from '@filigree/extraction';
import { troubleOf } from '../connect/failures.ts';
import type { AnswerMessage, PoolMessage, Task, TellingLimits, ThreadMessage } from './messages.ts';
import { processFiling, toDelta } from './process-filing.ts';
import { warmUp } from './warm-up.ts';

const port = parentPort;
if (port === null) throw new FiligreeError('INTERNAL', 'this file runs as a thread only');
const limits = workerData as TellingLimits;

const open = new Map<number, (answer: AnswerMessage) => void>();

function say(message: ThreadMessage): void {
  port?.postMessage(message);
}

async function readTask({ bytes, path, fileName }: Task): Promise<Uint8Array> {
  return bytes === null ? readFilingBytes(path ?? '') : unpackFiling(bytes, fileName);
}

function askingOf({ token, model, modelRequired }: Task): Asking | null {
  if (model === null) return null;
  return {
    model,
    required: modelRequired,
    ask: (question) =>
      new Promise<Reply>((resolve, reject) => {
        open.set(token, (answer) => {
          open.delete(token);
          if (answer.kind === 'answer') resolve(answer.reply);
          else reject(new FiligreeError(answer.code, answer.message, { detail: { resource: 'ollama' } }));
        });
        say({ kind: 'asks', token, question });
      }),
  };
}

async function process(task: Task): Promise<void> {
  const { token, fileName } = task;
  try {
    const bytes = await readTask(task);
    const now = (): number => performance.now();
    const processed = await processFiling(bytes, fileName, askingOf(task), now, (stage) => {
      say({ kind: 'stage', token, stage });
    });
    say({ kind: 'done', token, ...toDelta(processed, bytes.length, limits) });
  } catch (error) {
    say({ kind: 'failed', token, ...troubleOf(error) });
  }
}

// What is posted meanwhile waits. A fault here costs the first filing some time, and no filing more than that.
await warmUp(limits).catch(() => undefined);
say({ kind: 'ready' });
port.on('message', (message: PoolMessage) => {
  if (message.kind === 'task') void process(message.task);
  else open.get(message.token)?.(message);
});
