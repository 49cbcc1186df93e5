import type { SubmissionDocument } from '../types.ts';
import { findAtLineStart, findLineEnd, isLineStart, LT, skipBlank, skipLineEnd, SPACE, TAB } from './bytes.ts';
import { contentOf } from './content.ts';
import { decodeBytes } from './decode.ts';
import { startsWithAt } from './dialect.ts';
import { truncated } from './errors.ts';

const OPEN = '<DOCUMENT>';
const CLOSE = '</DOCUMENT>';
const MARK = 'DOCUMENT>';
const SLASH = 0x2f;

interface Head {
  readonly values: ReadonlyMap<string, string>;
  readonly bodyStart: number;
  readonly hasText: boolean;
}

// TYPE, SEQUENCE, FILENAME, DESCRIPTION, any of them missing, then <TEXT>.
function readHead(bytes: Buffer, from: number, end: number): Head {
  const values = new Map<string, string>();
  let at = skipBlank(bytes, from, end);
  while (at < end && bytes[at] === LT) {
    if (startsWithAt(bytes, '<TEXT>', at)) {
      return { values, bodyStart: skipLineEnd(bytes, at + 6), hasText: true };
    }
    const lineEnd = findLineEnd(bytes, at, Math.min(end, at + 4096));
    const match = /^<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>(.*)$/.exec(decodeBytes(bytes.subarray(at, lineEnd)));
    if (match === null) break;
    if (!values.has(match[1]!)) values.set(match[1]!, match[2]!.trim());
    at = skipBlank(bytes, lineEnd, end);
  }
  // A description may run over several lines before <TEXT>.
  const text = findAtLineStart(bytes, '<TEXT>', at, Math.min(end, at + 65536));
  if (text !== -1) return { values, bodyStart: skipLineEnd(bytes, text + 6), hasText: true };
  return { values, bodyStart: at, hasText: false };
}

function endOfBody(bytes: Buffer, head: Head, close: number): number {
  if (!head.hasText) return close;
  const at = bytes.subarray(head.bodyStart, close).lastIndexOf('</TEXT>');
  return at === -1 ? close : head.bodyStart + at;
}

function sequenceOf(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function isSpaceOrTab(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

// A closer begins its line, or stands behind </TEXT>; in the middle of a line it is text.
function isClose(bytes: Buffer, at: number): boolean {
  let before = at;
  while (isSpaceOrTab(bytes[before - 1])) before--;
  return isLineStart(bytes, before) || startsWithAt(bytes, '</TEXT>', Math.max(0, before - 7));
}

function isNextDocument(bytes: Buffer, at: number): boolean {
  return isLineStart(bytes, at) && /^<DOCUMENT>\s*<TYPE>/.test(bytes.toString('latin1', at, at + 32));
}

function readDocument(bytes: Buffer, open: number, close: number): SubmissionDocument {
  const head = readHead(bytes, open + OPEN.length, close);
  const bodyEnd = endOfBody(bytes, head, close);
  const filename = head.values.get('FILENAME') ?? null;
  const type = head.values.get('TYPE') ?? null;
  const description = head.values.get('DESCRIPTION') ?? null;
  return {
    sequence: sequenceOf(head.values.get('SEQUENCE')),
    type,
    filename,
    description,
    size: bodyEnd - head.bodyStart,
    bodyStart: head.bodyStart,
    bodyEnd,
    content: contentOf(bytes.subarray(head.bodyStart, bodyEnd), { type, filename, description }),
  };
}

/**
 * The documents of a submission from byte `from` on, in order. Bodies are not decoded; the file is searched once, for what
 * openers and closers share. Throws BAD_FILING with the offset of a document that is not closed: the file is truncated.
 */
export function readDocuments(bytes: Buffer, from: number, fileName?: string): SubmissionDocument[] {
  const documents: SubmissionDocument[] = [];
  let open = -1;
  for (let mark = bytes.indexOf(MARK, from); mark !== -1; mark = bytes.indexOf(MARK, mark + MARK.length)) {
    const closes = mark >= 2 && bytes[mark - 1] === SLASH && bytes[mark - 2] === LT;
    if (open === -1) {
      if (!closes && bytes[mark - 1] === LT && isLineStart(bytes, mark - 1)) open = mark - 1;
    } else if (closes) {
      if (!isClose(bytes, mark - 2)) continue;
      documents.push(readDocument(bytes, open, mark - 2));
      open = -1;
    } else if (bytes[mark - 1] === LT && isNextDocument(bytes, mark - 1)) {
      const next = { offset: mark - 1, is: 'the next document' } as const;
      throw truncated(open, `document ${documents.length + 1}`, CLOSE, next, fileName);
    }
  }
  if (open !== -1) {
    const end = { offset: bytes.length, is: 'the end of the file' } as const;
    throw truncated(open, `document ${documents.length + 1}`, CLOSE, end, fileName);
  }
  return documents;
}
