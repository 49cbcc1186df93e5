import { DEAL_NOUNS, HELD_NOUNS, RELATION_NOUNS, type DealSense, type RelationSense } from '../lexicon/deals.ts';
import type { Claim } from './claim.ts';
import { heldClaims } from './held.ts';
import { fillerOf } from './filler.ts';
import { nounClaims } from './nominal.ts';
import { relationClaims } from './relational.ts';
import type { Token } from './tokens.ts';
import { verbClaims } from './verbal.ts';
import { isVerbForm, verbAt } from './verbs.ts';

/** Whether the word can trigger a construction: one look-up. */
export function isTrigger(word: string): boolean {
  return isVerbForm(word) || DEAL_NOUNS.has(word) || RELATION_NOUNS.has(word) || HELD_NOUNS.has(word);
}

const LONGEST_WORD = 16;

/** Whether a run of text holds a trigger; each character is looked at once. */
export function hasTrigger(text: string, from: number, to: number): boolean {
  // "Acme Energy (Borealis 60%, Osterby 40%)" says it without a word.
  const share = text.indexOf('%)', from);
  if (share >= 0 && share < to) return true;
  let start = -1;
  for (let at = from; at <= to; at++) {
    // The bit parts small letters from capitals.
    const code = at < to ? text.charCodeAt(at) | 32 : 32;
    const letter = code >= 97 && code <= 122;
    if (letter && start < 0) start = at;
    if (letter || start < 0) continue;
    if (at - start >= 3 && at - start <= LONGEST_WORD && isTrigger(text.slice(start, at).toLowerCase())) return true;
    start = -1;
  }
  return false;
}

const CLAUSE = 25;

/** What opens the clause before `at`: a denial ("neither A nor B", "none of", "denies that") or a condition ("if", "whether"). */
function opening(tokens: readonly Token[], at: number): 'denied' | 'possible' | null {
  for (let before = at - 1; before >= 0 && at - before < CLAUSE; before--) {
    const { kind, lower } = tokens[before]!;
    if (kind === 'mark' && lower === ';') return null;
    if (kind !== 'word') continue;
    if (/^(?:neither|none|denies|denied|rumou?rs?|speculation)$/.test(lower)) return 'denied';
    if (/^(?:if|unless|whether)$/.test(lower)) return 'possible';
  }
  return null;
}

function inClause<Sense extends string>(
  tokens: readonly Token[],
  at: number,
  claims: readonly Claim<Sense>[],
): Claim<Sense>[] {
  const opened = claims.length === 0 ? null : opening(tokens, at);
  if (opened === null) return [...claims];
  return claims.map((claim) => (opened === 'denied' ? { ...claim, denied: true } : { ...claim, modality: 'possible' }));
}

/** "Acme Energy (Borealis 60%, Osterby 40%)": each name with its share. */
function shareholdersIn(host: Token, aside: readonly Token[]): Claim<DealSense>[] {
  const found: Claim<DealSense>[] = [];
  aside.forEach((token, at) => {
    if (token.kind !== 'organization') return;
    const share = [aside[at + 1], aside[at - 1]].find((one) => one?.kind === 'percent');
    if (share?.value === undefined) return;
    found.push({
      sense: 'own',
      construction: 'share-in-parentheses',
      agent: fillerOf(token),
      object: { ...fillerOf(host), percent: share.value },
      beside: new Map(),
      past: false,
      denied: false,
      modality: 'stated',
      infinitive: false,
      start: host.start,
      end: token.end,
    });
  });
  return found;
}

const COMMA = (token: Token): Token => ({ kind: 'mark', start: token.end, end: token.end, lower: ',' });

/** The claims about ownership and deals of one sentence, those in parentheses included. */
export function dealClaims(tokens: readonly Token[]): Claim<DealSense | RelationSense>[] {
  const found: Claim<DealSense | RelationSense>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    for (const aside of token.asides ?? [])
      if (token.kind === 'organization')
        found.push(...shareholdersIn(token, aside), ...dealClaims([{ ...bare(token) }, COMMA(token), ...aside]));
      else if (aside.length > 3) found.push(...dealClaims(aside));
    if (token.kind !== 'word' || !isTrigger(token.lower)) continue;
    if (verbAt(tokens, at) !== null) found.push(...inClause(tokens, at, verbClaims(tokens, at)));
    if (DEAL_NOUNS.has(token.lower)) found.push(...inClause(tokens, at, nounClaims(tokens, at)));
    if (RELATION_NOUNS.has(token.lower)) found.push(...inClause(tokens, at, relationClaims(tokens, at)));
    if (HELD_NOUNS.has(token.lower)) found.push(...inClause(tokens, at, heldClaims(tokens, at)));
  }
  return found;
}

function bare({ kind, start, end, lower, organization }: Token): Token {
  return organization === undefined ? { kind, start, end, lower } : { kind, start, end, lower, organization };
}
