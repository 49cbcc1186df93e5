import { findBeginning } from '../container/dialect.ts';

const KEPT_BYTES = 4096;
const CLOSERS = [
  '</SEC-DOCUMENT>',
  '</IMS-DOCUMENT>',
  '</SUBMISSION>',
  '</SEC-HEADER>',
  '</IMS-HEADER>',
  '</DOCUMENT>',
];
const END_OF_MESSAGE = '-----END PRIVACY-ENHANCED MESSAGE-----';
const SPACE = 0x20;

/** What the two ends of a file say of the submission in it. */
export type Wholeness =
  /** Whole, with its documents. */
  | 'whole'
  /** Whole, but a header alone. */
  | 'header only'
  /** It ends before its closing tag. */
  | 'cut off'
  | 'no submission';

/**
 * The beginning and the end of a file that comes in pieces, without the blanks, NULs and Ctrl-Zs behind its end: systems
 * that count in records or mark the end of texts leave such behind.
 */
export class FileEnds {
  head: Buffer = Buffer.alloc(0);
  sizeBytes = 0;
  #tail: Buffer = Buffer.alloc(0);

  /** Takes the next piece. */
  add(piece: Buffer): void {
    this.sizeBytes += piece.length;
    if (this.head.length < KEPT_BYTES)
      this.head = Buffer.concat([this.head, piece.subarray(0, KEPT_BYTES - this.head.length)]);
    let end = piece.length;
    while (end > 0 && piece[end - 1]! <= SPACE) end--;
    if (end === 0) return;
    const text = piece.subarray(Math.max(0, end - KEPT_BYTES), end);
    this.#tail =
      text.length >= KEPT_BYTES ? Buffer.from(text) : Buffer.concat([this.#tail, text]).subarray(-KEPT_BYTES);
  }

  /** Judges by the tag that closes what the first one opened. */
  judge(): Wholeness {
    const { dialect, start, pem } = findBeginning(this.head);
    if (dialect === 'none') return 'no submission';
    const end = this.#tail.toString('latin1').toUpperCase();
    const first = /^<([A-Z-]+)>/i.exec(this.head.toString('latin1', start, start + 40))?.[1]?.toUpperCase() ?? '';
    const closer = CLOSERS.find((tag) => tag === `</${first}>`);
    const isClosed = (closer !== undefined && end.endsWith(closer)) || (pem && end.endsWith(END_OF_MESSAGE));
    if (!isClosed) return 'cut off';
    return end.includes('</DOCUMENT>') ? 'whole' : 'header only';
  }
}
