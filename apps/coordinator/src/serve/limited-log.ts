import type { Clock, Timer } from '@filigree/base';
import { RateLimit } from '@filigree/base';
import type { LogFields, LogLevel, Logger } from '@filigree/cli';
import { LEFT_OUT_EVERY_MS, LOG_BURST, LOG_PER_SECOND } from './limits.ts';

/** A log that nobody can flood: so many lines a second of each kind, and how many were left out. */
export interface LimitedLog {
  isOn(level: LogLevel): boolean;
  /** Lines of one `kind` are counted together. Debug lines are not limited: somebody asked for all of them. */
  log(kind: string, level: LogLevel, message: string, fields?: LogFields): void;
}

/** `kind` must come from a closed set: each is remembered. */
export function makeLimitedLog(logger: Logger, clock: Clock): LimitedLog {
  const limits = new Map<string, RateLimit>();
  let timer: Timer | null = null;

  const tell = (): void => {
    timer = null;
    for (const [kind, limit] of limits) {
      const count = limit.takeLeftOut();
      if (count > 0) logger.log('warn', `${String(count)} lines of kind ${kind} were left out: too many at once`);
    }
  };

  return {
    isOn: (level) => logger.isOn(level),
    log(kind, level, message, fields) {
      let limit = limits.get(kind);
      if (limit === undefined) {
        limit = new RateLimit(LOG_PER_SECOND, LOG_BURST);
        limits.set(kind, limit);
      }
      if (level === 'debug' || limit.take(clock.monotonicMs())) logger.log(level, message, fields);
      else timer ??= clock.after(LEFT_OUT_EVERY_MS, tell);
    },
  };
}
