import type { SubmissionDocument } from '../types.ts';
import { findAtLineStart, findLineEnd, LT, skipBlank, skipLineEnd } from './bytes.ts';
import { contentOf } from './content.ts';
import { decodeBytes } from './decode.ts';
import { startsWithAt } from './dialect.ts';
import { truncated } from './errors.ts';

const OPEN = '<DOCUMENT>';
const CLOSE = '</DOCUMENT>';

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

/** Offset of the closer of the document whose content begins at `from`; also where `</TEXT>` stands on the same line. */
function findClose(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(CLOSE, from, 'latin1');
  while (at !== -1) {
    let before = at - 1;
    while (before >= from && (bytes[before] === 0x20 || bytes[before] === 0x09)) before--;
    const byte = before < from ? 0x0a : bytes[before];
    if (byte === 0x0a || byte === 0x0d || startsWithAt(bytes, '</TEXT>', Math.max(0, before - 6))) return at;
    at = bytes.indexOf(CLOSE, at + 1, 'latin1');
  }
  return -1;
}

/**
 * The documents of a submission from byte `from` on, in order. Bodies are not decoded; each byte is searched a fixed
 * number of times. Throws BAD_FILING with the offset of a document that is not closed: the file is truncated.
 */
export function readDocuments(bytes: Buffer, from: number, fileName?: string): SubmissionDocument[] {
  const documents: SubmissionDocument[] = [];
  let open = findAtLineStart(bytes, OPEN, from, bytes.length);
  while (open !== -1) {
    const close = findClose(bytes, open + OPEN.length);
    if (close === -1) throw truncated(open, `document ${documents.length + 1}`, CLOSE, bytes.length, fileName);
    const inner = findAtLineStart(bytes, OPEN, open + OPEN.length, close);
    if (inner !== -1 && /^<DOCUMENT>\s*<TYPE>/.test(bytes.toString('latin1', inner, inner + 32))) {
      throw truncated(open, `document ${documents.length + 1}`, `${CLOSE} before the next document`, inner, fileName);
    }
    const head = readHead(bytes, open + OPEN.length, close);
    const bodyEnd = endOfBody(bytes, head, close);
    const filename = head.values.get('FILENAME') ?? null;
    const type = head.values.get('TYPE') ?? null;
    const description = head.values.get('DESCRIPTION') ?? null;
    documents.push({
      sequence: sequenceOf(head.values.get('SEQUENCE')),
      type,
      filename,
      description,
      size: bodyEnd - head.bodyStart,
      bodyStart: head.bodyStart,
      bodyEnd,
      content: contentOf(bytes.subarray(head.bodyStart, bodyEnd), { type, filename, description }),
    });
    open = findAtLineStart(bytes, OPEN, close + CLOSE.length, bytes.length);
  }
  return documents;
}
