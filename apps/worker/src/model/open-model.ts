import { join } from 'node:path';
import type { ModelPlace, ModelPool } from '@filigree/extraction';

/** Where the model is and how it is asked. */
export interface ModelSettings extends ModelPlace {
  readonly aiConcurrency: number;
}

/** The model services of the settings behind one pool, with the cache below the working directory. Throws USAGE for a wrong address. */
export async function openModel(settings: ModelSettings, cwd: string): Promise<ModelPool> {
  // Loaded here: without a model, the stream's thread needs nothing of the library that reads filings.
  const { makeAnswerCache, makeModelClients, makeModelPool } = await import('@filigree/extraction');
  return makeModelPool({
    clients: makeModelClients(settings),
    concurrency: settings.aiConcurrency,
    cache: makeAnswerCache(join(cwd, '.filigree', 'answers')),
  });
}
