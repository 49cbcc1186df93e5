import type { Span } from '../reading/index.ts';

const SPACE = /\s/;

/** A passage with its white space folded and the way back to offsets. Made once a passage. */
export interface FoldedPassage {
  readonly folded: string;
  /** For each code unit of `folded`, its offset in the filing's text. */
  readonly offsets: readonly number[];
}

/** Folds each run of white space of `text.slice(start, end)` to one space. */
export function foldPassage(text: string, passage: Span): FoldedPassage {
  const offsets: number[] = [];
  let folded = '';
  let space = true;
  for (let at = passage.start; at < passage.end; at += 1) {
    const unit = text[at]!;
    const isSpace = SPACE.test(unit);
    if (isSpace && space) continue;
    folded += isSpace ? ' ' : unit;
    offsets.push(at);
    space = isSpace;
  }
  return { folded, offsets };
}

/** Where a quote stands letter for letter, white space folded; null when it does not. */
export function locateQuote(passage: FoldedPassage, quote: string): Span | null {
  const wanted = quote.replace(/\s+/g, ' ').trim();
  if (wanted === '') return null;
  const at = passage.folded.indexOf(wanted);
  if (at < 0) return null;
  return { start: passage.offsets[at]!, end: passage.offsets[at + wanted.length - 1]! + 1 };
}
