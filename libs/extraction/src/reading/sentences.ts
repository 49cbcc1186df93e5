import type { TextBlock } from '@filigree/edgar';

import type { Sentence } from './types.ts';

// A full stop after one of these does not end a sentence.
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sir st no nos vs etc eg ie art fig vol ext tel fax hon rev gen col lt sgt capt gov sen rep messrs approx dept est ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec sr jr ph geo eng sc ba ma bn mn p pp cf al ca incl resp rs ps nr smt drs lic dott avv esq messrs prop'
  ).split(' '),
);
// A full stop after one of these ends a sentence only before a word that often begins one.
const NAME_ENDS = new Set(
  'inc ltd co corp plc llc llp lp bros sa nv bv ag spa ab asa as kg kk se cv us uk usa pty pte sdn bhd jr sr ii iii'.split(
    ' ',
  ),
);
const STARTERS = new Set(
  (
    'the this these those in on at a an it we he she they for as our its his her their under pursuant if when while after before since ' +
    'following there all no such to and by from with upon during also however both each any please mr mrs ms dr i you subject based forward additional'
  ).split(' '),
);

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

function wordBefore(text: string, at: number, from: number): string {
  let start = at;
  while (start > from && at - start < 24 && /[\p{L}\p{N}.]/u.test(text[start - 1]!)) start--;
  return text.slice(start, at);
}

function wordAfter(text: string, at: number, to: number): string {
  let end = at;
  while (end < to && end - at < 24 && /[\p{L}]/u.test(text[end]!)) end++;
  return text.slice(at, end);
}

function endsSentence(text: string, at: number, next: number, from: number, to: number): boolean {
  const mark = text[at]!;
  if (mark !== '.') return true;
  const before = wordBefore(text, at, from);
  const folded = before.replaceAll('.', '').toLowerCase();
  if (ABBREVIATIONS.has(folded)) return false;
  const initials = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(before);
  if (initials || NAME_ENDS.has(folded))
    return /\p{Lu}/u.test(text[next] ?? '') && STARTERS.has(wordAfter(text, next, to).toLowerCase());
  return !/^\p{Ll}/u.test(text.slice(next, next + 2));
}

/** A line break after a shorter line ends a sentence: addresses, headings, lists. */
const SHORT_LINE = 50;

/** Cuts a run of text into sentences and calls `add` with the ends of each, trimmed. */
function cut(text: string, from: number, to: number, add: (start: number, end: number) => void): void {
  let start = from;
  const flush = (end: number): void => {
    let left = start;
    let right = end;
    while (left < right && isSpace(text.charCodeAt(left))) left++;
    while (right > left && isSpace(text.charCodeAt(right - 1))) right--;
    if (left < right) add(left, right);
    start = end;
  };
  let lineStart = from;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && at - Math.max(start, lineStart) < SHORT_LINE) flush(at);
    if (code === 10) lineStart = at + 1;
    if (code !== 46 && code !== 33 && code !== 63) continue;
    let end = at + 1;
    while (end < to && /["”’')\]]/.test(text[end]!)) end++;
    if (end >= to || !isSpace(text.charCodeAt(end))) continue;
    let next = end;
    while (next < to && isSpace(text.charCodeAt(next))) next++;
    if (next >= to) break;
    if (endsSentence(text, at, next, from, to)) {
      flush(end);
      at = end;
    }
  }
  flush(to);
}

/** The sentences of a filing: blocks are cut at full stops that end one; a row is cut cell by cell. */
export function cutSentences(text: string, blocks: readonly TextBlock[]): Sentence[] {
  const sentences: Sentence[] = [];
  blocks.forEach((block, index) => {
    const add = (start: number, end: number): void => {
      sentences.push({ start, end, block: index });
    };
    if (block.kind === 'row' && block.cells.length > 0)
      for (const cell of block.cells) cut(text, cell.start, cell.end, add);
    else cut(text, block.start, block.end, add);
  });
  return sentences;
}
