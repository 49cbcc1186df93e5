/** 1.2/s, 48/s: a rate with as many digits as help. */
export function formatRate(perSecond: number): string {
  if (perSecond >= 100) return `${String(Math.round(perSecond))}/s`;
  return `${perSecond.toFixed(1)}/s`;
}

/** A duration where tenths and hundredths of milliseconds matter: 0.14 ms, 8.2 ms, 120 ms, 2.3 s. */
export function formatLatency(ms: number): string {
  if (ms < 1) return `${ms.toFixed(2)} ms`;
  if (ms < 100) return `${ms.toFixed(1)} ms`;
  return ms < 1000 ? `${String(Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** An age or a stopwatch in few cells: 850ms, 4.2s, 3m20s, 2h05m. */
export function formatShort(ms: number): string {
  const safe = Math.max(0, ms);
  if (safe < 1000) return `${String(Math.round(safe))}ms`;
  if (safe < 9950) return `${(safe / 1000).toFixed(1)}s`;
  const seconds = Math.round(safe / 1000);
  if (seconds < 60) return `${String(seconds)}s`;
  if (seconds < 3600) return `${String(Math.floor(seconds / 60))}m${String(seconds % 60).padStart(2, '0')}s`;
  const minutes = Math.round(seconds / 60);
  return `${String(Math.floor(minutes / 60))}h${String(minutes % 60).padStart(2, '0')}m`;
}

/** Whole percent; 100 only when all is done and 0 only when nothing is. */
export function formatPercent(done: number, total: number): string {
  if (total <= 0) return '0%';
  const percent = Math.round((done / total) * 100);
  if (done < total && percent === 100) return '99%';
  if (done > 0 && percent === 0) return '1%';
  return `${String(percent)}%`;
}

/** A wall-clock time of day, UTC: 14:03:09. */
export function formatTimeOfDay(wallMs: number): string {
  return Number.isFinite(wallMs) && wallMs > 0 ? new Date(wallMs).toISOString().slice(11, 19) : '--:--:--';
}
