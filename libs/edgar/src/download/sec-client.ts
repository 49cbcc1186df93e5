import type { Clock, Proxy, Random } from '@filigree/base';
import { FiligreeError } from '@filigree/base';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { IncompleteAnswer, RefusedAnswer, requestError } from './answers.ts';
import type { Pass } from './gate.ts';
import type { RequestGate } from './gate.ts';
import { makeSender } from './proxied.ts';
import type { Sender } from './proxied.ts';
import { isBlockPage, judge } from './refusal.ts';

export interface SecClientOptions {
  /** `https://www.sec.gov`, a mirror or a test server. */
  readonly secUrl: string;
  readonly userAgent: string;
  /** What stands between, or null. */
  readonly proxy: Proxy | null;
  /** How long nothing is sent after a refusal that does not say how long. */
  readonly breakerMs: number;
  /** A connection on which nothing comes for so long is given up. */
  readonly idleMs: number;
  readonly connections: number;
  /** The gate of its host: all clients of one host share it. */
  readonly gate: RequestGate;
  readonly clock: Clock;
  readonly random: Random;
  /** One clear line for the user: what was refused, until when nothing is sent. */
  readonly onMessage: (text: string) => void;
}

/** How one document is asked for. */
export interface GetOptions {
  readonly signal?: AbortSignal;
  /** A bare 403 means that the document is not there (yet): the index of a quarter before it exists. */
  readonly forbiddenIsMissing?: boolean;
}

const MOST_ATTEMPTS = 5;
const MOST_OPENINGS = 12;
const SHORTEST_WAIT_MS = 1000;
const BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 15_000;
const LONGEST_PAGE_BYTES = 65_536;

async function pageText(body: Readable): Promise<string> {
  let text = '';
  try {
    for await (const chunk of body) {
      text += (chunk as Buffer).toString('latin1');
      if (text.length > LONGEST_PAGE_BYTES) break;
    }
  } catch {
    // A page that breaks off still says enough by its status.
  }
  return text;
}

/** Gets documents of EDGAR, one gate for all: polite, patient with refusals, and loud about them. */
export class SecClient {
  readonly #options: SecClientOptions;
  readonly #base: URL;
  readonly #sender: Sender;
  readonly #gate: RequestGate;

  constructor(options: SecClientOptions) {
    this.#options = options;
    this.#base = new URL(options.secUrl.endsWith('/') ? options.secUrl : `${options.secUrl}/`);
    this.#sender = makeSender(this.#base, options.proxy, options.connections, options.idleMs);
    this.#gate = options.gate;
  }

  /** Closes all connections. */
  close(): void {
    this.#sender.agent.destroy();
  }

  /**
   * Gets `path` (below the base address) and gives its body, decompressed, to `consume`; null where there is no such
   * document. `consume` may throw `IncompleteAnswer` (tried again) or `RefusedAnswer` (a block page in disguise).
   * Throws OVERLOADED when it is refused again and again, UNREACHABLE when nothing answers.
   */
  async get<T>(path: string, consume: (body: Readable) => Promise<T>, options: GetOptions = {}): Promise<T | null> {
    const { signal } = options;
    let failure: unknown = null;
    for (let attempt = 0; attempt < MOST_ATTEMPTS;) {
      const pass = await this.#gate.enter(signal);
      try {
        const result = await this.#once(path, consume, options);
        this.#gate.succeeded(pass);
        return result;
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof RefusedAnswer) {
          this.#refused(path, pass, error);
          continue;
        }
        this.#gate.failed(pass);
        if (error instanceof FiligreeError) throw error;
        failure = error;
        attempt++;
        if (attempt < MOST_ATTEMPTS) await this.#backOff(attempt, signal);
      }
    }
    throw requestError(new URL(path, this.#base).href, MOST_ATTEMPTS, failure, this.#options.proxy);
  }

  async #once<T>(path: string, consume: (body: Readable) => Promise<T>, options: GetOptions): Promise<T | null> {
    const answer = await this.#send(path, options.signal);
    const body = this.#decoded(answer);
    try {
      const status = answer.statusCode ?? 0;
      if (status === 200) return await consume(body);
      const text = await pageText(body);
      const verdict = judge(status, answer.headers['retry-after'], text, this.#options.clock.wallMs());
      const forbidden = status === 403 && options.forbiddenIsMissing === true && !isBlockPage(text);
      if (verdict.kind === 'missing' || forbidden) return null;
      if (verdict.kind === 'refused') throw new RefusedAnswer(verdict.reason, verdict.retryAfterMs);
      throw new IncompleteAnswer(verdict.reason);
    } finally {
      body.destroy();
    }
  }

  #send(path: string, signal?: AbortSignal): Promise<IncomingMessage> {
    const url = new URL(path, this.#base);
    const headers = { 'user-agent': this.#options.userAgent, 'accept-encoding': 'gzip', accept: '*/*' };
    return new Promise((resolve, reject) => {
      const request = this.#sender.send(url, { headers, timeout: this.#options.idleMs, signal }, resolve);
      request.on('timeout', () => request.destroy(new Error(`no data for ${this.#options.idleMs} ms`)));
      request.on('error', reject);
      request.end();
    });
  }

  #decoded(answer: IncomingMessage): Readable {
    if (answer.headers['content-encoding'] !== 'gzip') return answer;
    return pipeline(answer, createGunzip(), () => undefined);
  }

  #refused(path: string, pass: Pass, refusal: RefusedAnswer): void {
    const waitMs = Math.max(SHORTEST_WAIT_MS, refusal.retryAfterMs ?? this.#options.breakerMs);
    if (!this.#gate.refused(pass, waitMs)) return;
    if (this.#gate.openings > MOST_OPENINGS) {
      throw new FiligreeError('OVERLOADED', `${this.#base.host} refuses requests again and again: ${refusal.message}`, {
        remedy: 'wait an hour and start again, what is downloaded stays; check the User-Agent (Name mail@domain)',
      });
    }
    const until = new Date(this.#options.clock.wallMs() + waitMs).toISOString().slice(11, 19);
    this.#options.onMessage(
      `${this.#base.host} refused /${path}: ${refusal.message}; nothing is sent for ${Math.ceil(waitMs / 1000)} s ` +
        `(until ${until} UTC), then the download goes on by itself`,
    );
  }

  #backOff(attempt: number, signal?: AbortSignal): Promise<void> {
    const longest = Math.min(LONGEST_BACKOFF_MS, BACKOFF_MS * 2 ** attempt);
    return new Promise((resolve, reject) => {
      const timer = this.#options.clock.after(longest * (0.5 + this.#options.random() / 2), () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      const stop = (): void => {
        timer.cancel();
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', stop, { once: true });
    });
  }
}
