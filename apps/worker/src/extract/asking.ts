import { FiligreeError, describeError } from '@filigree/base';
import { note } from '@filigree/cli';
import type { Io } from '@filigree/cli';
import type { Asking } from '@filigree/extraction';
import type { AiMode } from '@filigree/queue';
import { openModel } from '../model/open-model.ts';
import type { ModelSettings } from '../model/open-model.ts';

const NEWS_MS = 2000;

/**
 * How `extract` asks the model: null for rules alone. With `on` the model must be there (it is fetched where `pull` allows);
 * with `auto` rules go on without it, and one line says so. Errors: UNREACHABLE and NOT_FOUND with `on`.
 */
export async function askingFor(
  settings: ModelSettings & { readonly ai: AiMode; readonly noPull: boolean },
  io: Io,
): Promise<Asking | null> {
  if (settings.ai === 'off') return null;
  const required = settings.ai === 'on';
  const pool = openModel(settings, io.cwd);
  try {
    const info = await pool.check().catch(async (error: unknown) => {
      const absent = error instanceof FiligreeError && error.code === 'NOT_FOUND';
      if (!absent || !required || settings.noPull) throw error;
      await pool.pull(progressOf(io, settings.ollamaModel));
      return pool.check();
    });
    return { ask: pool.ask, model: info.name, required };
  } catch (error) {
    if (required) {
      // A model that is not there is a service that cannot do what was asked: exit code 3.
      if (error instanceof FiligreeError && error.code === 'NOT_FOUND') {
        throw new FiligreeError('UNREACHABLE', error.message, { remedy: error.remedy, cause: error });
      }
      throw error;
    }
    note(io, `${describeError(error)}; going on with rules`);
    return null;
  }
}

function progressOf(io: Io, model: string): (doneBytes: number, totalBytes: number) => void {
  let saidMs = -Infinity;
  return (doneBytes, totalBytes) => {
    const nowMs = performance.now();
    if (nowMs - saidMs < NEWS_MS || !(totalBytes > 0)) return;
    saidMs = nowMs;
    note(io, `fetching ${model}: ${String(Math.floor((100 * doneBytes) / totalBytes))}%`);
  };
}
