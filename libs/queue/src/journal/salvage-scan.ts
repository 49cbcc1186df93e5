import { endOfData } from './files.ts';
import { BATCH_HEADER_BYTES, FILE_HEADER_BYTES, decodeBatchHeader, findBatchHeader, recordLengthAt } from './format.ts';

/** A whole record, or a stretch of bytes without any; both as offsets in the file. */
export interface SalvagePiece {
  readonly start: number;
  readonly end: number;
  readonly isRecord: boolean;
  readonly what: string;
}

/** Every whole record of a file, whatever lies between them. A segment and a snapshot are read alike. */
export function* salvagePieces(bytes: Buffer, fileNumber: number): Generator<SalvagePiece> {
  const end = endOfData(bytes, Math.min(FILE_HEADER_BYTES, bytes.length));
  for (let at = FILE_HEADER_BYTES; at < end;) {
    const header = decodeBatchHeader(bytes, at, bytes.length, fileNumber, at);
    if (header !== null) {
      const batchEnd = Math.min(at + header.lengthBytes, bytes.length);
      yield* piecesOf(bytes, at + BATCH_HEADER_BYTES, batchEnd, `a part of batch ${String(header.number)} is damaged`);
      at = batchEnd;
      continue;
    }
    const next = findBatchHeader(bytes, at + 1, bytes.length, fileNumber);
    const batchEnd = next < 0 ? end : next;
    yield* piecesOf(bytes, at, batchEnd, 'a batch header is damaged');
    at = batchEnd;
  }
}

/** Records are found by their checksums: byte by byte where one is not whole. */
function* piecesOf(bytes: Buffer, from: number, to: number, what: string): Generator<SalvagePiece> {
  let lost = from;
  for (let at = from; at < to;) {
    const lengthBytes = recordLengthAt(bytes, at, to);
    if (lengthBytes === 0) {
      at += 1;
      continue;
    }
    if (lost < at) yield { start: lost, end: at, isRecord: false, what };
    yield { start: at, end: at + lengthBytes, isRecord: true, what: '' };
    at += lengthBytes;
    lost = at;
  }
  if (lost < to) yield { start: lost, end: to, isRecord: false, what };
}
