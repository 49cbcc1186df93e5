const HIDING_WORD = /none|hidden/i;
const HIDING_STYLE = /\bstyle\s*=[^>]*?(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const HIDING_ATTRIBUTE = /\shidden(?:\s*=\s*["']?(?:hidden|true)?["']?)?\s*\/?>$/i;
const UNSEEN = new Set(['head', 'title', 'script', 'style', 'ix:header', 'ix:hidden', 'noscript', 'template']);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const BLOCK_ENDS = new Set('body center div form html table tbody td th tr ul ol li dl p'.split(' '));
// A hidden part that opens more elements than this keeps the first ones: enough to find its end.
const DEEPEST = 256;

/** True if a reader does not see what stands in this element. `tag` is its source, empty where nothing hides anything. */
export function hidesContent(name: string, tag: string): boolean {
  if (UNSEEN.has(name)) return true;
  if (tag === '' || VOID.has(name) || tag.endsWith('/>')) return false;
  return HIDING_WORD.test(tag) && (HIDING_STYLE.test(tag) || HIDING_ATTRIBUTE.test(tag));
}

/** Finds the end of a hidden element: its own closer, or the closer of an element around it. */
export class HiddenPart {
  readonly #open: string[];
  over = false;

  constructor(name: string) {
    this.#open = [name];
  }

  open(name: string): void {
    if (VOID.has(name)) return;
    const own = this.#open[0]!;
    // A head ends where the body begins, a paragraph where the next block does, closed or not.
    const ends =
      (own === 'head' || own === 'title') && (name === 'body' || name === 'p' || name === 'div' || name === 'table');
    if (ends || (own === 'p' && this.#open.length === 1 && BLOCK_ENDS.has(name))) {
      this.over = true;
      return;
    }
    if (this.#open.length < DEEPEST) this.#open.push(name);
  }

  close(name: string): void {
    const at = this.#open.lastIndexOf(name);
    if (at === 0) this.over = true;
    else if (at > 0) this.#open.length = at;
    else if (BLOCK_ENDS.has(name)) this.over = true;
  }
}
