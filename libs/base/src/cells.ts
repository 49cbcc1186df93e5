// Widths of text as terminals draw it. One measure for every table, bar and page.

import stringWidth from 'string-width';
import { safeText } from './safe-text.ts';

// Ranges whose characters take one cell each: Latin, Greek, Cyrillic, dashes and quotes, arrows, boxes, blocks, and the
// shapes that the monitor draws. Most text passes here; the rest is measured cluster by cluster.
const SINGLE_CELLS =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u2010-\u2022\u2026\u2190-\u2193\u2500-\u259f\u25a0\u25cb\u25cf\u25d0\u25b8\u2298\u2713\u2717]*$/;

const segmenter = new Intl.Segmenter();

/** How many terminal cells `text` takes. */
export function cellWidth(text: string): number {
  return SINGLE_CELLS.test(text) ? text.length : stringWidth(text);
}

/** The longest beginning of `text` that takes at most `cells` cells. */
function cut(text: string, cells: number): string {
  if (SINGLE_CELLS.test(text)) return text.slice(0, cells);
  let used = 0;
  let end = 0;
  for (const { segment } of segmenter.segment(text)) {
    used += stringWidth(segment);
    if (used > cells) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

/** `text` without control characters in at most `cells` cells; an ellipsis says that something was cut. */
export function clip(text: string, cells: number): string {
  const safe = safeText(text);
  if (cells <= 0) return '';
  // A text far longer than the screen is not measured to its end.
  const near = safe.length > cells * 8 + 64 ? `${safe.slice(0, cells * 8 + 64)}…` : safe;
  if (cellWidth(near) <= cells) return near;
  return cells === 1 ? '…' : `${cut(near, cells - 1).trimEnd()}…`;
}

/** `text` clipped and filled with spaces to exactly `cells` cells. */
export function fit(text: string, cells: number, align: 'left' | 'right' = 'left'): string {
  const clipped = clip(text, cells);
  const space = ' '.repeat(Math.max(0, cells - cellWidth(clipped)));
  return align === 'left' ? clipped + space : space + clipped;
}

/** The lines of `text` folded at spaces to at most `cells` cells each; a word that is longer is cut. */
export function wrap(text: string, cells: number): string[] {
  if (cells < 1) return [];
  const lines: string[] = [];
  let line = '';
  for (const word of safeText(text).split(/\s+/)) {
    if (word === '') continue;
    const joined = line === '' ? word : `${line} ${word}`;
    if (cellWidth(joined) <= cells) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    let rest = word;
    while (cellWidth(rest) > cells) {
      const piece = cut(rest, cells);
      // A character wider than the space there is.
      if (piece === '') break;
      lines.push(piece);
      rest = rest.slice(piece.length);
    }
    line = cellWidth(rest) <= cells ? rest : '';
  }
  if (line !== '') lines.push(line);
  return lines;
}
