// Damages real filings and reads them until time is up.
// Every input must give a filing or BAD_FILING with an offset, in time in proportion to its length. Needs a build.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { seeded } from './seeded.mjs';

const SLOWEST_MS = 5000;
const HANG_MS = 30_000;

const TOKENS = (
  '<DOCUMENT>|</DOCUMENT>\n|\n<DOCUMENT>\n<TYPE>X\n<TEXT>\n|</TEXT>\n|<SEC-HEADER>|</SEC-HEADER>\n|<SUBMISSION>|<A>|</A>\n|' +
  '\n<REPORTING-OWNER>\n|</REPORTING-OWNER>\n|<table>|<td rowspan=999 colspan=999>|</table>|<div style="display:none">|</div>|' +
  '<!--|-->|<script>|</script>|<pre>|</pre>|<|>|"|&#x|&nbsp|\0|\r|\n|\t|\n\t\t\t:|begin 644 x\n|<PAGE>|<S>  <C>|By: x      By: y\n'
).split('|');

/** Some changes of a file: bytes flipped, a part removed, repeated, moved, a token put in (once or often), the end cut off. */
function mutate(bytes, random) {
  let result = bytes;
  const below = (limit) => Math.floor(random() * limit);
  for (let changes = 1 + below(5); changes > 0; changes--) {
    const at = below(result.length + 1);
    const end = Math.min(result.length, at + below(5000));
    const token = Buffer.from(TOKENS[below(TOKENS.length)]);
    const before = result.subarray(0, at);
    switch (below(8)) {
      case 0:
        result = Buffer.concat([before, result.subarray(end)]);
        break;
      case 1:
        result = Buffer.concat([result.subarray(0, end), result.subarray(at)]);
        break;
      case 2:
        result = Buffer.concat([before, token, result.subarray(at)]);
        break;
      case 3:
        result = Buffer.concat([before, ...Array(1 + below(20_000)).fill(token), result.subarray(at)]);
        break;
      case 4:
        result = Buffer.from(before);
        break;
      case 5: {
        const part = result.subarray(at, Math.min(end, at + 60));
        result = Buffer.concat([before, ...Array(1 + below(5000)).fill(part), result.subarray(at)]);
        break;
      }
      case 6: {
        const to = below(result.length + 1);
        result = Buffer.concat([result.subarray(0, to), result.subarray(at, end), result.subarray(to)]);
        break;
      }
      default:
        result = Buffer.from(result);
        for (let flips = below(50); flips > 0 && result.length > 0; flips--) result[below(result.length)] = below(256);
    }
  }
  return result;
}

/** What is wrong with how these bytes are read, or null. */
function fault(bytes, { readSubmission, filingText }) {
  const startedMs = performance.now();
  try {
    const { text, blocks } = filingText(bytes, readSubmission(bytes));
    let at = 0;
    for (const block of blocks) {
      if (block.start !== at || block.end <= block.start) return `a block at ${block.start}, expected ${at}`;
      at = block.end + 1;
    }
    if (blocks.length > 0 && at !== text.length + 1) return `blocks end at ${at}, the text at ${text.length}`;
  } catch (error) {
    const offset = error?.code === 'BAD_FILING' ? error.detail.offset : undefined;
    if (!(offset >= 0 && offset <= bytes.length)) return `threw ${error?.stack ?? error}`;
  }
  const tookMs = performance.now() - startedMs;
  return tookMs > SLOWEST_MS + bytes.length / 500 ? `took ${Math.round(tookMs)} ms for ${bytes.length} bytes` : null;
}

function filesBelow(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|nc)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function work({ seed, files, untilMs }) {
  const reader = await import('@filigree/edgar');
  for (let nth = 0; Date.now() < untilMs; nth++) {
    const random = seeded(`${seed}#${nth}`);
    const bytes = mutate(readFileSync(files[Math.floor(random() * files.length)]), random);
    parentPort.postMessage({ nth });
    const problem = fault(bytes, reader);
    if (problem !== null) parentPort.postMessage({ nth, problem, bytes });
  }
  parentPort.postMessage({ done: true });
}

/** `files` are directories; none means those that are there. False where they hold no file. */
export function fuzzFiles({ given, minutes, seed }) {
  const root = join(import.meta.dirname, '../..');
  const usual = ['../shared/sgml', '../shared/filings', 'samples'].map((path) => join(root, path)).filter(existsSync);
  const files = (given.length > 0 ? given : usual).flatMap(filesBelow);
  if (files.length === 0) return false;
  console.error(`fuzz: ${files.length} files, ${minutes} min, --seed ${seed}`);
  const keep = join(root, 'fuzz-failures');
  let inputs = 0;
  let failures = 0;
  const fail = (nth, problem, bytes) => {
    failures++;
    process.exitCode = 1;
    mkdirSync(keep, { recursive: true });
    if (bytes !== undefined) writeFileSync(join(keep, `${seed}-${nth}.txt`), bytes);
    console.error(`fuzz: input ${nth} of --seed ${seed}: ${problem}`);
  };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { seed, files, untilMs: Date.now() + minutes * 60_000 },
  });
  const hung = () => {
    fail(inputs, `still at work after ${HANG_MS} ms`);
    void worker.terminate();
  };
  let watch = setTimeout(hung, HANG_MS);
  worker.on('message', ({ nth, problem, bytes, done }) => {
    clearTimeout(watch);
    if (done === true) return void console.log(`fuzz: ${inputs} inputs, ${failures} failures`);
    if (problem !== undefined) fail(nth, problem, bytes);
    else inputs = nth + 1;
    watch = setTimeout(hung, HANG_MS);
    return undefined;
  });
  worker.on('error', (error) => {
    fail(inputs, String(error.stack));
  });
  worker.on('exit', () => {
    clearTimeout(watch);
  });
  return true;
}

if (!isMainThread) await work(workerData);
