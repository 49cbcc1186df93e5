// Leases that end without a word from their worker.
import { CHUNK_ROWS } from '../jobs/job-table.ts';
import type { Core } from './core.ts';
import { LOSS_LIMIT } from './limits.ts';
import type { Lease } from './sessions.ts';

const MASK = CHUNK_ROWS - 1;

/** The job is pending again, or failed after too many losses. A lease that never started is not counted. */
export function loseLease(core: Core, lease: Lease, counted: boolean): void {
  const { row, session } = lease;
  core.endLease(lease, false);
  const losses = core.books.table.chunk(row).losses[row & MASK]! + (counted ? 1 : 0);
  const ends = losses >= LOSS_LIMIT;
  core.ledger.expire(row, counted, ends);
  session.lost++;
  session.revision++;
  core.lostHere++;
  if (ends) {
    core.failedHere++;
    core.refusals.forget(row);
  }
  core.effects.event({
    kind: 'expired',
    jobId: row,
    accession: lease.accession,
    worker: session.label,
    counted,
    state: ends ? 'failed' : 'pending',
  });
}

/** It never reached the worker, or the worker leaves: pending again, uncounted. */
export function returnLease(core: Core, lease: Lease): void {
  core.endLease(lease, false);
  core.ledger.release(lease.row, false);
}
