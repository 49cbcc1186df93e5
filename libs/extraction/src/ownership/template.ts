import type { Reading, Span } from '../reading/index.ts';
import type { Candidate, Candidates } from './candidates.ts';

/**
 * A sentence with every organization replaced by `<n>` (n: index into `organizations`), white space folded.
 * Rules are written over the template, so that they speak of organizations and not of letters.
 */
export interface Template {
  readonly text: string;
  readonly organizations: readonly Candidate[];
  /** The run of the filing's text that a run of the template stands for. */
  span(start: number, end: number): Span;
}

const MAX_SENTENCE = 2500;

/** Makes the template of a sentence; undefined where it names no organization or is too long to be one. */
export function makeTemplate(reading: Reading, candidates: Candidates, sentence: Span): Template | undefined {
  if (sentence.end - sentence.start > MAX_SENTENCE) return undefined;
  const organizations = candidates.in(sentence);
  if (organizations.length === 0) return undefined;
  let text = '';
  /** For each template character, where it stands in the filing. */
  const at: number[] = [];
  const ends: number[] = [];
  const copy = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const letter = reading.text[i]!;
      if (/\s/u.test(letter)) {
        if (text.endsWith(' ')) continue;
        text += ' ';
      } else text += letter === '\u2019' ? "'" : letter;
      at.push(i);
      ends.push(i + 1);
    }
  };
  let cursor = sentence.start;
  organizations.forEach((organization, index) => {
    copy(cursor, organization.start);
    const token = `<${String(index)}>`;
    text += token;
    at.push(...Array.from(token, () => organization.start));
    ends.push(...Array.from(token, () => organization.end));
    cursor = organization.end;
  });
  copy(cursor, sentence.end);
  return {
    text,
    organizations,
    span: (start, end) => ({ start: at[start] ?? sentence.start, end: ends[end - 1] ?? sentence.end }),
  };
}
