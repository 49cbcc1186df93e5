import { contextFor } from './budget.ts';
import { clientError, questionError, withDeadline } from './client-errors.ts';
import { timeoutReply, replyOf } from './reply.ts';
import { AnswerError, isRecord, readJson, readJsonLines, request } from './service-http.ts';
import type { ModelClient, ModelInfo, Question, Reply } from './types.ts';

export interface OllamaClientOptions {
  /** Address of the service, e.g. http://127.0.0.1:11434. */
  readonly url: string;
  /** Name of the model, e.g. llama3.2 or qwen2.5:7b. */
  readonly model: string;
  /** One answer may take this long in all. */
  readonly timeoutMs: number;
}

const DESCRIBE_TIMEOUT_MS = 10_000;

// Ollama names models NAME:TAG and takes NAME for NAME:latest.
const fullName = (model: string): string => (model.includes(':') ? model : `${model}:latest`);
const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** A client of one Ollama service (https://docs.ollama.com/api). Every request can be aborted and has a deadline. */
export function makeOllamaClient(options: OllamaClientOptions): ModelClient {
  const { model } = options;
  const url = options.url.replace(/\/+$/, '');
  const livesAt = `${url}/api/version`;
  const service = { name: 'Ollama', url: options.url, model, pullHint: `ollama pull ${model}`, livesAt };

  return {
    url: options.url,
    async describe(signal): Promise<ModelInfo> {
      return withDeadline(DESCRIBE_TIMEOUT_MS, signal, async (limit) => {
        try {
          const card = await readJson(await request(`${url}/api/show`, { model }, limit));
          const listed = await readJson(await request(`${url}/api/tags`, null, limit));
          return { name: model, digest: digestOf(listed, model), contextTokens: contextLength(card['model_info']) };
        } catch (cause) {
          throw clientError(service, cause, signal);
        }
      });
    },

    async ask(question, contextTokens, signal): Promise<Reply> {
      const began = performance.now();
      return withDeadline(options.timeoutMs, signal, async (limit) => {
        try {
          return await chat(url, model, question, contextFor(question, contextTokens), limit);
        } catch (cause) {
          if (limit.aborted && signal?.aborted !== true) return timeoutReply(performance.now() - began);
          throw await questionError(service, cause, signal);
        }
      });
    },

    async pull(onProgress, signal): Promise<void> {
      try {
        const response = await request(
          `${url}/api/pull`,
          { model, stream: true },
          signal ?? new AbortController().signal,
        );
        for await (const part of readJsonLines(response))
          onProgress(numberOf(part['completed']), numberOf(part['total']));
      } catch (cause) {
        throw clientError(service, cause, signal);
      }
    },
  };
}

async function chat(
  url: string,
  model: string,
  question: Question,
  numCtx: number,
  signal: AbortSignal,
): Promise<Reply> {
  const began = performance.now();
  const response = await request(
    `${url}/api/chat`,
    {
      model,
      stream: true,
      messages: [
        { role: 'system', content: question.system },
        { role: 'user', content: question.user },
      ],
      format: question.schema,
      options: { temperature: 0, seed: 1, num_ctx: numCtx, num_predict: question.maxOutputTokens },
    },
    signal,
  );
  let text = '';
  let thoughtApart = false;
  for await (const part of readJsonLines(response)) {
    const message = isRecord(part['message']) ? part['message'] : {};
    if (typeof message['content'] === 'string') text += message['content'];
    if (typeof message['thinking'] === 'string' && message['thinking'] !== '') thoughtApart = true;
    if (part['done'] !== true) continue;
    return replyOf(question, {
      text,
      thoughtApart,
      ranOut: part['done_reason'] === 'length',
      promptTokens: numberOf(part['prompt_eval_count']),
      outputTokens: numberOf(part['eval_count']),
      contextTokens: numCtx,
      elapsedMs: performance.now() - began,
    });
  }
  throw new AnswerError('it ended before its last part');
}

function digestOf(listed: Record<string, unknown>, model: string): string {
  const models = Array.isArray(listed['models']) ? listed['models'].filter(isRecord) : [];
  const digest = models.find((entry) => entry['name'] === fullName(model))?.['digest'];
  return typeof digest === 'string' ? digest : fullName(model);
}

// The key is ARCHITECTURE.context_length, e.g. llama.context_length.
function contextLength(info: unknown): number {
  const DEFAULT_CONTEXT = 4096;
  if (!isRecord(info)) return DEFAULT_CONTEXT;
  for (const [key, value] of Object.entries(info)) {
    if (key.endsWith('.context_length') && typeof value === 'number' && value > 0) return value;
  }
  return DEFAULT_CONTEXT;
}
