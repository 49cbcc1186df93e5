import { FiligreeError } from '@filigree/base';
import { promptLooksCut } from './budget.ts';
import { clientError, withDeadline } from './client-errors.ts';
import type { ModelClient, ModelInfo, Question, Reply } from './types.ts';

export interface OpenAiClientOptions {
  /** Base address without /v1, e.g. http://127.0.0.1:8000. */
  readonly url: string;
  readonly model: string;
  readonly timeoutMs: number;
}

interface ChatCompletion {
  readonly choices?: readonly {
    readonly message?: { readonly content?: string | null };
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number };
}

interface ModelList {
  readonly data?: readonly { readonly id: string; readonly created?: number; readonly max_model_len?: number }[];
}

class StatusError extends Error {
  readonly status_code: number;
  constructor(status: number, body: string) {
    super(body);
    this.status_code = status;
  }
}

/** A client of a service that speaks OpenAI's chat completions with `response_format: json_schema` (vLLM, llama.cpp server). */
export function makeOpenAiClient(options: OpenAiClientOptions): ModelClient {
  const url = options.url.replace(/\/+$/, '');
  const { model } = options;
  const service = { name: 'the model service', url, model, pullHint: `serve ${model} there` };
  const request = async (path: string, body: object | null, signal: AbortSignal): Promise<unknown> => {
    const response = await fetch(`${url}/v1/${path}`, {
      signal,
      ...(body === null
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new StatusError(response.status, await response.text());
    return response.json();
  };

  return {
    url,
    async describe(signal): Promise<ModelInfo> {
      return withDeadline(10_000, signal, async (limit) => {
        try {
          const { data } = (await request('models', null, limit)) as ModelList;
          const listed = data?.find((entry) => entry.id === model);
          if (listed === undefined) throw new StatusError(404, 'not in its list of models');
          return {
            name: model,
            digest: `${model}@${listed.created ?? 0}`,
            contextTokens: listed.max_model_len ?? 8192,
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
          const answer = (await request('chat/completions', chatBody(model, question), limit)) as ChatCompletion;
          return toReply(question, answer, contextTokens, performance.now() - began);
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

function toReply(question: Question, answer: ChatCompletion, contextTokens: number, elapsedMs: number): Reply {
  const choice = answer.choices?.[0];
  const promptTokens = answer.usage?.prompt_tokens ?? 0;
  const cut = promptLooksCut(question, promptTokens, contextTokens);
  return {
    text: choice?.message?.content ?? '',
    outcome: cut ? 'prompt-cut' : choice?.finish_reason === 'length' ? 'cut' : 'complete',
    promptTokens,
    outputTokens: answer.usage?.completion_tokens ?? 0,
    elapsedMs,
    cached: false,
  };
}
