import type { Piece, PieceSink } from './pieces.ts';
import { textPiece } from './pieces.ts';

// Between these lies the width at which texts were set; addresses, lists of contacts and titles are narrower.
const LONGEST_LINE = 132;
const LEAST_WIDTH = 60;
const FULL = 0.85;
const MOSTLY = 0.8;
const FEWEST_LINES = 3;
// More than these do not wait for a next one.
const MOST_LINES = 1000;
// Nothing ends with one of these: the line goes on.
const GOES_ON =
  /\s(?:a|an|and|as|at|by|for|from|has|have|in|is|its|of|on|or|our|that|the|this|to|was|were|which|with)$/;
const ENDS = /[.:;!?]["”')]?$|[;,:] (?:and|or)$/;
const LONGEST_MARK = 3;
const MARKED = /^(?:[^\p{L}\p{N}\s"“‘'(]|o|\(?(?:\p{L}|\d{1,2}|[ivx]{1,4})[.)])\s/u;
const SIGNED = /^(?:by|name|title|date|tel|fax|phone|e-?mail)\s*:|\/s\/|@|www\./i;

function isLine({ kind, text, table }: Piece): boolean {
  return kind === 'paragraph' && table === -1 && text.length <= LONGEST_LINE && !text.includes('\n');
}

// A bullet or number with its text or without, a line of a signature.
function apart(line: string): boolean {
  return line.length <= LONGEST_MARK || MARKED.test(line) || SIGNED.test(line);
}

function widthOf(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, line.length), 0);
}

// What is much shorter than its neighbours is a title, a name or an address.
function isOpen(line: string, width: number): boolean {
  return line.length >= width / 2 && !ENDS.test(line);
}

function continues(before: string, line: string, width: number): boolean {
  return /^\p{Ll}/u.test(line) && isOpen(before, width) && !apart(line);
}

function isFull(line: string, next: string, width: number): boolean {
  return line.length >= width * FULL || hasNoRoom(line, next, width);
}

function hasNoRoom(line: string, next: string, width: number): boolean {
  return line.length + 1 + next.split(' ', 1)[0]!.length > width;
}

/** True if these lines are prose that was cut at a width: those that end no sentence are full, and one goes on in small letters. */
function isCutProse(lines: readonly string[]): boolean {
  const width = widthOf(lines);
  if (width < LEAST_WIDTH || lines.length < 2) return false;
  let open = 0;
  let full = 0;
  lines.slice(0, -1).forEach((line, nth) => {
    if (!isOpen(line, width)) return;
    open++;
    if (isFull(line, lines[nth + 1]!, width)) full++;
  });
  if (full === 0 || full < open * MOSTLY) return false;
  const least = lines.length >= FEWEST_LINES ? /./ : GOES_ON;
  return lines.some((line, nth) => nth > 0 && continues(lines[nth - 1]!, line, width) && least.test(lines[nth - 1]!));
}

/** The paragraphs of lines that were cut at a width. */
function joinLines(lines: readonly string[]): string[] {
  const width = widthOf(lines);
  const paragraphs: string[] = [];
  lines.forEach((line, nth) => {
    const before = lines[nth - 1] ?? '';
    const cut = hasNoRoom(before, line, width) && !apart(line);
    if (nth > 0 && (cut || continues(before, line, width))) paragraphs.push(`${paragraphs.pop()!} ${line}`);
    else paragraphs.push(line);
  });
  return paragraphs;
}

/**
 * Some pages were made line by line from a text of fixed width, each line a block of its own. Here their lines become
 * paragraphs again, as those of a plain document do; all other blocks pass.
 */
export class LineJoiner implements PieceSink {
  readonly #into: PieceSink;
  #lines: Piece[] = [];

  constructor(into: PieceSink) {
    this.#into = into;
  }

  push(piece: Piece): void {
    const fits = isLine(piece);
    if (!fits || this.#lines.length >= MOST_LINES) this.finish();
    if (fits) this.#lines.push(piece);
    else this.#into.push(piece);
  }

  /** Gives up the lines that wait for a next one. */
  finish(): void {
    const lines = this.#lines;
    this.#lines = [];
    const texts = lines.map(({ text }) => text);
    if (isCutProse(texts)) for (const text of joinLines(texts)) this.#into.push(textPiece('paragraph', text));
    else for (const line of lines) this.#into.push(line);
  }
}
