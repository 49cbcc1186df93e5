import {
  AUXILIARIES,
  CONDITIONS,
  DETERMINERS,
  isAdverb,
  isFunctionWord,
  NEGATIONS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
} from '../lexicon/function-words.ts';
import type { Filler } from './claim.ts';
import { fillerOf } from './filler.ts';
import type { NamedOrganization, Token } from './tokens.ts';
import { verbAt } from './verbs.ts';

/** Who does what a verb says, and what stood between. */
export interface Subject {
  readonly filler: Filler;
  readonly index: number;
  /** A negation or a condition stands between subject and verb: "has not agreed to", "would, if". */
  readonly denied: boolean;
  readonly conditional: boolean;
}

const REACH = 70;
const LISTED = 12;
const MONTHS = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const RELATIVE = new Set('which who that'.split(' '));
/** Bodies of an organization: what they decide it decides. */
const BODY = /^(?:board|boards|directors|management|shareholders|stockholders|council|committee|supervisory)$/;
const STOP = new Set([';', '?', '!']);
const WORD_FILLERS =
  /^(?:company|group|bank|corporation|registrant|issuer|partnership|trust|fund|purchaser|buyer|parent|seller|offeror|bidder|acquirer)$/;

function pronounFiller(token: Token): Filler {
  const base = fillerOf(token);
  return { ...base, pronoun: { word: token.lower, at: token.start } };
}

/** The names of a list that ends with the one at `at`: "A, B and C". */
export function listBack(tokens: readonly Token[], at: number): NamedOrganization[] {
  const list = [tokens[at]!.organization!];
  let index = at;
  let joins = false;
  for (let steps = 0; steps < LISTED; steps++) {
    let before = index - 1;
    const joined = tokens[before]?.lower;
    if (joined === 'the') before--;
    const word = tokens[before]?.lower;
    if (word !== 'and' && word !== '&' && word !== ',') break;
    before--;
    if (tokens[before]?.lower === ',') before--;
    const other = tokens[before];
    if (other?.kind !== 'organization') break;
    // "On Monday, in Paris, A and B": only a name that is no object of a preposition.
    if (isObject(tokens, before) && word === ',') break;
    list.unshift(other.organization!);
    index = before;
    joins ||= word !== ',';
  }
  // "Based in Minneapolis, Minn., Acme": names with nothing but commas between are no list.
  return joins ? list : list.slice(-1);
}

function isYear({ value = 0 }: Token): boolean {
  return value >= 1900 && value < 2100 && Number.isInteger(value);
}

/** Whether the name is what a preposition or a verb before it takes. */
export function isObject(tokens: readonly Token[], at: number): boolean {
  // "In 1998 Acme acquired": a date ends before the name.
  const dated = tokens[at - 1]?.lower === 'the' ? tokens[at - 2] : tokens[at - 1];
  if (dated?.kind === 'number' && isYear(dated)) return false;
  // "under the agreement (the "Agreement") Acme acquired": the parenthesis closes what the preposition takes.
  if (dated?.kind === 'word' && dated.asides !== undefined && !PREPOSITIONS.has(dated.lower)) return false;
  // "the combination of A and B": the second is one where the first is, unless a verb of its own stands behind it.
  const joined = tokens[at - 1]?.lower === 'and' && tokens[at - 2]?.kind === 'organization';
  const behind = tokens[at + 1];
  const acts = behind?.kind === 'word' && (AUXILIARIES.has(behind.lower) || verbAt(tokens, at + 1) !== null);
  if (joined && !acts) return isObject(tokens, at - 2);
  for (let before = at - 1; before >= 0 && at - before <= 7; before--) {
    const { kind, lower } = tokens[before]!;
    if (kind === 'organization' || kind === 'person') {
      // "by A and B": the second is one too.
      const between = tokens[before + 1]?.lower;
      if (between === 'and' || between === ',' || between === 'or') return isObject(tokens, before) && between !== ',';
      return false;
    }
    if (kind === 'mark') return false;
    // "Under the agreement the Company": a determiner behind a noun opens another phrase.
    const left = tokens[before - 1];
    if (
      DETERMINERS.has(lower) &&
      left !== undefined &&
      (left.kind === 'number' ||
        MONTHS.test(left.lower) ||
        (left.kind === 'word' && !isFunctionWord(left.lower) && verbAt(tokens, before - 1) === null))
    )
      return false;
    if (PREPOSITIONS.has(lower)) return true;
    if (kind === 'word' && verbAt(tokens, before) !== null) return true;
    if (
      kind === 'word' &&
      /^(?:announc|complet|sign|enter|report|receiv|advis|inform|notif|join|appoint|elect|name)\w*$/.test(lower)
    )
      return true;
    if (AUXILIARIES.has(lower) || RELATIVE.has(lower) || lower === 'and' || lower === 'but') return false;
  }
  return false;
}

/** "the offer by Acme to", "a bid from Acme to": the one who acts stands behind the preposition. */
function offeredBy(tokens: readonly Token[], at: number): boolean {
  const preposition = tokens[at - 1]?.lower;
  return (
    (preposition === 'by' || preposition === 'from') &&
    /^(?:offers?|bids?|proposals?|agreement|decision|plans?|intention|commitment|option|right|announcement|attempt)$/.test(
      tokens[at - 2]?.lower ?? '',
    )
  );
}

/** What a relative pronoun stands for: the name right before it, or the one that an apposition before it explains. */
function antecedent(tokens: readonly Token[], at: number): number {
  let index = at - 1;
  if (tokens[index]?.lower === ',') index--;
  if (tokens[index]?.kind === 'organization' || tokens[index]?.kind === 'person') return index;
  for (let before = index; before >= 0 && index - before <= 12; before--) {
    const { kind } = tokens[before]!;
    // "Acme, a company that"; not "Acme, the issue of a security that".
    const explained = tokens[before + 1]?.lower === ',' && /^(?:a|an|one)$/.test(tokens[before + 2]?.lower ?? '');
    if (kind === 'organization' && explained) return before;
    if (kind === 'organization' || kind === 'person') return -1;
  }
  return -1;
}

/** Skips an apposition that a comma closes: index of the token before it, or `at` where none stands there. */
function beforeApposition(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.lower !== ',') return at;
  for (let before = at - 1; before >= 0 && at - before <= 40; before--) {
    const { kind, lower } = tokens[before]!;
    if (STOP.has(lower)) return at;
    if (kind !== 'mark' || lower !== ',') continue;
    const host = tokens[before - 1];
    const opens = tokens[before + 1]?.lower ?? '';
    const whom = PREPOSITIONS.has(opens) && /^(?:whom|which)$/.test(tokens[before + 2]?.lower ?? '');
    const explains =
      whom ||
      /^(?:a|an|the|one|formerly|previously|through|acting|via|by|together|along|which|who|whose|our|its|their|located|based|as|and|or|whether|directly|headquartered|incorporated|organized|established)$/.test(
        opens,
      ) ||
      /(?:ed|ing)$/.test(opens);
    if (opens === 'acting' && tokens[before + 2]?.lower === 'for') return -1;
    if (explains && (host?.kind === 'organization' || host?.kind === 'person') && before < at - 1) return before - 1;
  }
  return at;
}

/**
 * Who does what the group at `first` says: the nearest name or pronoun to the left that no preposition, verb or apposition
 * has taken. `open` lets words stand between, as before an infinitive or a second verb.
 */
export function subjectOf(tokens: readonly Token[], first: number, open: boolean): Subject | null {
  let denied = false;
  let conditional = false;
  const found = (filler: Filler, index: number): Subject => ({
    filler,
    index,
    denied,
    conditional: conditional || tokens.slice(Math.max(0, index - 3), index).some(({ lower }) => CONDITIONS.has(lower)),
  });
  let at = first - 1;
  if (tokens[at]?.lower === 'turn' && tokens[at - 1]?.lower === 'in') at -= 2;
  if (RELATIVE.has(tokens[at]?.lower ?? '')) {
    const host = antecedent(tokens, at);
    const several = tokens
      .slice(first, first + 3)
      .some(({ lower }) => /^(?:each|both|own|hold|have|are|were)$/.test(lower));
    if (host >= 0 && several && tokens[host]!.kind === 'organization')
      return found({ ...fillerOf(tokens[host]!), organizations: listBack(tokens, host), percent: null }, host);
    if (host >= 0) return found({ ...fillerOf(tokens[host]!), percent: null }, host);
    // "a security that was acquired": what the words before it say is no company.
    if (tokens[at]!.lower === 'that' && tokens[at - 1]?.kind === 'word' && !WORD_FILLERS.test(tokens[at - 1]!.lower))
      return null;
  }
  let loose = open;
  for (; at >= 0 && first - at <= REACH; at--) {
    at = beforeApposition(tokens, at);
    if (at < 0) return null;
    const token = tokens[at]!;
    const word = token.lower;
    if (token.kind === 'mark') {
      if (STOP.has(word)) return null;
      if (word === ',' || word === ':' || word === '-') loose = loose || word === ',';
      continue;
    }
    if (NEGATIONS.has(word)) denied = true;
    if (CONDITIONS.has(word)) conditional = true;
    if (token.kind === 'word' && PRONOUNS.has(word) && word !== 'them' && word !== 'us')
      return found(pronounFiller(token), at);
    if (token.kind === 'word' && WORD_FILLERS.test(word) && tokens[at - 1]?.lower === 'the' && !isObject(tokens, at))
      return found(pronounFiller(token), at);
    if (token.kind === 'organization' || token.kind === 'person') {
      const behind = tokens[at + 1];
      if (behind?.kind === 'possessive') {
        if (BODY.test(tokens[at + 2]?.lower ?? '')) return found(fillerOf(token), at);
        if (loose) continue;
        return null;
      }
      if (isObject(tokens, at)) {
        if (open && offeredBy(tokens, at))
          return found({ ...fillerOf(token), organizations: listBack(tokens, at), percent: null }, at);
        if (/^(?:affiliated|controlled|managed|advised|led|owned|backed|sponsored)$/.test(tokens[at - 2]?.lower ?? ''))
          return found({ ...fillerOf(token), percent: null }, at);
        const body = tokens.slice(Math.max(0, at - 4), at).some((one) => BODY.test(one.lower));
        if (body && tokens[at - 1]?.lower !== 'by') return found(fillerOf(token), at);
        continue;
      }
      // A noun of another kind right behind the name: "Acme shares rose".
      if (token.kind === 'person') return found(fillerOf(token), at);
      return found({ ...fillerOf(token), organizations: listBack(tokens, at), percent: null }, at);
    }
    if (token.kind === 'word' && POSSESSIVES.has(word) && BODY.test(tokens[at + 1]?.lower ?? ''))
      return found(pronounFiller(token), at);
    if (word === 'and' || word === 'or' || word === 'but' || word === 'to' || AUXILIARIES.has(word) || isAdverb(word))
      loose = true;
    // A noun phrase in small letters right before the verb is the subject, and leads to nobody.
    else if (!loose && at === first - 1 && !PREPOSITIONS.has(word) && !RELATIVE.has(word) && token.kind === 'word')
      return null;
    else if (token.kind === 'word') loose = true;
  }
  return null;
}

/** The filler that a possessive or a name gives to the noun phrase whose first word is at `left`: "its", "Acme's". */
export function ownerAt(tokens: readonly Token[], left: number): { filler: Filler; index: number } | null {
  const before = tokens[left - 1];
  if (before === undefined) return null;
  if (before.kind === 'word' && POSSESSIVES.has(before.lower))
    return { filler: pronounFiller(before), index: left - 1 };
  if (before.kind === 'possessive') {
    const host = tokens[left - 2];
    if (host?.kind === 'organization' || host?.kind === 'person')
      return { filler: { ...fillerOf(host), percent: null }, index: left - 2 };
    if (host !== undefined && WORD_FILLERS.test(host.lower)) return { filler: pronounFiller(host), index: left - 2 };
  }
  return null;
}
