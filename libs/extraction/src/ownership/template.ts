import type { Reading, Span } from '../reading/index.ts';
import { smallLetters } from '../wording/pattern.ts';
import type { Candidate, Candidates } from './candidates.ts';

/**
 * A sentence in small letters with every organization replaced by `<n>` (n: index into `organizations`).
 * Rules are written over the template, so that they speak of organizations and not of letters.
 */
export interface Template {
  readonly small: string;
  readonly organizations: readonly Candidate[];
  /** The run of the filing's text that a run of the template stands for. */
  span(start: number, end: number): Span;
}

/** A run of the template and the run of the filing that it stands for; of a name, either as a whole. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly source: Span;
  readonly name: boolean;
}

const MAX_SENTENCE = 2500;

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  return pieces.find((piece) => offset >= piece.at && offset < piece.at + piece.length);
}

/** Makes the template of a sentence; undefined where it names no organization or is too long to be one. */
export function makeTemplate(reading: Reading, candidates: Candidates, sentence: Span): Template | undefined {
  if (sentence.end - sentence.start > MAX_SENTENCE) return undefined;
  const organizations = candidates.in(sentence);
  if (organizations.length === 0) return undefined;
  const pieces: Piece[] = [];
  let small = '';
  const add = (text: string, source: Span, name: boolean): void => {
    if (text === '') return;
    pieces.push({ at: small.length, length: text.length, source, name });
    small += text;
  };
  const copy = (start: number, end: number): void => {
    // A `<` of the text itself must not look like the beginning of a name.
    add(smallLetters(reading.text.slice(start, end)).replace(/[<>]/g, '|'), { start, end }, false);
  };
  let cursor = sentence.start;
  organizations.forEach((organization, index) => {
    copy(cursor, organization.start);
    add(`<${String(index)}>`, organization, true);
    cursor = organization.end;
  });
  copy(cursor, sentence.end);
  return {
    small,
    organizations,
    span: (start, end) => {
      const first = pieceAt(pieces, start);
      const last = pieceAt(pieces, end - 1);
      return {
        start: first === undefined ? sentence.start : first.source.start + (first.name ? 0 : start - first.at),
        end: last === undefined ? sentence.end : last.name ? last.source.end : last.source.start + (end - last.at),
      };
    },
  };
}
