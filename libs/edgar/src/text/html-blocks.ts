import { HiddenPart, hidesContent } from './hidden.ts';
import { SPACE } from '../container/bytes.ts';
import { headingOrParagraph } from './headings.ts';
import type { TokenSink } from './html-tokens.ts';
import { decodeEntities, InlineText } from './inline.ts';
import type { PieceSink } from './pieces.ts';
import { textPiece } from './pieces.ts';
import { plainPieces } from './plain.ts';
import { TableReader } from './table-reader.ts';

// Tags that end the block before them and begin a new one.
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main menu nav ol p section ul title caption page document text type option select legend'
  ).split(' '),
);
const HEADING = /^h[1-6]$/;
// Deeper nesting of tables is read as one table: it occurs in broken files only, and each level costs a copy.
const DEEPEST_TABLE = 16;

// What holds more than this part of a document holds most of it.
const MOST = 0.5;

// One of these words stands where anything is hidden; most documents have none.
const HIDING_WORDS = ['none', 'None', 'NONE', 'hidden', 'Hidden', 'HIDDEN'];

/** Turns tokens into blocks. Tables collect theirs cell by cell and give them up when they end. */
export class HtmlBlocks implements TokenSink {
  readonly #source: string;
  readonly #root: PieceSink;
  readonly #tables: TableReader[] = [];
  readonly #inline = new InlineText();
  readonly #mayHide: boolean;
  #hidden: HiddenPart | null = null;
  #tableCount = 0;
  #boldDepth = 0;
  #headingDepth = 0;
  #preformatted: string[] | null = null;
  /** One comment holds most of the document. */
  mostlyHidden = false;

  constructor(source: string, root: PieceSink) {
    this.#source = source;
    this.#root = root;
    this.#mayHide = HIDING_WORDS.some((word) => source.includes(word));
  }

  text(start: number, end: number): void {
    if (this.#hidden !== null) return;
    if (this.#preformatted !== null) {
      this.#preformatted.push(decodeEntities(this.#source.slice(start, end)));
      return;
    }
    let from = start;
    while (from < end && this.#source.charCodeAt(from) <= SPACE) from++;
    if (from > start) this.#inline.addSpace();
    if (from < end) this.#inline.add(this.#source.slice(from, end), this.#boldDepth > 0);
  }

  open(name: string, start: number, end: number): void {
    if (this.#hidden !== null) {
      this.#hidden.open(name);
      if (!this.#hidden.over) return;
      this.#hidden = null;
    }
    if (hidesContent(name, this.#mayHide ? this.#source.slice(start, end) : '')) {
      this.#hidden = new HiddenPart(name);
      return;
    }
    if (this.#preformatted !== null && this.#openInPreformatted(name)) return;
    if (name === 'b' || name === 'strong') this.#boldDepth++;
    else if (name === 'br') this.#lineBreak();
    else if (name === 'table') this.#openTable();
    else if (name === 'tr') this.#inTable((table) => table.openRow());
    else if (name === 'td' || name === 'th') {
      this.#inTable((table) => table.openCell(this.#source.slice(start, end)));
    } else if (name === 'pre') {
      this.#endBlock();
      this.#preformatted = [];
    } else if (BLOCKS.has(name)) {
      this.#endBlock();
      if (HEADING.test(name)) this.#headingDepth = 1;
    }
  }

  close(name: string): void {
    if (this.#hidden !== null) {
      this.#hidden.close(name);
      if (this.#hidden.over) this.#hidden = null;
      return;
    }
    if (name === 'pre') this.#endPreformatted();
    else if (this.#preformatted !== null) return;
    else if (name === 'b' || name === 'strong') this.#boldDepth = Math.max(0, this.#boldDepth - 1);
    else if (name === 'table') this.#closeTable();
    else if (name === 'tr') this.#inTable((table) => table.closeRow());
    else if (name === 'td' || name === 'th') this.#inTable((table) => table.closeCell());
    else if (BLOCKS.has(name)) {
      this.#endBlock();
      if (HEADING.test(name)) this.#headingDepth = 0;
    }
  }

  comment(start: number, end: number): void {
    // Word puts styles and settings of its own in such comments.
    if (end - start > this.#source.length * MOST && !this.#source.startsWith('<!--[if', start))
      this.mostlyHidden = true;
  }

  /** Ends everything that is still open. */
  finish(): void {
    this.#endPreformatted();
    while (this.#tables.length > 0) this.#closeTable();
    this.#endBlock();
  }

  #sink(): PieceSink {
    const table = this.#tables[this.#tables.length - 1];
    return table === undefined ? this.#root : table.sink();
  }

  #endBlock(): void {
    if (this.#inline.empty) return;
    const { text, bold } = this.#inline.take();
    if (text === '') return;
    const kind = this.#headingDepth > 0 ? 'heading' : headingOrParagraph(text, bold);
    this.#sink().push(textPiece(kind, text));
  }

  #lineBreak(): void {
    if (this.#inline.breakLine()) this.#endBlock();
  }

  #inTable(act: (table: TableReader) => void): void {
    this.#endBlock();
    const table = this.#tables[this.#tables.length - 1];
    if (table !== undefined) act(table);
  }

  #openTable(): void {
    this.#endBlock();
    const outer = this.#tables[this.#tables.length - 1];
    if (outer !== undefined && !outer.inCell) this.#closeTable();
    if (this.#tables.length < DEEPEST_TABLE) this.#tables.push(new TableReader(this.#tableCount++));
  }

  #closeTable(): void {
    this.#endBlock();
    const table = this.#tables.pop();
    if (table === undefined) return;
    const sink = this.#sink();
    for (const piece of table.finish()) sink.push(piece);
  }

  // Inside <pre> lines count and tags do not; a table ends it. True if the tag is dealt with.
  #openInPreformatted(name: string): boolean {
    if (name === 'table') {
      this.#endPreformatted();
      return false;
    }
    if (name === 'br' || name === 'p' || name === 'div') this.#preformatted?.push('\n');
    return true;
  }

  #endPreformatted(): void {
    const lines = this.#preformatted;
    if (lines === null) return;
    this.#preformatted = null;
    const sink = this.#sink();
    let highest = -1;
    for (const piece of plainPieces(lines.join(''), { pem: false })) {
      highest = Math.max(highest, piece.table);
      sink.push(piece.table === -1 ? piece : { ...piece, table: this.#tableCount + piece.table });
    }
    this.#tableCount += highest + 1;
  }
}
