import type { QueueEvent } from '@filigree/queue';
import { expiryText } from './job-history.ts';
import type { LimitedLog } from './limited-log.ts';

/** What a person reads of an event. */
export interface Line {
  readonly kind: string;
  readonly worker: string;
  readonly jobId: number;
  readonly accession: string;
  readonly text: string;
}

/** An event that is shown; a run whose scan is over is not worth a line. */
export type ShownEvent = Exclude<QueueEvent, { readonly kind: 'run-closed' }>;

const NOBODY = { worker: '', jobId: 0, accession: '' };

/** The event as a line of the feed and the log. */
export function lineOf(event: ShownEvent): Line {
  switch (event.kind) {
    case 'completed': {
      const text = `completed in ${(event.leaseMs / 1000).toFixed(1)} s`;
      return { kind: 'completed', worker: event.worker, jobId: event.jobId, accession: event.accession, text };
    }
    case 'failed': {
      const kind = event.state === 'failed' ? 'failed' : 'retried';
      return { kind, worker: event.worker, jobId: event.jobId, accession: event.accession, text: event.message };
    }
    case 'expired': {
      const { worker, jobId, accession } = event;
      return { kind: 'expired', worker, jobId, accession, text: expiryText(event) };
    }
    case 'reassigned': {
      const { worker, jobId, accession, from } = event;
      return { kind: 'reassigned', worker, jobId, accession, text: `was with ${from}` };
    }
    case 'worker-joined':
      return {
        ...NOBODY,
        kind: 'joined',
        worker: event.worker,
        text: event.reason === '' ? 'connected' : event.reason,
      };
    case 'worker-left':
    case 'worker-lost':
      return { ...NOBODY, kind: 'left', worker: event.worker, text: event.reason };
    case 'worker-draining':
      return { ...NOBODY, kind: 'drained', worker: event.worker, text: event.reason };
    case 'worker-log':
      return { ...NOBODY, kind: 'log', worker: event.worker, text: `${event.level}: ${event.text}` };
    case 'run-opened':
      return { ...NOBODY, kind: 'run_started', text: `run ${event.runId}` };
    case 'run-ended':
      return { ...NOBODY, kind: 'run_ended', text: `run ${event.runId}` };
    case 'paused':
    case 'resumed':
      return { ...NOBODY, kind: event.kind, text: event.kind };
    case 'notice':
      return { ...NOBODY, kind: 'log', text: `${event.level}: ${event.text}` };
  }
}

function levelOf(event: ShownEvent): 'debug' | 'info' | 'warn' | 'error' {
  if (event.kind === 'worker-log' || event.kind === 'notice') return event.level;
  if (event.kind === 'expired' || (event.kind === 'failed' && event.state === 'failed')) return 'warn';
  return event.kind === 'completed' ? 'debug' : 'info';
}

/** Writes the event to the log. */
export function logEvent(log: LimitedLog, event: ShownEvent): void {
  const level = levelOf(event);
  if (!log.isOn(level)) return;
  const line = lineOf(event);
  const run = 'runId' in event ? event.runId : undefined;
  const text = event.kind === 'worker-log' || event.kind === 'notice' ? event.text : `${line.kind}: ${line.text}`;
  log.log(line.kind, level, text, {
    run,
    worker: line.worker === '' ? undefined : line.worker,
    job: line.jobId === 0 ? undefined : line.jobId,
    accession: line.accession === '' ? undefined : line.accession,
  });
}
