// Work streams between simulated workers and the coordinator of the moment: delay, loss of the stream, half-open
// connections, frames that come twice, out of order, or after the stream's end.
import type { CoordinatorFrame, WorkerFrame } from '@filigree/queue';
import type { Chance } from './chance.ts';
import type { SimProcess, VirtualTime } from './virtual-time.ts';

/** The worker's end. */
export interface ClientEnd {
  readonly process: SimProcess;
  opened(): void;
  received(frame: CoordinatorFrame): void;
  closed(): void;
}

/** The coordinator's end. */
export interface ServerEnd {
  readonly process: SimProcess;
  opened(link: Link): void;
  received(link: Link, frame: WorkerFrame): void;
  closed(link: Link): void;
}

export interface NetworkFaults {
  /** Longest usual delay, in ms. */
  delayMs: number;
  /** Chance that a frame comes twice, or out of order. */
  repeats: number;
  reorders: number;
}

export class Link {
  /** Frames of this direction vanish. */
  upIsDead = false;
  downIsDead = false;
  clientOpen = true;
  serverOpen = true;
  #upMs = 0;
  #downMs = 0;
  readonly #net: Network;

  constructor(
    net: Network,
    readonly id: number,
    readonly client: ClientEnd,
    readonly server: ServerEnd,
  ) {
    this.#net = net;
  }

  sendUp(frame: WorkerFrame): void {
    if (this.upIsDead || !this.clientOpen) return;
    const { time, faults, chance } = this.#net;
    const mayShuffle = frame.hello === undefined;
    let atMs = time.nowMs + this.#net.delay();
    if (!(mayShuffle && chance.flip(faults.reorders))) this.#upMs = atMs = Math.max(atMs, this.#upMs);
    const deliver = (): void => {
      if (!this.upIsDead || this.#net.chance.flip(0.5)) this.server.received(this, frame);
    };
    this.#at(atMs, this.server.process, deliver);
    if (mayShuffle && chance.flip(faults.repeats)) this.#at(atMs + this.#net.delay(), this.server.process, deliver);
  }

  sendDown(frame: CoordinatorFrame): void {
    if (this.downIsDead || !this.serverOpen) return;
    const { time, faults, chance } = this.#net;
    const mayShuffle = frame.welcome === undefined;
    let atMs = time.nowMs + this.#net.delay();
    if (!(mayShuffle && chance.flip(faults.reorders))) this.#downMs = atMs = Math.max(atMs, this.#downMs);
    const deliver = (): void => {
      if (this.clientOpen && !this.downIsDead) this.client.received(frame);
    };
    this.#at(Math.max(atMs, this.#downMs), this.client.process, deliver);
    if (mayShuffle && chance.flip(faults.repeats))
      this.#at(this.#downMs + this.#net.delay(), this.client.process, deliver);
  }

  /** The connection breaks; each end hears of it in its own time. */
  break(clientHearsMs: number, serverHearsMs: number): void {
    this.upIsDead = true;
    this.downIsDead = true;
    this.#at(this.#net.time.nowMs + clientHearsMs, this.client.process, () => {
      this.#closeClient();
    });
    this.#at(this.#net.time.nowMs + serverHearsMs, this.server.process, () => {
      this.#closeServer();
    });
  }

  /** One end hangs up. */
  hangUp(end: 'client' | 'server'): void {
    if (end === 'client') this.clientOpen = false;
    else this.serverOpen = false;
    this.break(this.#net.delay(), this.#net.delay());
  }

  #closeClient(): void {
    if (!this.clientOpen) return;
    this.clientOpen = false;
    this.client.closed();
  }

  #closeServer(): void {
    if (!this.serverOpen) return;
    this.serverOpen = false;
    this.#net.links.delete(this);
    this.server.closed(this);
  }

  #at(atMs: number, process: SimProcess, act: () => void): void {
    process.after(atMs - this.#net.time.nowMs, act);
  }
}

export class Network {
  readonly faults: NetworkFaults = { delayMs: 5, repeats: 0, reorders: 0 };
  readonly links = new Set<Link>();
  /** Where new streams go; null while there is no coordinator. */
  server: ServerEnd | null = null;
  #lastId = 0;

  constructor(
    readonly time: VirtualTime,
    readonly chance: Chance,
  ) {}

  delay(): number {
    return this.chance.skewed(0.2, this.faults.delayMs);
  }

  /** Opens a stream; the client hears `opened` or `closed`. */
  connect(client: ClientEnd): Link | null {
    const { server } = this;
    if (server === null) {
      client.process.after(this.delay(), () => {
        client.closed();
      });
      return null;
    }
    const link = new Link(this, ++this.#lastId, client, server);
    this.links.add(link);
    server.process.after(this.delay(), () => {
      if (!link.serverOpen) return;
      server.opened(link);
      client.process.after(this.delay(), () => {
        if (link.clientOpen) client.opened();
      });
    });
    return link;
  }

  /** A process died: the kernel closes its connections. */
  died(process: SimProcess): void {
    for (const link of this.links) {
      if (link.client.process !== process && link.server.process !== process) continue;
      link.break(this.chance.between(0, 200), this.chance.between(0, 200));
      if (link.server.process === process) this.links.delete(link);
    }
  }
}
