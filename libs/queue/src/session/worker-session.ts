// The worker's side of the Work stream.
//
//   away ──opened──▶ greeting ──welcome──▶ working ──closed──▶ away (again after 100 ms, rising to 2 s until one lasts)
//   drain or stop: no more credit; when nothing is held: Goodbye, over
import type { Timer } from '@filigree/base';
import type { CoordinatorFrame, Lease, Welcome, WorkerFrame } from './frames.ts';
import { Results } from './results.ts';
import { tokenOf, WorkerJobs } from './worker-jobs.ts';
import type { JobEnd, WorkerSession, WorkerSessionOptions, WorkerSessionPort } from './worker-session-types.ts';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
/** A stream that lasted this long was a good one. One that did not may have been bad luck; two in a row are not. */
const STEADY_MS = 10_000;
/** An opened stream must bring Welcome in this time. */
const WELCOME_WITHIN_MS = 10_000;
const IDLE_BEAT_MS = 30_000;
const LOGS_KEPT = 100;

/** Makes the session of one boot of a worker; `start` connects it. */
export function createWorkerSession(options: WorkerSessionOptions, port: WorkerSessionPort): WorkerSession {
  return new Session(options, port);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function addEnd(frame: Mutable<WorkerFrame>, end: JobEnd): void {
  if (end.kind === 'completed') frame.completed = [...(frame.completed ?? []), end.completion];
  else if (end.kind === 'failed') frame.failed = [...(frame.failed ?? []), end.failure];
  else frame.released = [...(frame.released ?? []), end.token];
}

class Session implements WorkerSession {
  readonly #options: WorkerSessionOptions;
  readonly #port: WorkerSessionPort;
  readonly #jobs = new WorkerJobs();
  readonly #results = new Results();
  #state: 'away' | 'greeting' | 'working' | 'over' = 'away';
  #streamId = 0;
  #attempts = 0;
  #welcomedMs = 0;
  #wasShort = false;
  #credit = 0;
  #beatEveryMs = 5_000;
  /** From the last Welcome: without it no lease is taken up again. */
  #secret = '';
  #leaving = false;
  #timer: Timer | null = null;
  #stopTimer: Timer | null = null;
  #logs: NonNullable<WorkerFrame['logs']>[number][] = [];

  constructor(options: WorkerSessionOptions, port: WorkerSessionPort) {
    this.#options = options;
    this.#port = port;
  }

  get connected(): boolean {
    return this.#state === 'working';
  }

  get running(): number {
    return this.#jobs.running.size;
  }

  get unsettled(): number {
    return this.#results.size;
  }

  start(): void {
    if (this.#state !== 'away' || this.#streamId !== 0) return;
    this.#connect();
  }

  opened(streamId: number): void {
    if (streamId !== this.#streamId || this.#state !== 'away') return;
    const { workerId, bootId, host, version, slots, ahead, labels, capabilities } = this.#options;
    this.#state = 'greeting';
    this.#credit = 0;
    this.#arm(WELCOME_WITHIN_MS, () => {
      this.#port.disconnect(streamId);
      this.closed(streamId, 'no Welcome came');
    });
    const held = [...this.#results.tokens(), ...this.#jobs.wanted()];
    this.#results.streamBegins();
    const hello = { workerId, bootId, host, version, slots, ahead, capabilities: capabilities(), labels, held };
    this.#port.send(streamId, { hello: this.#secret === '' ? hello : { ...hello, secret: this.#secret } });
  }

  received(streamId: number, frame: CoordinatorFrame): void {
    if (streamId !== this.#streamId || this.#state === 'over') return;
    if (frame.welcome !== undefined) this.#welcome(frame.welcome);
    if (this.#state !== 'working') return;
    for (const token of frame.beatAck?.lost ?? []) this.#lose(token);
    for (const { token } of frame.settled ?? []) this.#results.remove(token);
    if (frame.settled !== undefined) this.#send({});
    if (frame.drain === true) this.#drained();
    if (frame.leases !== undefined) this.#take(frame.leases);
    // After the leases: one that was cancelled on its way comes in one frame with its end.
    for (const token of frame.cancel ?? []) this.#lose(token);
    this.#leaveIfDone();
  }

  closed(streamId: number, reason: string, isRefusal = false): number {
    if (streamId !== this.#streamId || this.#state === 'over') return 0;
    if (this.#leaving && this.#jobs.running.size === 0 && this.#results.size === 0) {
      this.#finish();
      return 0;
    }
    if (this.#state === 'working') this.#lost(reason, isRefusal);
    this.#state = 'away';
    this.#credit = 0;
    const boundMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#attempts++);
    const delayMs = boundMs * (0.75 + this.#options.random() * 0.25);
    this.#arm(delayMs, () => {
      this.#connect();
    });
    return delayMs;
  }

  progress(token: number, stage: string, progress: number): void {
    this.#jobs.progress(token, stage, progress, this.#options.clock.monotonicMs());
  }

  jobEnded(end: JobEnd): void {
    const wasRunning = this.#jobs.running.has(tokenOf(end));
    const told = this.#jobs.end(end);
    if (told !== null) this.#results.add(told);
    if (wasRunning && this.#state === 'working') this.#send({});
    this.#leaveIfDone();
  }

  log(level: 'debug' | 'info' | 'warn' | 'error', text: string): void {
    this.#keepLog(level, text);
    if (this.#state === 'working') this.#send({});
  }

  capabilitiesChanged(): void {
    if (this.#state === 'working') this.#beat();
  }

  drain(): void {
    this.#leaving = true;
    this.#leaveIfDone();
  }

  stop(withinMs: number): void {
    this.#leaving = true;
    for (const job of this.#jobs.running.values()) {
      if (job.aborted || job.givenBack) continue;
      job.givenBack = true;
      this.#port.abortJob(job.token);
    }
    this.#stopTimer ??= this.#options.clock.after(withinMs, () => {
      if (this.#state === 'working') this.#port.send(this.#streamId, { goodbye: true });
      this.#finish();
    });
    this.#leaveIfDone();
  }

  #keepLog(level: 'debug' | 'info' | 'warn' | 'error', text: string): void {
    if (this.#logs.length < LOGS_KEPT) this.#logs.push({ level, text });
  }

  #connect(): void {
    this.#state = 'away';
    this.#streamId++;
    this.#disarm();
    this.#port.connect(this.#streamId);
  }

  #welcome(welcome: Welcome): void {
    if (this.#state !== 'greeting') return;
    this.#state = 'working';
    this.#welcomedMs = this.#options.clock.monotonicMs();
    this.#beatEveryMs = welcome.beatEveryMs;
    this.#secret = welcome.secret;
    for (const token of welcome.lost) this.#lose(token);
    this.#port.welcomed(welcome);
    this.#send({});
    this.#armBeat();
  }

  #lost(reason: string, isRefusal: boolean): void {
    this.#keepLog('info', `the stream to the coordinator ended: ${reason}`);
    if (isRefusal) this.#results.refused(reason);
    const lasted = this.#options.clock.monotonicMs() - this.#welcomedMs >= STEADY_MS;
    if (lasted || !(isRefusal || this.#wasShort)) this.#attempts = 0;
    this.#wasShort = !lasted;
  }

  #take(leases: readonly Lease[]): void {
    const started: number[] = [];
    for (const lease of leases) {
      this.#credit = Math.max(0, this.#credit - 1);
      if (this.#jobs.running.has(lease.token) || this.#results.has(lease.token)) continue;
      if (this.#leaving || this.#jobs.running.size >= this.#options.slots) {
        this.#results.add({ kind: 'released', token: lease.token });
        continue;
      }
      this.#jobs.start(lease.token, this.#options.clock.monotonicMs());
      started.push(lease.token);
    }
    const frame: Mutable<WorkerFrame> = {};
    if (started.length > 0) frame.started = started;
    this.#send(frame);
    // The first lease after idle time: beats come at the faster rate from now.
    if (started.length > 0 && started.length === this.#jobs.running.size) this.#armBeat();
    for (const lease of leases) if (started.includes(lease.token)) this.#port.startJob(lease);
  }

  /** Sends the frame with the waiting results and logs and the credit for every free slot, unless it would be empty. */
  #send(frame: Mutable<WorkerFrame>): void {
    for (const end of this.#results.take()) addEnd(frame, end);
    const free = this.#leaving ? 0 : this.#options.slots - this.#jobs.running.size - this.#credit;
    if (free > 0) {
      frame.credit = free;
      this.#credit += free;
    }
    if (this.#logs.length > 0) {
      frame.logs = this.#logs;
      this.#logs = [];
    }
    if (Object.keys(frame).length > 0) this.#port.send(this.#streamId, frame);
  }

  /** The job is another's, or cancelled: its result is wanted by nobody. */
  #lose(token: number): void {
    this.#results.remove(token);
    const job = this.#jobs.running.get(token);
    if (job === undefined || job.aborted) return;
    job.aborted = true;
    this.#port.abortJob(token);
  }

  #drained(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    this.#port.draining();
  }

  #beat(): void {
    const { capabilities, vitals, clock } = this.#options;
    const leases = this.#jobs.advancing(clock.monotonicMs());
    this.#send({ beat: { ...vitals(), leases, capabilities: capabilities() } });
    this.#armBeat();
  }

  #armBeat(): void {
    const everyMs = this.#jobs.running.size > 0 ? this.#beatEveryMs : IDLE_BEAT_MS;
    this.#arm(everyMs * (0.8 + this.#options.random() * 0.2), () => {
      this.#beat();
    });
  }

  #leaveIfDone(): void {
    if (!this.#leaving || this.#jobs.running.size > 0) return;
    if (this.#state === 'working' && this.#results.size === 0) {
      this.#port.send(this.#streamId, { goodbye: true });
      this.#finish();
    } else if (this.#state === 'away' && this.#results.size === 0) this.#finish();
  }

  #finish(): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#disarm();
    this.#stopTimer?.cancel();
    this.#port.finished();
  }

  #arm(delayMs: number, act: () => void): void {
    this.#disarm();
    this.#timer = this.#options.clock.after(delayMs, act);
  }

  #disarm(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }
}
