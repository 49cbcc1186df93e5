import { CR, LF } from '../container/bytes.ts';

const WRAP_BYTES = 1023;

/**
 * Some submissions passed through a program that cut every line at 1023 bytes, in the middle of words, tags and
 * characters. Where no line of a body is longer, lines of exactly 1023 bytes are joined with the next; a body with
 * longer lines never passed that program and is left alone. Returns the same bytes where nothing is to join.
 */
export function joinHardWraps(body: Buffer): Buffer {
  const cuts: number[] = [];
  let lineStart = 0;
  while (lineStart < body.length) {
    const lineFeed = body.indexOf(LF, lineStart);
    const end = lineFeed === -1 ? body.length : lineFeed;
    const length = (body[end - 1] === CR && end > lineStart ? end - 1 : end) - lineStart;
    if (length > WRAP_BYTES) return body;
    if (length === WRAP_BYTES && lineFeed !== -1) cuts.push(lineStart + WRAP_BYTES);
    lineStart = end + 1;
  }
  if (cuts.length === 0) return body;
  const joined: Buffer[] = [];
  let from = 0;
  for (const cut of cuts) {
    joined.push(body.subarray(from, cut));
    from = body[cut] === CR ? cut + 2 : cut + 1;
  }
  joined.push(body.subarray(from));
  return Buffer.concat(joined);
}
