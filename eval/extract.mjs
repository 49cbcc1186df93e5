// Facts of many filings by the rules alone, in threads.
import { Worker } from 'node:worker_threads';

import { EvalError } from './places.mjs';

const THREADS = 2;

/** The tasks, each answered by a thread; the answers are in the order of the tasks. */
export async function inThreads(tasks, threads = THREADS) {
  const answers = new Array(tasks.length);
  let next = 0;
  const one = () =>
    new Promise((done, failed) => {
      const thread = new Worker(new URL('./extract-thread.mjs', import.meta.url));
      let at = -1;
      const ask = () => {
        at = next;
        next += 1;
        if (at >= tasks.length) void thread.terminate().then(done);
        else thread.postMessage(tasks[at]);
      };
      thread.on('message', (answer) => {
        answers[at] = answer;
        ask();
      });
      thread.on('error', (error) => {
        failed(new EvalError(`${tasks[at]?.path ?? 'a thread'}: ${error.stack ?? error.message}`));
      });
      ask();
    });
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, one));
  return answers;
}

/** From path to what was extracted, for the filings of all sets; each text goes to the folder, for the check of quotes. */
export async function extractSets(sets, textFolder) {
  const filings = new Map(sets.flatMap((set) => set.filings.map((filing) => [filing.path, filing])));
  const tasks = [...filings.values()].map(({ path, labels: { accession } }) => ({
    path,
    accession,
    textFile: `${textFolder}/${accession}.txt`,
  }));
  const answers = await inThreads(tasks);
  return new Map(tasks.map(({ path }, nth) => [path, answers[nth]]));
}
