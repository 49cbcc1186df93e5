// Finds the first job of an accession; further ones hang on it by `next`, in the order submitted. Open addressing in
// 256 shards that grow one at a time, so that no single insertion stalls the queue.
import { accessionKeyLength } from './filing-codec.ts';
import { CHUNK_ROWS, FLAG } from './job-table.ts';
import type { JobTable } from './job-table.ts';

const MASK = CHUNK_ROWS - 1;

/** FNV-1a, then mixed so that both ends of the word are good. */
export function hashKey(bytes: Uint8Array, at: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

class Shard {
  slots = new Uint32Array(16);
  used = 0;
}

export class AccessionIndex {
  readonly #table: JobTable;
  readonly #shards: Shard[] = Array.from({ length: 256 }, () => new Shard());

  constructor(table: JobTable) {
    this.#table = table;
  }

  /** First row with this accession key, or 0. */
  first(key: Uint8Array, at: number, length: number, hash: number): number {
    const { slots } = this.#shards[hash >>> 24]!;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot]!;
      if (row === 0) return 0;
      if (this.#matches(row, key, at, length, hash)) return row;
    }
  }

  /** Adds a row of the table; its filing must be in the arena and its hash in its column. */
  add(row: number): void {
    const chunk = this.#table.chunk(row);
    const i = row & MASK;
    const at = chunk.blobAt[i]!;
    const length = accessionKeyLength(chunk.arena, at);
    const head = this.first(chunk.arena, at, length, chunk.hash[i]!);
    if (head !== 0) this.#append(head, row);
    else this.#insert(row, chunk.hash[i]!);
  }

  /** Takes out a row, before the table forgets it. */
  remove(row: number): void {
    const chunk = this.#table.chunk(row);
    const i = row & MASK;
    const next = chunk.next[i]!;
    chunk.next[i] = 0;
    const head = this.headOf(row);
    if (head === row) {
      this.#replace(row, chunk.hash[i]!, next);
      return;
    }
    for (let at = head; at !== 0;) {
      const here = this.#table.chunk(at);
      const following = here.next[at & MASK]!;
      if (following === row) here.own('next')[at & MASK] = next;
      at = following === row ? 0 : following;
    }
  }

  /** First job with the accession of `row`. */
  headOf(row: number): number {
    const chunk = this.#table.chunk(row);
    const i = row & MASK;
    const at = chunk.blobAt[i]!;
    return this.first(chunk.arena, at, accessionKeyLength(chunk.arena, at), chunk.hash[i]!);
  }

  #append(head: number, row: number): void {
    const added = this.#table.chunk(row);
    added.flags[row & MASK]! |= FLAG.chained;
    if (row < head) {
      // Recovery may meet rows out of order; the chain stays in the order submitted.
      added.own('next')[row & MASK] = head;
      this.#replace(head, added.hash[row & MASK]!, row);
      this.#table.chunk(head).flags[head & MASK]! |= FLAG.chained;
      return;
    }
    let last = head;
    for (;;) {
      const chunk = this.#table.chunk(last);
      chunk.flags[last & MASK]! |= FLAG.chained;
      const next = chunk.next[last & MASK]!;
      if (next === 0 || next > row) {
        chunk.own('next')[last & MASK] = row;
        added.own('next')[row & MASK] = next;
        return;
      }
      last = next;
    }
  }

  #insert(row: number, hash: number): void {
    const shard = this.#shards[hash >>> 24]!;
    if ((shard.used + 1) * 10 > shard.slots.length * 7) this.#grow(shard);
    place(shard.slots, row, hash);
    shard.used++;
  }

  #grow(shard: Shard): void {
    const grown = new Uint32Array(shard.slots.length * 2);
    for (const row of shard.slots) if (row !== 0) place(grown, row, this.#hash(row));
    shard.slots = grown;
  }

  /** Puts `other` (0: nothing) where `row` stands. */
  #replace(row: number, hash: number, other: number): void {
    const shard = this.#shards[hash >>> 24]!;
    const { slots } = shard;
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== row) slot = (slot + 1) & mask;
    slots[slot] = other;
    if (other !== 0) return;
    shard.used--;
    // Later entries of the same probe sequence move up, or they could not be found any more.
    for (let next = (slot + 1) & mask; slots[next] !== 0; next = (next + 1) & mask) {
      const moved = slots[next]!;
      const home = this.#hash(moved) & mask;
      if (((next - home) & mask) < ((next - slot) & mask)) continue;
      slots[slot] = moved;
      slots[next] = 0;
      slot = next;
    }
  }

  #hash(row: number): number {
    return this.#table.chunk(row).hash[row & MASK]!;
  }

  #matches(row: number, key: Uint8Array, at: number, length: number, hash: number): boolean {
    const chunk = this.#table.chunk(row);
    const i = row & MASK;
    if (chunk.hash[i] !== hash) return false;
    const start = chunk.blobAt[i]!;
    for (let k = 0; k < length; k++) if (chunk.arena[start + k] !== key[at + k]) return false;
    return true;
  }
}

function place(slots: Uint32Array, row: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = row;
}
