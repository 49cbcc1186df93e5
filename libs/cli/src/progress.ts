import type { Writable } from 'node:stream';
import { cellWidth, clip, safeText } from '@filigree/base';
import type { Clock } from '@filigree/base';
import { formatCount, formatElapsed } from './output.ts';

/** How far a run is. */
export interface Progress {
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly failed: number;
  readonly ratePerSecond: number;
  /** Why it stands still, or empty. */
  readonly hint: string;
}

/** Shows progress until `end`; `end` may be called twice. */
export interface ProgressView {
  show(progress: Progress): void;
  /** A line that stays, above the bar. */
  say(line: string): void;
  end(): void;
}

/** The bar as one line of fewer than `columns` cells. */
export function progressLine(progress: Progress, columns: number): string {
  const { done, total, failed, ratePerSecond, hint } = progress;
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const counts = total === 0 ? formatCount(done) : `${formatCount(done)}/${formatCount(total)}`;
  const left =
    ratePerSecond > 0 && total > done ? `, about ${formatElapsed(((total - done) / ratePerSecond) * 1000)} left` : '';
  const rate = ratePerSecond > 0 ? ` ${ratePerSecond.toFixed(1)}/s${left}` : '';
  const trouble = `${failed > 0 ? `, ${formatCount(failed)} failed` : ''}${hint === '' ? '' : ` (${safeText(hint)})`}`;
  const tail = ` ${String(Math.floor(share * 100)).padStart(3)}% ${counts}${rate}${trouble}`;
  const width = Math.max(0, Math.min(30, columns - cellWidth(tail) - 3));
  const filled = Math.round(width * share);
  const bar = width < 5 ? '' : `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]`;
  return clip(`${bar}${tail}`, Math.max(1, columns - 1));
}

/** A bar that is drawn again in place on a terminal; elsewhere plain lines, at most one every five seconds. */
export function makeProgressView(
  stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number },
  clock: Clock,
): ProgressView {
  const tty = stderr.isTTY === true;
  const everyMs = tty ? 100 : 5000;
  let lastMs = Number.NEGATIVE_INFINITY;
  let drawn = '';
  let isComplete = false;
  const erase = (): void => {
    if (tty && drawn !== '') stderr.write('\r\x1b[K');
  };
  return {
    show(progress) {
      const now = clock.monotonicMs();
      const complete = progress.total > 0 && progress.done >= progress.total;
      const line = progressLine(progress, tty ? (stderr.columns ?? 80) : 120);
      if (line === drawn || (now - lastMs < everyMs && (!complete || isComplete))) return;
      isComplete = complete;
      lastMs = now;
      erase();
      stderr.write(tty ? line : `${line.trimStart()}\n`);
      drawn = line;
    },
    say(line) {
      erase();
      stderr.write(`${safeText(line)}\n`);
      if (tty && drawn !== '') stderr.write(drawn);
    },
    end() {
      if (tty && drawn !== '') stderr.write('\n');
      drawn = '';
      lastMs = Number.POSITIVE_INFINITY;
    },
  };
}
