// A worker's frame, taken apart. Order matters: who it is, how jobs ended, then what it can take.
import type { Beat, WorkerFrame } from '../session/frames.ts';
import type { Core } from './core.ts';
import { goodbye, hello, lostOf } from './membership.ts';
import type { Session, Stream } from './sessions.ts';
import { completed, failed, released } from './settling.ts';
import { logLines } from './worker-logs.ts';

export function frameIn(core: Core, streamId: number, frame: WorkerFrame): void {
  const stream = core.streams.get(streamId);
  if (stream?.open !== true) return;
  if (frame.hello !== undefined) hello(core, stream, frame.hello);
  const { session } = stream;
  if (session === null) {
    stream.open = false;
    core.silent.delete(stream);
    core.streams.delete(streamId);
    core.effects.closeStream(streamId, 'the first message of a Work stream must be Hello');
    return;
  }
  session.heardMs = core.nowMs;
  if (session.suspect) {
    session.suspect = false;
    core.relist(session);
  }
  if (frame.logs !== undefined) logLines(core, session, frame.logs);
  for (const token of frame.started ?? []) begin(core, session, token);
  for (const completion of frame.completed ?? []) completed(core, session, completion);
  for (const failure of frame.failed ?? []) failed(core, session, failure);
  for (const token of frame.released ?? []) released(core, session, token);
  if (frame.beat !== undefined) beat(core, stream, session, frame.beat);
  if (frame.credit !== undefined && frame.credit > 0) {
    // It may come before the result that frees its slot, as a large delta takes several frames: kept, it counts from then on.
    session.credit = Math.min(session.slots, session.credit + frame.credit);
    core.relist(session);
  }
  if (frame.goodbye === true) goodbye(core, stream);
}

function begin(core: Core, session: Session, token: number): void {
  const lease = session.leases.get(token);
  if (lease === undefined || lease.started) return;
  lease.started = true;
  core.startedUnrecorded.push(lease);
}

function beat(core: Core, stream: Stream, session: Session, said: Beat): void {
  for (const { token, stage, progress } of said.leases) {
    const lease = session.leases.get(token);
    if (lease === undefined) continue;
    begin(core, session, token);
    lease.advance(stage, progress, core.nowMs);
    lease.extend(core.nowMs, core.settings.leaseTtlMs);
  }
  session.loopLagMs = said.loopLagMs;
  session.rssBytes = said.rssBytes;
  session.cpu = said.cpu;
  session.capabilities = said.capabilities;
  session.revision++;
  core.relist(session);
  stream.lost = lostOf(
    core,
    session,
    said.leases.map(({ token }) => token),
  );
  core.outbox.mark(stream);
}
