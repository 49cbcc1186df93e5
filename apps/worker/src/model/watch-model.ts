import { FiligreeError, describeError } from '@filigree/base';
import type { Clock, Timer } from '@filigree/base';
import type { ModelPool } from '@filigree/extraction';
import type { AiMode } from '@filigree/queue';

export interface ModelWatchOptions {
  readonly pool: ModelPool;
  readonly mode: AiMode;
  /** With mode `on`, a model that is absent is fetched. */
  readonly pull: boolean;
  readonly clock: Clock;
  /** Told once a change: found, lost, fetching. */
  readonly onChange: (change: { readonly level: 'info' | 'warn'; readonly text: string }) => void;
}

/** Keeps an eye on the model: whether it can be asked now. */
export interface ModelWatch {
  /** The model that can be asked now; null when none can. */
  readonly model: string | null;
  /** Resolves after the first look, before a model that is absent is fetched. */
  readonly ready: Promise<void>;
  /** Looks again soon: something failed that should not have. */
  doubt(): void;
  stop(): void;
}

const LOOK_AGAIN_MS = 10_000;
const PULL_NEWS_MS = 5_000;

/** Looks at the model now and again every ten seconds while it is away. */
export function watchModel(options: ModelWatchOptions): ModelWatch {
  const { pool, mode, clock, onChange } = options;
  let model: string | null = null;
  let said = '';
  let timer: Timer | null = null;
  let looking = false;
  const ended = new AbortController();
  let looked: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    looked = resolve;
  });

  const say = (level: 'info' | 'warn', text: string): void => {
    if (text === said || ended.signal.aborted) return;
    said = text;
    onChange({ level, text });
  };

  const fetchModel = async (): Promise<void> => {
    let news = -Infinity;
    await pool.pull((doneBytes, totalBytes) => {
      const nowMs = clock.monotonicMs();
      if (nowMs - news < PULL_NEWS_MS || !(totalBytes > 0)) return;
      news = nowMs;
      say('info', `fetching the model: ${String(Math.floor((100 * doneBytes) / totalBytes))}%`);
    }, ended.signal);
  };

  const look = async (): Promise<void> => {
    if (looking || ended.signal.aborted) return;
    looking = true;
    timer?.cancel();
    try {
      await pool.check(ended.signal).catch(async (error: unknown) => {
        const absent = error instanceof FiligreeError && error.code === 'NOT_FOUND';
        if (!absent || mode !== 'on' || !options.pull) throw error;
        looked();
        await fetchModel();
      });
      model = pool.info()?.name ?? null;
      say('info', `the model ${model ?? ''} answers`);
    } catch (error) {
      model = null;
      const effect = mode === 'on' ? 'jobs with --ai on wait' : 'going on with rules';
      say('warn', `${describeError(error)}; ${effect} until it answers`);
      if (!ended.signal.aborted) timer = clock.after(LOOK_AGAIN_MS, () => void look());
    } finally {
      looking = false;
      looked();
    }
  };

  void look();
  return {
    get model() {
      return model;
    },
    ready,
    doubt() {
      void look();
    },
    stop() {
      ended.abort();
      timer?.cancel();
    },
  };
}
