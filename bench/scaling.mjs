import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startScriptedOllama } from '@filigree/testing';
import { benchDirectory } from './support/disk.mjs';
import { serve, start } from './support/processes.mjs';

export const about =
  'how the fleet scales when the model is the limit: a scripted latency, 1 to 64 workers, 10 filings a worker';

const MOST_PROCESSES = 8;
const root = join(import.meta.dirname, '..');

/** One invented filing in which rules find no event, so that the model is asked exactly once. */
function writeFiling(dir, number) {
  const accession = `0009900998-10-${String(number).padStart(6, '0')}`;
  const text = `<SEC-DOCUMENT>${accession}.txt : 20100301
<SEC-HEADER>${accession}.hdr.sgml : 20100301
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t6-K
FILED AS OF DATE:\t\t20100301

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tBENCHMARK HOLDINGS INC
\t\tCENTRAL INDEX KEY:\t\t\t0009900998
</SEC-HEADER>
<DOCUMENT>
<TYPE>6-K
<SEQUENCE>1
<FILENAME>a.txt
<TEXT>
The weather over the harbour was calm, and note ${String(number)} of the series says nothing else of any weight.
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;
  writeFileSync(join(dir, `${accession}.txt`), text);
}

/** Runs 10 filings a worker; seconds from the submit, when all workers are connected, to the end. */
async function measure(workers, perWorker, latencyMs) {
  const { dir, remove } = benchDirectory(undefined);
  const filings = join(dir, 'filings');
  mkdirSync(filings);
  for (let number = 0; number < workers * perWorker; number += 1) writeFiling(filings, number);
  const model = await startScriptedOllama({
    script: () => ({ kind: 'answer', text: '{"roles":[],"events":[],"ownership":[]}', delayMs: latencyMs }),
  });
  const stops = [remove, model.close];
  try {
    const coordinator = await serve(dir, ['--filings', filings]);
    stops.unshift(coordinator.stop);
    const processes = Math.min(workers, MOST_PROCESSES);
    for (let index = 0; index < processes; index += 1) {
      const cwd = join(dir, `worker-${String(index)}`);
      mkdirSync(cwd);
      const place = `127.0.0.1:${String(coordinator.endpoint.port)}`;
      const args = [
        'connect',
        '--coordinator',
        place,
        '--ai',
        'on',
        '--no-pull',
        '--ai-concurrency',
        String(workers / processes),
      ];
      const env = { ...process.env, OLLAMA_BASE_URL: model.url, OLLAMA_MODEL: 'scripted' };
      stops.unshift(start(join(root, 'apps/worker/bin/worker.js'), args, { cwd, env }).stop);
    }
    while (
      (await coordinator.control.status()).workers.filter((worker) => worker.connected && worker.model !== '').length <
      processes
    ) {
      await new Promise((again) => setTimeout(again, 100));
    }
    const runId = randomUUID();
    const began = performance.now();
    await coordinator.control.submit(
      {
        runId,
        mode: 'on',
        filings: '',
        forms: [],
        ciks: [],
        company: '',
        from: '',
        to: '',
        year: 0,
        limit: 0,
        force: false,
        priority: 0,
      },
      () => undefined,
    );
    await coordinator.control.wait(runId, () => undefined);
    const seconds = (performance.now() - began) / 1000;
    if (model.chats.length !== workers * perWorker)
      throw new Error(`${String(model.chats.length)} questions, expected ${String(workers * perWorker)}`);
    return seconds;
  } finally {
    for (const stop of stops) await stop();
  }
}

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      workers: { type: 'string', default: '1,2,4,16,64' },
      'per-worker': { type: 'string', default: '10' },
      'latency-ms': { type: 'string', default: '3300' },
    },
  });
  const perWorker = Number(values['per-worker']);
  const latencyMs = Number(values['latency-ms']);
  console.log(`${String(perWorker)} filings a worker, the model takes ${String(latencyMs)} ms a filing`);
  let alone = null;
  for (const workers of values.workers.split(',').map(Number)) {
    const seconds = await measure(workers, perWorker, latencyMs);
    const rate = (workers * perWorker) / seconds;
    alone ??= rate / workers;
    const share = (100 * rate) / (alone * workers);
    console.log(
      `${String(workers).padStart(3)} workers  ${seconds.toFixed(1).padStart(6)} s  ${rate.toFixed(2).padStart(6)} filings/s  ${share.toFixed(1)}% of linear`,
    );
  }
}
