import { FiligreeError } from '@filigree/base';
import { Ollama } from 'ollama';
import type { ChatResponse } from 'ollama';
import { contextFor, promptLooksCut } from './budget.ts';
import { clientError, withDeadline } from './client-errors.ts';
import type { ModelClient, ModelInfo, Question, Reply } from './types.ts';

export interface OllamaClientOptions {
  /** Address of the service, e.g. http://127.0.0.1:11434. */
  readonly url: string;
  /** Name of the model, e.g. llama3.2 or qwen2.5:7b. */
  readonly model: string;
  /** One answer may take this long in all. */
  readonly timeoutMs: number;
}

// Ollama names models NAME:TAG and takes NAME for NAME:latest.
const fullName = (model: string): string => (model.includes(':') ? model : `${model}:latest`);

/** A client of one Ollama service (https://docs.ollama.com/api). Every request can be aborted and has a deadline. */
export function makeOllamaClient(options: OllamaClientOptions): ModelClient {
  const { url, model } = options;
  const service = { name: 'Ollama', url, model, pullHint: `ollama pull ${model}` };
  const connect = (signal: AbortSignal): Ollama =>
    new Ollama({ host: url, fetch: (input, init) => fetch(input, { ...init, signal }) });

  return {
    url,
    async describe(signal): Promise<ModelInfo> {
      return withDeadline(10_000, signal, async (limit) => {
        try {
          const ollama = connect(limit);
          const card = await ollama.show({ model });
          const { models } = await ollama.list();
          const listed = models.find((entry) => entry.name === fullName(model));
          return {
            name: model,
            digest: listed?.digest ?? fullName(model),
            contextTokens: contextLength(card.model_info),
          };
        } catch (cause) {
          throw clientError(service, cause, signal);
        }
      });
    },

    async ask(question, contextTokens, signal): Promise<Reply> {
      const began = performance.now();
      const numCtx = contextFor(question, contextTokens);
      return withDeadline(options.timeoutMs, signal, async (limit) => {
        try {
          const last = await chat(connect(limit), model, question, numCtx);
          return { ...last, elapsedMs: performance.now() - began };
        } catch (cause) {
          if (limit.aborted && signal?.aborted !== true) {
            return {
              text: '',
              outcome: 'timeout',
              promptTokens: 0,
              outputTokens: 0,
              elapsedMs: performance.now() - began,
              cached: false,
            };
          }
          throw clientError(service, cause, signal);
        }
      });
    },

    async pull(onProgress, signal): Promise<void> {
      try {
        const ollama = connect(signal ?? new AbortController().signal);
        for await (const part of await ollama.pull({ model, stream: true })) onProgress(part.completed, part.total);
      } catch (cause) {
        throw clientError(service, cause, signal);
      }
    },
  };
}

async function chat(
  ollama: Ollama,
  model: string,
  question: Question,
  numCtx: number,
): Promise<Omit<Reply, 'elapsedMs'>> {
  const stream = await ollama.chat({
    model,
    stream: true,
    messages: [
      { role: 'system', content: question.system },
      { role: 'user', content: question.user },
    ],
    format: question.schema,
    options: { temperature: 0, seed: 1, num_ctx: numCtx, num_predict: question.maxOutputTokens },
  });
  let text = '';
  let final: ChatResponse | null = null;
  for await (const part of stream) {
    text += part.message.content;
    if (part.done) final = part;
  }
  if (final === null) throw new FiligreeError('UNREACHABLE', 'the answer ended before its last part');
  const promptTokens = final.prompt_eval_count ?? 0;
  const outputTokens = final.eval_count ?? 0;
  const cut = promptLooksCut(question, promptTokens, numCtx);
  const outcome = cut ? 'prompt-cut' : final.done_reason === 'length' ? 'cut' : 'complete';
  return { text, outcome, promptTokens, outputTokens, cached: false };
}

// The key is ARCHITECTURE.context_length, e.g. llama.context_length. The typings say Map, the service sends an object.
function contextLength(info: unknown): number {
  const DEFAULT_CONTEXT = 4096;
  if (typeof info !== 'object' || info === null) return DEFAULT_CONTEXT;
  for (const [key, value] of Object.entries(info)) {
    if (key.endsWith('.context_length') && typeof value === 'number' && value > 0) return value;
  }
  return DEFAULT_CONTEXT;
}
