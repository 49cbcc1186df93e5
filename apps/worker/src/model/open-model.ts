import { join } from 'node:path';
import { FiligreeError } from '@filigree/base';
import { makeAnswerCache, makeModelPool, makeOllamaClient, makeOpenAiClient } from '@filigree/extraction';
import type { ModelClient, ModelPool } from '@filigree/extraction';

/** Where the model is and how it is asked. */
export interface ModelSettings {
  /** Addresses of Ollama, comma-separated. */
  readonly ollamaUrl: string;
  readonly ollamaModel: string;
  /** `openai:URL`; takes the place of Ollama. */
  readonly aiUrl: string | undefined;
  readonly aiConcurrency: number;
}

/** One answer may take this long; a lease is lost after five minutes in one stage. */
const ANSWER_TIMEOUT_MS = 240_000;
const OPENAI = 'openai:';

/** The model services of the settings behind one pool, with the cache below the working directory. Throws USAGE for a wrong address. */
export function openModel(settings: ModelSettings, cwd: string): ModelPool {
  return makeModelPool({
    clients: clientsOf(settings),
    concurrency: settings.aiConcurrency,
    cache: makeAnswerCache(join(cwd, '.filigree', 'answers')),
  });
}

function clientsOf({ aiUrl, ollamaUrl, ollamaModel }: ModelSettings): ModelClient[] {
  const common = { model: ollamaModel, timeoutMs: ANSWER_TIMEOUT_MS };
  if (aiUrl !== undefined) {
    if (!aiUrl.startsWith(OPENAI)) {
      throw new FiligreeError('USAGE', `--ai-url ${aiUrl}, expected openai:http://HOST:PORT`, {
        remedy: 'put openai: before the address, or use --ollama-url for Ollama',
      });
    }
    return [makeOpenAiClient({ ...common, url: checkedUrl('--ai-url', aiUrl.slice(OPENAI.length)) })];
  }
  return ollamaUrl
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '')
    .map((url) => makeOllamaClient({ ...common, url: checkedUrl('OLLAMA_BASE_URL', url) }));
}

function checkedUrl(place: string, url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new FiligreeError('USAGE', `${place} ${url}, expected an address such as http://127.0.0.1:11434`, {
    remedy: 'correct the address',
  });
}
