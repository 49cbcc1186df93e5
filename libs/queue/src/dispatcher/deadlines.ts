// Everything that happens because time passed. One look at all leases every 250 ms while there are any replaces a timer
// for each; an idle fleet is looked at every 5 s.
import { SILENCE_LIMIT_MS, SWEEP_MS } from './core.ts';
import type { Core } from './core.ts';
import { HELLO_WITHIN_MS } from './limits.ts';
import { loseLease } from './lost-leases.ts';
import { drop, goOffline } from './membership.ts';
import { tellLeftOut } from './worker-logs.ts';

const IDLE_SWEEP_MS = 5_000;
/** A timer that comes later than this was not late: this process was stopped. */
const STOPPED_MS = 1_000;

export class Deadlines {
  readonly #core: Core;
  #sweptMs = 0;
  #armedMs = Infinity;

  constructor(core: Core) {
    this.#core = core;
  }

  /** When to be called next, monotonic ms. */
  nextMs(): number {
    const { leases, offline, sessions, silent, books, gates, nowMs } = this.#core;
    let next = books.readiness.nextDueMs;
    if (leases.size > 0 || offline.size > 0) next = Math.min(next, this.#sweptMs + SWEEP_MS);
    else if (sessions.size + silent.size > 0) next = Math.min(next, this.#sweptMs + IDLE_SWEEP_MS);
    if (gates.all.size > 0) next = Math.min(next, gates.nextOpeningMs(nowMs));
    return next;
  }

  /** At the end of each event. */
  arm(): void {
    const { leases, offline, nowMs } = this.#core;
    // The first lease after an idle time: the rhythm of 250 ms begins now.
    if (leases.size + offline.size > 0 && this.#sweptMs + SWEEP_MS < nowMs) this.#sweptMs = nowMs;
    this.#armedMs = this.nextMs();
  }

  /** At the start of each event, when the core knows the time. */
  advance(): void {
    const core = this.#core;
    const { nowMs } = core;
    if (nowMs < this.#armedMs) {
      if (this.#armedMs === Infinity) this.#sweptMs = nowMs;
      return;
    }
    const lateMs = nowMs - this.#armedMs;
    if (lateMs > STOPPED_MS) this.#extend(lateMs);
    core.books.readiness.wake(nowMs);
    if (nowMs >= this.#sweptMs + SWEEP_MS) this.#sweep();
  }

  /** While this process stood still nobody could be heard. */
  #extend(gapMs: number): void {
    for (const lease of this.#core.leases.values()) {
      lease.deadlineMs += gapMs;
      lease.startByMs += gapMs;
      lease.advancedMs += gapMs;
    }
    for (const session of this.#core.sessions.values()) {
      session.graceUntilMs += gapMs;
      session.heardMs += gapMs;
    }
    this.#core.effects.event({
      kind: 'notice',
      level: 'warn',
      text: `the coordinator stood still for ${String(Math.round(gapMs))} ms; all leases are extended by that`,
    });
  }

  #sweep(): void {
    const core = this.#core;
    const { nowMs } = core;
    this.#sweptMs = nowMs;
    this.#recordStarted();
    for (const session of [...core.offline]) {
      if (session.graceUntilMs <= nowMs) drop(core, session, 'did not come back');
    }
    for (const lease of core.leases.values()) {
      if (lease.session.stream === null) continue;
      if (!lease.started && lease.startByMs <= nowMs) {
        core.outbox.cancelled(lease.session, core.books.lastSeq, lease.token);
        loseLease(core, lease, false);
      } else if (lease.deadlineMs <= nowMs) {
        lease.session.suspect = true;
        loseLease(core, lease, lease.started);
      }
    }
    this.#endSilent();
    tellLeftOut(core);
    for (const session of core.sessions.values()) {
      if (session.stream === null || session.heardMs + SILENCE_LIMIT_MS > nowMs) continue;
      const { stream } = session;
      stream.open = false;
      core.streams.delete(stream.id);
      core.effects.closeStream(stream.id, 'nothing was heard from this worker');
      goOffline(core, session, 0);
    }
  }

  #endSilent(): void {
    const core = this.#core;
    for (const stream of core.silent) {
      if (stream.openedMs + HELLO_WITHIN_MS > core.nowMs) continue;
      stream.open = false;
      core.silent.delete(stream);
      core.streams.delete(stream.id);
      core.effects.closeStream(stream.id, 'nobody said Hello on it');
    }
  }

  /** Only for leases that last: a job that is over in a moment needs no record that it began. */
  #recordStarted(): void {
    const core = this.#core;
    if (core.startedUnrecorded.length === 0) return;
    for (const lease of core.startedUnrecorded) {
      if (core.leases.get(lease.row) === lease) core.ledger.started(lease.row, lease.token);
    }
    core.startedUnrecorded = [];
  }
}
