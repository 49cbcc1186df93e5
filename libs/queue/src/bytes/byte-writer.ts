/** Grows as it is written; made once and used again, so that encoding a record allocates nothing. Little-endian. */
export class ByteWriter {
  #buffer = Buffer.allocUnsafeSlow(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  reset(): this {
    this.#length = 0;
    return this;
  }

  /** Takes back everything after `length`. */
  rewind(length: number): void {
    this.#length = length;
  }

  /** The buffer written to, from 0 to `length`; another one after it has grown. */
  get raw(): Buffer {
    return this.#buffer;
  }

  /** What was written, valid until the next write. */
  view(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  u8(value: number): this {
    const at = this.#take(1);
    this.#buffer[at] = value;
    return this;
  }

  u32(value: number): this {
    const at = this.#take(4);
    this.#buffer.writeUInt32LE(value >>> 0, at);
    return this;
  }

  f64(value: number): this {
    const at = this.#take(8);
    this.#buffer.writeDoubleLE(value, at);
    return this;
  }

  /** Whole numbers from 0 below 2^53, seven bits a byte, low bits first. */
  varint(value: number): this {
    let rest = value;
    let at = this.#take(8);
    while (rest >= 0x80) {
      this.#buffer[at++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#buffer[at++] = rest;
    this.#length = at;
    return this;
  }

  bytes(value: Uint8Array): this {
    const at = this.#take(value.length);
    this.#buffer.set(value, at);
    return this;
  }

  /** Length as a varint, then UTF-8. */
  text(value: string): this {
    if (value.length < 0x80) {
      const at = this.#take(value.length + 1);
      const buffer = this.#buffer;
      let i = 0;
      for (; i < value.length; i++) {
        const code = value.charCodeAt(i);
        if (code >= 0x80) break;
        buffer[at + 1 + i] = code;
      }
      if (i === value.length) {
        buffer[at] = value.length;
        return this;
      }
      this.#length = at;
    }
    const size = Buffer.byteLength(value);
    this.varint(size);
    const at = this.#take(size);
    this.#buffer.write(value, at, size, 'utf8');
    return this;
  }

  #take(size: number): number {
    const at = this.#length;
    const end = at + size;
    if (end > this.#buffer.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(end, this.#buffer.length * 2));
      this.#buffer.copy(grown, 0, 0, at);
      this.#buffer = grown;
    }
    this.#length = end;
    return at;
  }
}
