import { asBuffer, CR, findLineEnd, LF, LT, skipBlank, skipLineEnd, SPACE, TAB } from './bytes.ts';

/** How a submission begins (after a PEM preamble); `none` is no filing. */
export type Dialect = 'cooked' | 'feed' | 'documents' | 'none';

/** Where the submission itself begins and how it is written. */
export interface Beginning {
  readonly dialect: Dialect;
  /** Byte offset of the first marker. */
  readonly start: number;
  /** True inside a privacy-enhanced message, where lines that begin with a dash are escaped with "- ". */
  readonly pem: boolean;
  /** The first tag has small letters. */
  readonly small: boolean;
}

const PEM = '-----BEGIN PRIVACY-ENHANCED MESSAGE-----';
const LONGEST_MARKER = 16;
const COOKED = ['<SEC-DOCUMENT>', '<IMS-DOCUMENT>', '<SEC-HEADER>', '<IMS-HEADER>'];

/** True if `marker` stands at `at`. */
export function startsWithAt(bytes: Buffer, marker: string, at: number): boolean {
  return at + marker.length <= bytes.length && bytes.toString('latin1', at, at + marker.length) === marker;
}

// A PEM preamble ends at its first blank line; where that is missing, at the first tag.
function endOfPreamble(bytes: Buffer, from: number): number {
  let line = from;
  while (line < bytes.length) {
    line = skipLineEnd(bytes, findLineEnd(bytes, line, bytes.length));
    let at = line;
    while (bytes[at] === SPACE || bytes[at] === TAB) at++;
    if (at === bytes.length || bytes[at] === LF || bytes[at] === CR || bytes[at] === LT) return at;
  }
  return bytes.length;
}

// Behind byte order marks, blanks and what old systems pad files with.
function firstMark(bytes: Buffer): number {
  let at = 0;
  for (;;) {
    const byte = bytes[at];
    if (byte === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
    else if (byte !== undefined && (byte <= SPACE || byte === 0xa0)) at++;
    else return at;
  }
}

// Tags of a container, whatever the case of their letters.
const TAGS = /<\/?(?:(?:sec|ims)-(?:document|header)|submission|document|type|sequence|filename|description|text)>/gi;
const HEADER_TAGS = /<\/?[a-z][a-z0-9 &/_.-]*>/gi;

/**
 * The same bytes, with the tags of the container in capitals where the submission has them in small letters, and all tags of
 * its header; offsets are the same. A submission that is written as EDGAR does is not copied.
 */
export function withCapitalTags(bytes: Buffer, { start, small }: Beginning): Buffer {
  const first = bytes.indexOf('<DOCUMENT>', start, 'latin1');
  if (!small && (first !== -1 || bytes.indexOf('<document>', start, 'latin1') === -1)) return bytes;
  const copy = Buffer.from(bytes);
  const raise = (text: string, from: number, tags: RegExp): void => {
    for (const { 0: tag, index } of text.matchAll(tags)) copy.write(tag.toUpperCase(), from + index, 'latin1');
  };
  raise(copy.toString('latin1', start), start, TAGS);
  const header = copy.indexOf('<DOCUMENT>', start, 'latin1');
  raise(copy.toString('latin1', start, header === -1 ? copy.length : header), start, HEADER_TAGS);
  return copy;
}

/**
 * What a file is by its beginning. The PEM marker counts at the beginning only: it may stand again inside a title.
 * The first kilobytes of a file are enough.
 */
export function findBeginning(file: Uint8Array): Beginning {
  const bytes = asBuffer(file);
  let start = firstMark(bytes);
  const pem = startsWithAt(bytes, PEM, start);
  if (pem) start = skipBlank(bytes, endOfPreamble(bytes, start), bytes.length);
  let dialect: Dialect = 'none';
  const tag = bytes.toString('latin1', start, start + LONGEST_MARKER);
  const first = tag.toUpperCase();
  if (COOKED.some((marker) => first.startsWith(marker))) dialect = 'cooked';
  else if (first.startsWith('<SUBMISSION>')) dialect = 'feed';
  else if (first.startsWith('<DOCUMENT>')) dialect = 'documents';
  const small = dialect !== 'none' && /^<[^>]*[a-z]/.test(tag);
  return { dialect, start, pem, small };
}
