import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// V8 lets a new process keep some hundreds of megabytes of garbage before it looks through all of its heap for the
// first time, however little of it is in use. From one full collection on, the limit follows what is in use.
const GROWTH_PERCENT = 100;

/**
 * Collects all garbage of this process once, and lets its heap grow to twice what is in use before V8 does so again.
 * Call it when what the process was started for is ready: it takes some milliseconds for each 10 MB in use.
 */
export function boundGarbage(): void {
  setFlagsFromString(`--heap-growing-percent=${String(GROWTH_PERCENT)}`);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}
