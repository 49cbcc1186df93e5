import { FiligreeError } from '@filigree/base';
import type { AnswerCache } from './answer-cache.ts';
import type { AskModel, ModelClient, ModelInfo } from './types.ts';

export interface PoolOptions {
  readonly clients: readonly ModelClient[];
  /** Questions under way at once, over all clients. */
  readonly concurrency: number;
  readonly cache: AnswerCache | null;
}

/** Several services behind one `ask`. */
export interface ModelPool {
  readonly ask: AskModel;
  /** Asks each service for the model's card; the first that has it answers. Errors: those of the last service. */
  check(signal?: AbortSignal): Promise<ModelInfo>;
  /** The model as last seen by `check`; null before, or when no service had it. */
  info(): ModelInfo | null;
  /** Fetches the model at each service that lacks it. */
  pull(onProgress: (doneBytes: number, totalBytes: number) => void, signal?: AbortSignal): Promise<void>;
}

/** Uses services in turn by free capacity: each question goes to the one with the fewest under way. */
export function makeModelPool(options: PoolOptions): ModelPool {
  const { clients, concurrency, cache } = options;
  const busy = new Map<ModelClient, number>(clients.map((client) => [client, 0]));
  const cards = new Map<ModelClient, ModelInfo>();
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let info: ModelInfo | null = null;

  const enter = async (): Promise<void> => {
    if (underWay < concurrency) underWay += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) underWay -= 1;
    else next();
  };
  const choose = (): ModelClient => {
    const able = clients.filter((client) => cards.has(client));
    const from = able.length > 0 ? able : clients;
    return from.reduce((best, client) => (busy.get(client)! < busy.get(best)! ? client : best));
  };

  const pool: ModelPool = {
    info: () => info,

    async check(signal) {
      let failure: unknown = null;
      for (const client of clients) {
        try {
          cards.set(client, await client.describe(signal));
        } catch (error) {
          cards.delete(client);
          failure = error;
        }
      }
      info = cards.values().next().value ?? null;
      if (info === null)
        throw failure instanceof Error
          ? failure
          : new FiligreeError('USAGE', 'no model service is given', { remedy: 'set OLLAMA_BASE_URL' });
      return info;
    },

    async ask(question, signal) {
      if (info === null) await pool.check(signal);
      const known = info!;
      const stored = await cache?.get(known.digest, question);
      if (stored) return stored;
      await enter();
      const client = choose();
      busy.set(client, busy.get(client)! + 1);
      try {
        const card = cards.get(client) ?? known;
        const reply = await client.ask(question, card.contextTokens, signal);
        await cache?.put(card.digest, question, reply);
        return reply;
      } catch (error) {
        if (error instanceof FiligreeError && error.code === 'UNREACHABLE') cards.delete(client);
        throw error;
      } finally {
        busy.set(client, busy.get(client)! - 1);
        leave();
      }
    },

    async pull(onProgress, signal) {
      for (const client of clients) await client.pull(onProgress, signal);
      await pool.check(signal);
    },
  };
  return pool;
}
