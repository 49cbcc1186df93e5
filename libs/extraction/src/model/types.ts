/** A question to a model: one passage of a filing with the instructions for it. */
export interface Question {
  readonly system: string;
  readonly user: string;
  /** JSON schema that the answer must meet. */
  readonly schema: object;
  /** Most tokens that the answer may have. */
  readonly maxOutputTokens: number;
}

/** What a model said. */
export interface Reply {
  readonly text: string;
  /**
   * `complete`: it stopped by itself; `cut`: it ran into `maxOutputTokens`; `prompt-cut`: the service left out a part of
   * the question; `timeout`: it took too long; `thinking`: it thought and never came to an answer.
   */
  readonly outcome: 'complete' | 'cut' | 'prompt-cut' | 'timeout' | 'thinking';
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly elapsedMs: number;
  /** It came from the cache: nothing was asked. */
  readonly cached: boolean;
}

/**
 * Asks a model. Errors: OVERLOADED when the service says slow down, UNREACHABLE when it is away, INTERNAL when it lives and
 * broke on the question, NOT_FOUND when it lacks the model, CANCELLED when the signal was aborted.
 */
export type AskModel = (question: Question, signal?: AbortSignal) => Promise<Reply>;

/** What a service says of a model. */
export interface ModelInfo {
  readonly name: string;
  /** Identity of the weights; part of the cache key. */
  readonly digest: string;
  /** Tokens of question and answer together. */
  readonly contextTokens: number;
}

/** One service at one address with one model. */
export interface ModelClient {
  readonly url: string;
  /** Reads the model's card. Errors as `AskModel`. */
  describe(signal?: AbortSignal): Promise<ModelInfo>;
  /** Asks; `contextTokens` is the model's limit from `describe`. */
  ask(question: Question, contextTokens: number, signal?: AbortSignal): Promise<Reply>;
  /** Fetches the model; `onProgress` gets bytes. Errors: NOT_FOUND when the service cannot offer it. */
  pull(onProgress: (doneBytes: number, totalBytes: number) => void, signal?: AbortSignal): Promise<void>;
}

/** What asking about one filing cost, and what was thrown away. */
export interface ModelUse {
  calls: number;
  cacheHits: number;
  promptTokens: number;
  outputTokens: number;
  elapsedMs: number;
  /** Passages that were put to the model. */
  passages: number;
  /** Facts and passages dropped, by reason. */
  drops: Record<string, number>;
}
