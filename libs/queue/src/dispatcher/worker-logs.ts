// Lines that workers send for the coordinator's log: so many a second of each and of all; the rest is counted and told.
import type { WorkerFrame } from '../session/frames.ts';
import type { Core } from './core.ts';
import { LEFT_OUT_EVERY_MS } from './limits.ts';
import type { Session } from './sessions.ts';

export function logLines(core: Core, session: Session, lines: NonNullable<WorkerFrame['logs']>): void {
  for (const { level, text } of lines) {
    if (!session.logs.take(core.nowMs) || !core.logs.take(core.nowMs)) continue;
    core.effects.event({ kind: 'worker-log', worker: session.label, level, text });
  }
}

/** One line now and then in place of those that were left out. */
export function tellLeftOut(core: Core): void {
  if (core.nowMs < core.leftOutToldMs + LEFT_OUT_EVERY_MS) return;
  core.leftOutToldMs = core.nowMs;
  for (const session of core.sessions.values()) tellLeftOutOf(core, session);
  const count = core.logs.takeLeftOut();
  if (count === 0) return;
  const text = `${String(count)} lines of workers' logs were left out: all workers together wrote too many at once`;
  core.effects.event({ kind: 'notice', level: 'warn', text });
}

/** What a worker that leaves did not get through. */
export function tellLeftOutOf(core: Core, session: Session): void {
  if (session.logs.leftOut === 0 || !core.logs.take(core.nowMs)) return;
  const text = `${String(session.logs.takeLeftOut())} lines of this worker's log were left out: it wrote too many at once`;
  core.effects.event({ kind: 'worker-log', worker: session.label, level: 'warn', text });
}
