import { join } from 'node:path';
import { makeAnswerCache, makeModelClients, makeModelPool } from '@filigree/extraction';
import type { ModelPlace, ModelPool } from '@filigree/extraction';

/** Where the model is and how it is asked. */
export interface ModelSettings extends ModelPlace {
  readonly aiConcurrency: number;
}

/** The model services of the settings behind one pool, with the cache below the working directory. Throws USAGE for a wrong address. */
export function openModel(settings: ModelSettings, cwd: string): ModelPool {
  return makeModelPool({
    clients: makeModelClients(settings),
    concurrency: settings.aiConcurrency,
    cache: makeAnswerCache(join(cwd, '.filigree', 'answers')),
  });
}
