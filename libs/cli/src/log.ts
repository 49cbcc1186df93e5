import type { Writable } from 'node:stream';
import { safeJson, safeText } from '@filigree/base';
import type { Clock } from '@filigree/base';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One line for each change of state, with run, job and worker in it. */
export interface Logger {
  /** False where lines of this level are dropped: nobody needs to make them. */
  isOn(level: LogLevel): boolean;
  log(level: LogLevel, message: string, fields?: LogFields): void;
}

/** JSON lines where nobody watches; short plain lines on a terminal. Both on `stream`, both safe to show. Debug lines only with `debug`. */
export function makeLogger(stream: Writable & { readonly isTTY?: boolean }, clock: Clock, debug = false): Logger {
  const plain = stream.isTTY === true;
  const isOn = (level: LogLevel): boolean => level !== 'debug' || debug;
  return {
    isOn,
    log(level, message, fields = {}) {
      if (!isOn(level)) return;
      const time = new Date(clock.wallMs()).toISOString();
      if (plain) {
        const rest = Object.entries(fields)
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([key, value]) => ` ${key}=${String(value)}`)
          .join('');
        stream.write(`${time.slice(11, 19)} ${level === 'info' ? '' : `${level}: `}${safeText(message + rest)}\n`);
      } else stream.write(`${safeJson(JSON.stringify({ time, level, message, ...fields }))}\n`);
    },
  };
}
