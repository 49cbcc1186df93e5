import type { CoordinatorFrame, Lease, Welcome } from '@filigree/queue';
import type {
  CoordinatorFrame as WireFrame,
  CoordinatorFrame__Output,
} from '../generated/filigree/v1/CoordinatorFrame.ts';
import type { Lease__Output } from '../generated/filigree/v1/Lease.ts';
import type { Welcome__Output } from '../generated/filigree/v1/Welcome.ts';
import { modeFromWire, modeToWire, verdictFromWire, verdictToWire } from './enums.ts';

// Coordinator to worker: the domain's frames to the wire and back.

// Field by field: copying objects with a spread costs more, once a job, than everything else here together.
function leaseToWire({ token, job, attempt, msLeft }: Lease): Lease__Output {
  return {
    token,
    jobId: job.jobId,
    runId: job.runId,
    accession: job.accession,
    path: job.path,
    root: job.root,
    sizeBytes: job.sizeBytes,
    mode: modeToWire(job.mode),
    attempt,
    msLeft: Math.max(0, Math.round(msLeft)),
  };
}

function leaseFromWire(wire: Lease__Output): Lease {
  const { token, attempt, msLeft, jobId, runId, accession, path, root, sizeBytes, mode } = wire;
  const job = { jobId, runId, accession, path, root, sizeBytes, mode: modeFromWire(mode, 'Lease.mode') };
  return { token, attempt, msLeft, job };
}

function welcomeToWire(welcome: Welcome): Welcome__Output {
  const { graph, lost, roots, ...rest } = welcome;
  return { ...rest, graphKind: graph.kind, graphId: graph.id, lost: [...lost], roots: [...roots] };
}

function welcomeFromWire(wire: Welcome__Output): Welcome {
  const { graphKind, graphId, ...rest } = wire;
  return { ...rest, graph: { kind: graphKind === 'neo4j' ? 'neo4j' : 'sqlite', id: graphId } };
}

export function coordinatorFrameToWire(frame: CoordinatorFrame): WireFrame {
  const wire: WireFrame = {};
  if (frame.welcome !== undefined) wire.welcome = welcomeToWire(frame.welcome);
  if (frame.leases !== undefined) wire.leases = frame.leases.map(leaseToWire);
  if (frame.beatAck !== undefined) wire.beatAck = { lost: [...frame.beatAck.lost] };
  if (frame.settled !== undefined) {
    wire.settled = frame.settled.map(({ token, verdict }) => ({ token, verdict: verdictToWire(verdict) }));
  }
  if (frame.cancel !== undefined) wire.cancel = [...frame.cancel];
  if (frame.drain === true) wire.drain = true;
  return wire;
}

export function coordinatorFrameFromWire(wire: CoordinatorFrame__Output): CoordinatorFrame {
  return {
    ...(wire.welcome !== null && { welcome: welcomeFromWire(wire.welcome) }),
    ...(wire.leases.length > 0 && { leases: wire.leases.map(leaseFromWire) }),
    ...(wire.beatAck !== null && { beatAck: { lost: wire.beatAck.lost } }),
    ...(wire.settled.length > 0 && {
      settled: wire.settled.map(({ token, verdict }) => ({ token, verdict: verdictFromWire(verdict) })),
    }),
    ...(wire.cancel.length > 0 && { cancel: wire.cancel }),
    ...(wire.drain && { drain: true }),
  };
}
