import { Comments } from '../container/comments.ts';
import { findTagEnd, isLetter, lowerName } from './html-tag.ts';

/** What the tokenizer hands over; offsets are into the source. */
export interface TokenSink {
  text(start: number, end: number): void;
  /** A tag with its name in lower case; [start, end) holds `<name ...>`. */
  open(name: string, start: number, end: number): void;
  close(name: string): void;
  /** A comment, whole; only who wants to know is told. */
  comment?(start: number, end: number): void;
  /** Characters of XML in which no markup is read; where nobody takes them, they are a declaration, as for a browser. */
  characters?(start: number, end: number): void;
}

const BANG = 33;
const QUESTION = 63;
const SLASH = 47;
const LESS = 60;
const CDATA = '<![CDATA[';
// What hides more than this part of a document hides most of it.
const MOST = 0.5;
const RAW: Readonly<Record<string, RegExp>> = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi };

/** Searches forward; a search that found nothing is not made again, so that hostile input stays linear. */
class ForwardSearch {
  readonly #source: string;
  readonly #absent = new Set<string>();
  readonly comments: Comments;

  constructor(source: string) {
    this.#source = source;
    this.comments = new Comments(source);
  }

  /** Offset behind the next `text` from `from` on, or -1. */
  behind(text: string, from: number): number {
    if (this.#absent.has(text)) return -1;
    const at = this.#source.indexOf(text, from);
    if (at === -1) this.#absent.add(text);
    return at === -1 ? -1 : at + text.length;
  }

  /** Offset behind the closer of a script or style, or `from` where it has none. */
  behindRaw(name: string, from: number): number {
    const closer = RAW[name];
    if (closer === undefined || this.#absent.has(name)) return from;
    closer.lastIndex = from;
    const match = closer.exec(this.#source);
    if (match === null) this.#absent.add(name);
    return match === null ? from : match.index + match[0].length;
  }
}

// A comment that is never closed, or only by the end of another one behind most of the document, was closed by mistake
// with a bare `>`: browsers hide all of it, but its text was meant to be read.
function skipComment(source: string, at: number, search: ForwardSearch, sink: TokenSink): number {
  const end = search.comments.behind(at);
  if (end === -1) return search.behind('>', at + 4);
  if (end - at > source.length * MOST) {
    const next = source.indexOf('<!--', at + 4);
    if (next !== -1 && next < end) return search.behind('>', at + 4);
  }
  sink.comment?.(at, end);
  return end;
}

// Offset behind a comment, a declaration or a processing instruction at `at`.
function skipMarkup(source: string, at: number, search: ForwardSearch, sink: TokenSink): number {
  if (sink.characters !== undefined && source.startsWith(CDATA, at)) {
    const end = search.behind(']]>', at);
    sink.characters(at + CDATA.length, end === -1 ? source.length : end - 3);
    return end === -1 ? source.length : end;
  }
  const end = source.startsWith('<!--', at) ? skipComment(source, at, search, sink) : search.behind('>', at + 2);
  return end === -1 ? source.length : end;
}

/**
 * A forward pass over HTML as filers write it. A `<` that begins no tag is text. Scripts and styles are skipped whole.
 * Linear in the length of the source.
 */
export function tokenizeHtml(source: string, sink: TokenSink): void {
  const length = source.length;
  const search = new ForwardSearch(source);
  let noMoreTags = false;
  let textStart = 0;
  let at = source.indexOf('<');
  while (at !== -1 && at + 1 < length) {
    const next = source.charCodeAt(at + 1);
    if (next === BANG || next === QUESTION) {
      if (at > textStart) sink.text(textStart, at);
      textStart = skipMarkup(source, at, search, sink);
      at = source.indexOf('<', textStart);
      continue;
    }
    const closing = next === SLASH;
    const nameStart = closing ? at + 2 : at + 1;
    if (noMoreTags || !isLetter(source.charCodeAt(nameStart))) {
      at = next === LESS ? at + 1 : source.indexOf('<', at + 1);
      continue;
    }
    let nameEnd = nameStart + 1;
    for (let code = source.charCodeAt(nameEnd); nameEnd < length; code = source.charCodeAt(++nameEnd)) {
      if (code <= 32 || code === 62 || code === SLASH || code === 60) break;
    }
    const end = findTagEnd(source, nameEnd);
    if (end === -1) {
      noMoreTags = true;
      continue;
    }
    if (at > textStart) sink.text(textStart, at);
    textStart = end + 1;
    const name = lowerName(source, nameStart, nameEnd);
    if (closing) sink.close(name);
    else {
      sink.open(name, at, textStart);
      const behind = search.behindRaw(name, textStart);
      if (behind > textStart) sink.close(name);
      textStart = behind;
    }
    at = source.indexOf('<', textStart);
  }
  if (textStart < length) sink.text(textStart, length);
}
