import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How this process is doing. `read` measures since the last `read`; `stop` may be called twice. */
export interface Vitals {
  read(): { readonly loopLagMs: number; readonly rssBytes: number; readonly cpu: number };
  stop(): void;
}

// The histogram samples by a timer of its own; what it counts beyond the timer's period is lateness.
const RESOLUTION_MS = 20;

export function watchVitals(): Vitals {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let lastCpu = process.cpuUsage();
  let lastMs = performance.now();
  return {
    read() {
      const cpu = process.cpuUsage(lastCpu);
      const nowMs = performance.now();
      const passedMs = Math.max(1, nowMs - lastMs);
      lastCpu = process.cpuUsage();
      lastMs = nowMs;
      const lagMs = Number.isFinite(delay.max) ? Math.max(0, delay.max / 1e6 - RESOLUTION_MS) : 0;
      delay.reset();
      return {
        loopLagMs: Math.round(lagMs * 10) / 10,
        rssBytes: process.memoryUsage.rss(),
        cpu: Math.round(((cpu.user + cpu.system) / 1000 / passedMs) * 1000) / 1000,
      };
    },
    stop() {
      delay.disable();
    },
  };
}
