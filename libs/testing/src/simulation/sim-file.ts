import type { Chance } from './chance.ts';

/** What a disk keeps or loses as a whole, in bytes; small, so that a batch has many. */
export const PAGE_BYTES = 512;

/** One file: what programs read, and what a power cut would leave. */
export class SimFile {
  /** What programs read. */
  data = Buffer.alloc(0);
  /** What is surely on the disk. */
  #synced = Buffer.alloc(0);
  readonly #dirty = new Set<number>();
  #sizeIsDirty = false;

  write(bytes: Uint8Array, position: number): void {
    const end = position + bytes.length;
    if (end > this.data.length) {
      const grown = Buffer.alloc(end);
      this.data.copy(grown);
      this.data = grown;
      this.#sizeIsDirty = true;
    }
    this.data.set(bytes, position);
    for (let page = Math.floor(position / PAGE_BYTES); page * PAGE_BYTES < end; page++) this.#dirty.add(page);
  }

  truncate(size: number): void {
    const before = this.data;
    if (before.length === size) return;
    this.data = Buffer.alloc(size);
    before.copy(this.data, 0, 0, Math.min(size, before.length));
    this.#sizeIsDirty = true;
    const from = Math.min(size, before.length);
    const to = Math.max(size, before.length);
    for (let page = Math.floor(from / PAGE_BYTES); page * PAGE_BYTES < to; page++) this.#dirty.add(page);
  }

  /** Begins a sync; what is returned ends it. What is written in between is not covered. */
  beginSync(): () => void {
    const size = this.data.length;
    const pages = [...this.#dirty].map((page) => ({
      page,
      bytes: Buffer.from(this.data.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES)),
    }));
    return () => {
      const synced = Buffer.alloc(size);
      this.#synced.copy(synced, 0, 0, Math.min(size, this.#synced.length));
      for (const { page, bytes } of pages) {
        if (bytes.length > 0) synced.set(bytes, page * PAGE_BYTES);
        const now = this.data.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
        if (bytes.equals(now)) this.#dirty.delete(page);
      }
      this.#synced = synced;
      this.#sizeIsDirty = this.data.length !== size;
    };
  }

  /** The power is cut: of each page not synced, the old, the new or a torn one is left. */
  crash(chance: Chance): void {
    const keepsSize = !this.#sizeIsDirty || chance.flip(0.5);
    const left = Buffer.alloc(keepsSize ? this.data.length : this.#synced.length);
    this.#synced.copy(left, 0, 0, Math.min(left.length, this.#synced.length));
    const all = chance.next();
    for (const page of this.#dirty) {
      const start = page * PAGE_BYTES;
      if (start >= left.length) continue;
      const fate = all < 0.15 ? 0 : all < 0.3 ? 1 : chance.next();
      if (fate < 0.4) continue;
      const torn = fate < 0.5 ? start + chance.int(1, PAGE_BYTES - 1) : start + PAGE_BYTES;
      left.set(this.data.subarray(start, Math.min(torn, this.data.length, left.length)), start);
    }
    this.data = left;
    this.#synced = Buffer.from(left);
    this.#dirty.clear();
    this.#sizeIsDirty = false;
  }

  /** Flips one bit of what is on the disk; returns where, or -1 when the file is empty or only zeros. */
  flipBit(chance: Chance): number {
    const used = this.data.length - trailingZeros(this.data);
    if (used === 0) return -1;
    const at = chance.int(0, used - 1);
    const bit = 1 << chance.int(0, 7);
    this.data[at]! ^= bit;
    if (at < this.#synced.length) this.#synced[at]! ^= bit;
    return at;
  }
}

function trailingZeros(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.length - end;
}
