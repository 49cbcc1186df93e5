import type { JobState } from '../jobs/types.ts';
import { STATE } from '../jobs/job-table.ts';
import type { Core } from './core.ts';
import type { QueueStatus, WorkerView } from './ports.ts';
import type { Session } from './sessions.ts';
import { overloaded, standstill } from './standstill.ts';

export function counts(core: Core): Record<JobState, number> {
  const by = core.books.counts;
  return {
    pending: by[STATE.pending]!,
    processing: by[STATE.processing]!,
    completed: by[STATE.completed]!,
    failed: by[STATE.failed]!,
    cancelled: by[STATE.cancelled]!,
  };
}

export function status(core: Core): QueueStatus {
  let workers = 0;
  let slots = 0;
  for (const session of core.sessions.values()) {
    if (session.stream === null) continue;
    workers++;
    slots += session.slots;
  }
  return {
    epoch: core.epoch,
    jobs: counts(core),
    backoff: core.books.readiness.backoff,
    workers,
    slots,
    busy: core.leases.size,
    writing: core.pins.size,
    paused: core.books.paused,
    diskFull: core.isFull || core.graphTrouble?.isFull === true,
    completedHere: core.completedHere,
    failedHere: core.failedHere,
    lostHere: core.lostHere,
    graphBacklogBytes: core.graphBacklogBytes,
    overloaded: overloaded(core),
    standstill: standstill(core),
    revision: core.revision,
  };
}

export function workers(core: Core): WorkerView[] {
  return [...core.sessions.values()]
    .map((session) => workerView(core, session))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.life < b.life ? -1 : 1));
}

function workerView(core: Core, session: Session): WorkerView {
  return {
    id: session.label,
    life: session.life,
    host: session.host,
    version: session.version,
    labels: session.labels,
    model: session.model,
    connected: session.stream !== null,
    draining: session.draining,
    slots: session.slots,
    busy: session.leases.size,
    completed: session.completed,
    failed: session.failed,
    lost: session.lost,
    beatAgeMs: Math.max(0, Math.round(core.nowMs - session.heardMs)),
    loopLagMs: session.loopLagMs,
    rssBytes: session.rssBytes,
    cpu: session.cpu,
    revision: session.revision,
    leases: [...session.leases.values()].map((lease) => ({
      token: lease.token,
      jobId: lease.row,
      accession: lease.accession,
      stage: lease.stage,
      progress: lease.progress,
      heldMs: Math.round(core.nowMs - lease.grantedMs),
      started: lease.started,
      dueInMs: Math.round((session.stream === null ? session.graceUntilMs : lease.deadlineMs) - core.nowMs),
    })),
  };
}
