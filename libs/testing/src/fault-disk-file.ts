import type { Random } from '@filigree/base';

/** What a machine writes to its disk in one piece. */
export const PAGE_BYTES = 4096;
const SECTOR_BYTES = 512;

/** The content of one file: what programs see, and what the disk would still have after a power loss. */
export class FaultDiskFile {
  #seen: Buffer = Buffer.alloc(0);
  #durable: Buffer = Buffer.alloc(0);
  sizeBytes = 0;
  #durableSizeBytes = 0;
  /** Pages that differ from the disk and that a sync would write. */
  #dirty = new Set<number>();

  /** What programs see, up to the file's size. Not a copy. */
  get content(): Buffer {
    return this.#seen.subarray(0, this.sizeBytes);
  }

  write(bytes: Uint8Array, position: number): void {
    const end = position + bytes.length;
    if (end > this.#seen.length) this.#reserve(end);
    this.#seen.set(bytes, position);
    this.sizeBytes = Math.max(this.sizeBytes, end);
    this.#touch(position, end);
  }

  truncate(sizeBytes: number): void {
    this.#reserve(sizeBytes);
    this.#seen.fill(0, sizeBytes);
    this.#touch(sizeBytes, Math.max(this.sizeBytes, sizeBytes));
    this.sizeBytes = sizeBytes;
  }

  /** The pages that a sync begun now writes. */
  dirtyPages(): readonly number[] {
    return [...this.#dirty].sort((a, b) => a - b);
  }

  /** The disk has these pages, and the size, from now on. */
  synced(pages: readonly number[]): void {
    this.#reserve(0);
    for (const page of pages) {
      this.#copyPiece(page * PAGE_BYTES, PAGE_BYTES);
      this.#dirty.delete(page);
    }
    this.#durableSizeBytes = this.sizeBytes;
  }

  /** A sync of these pages failed: the system calls them clean, yet they never reached the disk and no sync writes them again. */
  forgotten(pages: readonly number[]): void {
    for (const page of pages) this.#dirty.delete(page);
  }

  /** Power loss that leaves exactly these unsynced pages written. */
  loseAllBut(pages: readonly number[], keepsSize: boolean): void {
    for (const page of pages) this.#copyPiece(page * PAGE_BYTES, PAGE_BYTES);
    this.#settle(keepsSize);
  }

  /** Power loss by chance: each unsynced page is lost, written, or torn between its sectors. */
  losePower(random: Random): void {
    this.#reserve(0);
    for (const page of this.dirtyPages()) {
      const fate = random();
      if (fate < 0.4) this.#copyPiece(page * PAGE_BYTES, PAGE_BYTES);
      else if (fate < 0.6) {
        for (let at = 0; at < PAGE_BYTES; at += SECTOR_BYTES)
          if (random() < 0.5) this.#copyPiece(page * PAGE_BYTES + at, SECTOR_BYTES);
      }
    }
    this.#settle(random() < 0.5);
  }

  /** Changes one bit, on the disk and in memory. */
  flipBit(offset: number, bit: number): void {
    this.#reserve(0);
    this.#seen[offset] = this.#seen[offset]! ^ (1 << bit);
    this.#durable[offset] = this.#durable[offset]! ^ (1 << bit);
  }

  #settle(keepsSize: boolean): void {
    this.sizeBytes = keepsSize ? this.sizeBytes : this.#durableSizeBytes;
    this.#durableSizeBytes = this.sizeBytes;
    this.#durable.fill(0, this.sizeBytes);
    this.#seen = Buffer.from(this.#durable);
    this.#dirty.clear();
  }

  #touch(start: number, end: number): void {
    for (let page = Math.floor(start / PAGE_BYTES); page * PAGE_BYTES < end; page += 1) this.#dirty.add(page);
  }

  #copyPiece(start: number, lengthBytes: number): void {
    this.#seen.copy(this.#durable, start, start, Math.min(start + lengthBytes, this.#seen.length));
  }

  /** Makes room for `sizeBytes`, and gives both contents the same room. */
  #reserve(sizeBytes: number): void {
    const room = Math.ceil(Math.max(sizeBytes, this.#seen.length) / PAGE_BYTES) * PAGE_BYTES;
    this.#seen = grown(this.#seen, room > this.#seen.length ? Math.max(room, this.#seen.length * 2) : room);
    this.#durable = grown(this.#durable, this.#seen.length);
  }
}

function grown(bytes: Buffer, lengthBytes: number): Buffer {
  if (bytes.length >= lengthBytes) return bytes;
  const larger = Buffer.alloc(lengthBytes);
  larger.set(bytes);
  return larger;
}
