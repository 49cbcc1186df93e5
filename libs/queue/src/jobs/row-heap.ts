/** A binary heap of job rows in typed arrays, least key first; equal keys go by row. */
export class RowHeap {
  #keys = new Float64Array(16);
  #rows = new Uint32Array(16);
  size = 0;

  /** Key of the least entry, or Infinity. */
  get topKey(): number {
    return this.size === 0 ? Infinity : this.#keys[0]!;
  }

  /** Row of the least entry, or 0. */
  get topRow(): number {
    return this.size === 0 ? 0 : this.#rows[0]!;
  }

  push(key: number, row: number): void {
    if (this.size === this.#rows.length) this.#resize(this.size * 2);
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!this.#before(key, row, parent)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#keys[at] = key;
    this.#rows[at] = row;
  }

  pop(): number {
    const top = this.topRow;
    if (this.size === 0) return 0;
    const last = --this.size;
    const key = this.#keys[last]!;
    const row = this.#rows[last]!;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= last) break;
      if (child + 1 < last && this.#before(this.#keys[child + 1]!, this.#rows[child + 1]!, child)) child++;
      if (this.#before(key, row, child)) break;
      this.#move(child, at);
      at = child;
    }
    this.#keys[at] = key;
    this.#rows[at] = row;
    if (this.#rows.length > 64 && this.size * 4 < this.#rows.length) this.#resize(this.#rows.length / 2);
    return top;
  }

  clear(): void {
    this.size = 0;
    this.#keys = new Float64Array(16);
    this.#rows = new Uint32Array(16);
  }

  #before(key: number, row: number, other: number): boolean {
    const otherKey = this.#keys[other]!;
    return key < otherKey || (key === otherKey && row < this.#rows[other]!);
  }

  #move(from: number, to: number): void {
    this.#keys[to] = this.#keys[from]!;
    this.#rows[to] = this.#rows[from]!;
  }

  #resize(size: number): void {
    const keys = new Float64Array(size);
    const rows = new Uint32Array(size);
    keys.set(this.#keys.subarray(0, this.size));
    rows.set(this.#rows.subarray(0, this.size));
    this.#keys = keys;
    this.#rows = rows;
  }
}
