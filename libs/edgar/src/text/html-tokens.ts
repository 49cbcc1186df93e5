/** What the tokenizer hands over; offsets are into the source. */
export interface TokenSink {
  text(start: number, end: number): void;
  /** A tag with its name in lower case; [start, end) holds `<name ...>` or `</name>`. */
  open(name: string, start: number, end: number): void;
  close(name: string): void;
}

const LONGEST_QUOTE = 32768;

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

// Names are few: one lower-case string for each spelling.
const names = new Map<string, string>();

function lowerName(source: string, start: number, end: number): string {
  const spelled = source.slice(start, end);
  let name = names.get(spelled);
  if (name === undefined) {
    name = spelled.toLowerCase();
    if (names.size < 1000 && spelled.length < 30) names.set(spelled, name);
  }
  return name;
}

/** Offset of the `>` that ends the tag at `from`, outside quotes; quotes that never close do not count. -1 without any. */
function findTagEnd(source: string, from: number): number {
  const first = source.indexOf('>', from);
  if (first === -1) return -1;
  let at = from;
  while (at < first) {
    const code = source.charCodeAt(at);
    if (code === 34 || code === 39) {
      // Only a quote that opens a value counts; `<p 5' 6">` is no quotation.
      if (source.charCodeAt(at - 1) === 61 || source.charCodeAt(at - 1) === 32) {
        const quote = code === 34 ? '"' : "'";
        const closing = source.slice(at + 1, at + 1 + LONGEST_QUOTE).indexOf(quote);
        if (closing === -1) return first;
        at += closing + 1;
        if (at > first) {
          const next = source.indexOf('>', at);
          return next === -1 || source.slice(first, at).includes('<') ? first : next;
        }
      }
    }
    at++;
  }
  return first;
}

/** Offset behind a comment, a declaration or a processing instruction at `at`. */
function skipMarkup(source: string, at: number): number {
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 4);
    if (end !== -1) return end + 3;
  }
  const end = source.indexOf('>', at + 2);
  return end === -1 ? source.length : end + 1;
}

/**
 * A forward pass over HTML as filers write it. A `<` that begins no tag is text. Scripts and styles are skipped whole.
 * Linear in the length of the source.
 */
export function tokenizeHtml(source: string, sink: TokenSink): void {
  const length = source.length;
  // Once a search has failed from here it fails from everywhere behind.
  let noEnd = false;
  let textStart = 0;
  let at = source.indexOf('<');
  while (at !== -1 && at + 1 < length) {
    const next = source.charCodeAt(at + 1);
    const closing = next === 47;
    if (next === 33 || next === 63) {
      if (at > textStart) sink.text(textStart, at);
      textStart = skipMarkup(source, at);
      at = source.indexOf('<', textStart);
      continue;
    }
    const nameStart = closing ? at + 2 : at + 1;
    if (noEnd || !isLetter(source.charCodeAt(nameStart))) {
      at = source.indexOf('<', at + 1);
      continue;
    }
    let nameEnd = nameStart + 1;
    for (let code = source.charCodeAt(nameEnd); nameEnd < length; code = source.charCodeAt(++nameEnd)) {
      if (code <= 32 || code === 62 || code === 47 || code === 60) break;
    }
    const end = findTagEnd(source, nameEnd);
    if (end === -1) {
      noEnd = true;
      continue;
    }
    if (at > textStart) sink.text(textStart, at);
    textStart = end + 1;
    const name = lowerName(source, nameStart, nameEnd);
    if (closing) sink.close(name);
    else {
      sink.open(name, at, textStart);
      if (name === 'script' || name === 'style') textStart = skipRaw(source, textStart, name);
    }
    at = source.indexOf('<', textStart);
  }
  if (textStart < length) sink.text(textStart, length);
}

function skipRaw(source: string, from: number, name: string): number {
  const closer = new RegExp(`</${name}\\s*>`, 'gi');
  closer.lastIndex = from;
  const match = closer.exec(source);
  return match === null ? from : match.index + match[0].length;
}
