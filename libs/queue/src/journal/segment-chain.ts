import type { Disk } from './disk.ts';
import { createSegment, sync } from './files.ts';
import type { Segment } from './files.ts';

/** The segment being written and the one prepared behind it. */
export class SegmentChain {
  segment: Segment;
  /** Where the next batch goes. */
  offset: number;
  readonly #disk: Disk;
  readonly #dir: string;
  readonly #segmentBytes: number;
  readonly #startOffset: number;
  #next: Promise<Segment> | null = null;

  constructor(disk: Disk, dir: string, segmentBytes: number, startOffset: number, segment: Segment, offset: number) {
    this.#disk = disk;
    this.#dir = dir;
    this.#segmentBytes = segmentBytes;
    this.#startOffset = startOffset;
    this.segment = segment;
    this.offset = offset;
  }

  /** True when a batch of this size still goes into the segment. */
  fits(lengthBytes: number): boolean {
    return this.offset + lengthBytes <= this.#segmentBytes;
  }

  /** Begins to prepare the next segment once a quarter of this one is used. A failure is met again in `advance`. */
  prepareAhead(): void {
    if (this.#next !== null || this.offset < this.#segmentBytes / 4) return;
    this.#next = this.#create();
  }

  /** Goes over to the next segment, all of this one being on disk. Rejects with the disk's error; may be called again. */
  async advance(isSynced: boolean): Promise<void> {
    if (!isSynced) await sync(this.segment.file);
    const ahead = this.#next;
    this.#next = null;
    // What failed ahead of time may succeed now.
    const next = ahead === null ? await this.#create() : await ahead.catch(() => this.#create());
    const old = this.segment;
    this.segment = next;
    this.offset = this.#startOffset;
    await old.file.close();
  }

  async close(): Promise<void> {
    const next = await this.#next?.catch(() => null);
    await next?.file.close();
    await this.segment.file.close();
  }

  #create(): Promise<Segment> {
    const creating = createSegment(this.#disk, this.#dir, this.segment.number + 1, this.#segmentBytes);
    creating.catch(() => undefined);
    return creating;
  }
}
