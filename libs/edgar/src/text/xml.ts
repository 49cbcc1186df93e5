import { tokenizeHtml } from './html-tokens.ts';
import { decodeEntities, foldSpace } from './inline.ts';
import type { Piece } from './pieces.ts';

const DEEPEST = 100;

/** Every value of an XML form becomes a row with one cell, its place in the form in `path`. */
export function xmlPieces(source: string): Piece[] {
  const pieces: Piece[] = [];
  const path: string[] = [];
  let value = '';
  const end = (): void => {
    const text = foldSpace(value).trim();
    value = '';
    if (text === '') return;
    pieces.push({ kind: 'row', text, cells: [{ text, column: 0 }], table: 0, path: path.join('/') });
  };
  tokenizeHtml(source, {
    text: (from, to) => {
      value += decodeEntities(source.slice(from, to));
    },
    open: (_, from, to) => {
      end();
      const name = /^<([^\s/>]+)/.exec(source.slice(from, to))?.[1] ?? '';
      if (/^(?:xml|xbrl)$/i.test(name) || source.charCodeAt(to - 2) === 47) return;
      if (path.length < DEEPEST) path.push(name.slice(name.indexOf(':') + 1));
    },
    close: (name) => {
      end();
      const local = name.slice(name.indexOf(':') + 1);
      if (path[path.length - 1]?.toLowerCase() === local) path.pop();
    },
  });
  end();
  return pieces;
}
