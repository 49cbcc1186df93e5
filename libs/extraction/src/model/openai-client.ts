import { FiligreeError } from '@filigree/base';
import { clientError, questionError, withDeadline } from './client-errors.ts';
import { replyOf, timeoutReply } from './reply.ts';
import { AnswerError, StatusError, isRecord, readJson, request } from './service-http.ts';
import type { ModelClient, ModelInfo, Question, Reply } from './types.ts';

export interface OpenAiClientOptions {
  /** Base address without /v1, e.g. http://127.0.0.1:8000. */
  readonly url: string;
  readonly model: string;
  readonly timeoutMs: number;
}

const DESCRIBE_TIMEOUT_MS = 10_000;
const DEFAULT_CONTEXT = 8192;

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** A client of a service that speaks OpenAI's chat completions with `response_format: json_schema` (vLLM, llama.cpp server). */
export function makeOpenAiClient(options: OpenAiClientOptions): ModelClient {
  const url = options.url.replace(/\/+$/, '');
  const { model } = options;
  const models = `${url}/v1/models`;
  const service = { name: 'the model service', url, model, pullHint: `serve ${model} there`, livesAt: models };

  return {
    url,
    async describe(signal): Promise<ModelInfo> {
      return withDeadline(DESCRIBE_TIMEOUT_MS, signal, async (limit) => {
        try {
          const { data } = await readJson(await request(models, null, limit));
          const listed = (Array.isArray(data) ? data : []).filter(isRecord).find((entry) => entry['id'] === model);
          if (listed === undefined) throw new StatusError(404, 'not in its list of models');
          return {
            name: model,
            digest: `${model}@${String(numberOf(listed['created'], 0))}`,
            contextTokens: numberOf(listed['max_model_len'], DEFAULT_CONTEXT),
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
          const answer = await readJson(await request(`${url}/v1/chat/completions`, chatBody(model, question), limit));
          return toReply(question, answer, contextTokens, performance.now() - began);
        } catch (cause) {
          if (limit.aborted && signal?.aborted !== true) return timeoutReply(performance.now() - began);
          throw await questionError(service, cause, signal);
        }
      });
    },

    pull(): Promise<void> {
      return Promise.reject(
        new FiligreeError('NOT_FOUND', `the service at ${url} does not fetch models by itself`, {
          remedy: `serve ${model} there`,
        }),
      );
    },
  };
}

function chatBody(model: string, question: Question): object {
  return {
    model,
    temperature: 0,
    seed: 1,
    max_tokens: question.maxOutputTokens,
    messages: [
      { role: 'system', content: question.system },
      { role: 'user', content: question.user },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'facts', strict: true, schema: question.schema } },
  };
}

function toReply(question: Question, answer: Record<string, unknown>, contextTokens: number, elapsedMs: number): Reply {
  const choice: unknown = Array.isArray(answer['choices']) ? answer['choices'][0] : undefined;
  if (!isRecord(choice) || !isRecord(choice['message'])) throw new AnswerError('it has no message');
  const { message } = choice;
  const usage = isRecord(answer['usage']) ? answer['usage'] : {};
  // vLLM and llama.cpp call the thoughts `reasoning_content`, newer ones `reasoning`.
  const thoughts = [message['reasoning_content'], message['reasoning']];
  return replyOf(question, {
    text: typeof message['content'] === 'string' ? message['content'] : '',
    thoughtApart: thoughts.some((thought) => typeof thought === 'string' && thought !== ''),
    ranOut: choice['finish_reason'] === 'length',
    promptTokens: numberOf(usage['prompt_tokens'], 0),
    outputTokens: numberOf(usage['completion_tokens'], 0),
    contextTokens,
    elapsedMs,
  });
}
