import { decodeHTML } from 'entities';

// White space as a reader sees it, and the marks that no reader sees: soft hyphens, zero-width characters, byte order marks.
const SPACES = /\s+/g;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+/g;
const UNPRINTED = /[\u00ad\u200b\u2060\ufeff]/;
const NEEDS_FOLDING = /[^\S ]| {2}|[\u00ad\u200b\u2060\ufeff]/;

/** Text between tags with its entities decoded. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}

/** Runs of white space become one space; characters that are not printed go. */
export function foldSpace(text: string): string {
  if (!NEEDS_FOLDING.test(text)) return text;
  return (UNPRINTED.test(text) ? text.replace(INVISIBLE, '') : text).replace(SPACES, ' ');
}

/** The inline text of one block while it is being read: lines of folded text. */
export class InlineText {
  #done: string[] = [];
  #line = '';
  #spaceLast = true;
  #bold = true;
  #breaks = 0;

  /** True while nothing but space has been added. */
  get empty(): boolean {
    return this.#line === '' && this.#done.length === 0;
  }

  /** Adds white space. */
  addSpace(): void {
    if (this.#spaceLast) return;
    this.#line += ' ';
    this.#spaceLast = true;
  }

  /** Adds text as it stands between two tags. */
  add(raw: string, bold: boolean): void {
    let text = foldSpace(decodeEntities(raw));
    if (this.#spaceLast && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    this.#line += text;
    this.#spaceLast = text.endsWith(' ');
    this.#breaks = 0;
    if (!bold && text !== ' ') this.#bold = false;
  }

  /** Ends a line. True if this is the second in a row: then the block ends here. */
  breakLine(): boolean {
    const line = this.#line.trimEnd();
    if (line !== '') this.#done.push(line);
    this.#line = '';
    this.#spaceLast = true;
    this.#breaks++;
    return this.#breaks > 1;
  }

  /** The text read so far, its lines joined by `\n`, and whether all of it was bold; then begins anew. */
  take(): { text: string; bold: boolean } {
    this.breakLine();
    const text = this.#done.length === 1 ? this.#done[0]! : this.#done.join('\n');
    const bold = this.#bold;
    this.#done = [];
    this.#bold = true;
    this.#breaks = 0;
    return { text, bold };
  }
}
