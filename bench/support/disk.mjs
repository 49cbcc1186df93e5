import {
  closeSync,
  constants,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for one benchmark, below `parent` (where the disk to measure is), removed by `remove`. */
export function benchDirectory(parent = tmpdir()) {
  mkdirSync(parent, { recursive: true });
  const dir = mkdtempSync(join(parent, 'filigree-bench-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Values of a sorted copy of `samples` at the given shares. */
export function percentiles(samples, ...shares) {
  const sorted = Float64Array.from(samples).sort();
  return shares.map((share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
}

/** How long a write of 1 KB and its fdatasync take in a zero-filled file of this directory. */
export function probeSync(dir, rounds = 1000) {
  const path = join(dir, 'probe');
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT);
  writeSync(file, Buffer.alloc(4 << 20));
  fsyncSync(file);
  const bytes = Buffer.alloc(1000, 1);
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    writeSync(file, bytes, 0, bytes.length, round * bytes.length);
    const start = performance.now();
    fdatasyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  rmSync(path);
  const [p50, p99] = percentiles(times, 0.5, 0.99);
  return { p50Ms: p50, p99Ms: p99 };
}

/** The probe's result as one line. */
export function describeProbe({ p50Ms, p99Ms }) {
  return `fdatasync p50 ${micro(p50Ms)}, p99 ${micro(p99Ms)}`;
}

/** Milliseconds as microseconds, for a person. */
export function micro(ms) {
  return `${String(Math.round(ms * 1000))} µs`;
}

/** A number with thousands separated, without decimals. */
export function whole(value) {
  return Math.round(value).toLocaleString('en-US');
}

/** A size in MiB. */
export function mebibytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
