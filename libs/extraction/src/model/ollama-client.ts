import { Ollama } from 'ollama';
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
  const connect = (signal: AbortSignal): Ollama => new Ollama({ host: url, fetch: guardedFetch(signal) });
  const service = { name: 'Ollama', url: options.url, model, pullHint: `ollama pull ${model}`, livesAt };

  return {
    url: options.url,
    async describe(signal): Promise<ModelInfo> {
      return withDeadline(DESCRIBE_TIMEOUT_MS, signal, async (limit) => {
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
      return withDeadline(options.timeoutMs, signal, async (limit) => {
        try {
          return await chat(connect(limit), model, question, contextFor(question, contextTokens));
        } catch (cause) {
          if (limit.aborted && signal?.aborted !== true) return timeoutReply(performance.now() - began);
          throw await questionError(service, cause, signal);
        }
      });
    },

    async pull(onProgress, signal): Promise<void> {
      try {
        const ollama = connect(signal ?? new AbortController().signal);
        for await (const part of await ollama.pull({ model, stream: true }))
          onProgress(numberOf(part.completed), numberOf(part.total));
      } catch (cause) {
        throw clientError(service, cause, signal);
      }
    },
  };
}

/**
 * What Ollama's client asks with: answers are bounded, an error in an answer of status 200 is one, and the client gets nothing that
 * it cannot read, since it would print that to standard output.
 */
function guardedFetch(signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const asked: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    const body = isRecord(asked) ? asked : null;
    const address = input instanceof Request ? input.url : String(input);
    const response = await request(address, body, signal);
    // The progress of a download is not kept, and may go on for hours.
    const maxChars = address.endsWith('/api/pull') ? Infinity : undefined;
    if (body?.['stream'] === true) return new Response(ReadableStream.from(wholeLines(response, maxChars)));
    return Response.json(await readJson(response));
  };
}

/** The lines of an answer that comes in parts, each read once. Errors: AnswerError where the last part is missing. */
async function* wholeLines(response: Response, maxChars: number | undefined): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let ended = false;
  for await (const part of readJsonLines(response, maxChars)) {
    ended = part['done'] === true || part['status'] === 'success';
    yield encoder.encode(`${JSON.stringify(part)}\n`);
  }
  if (!ended) throw new AnswerError('it ended before its last part');
}

async function chat(ollama: Ollama, model: string, question: Question, numCtx: number): Promise<Reply> {
  const began = performance.now();
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
  let thoughtApart = false;
  for await (const part of stream) {
    // The service's answer is not trusted to be what the client's types say.
    const said: unknown = part.message;
    const message = isRecord(said) ? said : {};
    if (typeof message['content'] === 'string') text += message['content'];
    if (typeof message['thinking'] === 'string' && message['thinking'] !== '') thoughtApart = true;
    if (!part.done) continue;
    return replyOf(question, {
      text,
      thoughtApart,
      ranOut: part.done_reason === 'length',
      promptTokens: numberOf(part.prompt_eval_count),
      outputTokens: numberOf(part.eval_count),
      contextTokens: numCtx,
      elapsedMs: performance.now() - began,
    });
  }
  throw new AnswerError('it ended before its last part');
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
