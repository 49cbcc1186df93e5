import { HtmlBlocks } from './html-blocks.ts';
import { tokenizeHtml } from './html-tokens.ts';
import type { Piece } from './pieces.ts';

/** The blocks of an HTML document, in reading order. Linear in its length; needs no well-formed markup. */
export function htmlPieces(source: string): Piece[] {
  const blocks = new HtmlBlocks(source);
  tokenizeHtml(source, blocks);
  return blocks.finish();
}
