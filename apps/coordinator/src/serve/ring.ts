/** The newest items of a long row, numbered from 1. */
export class Ring<T> {
  readonly #items: T[] = [];
  readonly #size: number;
  /** Number of the newest item; 0 before the first. */
  last = 0;

  constructor(size: number) {
    this.#size = size;
  }

  push(item: T): void {
    this.#items[this.last % this.#size] = item;
    this.last++;
  }

  /** Number of the oldest item that is left of those above `number`, less one: what `after` begins behind. */
  before(number: number, limit: number): number {
    return Math.max(number, this.last - this.#size, this.last - limit, 0);
  }

  /** Items with numbers above `number`, oldest first, at most `limit`: the newest where there are more. */
  after(number: number, limit: number): T[] {
    const first = this.before(number, limit);
    return Array.from({ length: this.last - first }, (_, index) => this.#items[(first + index) % this.#size]!);
  }

  /** All that are left, oldest first. */
  *all(): Generator<T> {
    for (let number = this.before(0, this.last); number < this.last; number++) yield this.#items[number % this.#size]!;
  }
}
