import { FiligreeError, describeError } from '@filigree/base';
import type { ModelPool } from './client-pool.ts';
import type { ModelInfo } from './types.ts';

export interface ReadyOptions {
  /** `on`: the model must be there. `auto`: rules go on without it. */
  readonly mode: 'auto' | 'on';
  /** With `on`, a model that is absent is fetched. */
  readonly pull: boolean;
  /** Monotonic. */
  readonly nowMs: () => number;
  /** Gets a line a person should read: how far the model is fetched, or, once, that rules go on alone. */
  readonly say: (line: string) => void;
}

const NEWS_MS = 2000;

/**
 * The model as a command begins that ends by itself; null when rules go on alone. Errors, with `on` only: UNREACHABLE when
 * no service has the model and none may or can fetch it.
 */
export async function readyModel(pool: ModelPool, options: ReadyOptions): Promise<ModelInfo | null> {
  const isRequired = options.mode === 'on';
  try {
    return await pool.check().catch(async (error: unknown) => {
      const isAbsent = error instanceof FiligreeError && error.code === 'NOT_FOUND';
      if (!isAbsent || !isRequired || !options.pull) throw error;
      await pool.pull(newsOf(options));
      return pool.check();
    });
  } catch (error) {
    if (!isRequired) {
      options.say(`${describeError(error)}; going on with rules`);
      return null;
    }
    // A model that is not there is a service that cannot do what was asked.
    if (error instanceof FiligreeError && error.code === 'NOT_FOUND') {
      throw new FiligreeError('UNREACHABLE', error.message, { remedy: error.remedy, cause: error });
    }
    throw error;
  }
}

function newsOf({ nowMs, say }: ReadyOptions): (doneBytes: number, totalBytes: number) => void {
  let saidMs = -Infinity;
  return (doneBytes, totalBytes) => {
    if (nowMs() - saidMs < NEWS_MS || !(totalBytes > 0)) return;
    saidMs = nowMs();
    say(`fetching the model: ${String(Math.floor((100 * doneBytes) / totalBytes))}%`);
  };
}
