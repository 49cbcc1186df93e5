import { FiligreeError } from '@filigree/base';
import { makeOllamaClient } from './ollama-client.ts';
import { makeOpenAiClient } from './openai-client.ts';
import type { ModelClient } from './types.ts';

/** Where the model is. */
export interface ModelPlace {
  /** Addresses of Ollama, comma-separated. */
  readonly ollamaUrl: string;
  readonly ollamaModel: string;
  /** `openai:URL`; takes the place of Ollama. */
  readonly aiUrl: string | undefined;
}

/** One answer may take this long; a lease is lost after five minutes in one stage. */
const ANSWER_TIMEOUT_MS = 240_000;
const OPENAI = 'openai:';

/** A client for each address of the settings. Throws USAGE for a wrong one. */
export function makeModelClients({ aiUrl, ollamaUrl, ollamaModel }: ModelPlace): ModelClient[] {
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
