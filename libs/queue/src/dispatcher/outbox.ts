// Nothing is told before the record that makes it true is on disk: messages and acknowledgements wait here for their
// sequence number. Released ones gather at their streams and leave as one frame a stream.
import type { Lease as LeaseMessage, Verdict } from '../session/frames.ts';
import type { DispatcherEffects } from './ports.ts';
import type { Session, Stream } from './sessions.ts';

interface Waiting {
  readonly seq: number;
  readonly stream: Stream | null;
  readonly session: Session | null;
  readonly lease: LeaseMessage | null;
  readonly token: number;
  readonly verdict: Verdict | null;
  readonly act: (() => void) | null;
}

export class Outbox {
  durableSeq = 0;
  #waiting: Waiting[] = [];
  #head = 0;
  #lastSeq = 0;
  #dirty: Stream[] = [];
  readonly #effects: DispatcherEffects;

  constructor(effects: DispatcherEffects) {
    this.#effects = effects;
  }

  /** Only this stream may get it: a worker that reconnects says what it holds. */
  lease(stream: Stream, seq: number, lease: LeaseMessage): void {
    this.#wait({ seq, stream, session: stream.session, lease, token: lease.token, verdict: null, act: null });
  }

  /** Whatever stream the worker then has. */
  settled(session: Session, seq: number, token: number, verdict: Verdict): void {
    this.#wait({ seq, stream: null, session, lease: null, token, verdict, act: null });
  }

  cancelled(session: Session, seq: number, token: number): void {
    this.#wait({ seq, stream: null, session, lease: null, token, verdict: null, act: null });
  }

  then(seq: number, act: () => void): void {
    this.#wait({ seq, stream: null, session: null, lease: null, token: 0, verdict: null, act });
  }

  /** Something was put on the stream by hand. */
  mark(stream: Stream): void {
    if (stream.dirty || !stream.open) return;
    stream.dirty = true;
    this.#dirty.push(stream);
  }

  durable(seq: number): void {
    if (seq > this.durableSeq) this.durableSeq = seq;
    while (this.#head < this.#waiting.length && this.#waiting[this.#head]!.seq <= this.durableSeq) {
      this.#release(this.#waiting[this.#head++]!);
    }
    if (this.#head === this.#waiting.length) {
      this.#waiting = [];
      this.#head = 0;
    } else if (this.#head > 4096) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
  }

  flush(): void {
    while (this.#dirty.length > 0) {
      const streams = this.#dirty;
      this.#dirty = [];
      for (const stream of streams) if (stream.open) this.#effects.send(stream.id, stream.take());
    }
  }

  #wait(item: Waiting): void {
    if (item.seq <= this.durableSeq) {
      this.#release(item);
      return;
    }
    // What is queued stays in order: an older number waits for the batch of the newest.
    this.#lastSeq = Math.max(this.#lastSeq, item.seq);
    this.#waiting.push(item.seq === this.#lastSeq ? item : { ...item, seq: this.#lastSeq });
  }

  #release(item: Waiting): void {
    if (item.act !== null) {
      item.act();
      return;
    }
    if (item.stream !== null && item.session?.stream !== item.stream) return;
    const stream = item.stream ?? item.session?.stream ?? null;
    if (stream?.open !== true) return;
    if (item.lease !== null) stream.leases.push(item.lease);
    else if (item.verdict !== null) stream.settled.push({ token: item.token, verdict: item.verdict });
    else stream.cancel.push(item.token);
    this.mark(stream);
  }
}
