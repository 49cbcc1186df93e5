import { FiligreeError } from '@filigree/base';
import { asBuffer } from '../container/bytes.ts';
import { decodeBytes } from '../container/decode.ts';
import { findBeginning } from '../container/dialect.ts';
import type { FilingText, Losses, Submission, SubmissionDocument, TextBlock } from '../types.ts';
import { joinHardWraps } from './hard-wraps.ts';
import { readHtml } from './html.ts';
import { PieceList } from './pieces.ts';
import type { Piece, Room } from './pieces.ts';
import { readPlain } from './plain.ts';
import { readXml } from './xml.ts';

/** The largest document whose text is read, in bytes. */
const LARGEST_DOCUMENT_BYTES = 100 * 1024 * 1024;

function refuseLarge({ sequence, filename, size }: SubmissionDocument): void {
  if (size <= LARGEST_DOCUMENT_BYTES) return;
  const which = [sequence === null ? 'a document' : `document ${sequence}`, filename === null ? '' : ` (${filename})`];
  throw new FiligreeError(
    'TOO_LARGE',
    `${which.join('')} has ${size} bytes, at most ${LARGEST_DOCUMENT_BYTES} of one document are read`,
    { remedy: 'leave this filing out', detail: { size, limit: LARGEST_DOCUMENT_BYTES } },
  );
}

type Lose = (reason: keyof Losses, count: number) => void;

// What rules read of a filing is bounded: their memory is some hundred bytes a block and ten bytes a character. No real
// filing here has a tenth of it.
const MOST_BLOCKS = 150_000;
const MOST_CHARACTERS = 6 * 1024 * 1024;

function piecesOf(bytes: Buffer, document: SubmissionDocument, pem: boolean, room: Room, lose: Lose): readonly Piece[] {
  const { content, bodyStart, bodyEnd } = document;
  if (content === 'unknown') lose('document of unknown content', 1);
  if (content === 'binary' || content === 'data' || content === 'unknown') return [];
  refuseLarge(document);
  const body = decodeBytes(joinHardWraps(bytes.subarray(bodyStart, bodyEnd)));
  const list = new PieceList(room);
  if (content === 'xml') readXml(body, list);
  else if (content === 'plain') readPlain(body, { pem }, list);
  else {
    readHtml(body, list, () => {
      lose('document mostly commented out', 1);
    });
  }
  return list.finish();
}

/** Lays pieces out one after another and turns their texts into offsets. */
class Layout {
  readonly blocks: TextBlock[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #tables = 0;
  #inBlocks = 0;

  /** What there is room for. */
  get room(): Room {
    return { blocks: MOST_BLOCKS - this.blocks.length, characters: MOST_CHARACTERS - this.#inBlocks };
  }

  /** Returns how many lines stand in the text alone. */
  add(pieces: readonly Piece[], document: number): number {
    let alone = 0;
    let highest = -1;
    for (const { kind, text, cells, table, path } of pieces) {
      const start = this.#length;
      const end = start + text.length;
      this.#parts.push(text);
      this.#length = end + 1;
      if (kind === 'bulk') {
        alone += text.split('\n').length;
        continue;
      }
      this.#inBlocks += text.length;
      let at = start;
      const placed = cells.map((cell) => {
        const cellStart = at;
        at += cell.text.length + 1;
        return { start: cellStart, end: cellStart + cell.text.length, column: cell.column };
      });
      highest = Math.max(highest, table);
      const place = { kind, start, end, document, cells: placed, table: table === -1 ? -1 : this.#tables + table };
      this.blocks.push(path === undefined ? place : { ...place, path });
    }
    this.#tables += highest + 1;
    return alone;
  }

  text(): string {
    return this.#parts.join('\n');
  }
}

/**
 * The text of a filing: its documents in order, blocks joined by `\n`, the cells of a row by tabs, the lines of a block
 * by `\n`; no encoded bodies. `bytes` is the whole file that `submission` was read from. Facts quote this text. Of very
 * long lists and documents only the beginning has blocks, which `losses` tells. Throws TOO_LARGE for a document of more
 * than 100 MiB that is text.
 */
export function filingText(file: Uint8Array, submission: Submission): FilingText {
  const bytes = asBuffer(file);
  const { pem } = findBeginning(bytes);
  const layout = new Layout();
  const losses: Partial<Record<keyof Losses, number>> = {};
  const lose = (reason: keyof Losses, count: number): void => {
    if (count > 0) losses[reason] = (losses[reason] ?? 0) + count;
  };
  submission.documents.forEach((document, index) => {
    const pieces = piecesOf(bytes, document, pem, layout.room, lose);
    lose('line beyond what rules read', layout.add(pieces, index));
  });
  return { text: layout.text(), blocks: layout.blocks, losses };
}
