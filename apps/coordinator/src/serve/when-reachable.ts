import { FiligreeError, describeError } from '@filigree/base';
import type { Clock } from '@filigree/base';

/** Silence for longer than this needs a word. */
const PATIENCE_MS = 3000;
const AGAIN_MS = 2000;

/**
 * What `open` gives, tried again for as long as it ends with UNREACHABLE; `tell` is called once with what is not there.
 * Rejects with every other error at once.
 */
export async function whenReachable<T>(open: () => Promise<T>, clock: Clock, tell: (text: string) => void): Promise<T> {
  let told = false;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof FiligreeError) || error.code !== 'UNREACHABLE') throw error;
      if (!told) tell(`${describeError(error)}; trying again until it answers`);
      told = true;
    }
    await new Promise<void>((done) => {
      clock.after(AGAIN_MS, done);
    });
  }
}

/** What `pending` comes to; `tell` is called once where that takes a while: a service may take a connection and be silent. */
export async function tellWhenSlow<T>(pending: Promise<T>, clock: Clock, tell: () => void): Promise<T> {
  const timer = clock.after(PATIENCE_MS, tell);
  try {
    return await pending;
  } finally {
    timer.cancel();
  }
}
