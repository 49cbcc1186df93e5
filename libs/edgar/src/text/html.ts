import { HtmlBlocks } from './html-blocks.ts';
import { tokenizeHtml } from './html-tokens.ts';
import { LineJoiner } from './line-joiner.ts';
import type { PieceList } from './pieces.ts';

/**
 * Adds the blocks of an HTML document in reading order. Linear in its length; needs no well-formed markup. `onHidden` is
 * called once where one comment holds most of the document, so that a browser shows little of it.
 */
export function readHtml(source: string, into: PieceList, onHidden: () => void): void {
  const lines = new LineJoiner(into);
  const blocks = new HtmlBlocks(source, lines);
  tokenizeHtml(source, blocks);
  blocks.finish();
  lines.finish();
  if (blocks.mostlyHidden) onHidden();
}
