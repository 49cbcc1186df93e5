import type { SubmissionDocument } from '../types.ts';
import { findAtLineStart, findLineEnd, isLineStart, LT, skipBlank, skipLineEnd, SPACE, TAB } from './bytes.ts';
import { contentOf } from './content.ts';
import { decodeBytes } from './decode.ts';
import { startsWithAt } from './dialect.ts';
import { badFiling, truncated } from './errors.ts';

const OPEN = '<DOCUMENT>';
const CLOSE = '</DOCUMENT>';
const MARK = 'DOCUMENT>';
const TEXT = '<TEXT>';
const SLASH = 0x2f;
const LONGEST_HEAD = 65536;
const LONGEST_LABEL = 4096;
const LABEL = /<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>/g;
const AFTER_LAST = ['</SEC-DOCUMENT>', '</IMS-DOCUMENT>', '</SUBMISSION>', '-----END PRIVACY-ENHANCED MESSAGE-----'];
const SHORTEST_BEGINNING = '<SUBMISSION>'.length;
const BEGINNINGS = ['<SEC-DOCUMENT>', '<IMS-DOCUMENT>', '<SUBMISSION>', '<SEC-HEADER>', '<IMS-HEADER>'];

interface Head {
  readonly values: ReadonlyMap<string, string>;
  readonly bodyStart: number;
  readonly hasText: boolean;
}

// The first of each label counts. False for a line without any.
function readLabels(line: string, values: Map<string, string>): boolean {
  LABEL.lastIndex = 0;
  let last = LABEL.exec(line);
  if (last === null) return false;
  while (last !== null) {
    const from = LABEL.lastIndex;
    const next = line.indexOf('<', from) === -1 ? null : LABEL.exec(line);
    if (!values.has(last[1]!)) values.set(last[1]!, line.slice(from, next?.index).trim());
    last = next;
  }
  return true;
}

// TYPE, SEQUENCE, FILENAME, DESCRIPTION, any of them missing, each on its line or all on one, and marks such as FLAWED,
// then <TEXT>. A description may run over several lines.
function readHead(bytes: Buffer, from: number, end: number): Head {
  const text = bytes.subarray(0, Math.min(end, from + LONGEST_HEAD)).indexOf(TEXT, from, 'latin1');
  const values = new Map<string, string>();
  const limit = text === -1 ? end : text;
  let at = skipBlank(bytes, from, limit);
  while (at < limit && (bytes[at] === LT || text !== -1)) {
    const lineEnd = findLineEnd(bytes, at, Math.min(limit, at + LONGEST_LABEL));
    const line = decodeBytes(bytes.subarray(at, lineEnd));
    if (!readLabels(line, values) && text === -1) break;
    at = skipBlank(bytes, lineEnd, limit);
  }
  if (text === -1) return { values, bodyStart: at, hasText: false };
  return { values, bodyStart: skipLineEnd(bytes, text + TEXT.length), hasText: true };
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

// A closer begins its line, or stands behind </TEXT>, or before what can only follow a document; else it is text.
function isClose(bytes: Buffer, at: number): boolean {
  let before = at;
  while (isSpaceOrTab(bytes[before - 1])) before--;
  if (isLineStart(bytes, before) || startsWithAt(bytes, '</TEXT>', Math.max(0, before - 7))) return true;
  const after = skipBlank(bytes, at + CLOSE.length, bytes.length);
  return after === bytes.length || [OPEN, ...AFTER_LAST].some((marker) => startsWithAt(bytes, marker, after));
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

// What stands between documents belongs to none: a header there begins another submission, with parties of its own.
function refuseAnother(bytes: Buffer, from: number, end: number, fileName?: string): void {
  if (end - from < SHORTEST_BEGINNING) return;
  for (const marker of BEGINNINGS) {
    const at = findAtLineStart(bytes, marker, from, end);
    if (at === -1) continue;
    const remedy = 'give each submission as a file of its own';
    throw badFiling(at, 'a second submission begins in the same file', remedy, fileName);
  }
}

/**
 * The documents of a submission from byte `from` on, in order. Bodies are not decoded; the file is searched once, for what
 * openers and closers share. Throws BAD_FILING with the offset of a document that is not closed: the file is truncated, and
 * with that of a second submission.
 */
export function readDocuments(bytes: Buffer, from: number, fileName?: string): SubmissionDocument[] {
  const documents: SubmissionDocument[] = [];
  let open = -1;
  let closed = from;
  for (let mark = bytes.indexOf(MARK, from); mark !== -1; mark = bytes.indexOf(MARK, mark + MARK.length)) {
    const closes = mark >= 2 && bytes[mark - 1] === SLASH && bytes[mark - 2] === LT;
    if (open === -1) {
      if (closes || bytes[mark - 1] !== LT) continue;
      open = mark - 1;
      refuseAnother(bytes, closed, open, fileName);
    } else if (closes) {
      if (!isClose(bytes, mark - 2)) continue;
      documents.push(readDocument(bytes, open, mark - 2));
      open = -1;
      closed = mark + MARK.length;
    } else if (bytes[mark - 1] === LT && isNextDocument(bytes, mark - 1)) {
      const next = { offset: mark - 1, is: 'the next document' } as const;
      throw truncated(open, `document ${documents.length + 1}`, CLOSE, next, fileName);
    }
  }
  if (open !== -1) {
    const end = { offset: bytes.length, is: 'the end of the file' } as const;
    throw truncated(open, `document ${documents.length + 1}`, CLOSE, end, fileName);
  }
  refuseAnother(bytes, closed, bytes.length, fileName);
  return documents;
}
