#!/usr/bin/env node
// Plays random schedules with faults against the shipped queue, journal and sessions; see `--help`.
import { parseArgs } from 'node:util';
import { simulate } from '@filigree/testing';

const HELP = `npm run sim -- [--seeds N] [--first N]      play N seeds, beginning with the first (default 1000 from 1)
npm run sim -- --seed N [--trace]            play one, and print its story
npm run sim -- ... --json                    one JSON line a seed, the summary last`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    first: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function wholeNumber(name, text) {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  process.stderr.write(`sim: --${name} ${text} is not a whole number\n${HELP}\n`);
  process.exit(2);
}

async function main() {
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const isOne = values.seed !== undefined;
  const first = isOne ? wholeNumber('seed', values.seed) : wholeNumber('first', values.first);
  const count = isOne ? 1 : wholeNumber('seeds', values.seeds);
  const outcomes = { peace: 0, refused: 0, altered: 0, violation: 0 };
  const totals = { steps: 0, lives: 0, faults: 0, leases: 0, virtual_ms: 0 };
  const startMs = performance.now();
  let slowestMs = 0;
  for (let seed = first; seed < first + count; seed++) {
    const seedMs = performance.now();
    const result = await simulate(seed, { trace: values.trace });
    slowestMs = Math.max(slowestMs, performance.now() - seedMs);
    outcomes[result.outcome]++;
    totals.steps += result.steps;
    totals.lives += result.lives;
    totals.faults += result.faults;
    totals.leases += result.leases;
    totals.virtual_ms += Math.round(result.virtualMs);
    if (values.trace) process.stdout.write(`${result.story.join('\n')}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify({ ...result, story: undefined })}\n`);
    else if (result.outcome === 'violation') {
      process.stdout.write(`seed ${seed}: ${result.message}\n  npm run sim -- --seed ${seed} --trace\n`);
    } else if (isOne) process.stdout.write(`seed ${seed}: ${result.outcome} ${result.message}\n`);
  }
  const elapsedMs = performance.now() - startMs;
  const summary = {
    seeds: count,
    first,
    ...outcomes,
    ...totals,
    elapsed_ms: Math.round(elapsedMs),
    ms_per_seed: Math.round((elapsedMs / Math.max(1, count)) * 10) / 10,
    slowest_ms: Math.round(slowestMs),
  };
  if (values.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else {
    process.stdout.write(
      `${count} seeds from ${first}: ${outcomes.peace} at peace, ${outcomes.refused + outcomes.altered} ended by damage that was told, ` +
        `${outcomes.violation} broken; ${totals.faults} faults, ${totals.lives} lives, ${totals.leases} leases, ` +
        `${Math.round(totals.virtual_ms / 3_600_000)} virtual hours in ${Math.round(elapsedMs / 1000)} s (${summary.ms_per_seed} ms a seed)\n`,
    );
  }
  return outcomes.violation === 0 ? 0 : 1;
}

process.exitCode = await main();
