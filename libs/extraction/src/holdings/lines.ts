import type { Reading, Span } from '../reading/index.ts';
import { foldSpace } from '../wording/pattern.ts';

/** A printed line, or a cell of a row: forms put a label and its value into lines or cells of their own. */
export interface Line extends Span {
  /** White space folded. */
  readonly text: string;
  /** Index into `Reading.blocks`. */
  readonly block: number;
  /** XML values: the names of the elements around them. */
  readonly path: string | undefined;
}

/** The lines and cells of the first `limit` blocks, in text order, without empty ones. */
export function linesOf(reading: Reading, limit = Infinity): readonly Line[] {
  const lines: Line[] = [];
  reading.blocks.slice(0, limit).forEach((block, index) => {
    let start = block.start;
    for (const part of reading.text.slice(block.start, block.end).split(/[\n\t]/u)) {
      const text = foldSpace(part);
      if (text !== '') lines.push({ text, start, end: start + part.length, block: index, path: block.path });
      start += part.length + 1;
    }
  });
  return lines;
}
