export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const TAB = 0x09;
export const LT = 0x3c;

/** The same memory as a Buffer, for its native searches. Nothing is copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** True where a line begins: at byte 0, or after LF or CR. */
export function isLineStart(bytes: Buffer, at: number): boolean {
  if (at === 0) return true;
  const before = bytes[at - 1];
  return before === LF || before === CR;
}

/** Offset of the first `marker` in [from, end) that begins a line, or -1. Scans forward once. */
export function findAtLineStart(bytes: Buffer, marker: string, from: number, end: number): number {
  const window = end === bytes.length ? bytes : bytes.subarray(0, end);
  let at = window.indexOf(marker, from, 'latin1');
  while (at !== -1 && !isLineStart(bytes, at)) at = window.indexOf(marker, at + 1, 'latin1');
  return at;
}

/** Offset just behind the line end at `at` (LF, CRLF or a bare CR), or `at` itself where none stands. */
export function skipLineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === CR) return bytes[at + 1] === LF ? at + 2 : at + 1;
  return bytes[at] === LF ? at + 1 : at;
}

/** Offset of the LF or CR that ends the line at `from`, or `end`. */
export function findLineEnd(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}

/** Offset of the first byte in [from, end) that is no space, tab or line end, or `end`. */
export function skipBlank(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const byte = bytes[at];
    if (byte !== SPACE && byte !== TAB && byte !== LF && byte !== CR) break;
    at++;
  }
  return at;
}
