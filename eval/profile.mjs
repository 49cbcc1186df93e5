// Where the time of extraction goes: by stage and, from a CPU profile, by folder and file of the code. It knows no part by name.
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

import { filingText, readSubmission } from '@filigree/edgar';
import { extractByRules } from '@filigree/extraction';

import { readableFilings } from './places.mjs';

const WARM_UP_FILINGS = 20;
const SAMPLE_MICROSECONDS = 500;
const FILES_SHOWN = 25;

/** Of a stack frame's script: `extraction/roles/board-list.js`, or null outside the packages. */
const fileOf = (url) => /\/libs\/([^/]+)\/dist\/(.+)$/.exec(url)?.slice(1).join('/') ?? null;

const folderOf = (file) => file.slice(0, file.lastIndexOf('/'));

/** Milliseconds by key: `own` where the innermost frame of the packages is in it, `whole` where any frame is. */
function sumByKey(profile, keyOf) {
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node])));
  const chains = new Map();
  for (const node of profile.nodes) {
    const keys = [];
    for (let at = node; at !== undefined; at = parents.get(at.id)) {
      const file = fileOf(at.callFrame.url);
      if (file !== null) keys.push(keyOf(file));
    }
    chains.set(node.id, keys);
  }
  const sums = new Map();
  const add = (key, part, milliseconds) => {
    const sum = sums.get(key) ?? { own: 0, whole: 0 };
    sums.set(key, sum);
    sum[part] += milliseconds;
  };
  profile.samples.forEach((id, nth) => {
    const milliseconds = profile.timeDeltas[nth] / 1000;
    const keys = chains.get(id);
    if (keys.length > 0) add(keys[0], 'own', milliseconds);
    for (const key of new Set(keys)) add(key, 'whole', milliseconds);
  });
  return [...sums].map(([key, sum]) => ({ key, ...sum })).sort((a, b) => b.own - a.own);
}

/** One filing; milliseconds by stage. */
function extractOne(path) {
  const marks = [performance.now()];
  const file = readFileSync(path);
  const submission = readSubmission(file, path);
  marks.push(performance.now());
  const text = filingText(file, submission);
  marks.push(performance.now());
  extractByRules(submission, text);
  marks.push(performance.now());
  return { container: marks[1] - marks[0], text: marks[2] - marks[1], rules: marks[3] - marks[2] };
}

const printRows = (title, rows) => {
  process.stdout.write(`\n${title.padEnd(52)} own ms  with what it calls\n`);
  for (const { key, own, whole } of rows)
    process.stdout.write(`${key.padEnd(52)} ${own.toFixed(0).padStart(6)} ${whole.toFixed(0).padStart(7)}\n`);
};

/** Prints the profile of one pass over the 6-K filings, on one core. */
export async function runProfile() {
  const paths = readableFilings(['filings']);
  for (const path of paths.slice(0, WARM_UP_FILINGS)) extractOne(path);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await session.post('Profiler.start');
  const spent = paths.map(extractOne);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const sums = ['container', 'text', 'rules'].map((stage) => [stage, spent.reduce((sum, one) => sum + one[stage], 0)]);
  const all = sums.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  for (const [stage, milliseconds] of sums)
    process.stdout.write(`${stage.padEnd(12)} ${milliseconds.toFixed(0).padStart(6)} ms\n`);
  process.stdout.write(
    `${String(paths.length)} filings, ${((paths.length * 1000) / all).toFixed(1)} filings/s on one core under the profiler\n`,
  );
  printRows('by folder', sumByKey(profile, folderOf));
  printRows('by file', sumByKey(profile, (file) => file).slice(0, FILES_SHOWN));
}
