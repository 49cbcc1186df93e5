import { BE, NEGATIONS, isAdverb } from '../lexicon/function-words.ts';
import type { Filler } from './claim.ts';
import { fillerOf } from './filler.ts';
import { listBack, subjectOf } from './subject.ts';
import type { Token } from './tokens.ts';

const LINKS = new Set(
  'as is was are were became become becomes remains remain remained be been being constitutes includes include included comprise comprises named called'.split(
    ' ',
  ),
);

/** Who goes on as something: becomes it where it survives a merger, is it else. */
function survivor(tokens: readonly Token[], at: number): Host | null {
  const verb = goingOn(tokens, at);
  if (verb < 0) return null;
  const how = /^(?:surviv|continu)/.test(tokens[verb]!.lower) && tokens[verb]!.lower.endsWith('ing') ? 'becomes' : 'is';
  const before = tokens[verb - 1];
  if (before?.kind === 'organization') return { filler: fillerOf(before), how, denied: false };
  const subject = subjectOf(tokens, verb, false);
  return subject === null ? null : { filler: subject.filler, how, denied: subject.denied };
}

/** "Acme surviving the merger as", "continuing as": index of the verb before "as", or -1. */
function goingOn(tokens: readonly Token[], at: number): number {
  for (let before = at - 1; before >= 0 && at - before <= 6; before--) {
    const { kind, lower } = tokens[before]!;
    if (kind !== 'word' && kind !== 'number') return -1;
    if (/^(?:surviv|continu|operat|remain|emerg|retain|exist|incorporat|form|organi|establish|found)/.test(lower))
      return before;
  }
  return -1;
}

function listFiller(tokens: readonly Token[], at: number): Filler {
  const organizations = listBack(tokens, at);
  return { ...fillerOf(tokens[at]!), organizations, start: organizations[0]!.start };
}

export interface Host {
  readonly filler: Filler;
  readonly how: 'is' | 'becomes' | 'apposition';
  readonly denied: boolean;
}

/** The comma and the "and" of "has been, and continues to be": what stands before them links too. */
function joinsLinks(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!;
  if (lower !== ',' && lower !== 'and') return false;
  const before = tokens[at - 1]?.lower ?? '';
  return BE.has(before) || (lower === 'and' && before === ',' && BE.has(tokens[at - 2]?.lower ?? ''));
}

/** Whom a phrase that begins at `left` explains: the name before a comma or parenthesis, or the subject of "is". */
export function hostOf(tokens: readonly Token[], left: number): Host | null {
  let at = left - 1;
  // "has been, and continues to be, a subsidiary of".
  if (tokens[at]?.lower === ',' && (BE.has(tokens[at - 1]?.lower ?? '') || tokens[at - 1]?.lower === 'remain')) at--;
  const link = tokens[at]?.lower ?? '';
  if (link === 'as') {
    const host = survivor(tokens, at);
    return host;
  }
  // "Acme, currently a subsidiary of", "Acme, directly and indirectly a subsidiary of".
  if (isAdverb(link) && tokens[at - 1]?.lower === ',' && !/^(?:formerly|previously|once)$/.test(link))
    return hostOf(tokens, at);
  if (tokens[at]?.kind === 'word' && (LINKS.has(link) || isAdverb(link))) {
    while (
      at > 0 &&
      (isAdverb(tokens[at]!.lower) ||
        LINKS.has(tokens[at]!.lower) ||
        joinsLinks(tokens, at) ||
        /^(?:will|has|have|to|also|would|continue|continues|continuing|surviving|survive|each)$/.test(
          tokens[at]!.lower,
        ) ||
        NEGATIONS.has(tokens[at]!.lower))
    )
      at--;
    const between = tokens.slice(at + 1, left);
    const denied = between.some((token) => NEGATIONS.has(token.lower));
    const how = between.some(({ lower }) => /^bec[oa]m/.test(lower)) ? 'becomes' : 'is';
    if (!tokens.slice(at + 1, left).some((token) => BE.has(token.lower) || LINKS.has(token.lower))) return null;
    const subject = subjectOf(tokens, at + 1, false) ?? subjectOf(tokens, at + 1, true);
    return subject === null ? null : { filler: subject.filler, how, denied: denied || subject.denied };
  }
  // "X, a Delaware corporation and a wholly owned subsidiary of": back over the first half.
  if (link === 'and' || link === 'or') {
    for (let before = at - 1; before >= 0 && at - before <= 12; before--) {
      const { kind, lower } = tokens[before]!;
      if (kind === 'organization' && lower !== ',') {
        return before >= at - 2 || tokens[before + 1]?.lower !== ','
          ? null
          : { filler: fillerOf(tokens[before]!), how: 'apposition', denied: false };
      }
      if (kind === 'mark' && lower !== ',' && lower !== '-') return null;
      // "will become a private company and a subsidiary of".
      if (kind === 'word' && (BE.has(lower) || /^bec[oa]m/.test(lower))) return hostOf(tokens, before + 1);
      if (kind === 'word' && lower === 'as') return survivor(tokens, before);
    }
    return null;
  }
  if (link !== ',' && link !== '-' && link !== '(') return null;
  at--;
  // Another apposition may stand between: "Acme Ltd., a Bermuda company, a subsidiary of".
  const host = tokens[at];
  if (host?.organization !== undefined) return { filler: listFiller(tokens, at), how: 'apposition', denied: false };
  for (let before = at; before >= 0 && at - before <= 8; before--) {
    const { kind, lower } = tokens[before]!;
    if (kind === 'organization' || kind === 'person')
      return tokens[before + 1]?.lower === ',' && kind === 'organization'
        ? { filler: fillerOf(tokens[before]!), how: 'apposition', denied: false }
        : null;
    if (kind === 'mark' && lower !== ',') return null;
  }
  return null;
}
