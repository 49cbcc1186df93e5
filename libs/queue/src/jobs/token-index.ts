// From a token to the job it was granted for. Counters are dense, so a page of 4,096 tokens is an array of rows; the row's
// own newest token says whether the entry still holds.
const PAGE = 4096;

export class TokenIndex {
  readonly #pages = new Map<number, Uint32Array>();
  #lastNumber = -1;
  #lastPage: Uint32Array | undefined;

  set(token: number, row: number): void {
    let page = this.#page(token);
    if (page === undefined) {
      const number = Math.floor(token / PAGE);
      page = new Uint32Array(PAGE);
      this.#pages.set(number, page);
      this.#lastNumber = number;
      this.#lastPage = page;
    }
    page[token % PAGE] = row;
  }

  /** The row that the token was granted for, or 0. */
  row(token: number): number {
    if (!Number.isSafeInteger(token) || token < 0) return 0;
    return this.#page(token)?.[token % PAGE] ?? 0;
  }

  /** Drops pages none of whose entries `holds` any more. */
  prune(holds: (token: number, row: number) => boolean): void {
    for (const [number, page] of this.#pages) {
      if (!page.some((row, i) => row !== 0 && holds(number * PAGE + i, row))) this.#pages.delete(number);
    }
    this.#lastNumber = -1;
    this.#lastPage = undefined;
  }

  #page(token: number): Uint32Array | undefined {
    const number = Math.floor(token / PAGE);
    if (number === this.#lastNumber) return this.#lastPage;
    const page = this.#pages.get(number);
    if (page !== undefined) {
      this.#lastNumber = number;
      this.#lastPage = page;
    }
    return page;
  }
}
