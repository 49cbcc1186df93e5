const BANG = 33;
const SPACE = 32;
const GREATER = 62;
// A document type that was written as a comment: `<!--DOCTYPE HTML PUBLIC "...">`.
const DOCTYPE = /<!--\s*doctype\b[^<>]*>/iy;

/**
 * The ends of the comments of one source, as browsers see them: `<!-->` and `<!--->` are whole comments. Asked from left
 * to right, all searches together are linear in the source, however hostile it is.
 */
export class Comments {
  readonly #source: string;
  #end = 0;
  #behind = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Offset behind the comment that begins with the `<!--` at `at`; -1 where it is never closed. */
  behind(at: number): number {
    const source = this.#source;
    if (source.startsWith('>', at + 4)) return at + 5;
    if (source.startsWith('->', at + 4)) return at + 6;
    DOCTYPE.lastIndex = at;
    if (DOCTYPE.test(source)) return DOCTYPE.lastIndex;
    if (this.#end < at + 4) this.#find(at + 4);
    return this.#behind;
  }

  // `-->` and, as browsers take it, `--!>`; HTML 4 allows white space before the `>`.
  #find(from: number): void {
    const source = this.#source;
    for (let at = source.indexOf('--', from); at !== -1; at = source.indexOf('--', at + 1)) {
      let last = at + 2;
      if (source.charCodeAt(last) === BANG) last++;
      else while (source.charCodeAt(last) <= SPACE) last++;
      if (source.charCodeAt(last) !== GREATER) continue;
      this.#end = at;
      this.#behind = last + 1;
      return;
    }
    this.#end = Infinity;
    this.#behind = -1;
  }
}
