import { note } from '@filigree/cli';
import type { Io, Values } from '@filigree/cli';

export type ModelValues = Values<'ai' | 'ollamaUrl' | 'ollamaModel' | 'aiUrl' | 'noPull' | 'aiConcurrency'>;

/**
 * Looks for the model before anything starts. With `--ai on` nothing would ever be processed without it: it is fetched where
 * that is allowed. With `auto` it resolves to the line that says why rules go on alone, null where they do not: it is told
 * once filings have been found. Throws UNREACHABLE with `on`, USAGE for a wrong address.
 */
export async function checkModel(values: ModelValues, io: Io): Promise<string | null> {
  if (values.ai === 'off') return null;
  const { makeModelClients, makeModelPool, readyModel } = await import('@filigree/extraction');
  let without: string | null = null;
  const pool = makeModelPool({ clients: makeModelClients(values), concurrency: 1, cache: null });
  await readyModel(pool, {
    mode: values.ai,
    pull: !values.noPull,
    nowMs: () => performance.now(),
    say: (line) => {
      if (values.ai === 'on') note(io, line);
      else without = line;
    },
  });
  return without;
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
    '--ai-concurrency',
    String(values.aiConcurrency),
    ...(values.aiUrl === undefined ? [] : ['--ai-url', values.aiUrl]),
    ...(values.noPull ? ['--no-pull'] : []),
  ];
}
