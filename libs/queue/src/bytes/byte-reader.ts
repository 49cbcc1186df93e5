import { FiligreeError } from '@filigree/base';

/** Reads what ByteWriter wrote. Made once and pointed at one payload after the other. */
export class ByteReader {
  #buffer: Buffer = Buffer.alloc(0);
  #at = 0;
  #end = 0;

  /** Points it at `bytes[start, end)`. */
  over(bytes: Uint8Array, start = 0, end = bytes.length): this {
    this.#buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = start;
    this.#end = end;
    return this;
  }

  get at(): number {
    return this.#at;
  }

  get more(): boolean {
    return this.#at < this.#end;
  }

  u8(): number {
    return this.#buffer[this.#skip(1)]!;
  }

  u32(): number {
    return this.#buffer.readUInt32LE(this.#skip(4));
  }

  f64(): number {
    return this.#buffer.readDoubleLE(this.#skip(8));
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#buffer[this.#skip(1)]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }

  text(): string {
    const size = this.varint();
    const at = this.#skip(size);
    return this.#buffer.toString('utf8', at, at + size);
  }

  /** A view of the next `size` bytes; copy what must outlive the payload. */
  bytes(size: number): Uint8Array {
    const at = this.#skip(size);
    return this.#buffer.subarray(at, at + size);
  }

  #skip(size: number): number {
    const at = this.#at;
    this.#at = at + size;
    if (this.#at > this.#end) {
      throw new FiligreeError(
        'CORRUPT',
        `a queue record ends at byte ${this.#end}, but its content needs ${this.#at}`,
        {
          remedy:
            'the queue directory was written by another version; use that version, or start with a new --queue-dir',
        },
      );
    }
    return at;
  }
}
