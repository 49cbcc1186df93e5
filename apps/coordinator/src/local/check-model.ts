import { FiligreeError } from '@filigree/base';
import type { Values } from '@filigree/cli';
import { makeOllamaClient, makeOpenAiClient } from '@filigree/extraction';

export type ModelValues = Values<'ai' | 'ollamaUrl' | 'ollamaModel' | 'aiUrl' | 'noPull'>;

const TIMEOUT_MS = 10_000;
const OPENAI = 'openai:';

/**
 * With `--ai on` nothing would ever be processed without a model: looks for one before anything starts. A model that is
 * absent is fetched by the workers, unless `--no-pull`. Throws UNREACHABLE, NOT_FOUND.
 */
export async function requireModel(values: ModelValues): Promise<void> {
  if (values.ai !== 'on') return;
  const common = { model: values.ollamaModel, timeoutMs: TIMEOUT_MS };
  const clients =
    values.aiUrl === undefined
      ? values.ollamaUrl.split(',').map((url) => makeOllamaClient({ ...common, url: url.trim() }))
      : [makeOpenAiClient({ ...common, url: values.aiUrl.replace(OPENAI, '') })];
  const looks = await Promise.allSettled(clients.map((client) => client.describe()));
  if (looks.some((look) => look.status === 'fulfilled')) return;
  const reasons: unknown[] = looks.map((look) => (look.status === 'rejected' ? look.reason : null));
  const isAbsent = reasons.some((reason) => reason instanceof FiligreeError && reason.code === 'NOT_FOUND');
  if (isAbsent && !values.noPull) return;
  throw reasons[0];
}

/** The same settings as flags of `worker connect`. */
export function modelArgs(values: ModelValues): string[] {
  return [
    '--ai',
    values.ai,
    '--ollama-url',
    values.ollamaUrl,
    '--ollama-model',
    values.ollamaModel,
    ...(values.aiUrl === undefined ? [] : ['--ai-url', values.aiUrl]),
    ...(values.noPull ? ['--no-pull'] : []),
  ];
}
