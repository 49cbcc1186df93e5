// What people ask for: runs and changes to many jobs at once.
import { FiligreeError } from '@filigree/base';
import { submitFilings } from '../jobs/submitting.ts';
import type { Run } from '../jobs/runs.ts';
import type { BatchCounts, Filing, JobFilter, RunOptions, RunView } from '../jobs/types.ts';
import type { Core } from './core.ts';
import type { Acknowledge } from './dispatcher.ts';
import { drainSession } from './membership.ts';
import { select } from './selecting.ts';

const FILINGS_A_BATCH = 4_096;

/** The answer, once everything so far is on disk. */
function whenDurable<T>(core: Core, ack: Acknowledge<T>, result: () => T): void {
  core.outbox.then(core.books.lastSeq, () => {
    ack(result());
  });
}

export function knownRun(core: Core, runId: string): Run {
  const run = core.books.runs.byId(runId);
  if (run !== undefined) return run;
  throw new FiligreeError('NOT_FOUND', `run ${runId} is not in the queue`, {
    remedy: 'see "coordinator status --json" for the runs there are',
  });
}

export function openRun(core: Core, runId: string, options: RunOptions, ack: Acknowledge<RunView>): void {
  let run = core.books.runs.byId(runId);
  if (run === undefined) {
    checkOptions(options);
    run = core.ledger.openRun(runId, options);
    core.effects.event({ kind: 'run-opened', runId });
  }
  const opened = run;
  whenDurable(core, ack, () => opened.view());
}

function checkOptions(options: RunOptions): void {
  if (Number.isInteger(options.priority) && Math.abs(options.priority) <= 100) return;
  throw new FiligreeError('USAGE', `priority ${String(options.priority)} is not a whole number from -100 to 100`);
}

export function submitBatch(
  core: Core,
  runId: string,
  filings: readonly Filing[],
  ack: Acknowledge<BatchCounts>,
): void {
  const run = knownRun(core, runId);
  if (run.closed) {
    throw new FiligreeError('WRONG_STATE', `run ${runId} is closed: nothing can be added`, {
      remedy: 'submit under a new run id',
    });
  }
  if (filings.length > FILINGS_A_BATCH) {
    throw new FiligreeError(
      'TOO_LARGE',
      `${String(filings.length)} filings in one batch, ${String(FILINGS_A_BATCH)} at most`,
    );
  }
  const counts = submitFilings(core.ledger, run, filings);
  whenDurable(core, ack, () => counts);
}

export function closeRun(core: Core, runId: string, ack: Acknowledge<RunView>): void {
  const run = knownRun(core, runId);
  if (!run.closed) {
    core.ledger.closeRun(run);
    core.idleRuns.add(run.index);
    core.effects.event({ kind: 'run-closed', runId });
  }
  whenDurable(core, ack, () => run.view());
}

export function resolveRun(core: Core, runId: string): void {
  const run = core.books.runs.byId(runId);
  if (run !== undefined && run.ended && !run.resolved) core.ledger.resolveRun(run);
}

/** Runs that ended in this turn are told, once that is on disk. */
export function tellEndedRuns(core: Core): void {
  if (core.idleRuns.size === 0) return;
  for (const index of core.idleRuns) {
    const run = core.books.runs.at(index);
    if (!run.ended || run.resolved) continue;
    core.outbox.then(core.books.lastSeq, () => {
      if (!run.ended || run.resolved) return;
      core.effects.event({ kind: 'run-ended', runId: run.runId });
      core.effects.runEnded(run.view());
    });
  }
  core.idleRuns.clear();
}

export function retry(core: Core, filter: JobFilter, ack: Acknowledge<number>): void {
  const rows = select(core, narrowed(filter, ['failed', 'cancelled'])).filter((row) => !core.pins.has(row));
  for (const row of rows) core.refusals.forget(row);
  core.ledger.requeue(rows);
  whenDurable(core, ack, () => rows.length);
}

export function cancel(core: Core, filter: JobFilter, ack: Acknowledge<number>): void {
  const rows = select(core, narrowed(filter, ['pending', 'processing'])).filter((row) => !core.pins.has(row));
  core.ledger.cancel(rows);
  for (const row of rows) {
    core.refusals.forget(row);
    const lease = core.leases.get(row);
    if (lease === undefined) continue;
    core.endLease(lease, false);
    core.outbox.cancelled(lease.session, core.books.lastSeq, lease.token);
  }
  whenDurable(core, ack, () => rows.length);
}

export function clear(core: Core, filter: JobFilter, ack: Acknowledge<number>): void {
  const rows = select(core, narrowed(filter, ['completed', 'failed', 'cancelled'])).filter(
    (row) => !core.pins.has(row),
  );
  for (const row of rows) core.refusals.forget(row);
  core.ledger.clear(rows);
  whenDurable(core, ack, () => rows.length);
}

export function setPriority(core: Core, filter: JobFilter, priority: number, ack: Acknowledge<number>): void {
  if (!Number.isInteger(priority) || Math.abs(priority) > 100) {
    throw new FiligreeError('USAGE', `priority ${String(priority)} is not a whole number from -100 to 100`);
  }
  const rows = select(core, narrowed(filter, ['pending', 'processing']));
  core.ledger.setPriority(rows, priority);
  whenDurable(core, ack, () => rows.length);
}

export function setPaused(core: Core, paused: boolean, ack: Acknowledge<number>): void {
  if (core.books.paused !== paused) {
    core.ledger.pause(paused);
    core.effects.event({ kind: paused ? 'paused' : 'resumed' });
  }
  whenDurable(core, ack, () => core.books.counts[1]!);
}

/** A person says that all is well again: jobs that wait for their time, or for an overloaded service, are tried at once. */
export function hasten(core: Core): void {
  const resources = core.gates.lift(core.nowMs);
  core.books.readiness.hasten(core.nowMs);
  if (resources.length === 0) return;
  core.effects.event({
    kind: 'notice',
    level: 'info',
    text: `asked for: ${resources.join(', ')} is tried again at once`,
  });
}

/** `workerId` is its label. */
export function drain(core: Core, workerId: string): number {
  let told = 0;
  for (const session of core.sessions.values()) {
    if (session.label !== workerId) continue;
    drainSession(core, session, 'asked for');
    told++;
  }
  return told;
}

/** Only jobs in these states can be meant. */
function narrowed(filter: JobFilter, states: NonNullable<JobFilter['states']>): JobFilter {
  const asked = filter.states;
  return { ...filter, states: asked === undefined ? states : states.filter((state) => asked.includes(state)) };
}
