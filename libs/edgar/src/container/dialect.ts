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
}

const PEM = '-----BEGIN PRIVACY-ENHANCED MESSAGE-----';
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

function firstMark(bytes: Buffer): number {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return skipBlank(bytes, bom, bytes.length);
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
  if (COOKED.some((marker) => startsWithAt(bytes, marker, start))) dialect = 'cooked';
  else if (startsWithAt(bytes, '<SUBMISSION>', start)) dialect = 'feed';
  else if (startsWithAt(bytes, '<DOCUMENT>', start)) dialect = 'documents';
  return { dialect, start, pem };
}
