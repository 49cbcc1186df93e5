import { asBuffer } from '../container/bytes.ts';
import { decodeBytes } from '../container/decode.ts';
import { findBeginning } from '../container/dialect.ts';
import type { FilingText, Submission, SubmissionDocument, TextBlock } from '../types.ts';
import { joinHardWraps } from './hard-wraps.ts';
import { htmlPieces } from './html.ts';
import type { Piece } from './pieces.ts';
import { plainPieces } from './plain.ts';
import { xmlPieces } from './xml.ts';

function piecesOf(bytes: Buffer, document: SubmissionDocument, pem: boolean): Piece[] {
  if (document.content === 'binary' || document.content === 'data') return [];
  const body = decodeBytes(joinHardWraps(bytes.subarray(document.bodyStart, document.bodyEnd)));
  if (document.content === 'html') return htmlPieces(body);
  if (document.content === 'xml') return xmlPieces(body);
  return plainPieces(body, { pem });
}

/** Lays pieces out one after another and turns their texts into offsets. */
class Layout {
  readonly blocks: TextBlock[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #tables = 0;

  add(pieces: readonly Piece[], document: number): void {
    let highest = -1;
    for (const piece of pieces) {
      const start = this.#length;
      const end = start + piece.text.length;
      let at = start;
      const cells = piece.cells.map((cell) => {
        const cellStart = at;
        at += cell.text.length + 1;
        return { start: cellStart, end: cellStart + cell.text.length, column: cell.column };
      });
      highest = Math.max(highest, piece.table);
      const table = piece.table === -1 ? -1 : this.#tables + piece.table;
      const block = { kind: piece.kind, start, end, document, cells, table };
      this.blocks.push(piece.path === undefined ? block : { ...block, path: piece.path });
      this.#parts.push(piece.text);
      this.#length = end + 1;
    }
    this.#tables += highest + 1;
  }

  text(): string {
    return this.#parts.join('\n');
  }
}

/**
 * The text of a filing: its documents in order, blocks joined by `\n`, the cells of a row by tabs, the lines of a block
 * by `\n`; no encoded bodies. `bytes` is the whole file that `submission` was read from. Facts quote this text.
 */
export function filingText(file: Uint8Array, submission: Submission): FilingText {
  const bytes = asBuffer(file);
  const { pem } = findBeginning(bytes);
  const layout = new Layout();
  submission.documents.forEach((document, index) => {
    layout.add(piecesOf(bytes, document, pem), index);
  });
  return { text: layout.text(), blocks: layout.blocks };
}
