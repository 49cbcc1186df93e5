import { FiligreeError, describeError } from '@filigree/base';
import { note } from '@filigree/cli';
import type { Io } from '@filigree/cli';
import { readyModel } from '@filigree/extraction';
import type { AskModel, Asking } from '@filigree/extraction';
import type { AiMode } from '@filigree/queue';
import { openModel } from '../model/open-model.ts';
import type { ModelSettings } from '../model/open-model.ts';

/**
 * How `extract` asks the model: null for rules alone. With `on` the model must be there (it is fetched where `pull` allows);
 * with `auto` rules go on without it, and one line says so. Errors: UNREACHABLE with `on`.
 */
export async function askingFor(
  settings: ModelSettings & { readonly ai: AiMode; readonly noPull: boolean },
  io: Io,
): Promise<Asking | null> {
  if (settings.ai === 'off') return null;
  const pool = await openModel(settings, io.cwd);
  const say = (line: string): void => {
    note(io, line);
  };
  const info = await readyModel(pool, {
    mode: settings.ai,
    pull: !settings.noPull,
    nowMs: () => performance.now(),
    say,
  });
  if (info === null) return null;
  const required = settings.ai === 'on';
  return { ask: required ? pool.ask : sayingOnce(pool.ask, say), model: info.name, required };
}

// Nobody asks again later here: for `auto` a busy service is one that is away. The first failure is told.
function sayingOnce(ask: AskModel, say: (line: string) => void): AskModel {
  let said = false;
  return async (question, signal) => {
    try {
      return await ask(question, signal);
    } catch (error) {
      if (!said) say(`${describeError(error)}; going on with rules`);
      said = true;
      if (error instanceof FiligreeError && error.code === 'OVERLOADED')
        throw new FiligreeError('UNREACHABLE', error.message, { remedy: error.remedy, cause: error });
      throw error;
    }
  };
}
