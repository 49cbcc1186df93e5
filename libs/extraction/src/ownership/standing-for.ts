import type { Filler } from '../frames/claim.ts';
import type { NamedOrganization, Token } from '../frames/tokens.ts';
import type { Reading, Sentence } from '../reading/index.ts';
import { RELATION_NOUNS } from '../lexicon/deals.ts';
import { isObject } from '../frames/subject.ts';

/** An organization by its full name and as it stands here. */
export interface Side {
  readonly name: string;
  readonly printed: string;
  readonly sure: boolean;
  /** It may be a person. */
  readonly person?: boolean;
  /** "the" or "a" stands right before it. */
  readonly article?: boolean;
  /** A percentage in the parentheses behind it. */
  readonly share?: number;
}

const FIRST_PERSON = new Set('we our us ours my i'.split(' '));
const OF_THE_FILER = /^(?:company|group|corporation|registrant|issuer|partnership|trust|fund|bank)$/;
const NOBODY = /^(?:he|she|his|her|him|them|your|purchaser|buyer|parent|seller|offeror|bidder|acquirer)$/;
/** Sentences before this one in which the subject of the paragraph is looked for. */
const LOOK_BACK = 4;
/** The subject stands first, or behind a time: "In 2006, Acme". */
const OPENS = /^(?:(?:in|on|during|since|as of|at|effective|prior to) [^,]{2,30}(?:, \d{4})?, )?(?:\W{0,3}|the )$/iu;
const ABOUT = /^\s*about\s/iu;

function topicOf(reading: Reading, sentence: Sentence): string | undefined {
  const block = reading.blocks[sentence.block];
  if (block === undefined) return undefined;
  let at = sentence.start;
  for (let step = 0; step < LOOK_BACK && at > block.start; step++) {
    const before = reading.sentencesIn({ start: Math.max(block.start, at - 2500), end: at }).at(-1);
    if (before === undefined) break;
    const first = reading.organizationsIn(before)[0];
    if (first !== undefined && OPENS.test(reading.text.slice(before.start, first.start))) return first.name;
    at = before.start;
  }
  const above = reading.blocks[sentence.block - 1];
  if (above === undefined || above.end - above.start > 100) return undefined;
  if (!ABOUT.test(reading.text.slice(above.start, above.end))) return undefined;
  return reading.organizationsIn(above)[0]?.name;
}

function side(reading: Reading, organization: NamedOrganization): Side {
  const { name, printed, sure, start, person, share } = organization;
  const article = /(?<![\p{L}])(?:the|an?)\s+$/iu.test(reading.text.slice(Math.max(0, start - 5), start));
  return {
    name,
    printed,
    sure,
    article,
    ...(person === true ? { person } : {}),
    ...(share === undefined ? {} : { share }),
  };
}

/** "Acme, its subsidiary": the name is a subsidiary of whom the words mean. */
function isExplained(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.lower !== ',' || !/^(?:its|our|their|a|an)$/.test(tokens[at + 2]?.lower ?? '')) return false;
  return tokens.slice(at + 3, at + 9).some(({ lower }) => RELATION_NOUNS.get(lower) === 'subsidiary');
}

/** "Acme's income is due to its subsidiary", "In 2006, Acme and its subsidiary": the name opens the sentence or a clause of it. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  return at === 0 || tokens[at - 1]!.lower === ',' || (at === 1 && tokens[0]!.lower === 'the');
}

/** The nearest name before the offset that a clause may be about. */
function nearest(reading: Reading, tokens: readonly Token[], before: number): Side | undefined {
  let object: Side | undefined;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!;
    if (token.end > before || token.organization === undefined) continue;
    if (!token.organization.sure && !opensClause(tokens, at)) continue;
    if (RELATION_NOUNS.has(tokens[at - 1]?.lower ?? '') || isExplained(tokens, at)) continue;
    if (isObject(tokens, at) || tokens[at + 1]?.kind === 'possessive') object ??= side(reading, token.organization);
    else return side(reading, token.organization);
  }
  return object;
}

/** "Acme and its subsidiary", "Acme, through its unit": the name right before the possessive. */
function beside(reading: Reading, tokens: readonly Token[], before: number): Side | undefined {
  let at = tokens.findIndex((token) => token.start >= before) - 1;
  while (/^(?:and|or|,|through|via|by|with|for|together|along|from)$/.test(tokens[at]?.lower ?? '')) at--;
  if (RELATION_NOUNS.has(tokens[at - 1]?.lower ?? '')) return undefined;
  const organization = tokens[at]?.organization;
  return organization === undefined ? undefined : side(reading, organization);
}

/** "Prior to its acquisition by Acme, Borealis made lenses": the subject behind the comma. */
function followed(reading: Reading, tokens: readonly Token[], after: number): Side | undefined {
  if (!/^(?:prior|following|after|upon|before|since|until|subsequent|pending)$/.test(tokens[0]!.lower))
    return undefined;
  const comma = tokens.findIndex(({ lower, start }) => start > after && lower === ',');
  const at = tokens[comma + 1]?.lower === 'the' ? comma + 2 : comma + 1;
  const organization = comma < 0 ? undefined : tokens[at]?.organization;
  return organization?.sure === true && tokens[0]!.start > after - 30 ? side(reading, organization) : undefined;
}

/** "was notified by Acme that it holds": who tells is meant. */
function toldBy(reading: Reading, tokens: readonly Token[], at: number): Side | undefined {
  const index = tokens.findIndex(({ start }) => start >= at);
  const organization = tokens[index - 1]?.lower === 'that' ? tokens[index - 2]?.organization : undefined;
  const by = tokens[index - 3]?.lower;
  return organization?.sure === true && (by === 'by' || by === 'from') ? side(reading, organization) : undefined;
}

const KIND_WORD = /^(?:bank|fund|trust|partnership)$/i;

/** "the Bank" of a filer that is none: the bank that was named last. */
function ofKind(reading: Reading, organization: NamedOrganization): NamedOrganization {
  const { printed, start, name } = organization;
  if (!KIND_WORD.test(printed) || name !== reading.filer || reading.filer.toLowerCase().includes(printed.toLowerCase()))
    return organization;
  const before = reading.organizationsIn({ start: Math.max(0, start - 3000), end: start });
  const word = new RegExp(`\\b${printed}\\b`, 'i');
  const last = before.filter((one) => one.printed !== printed && word.test(one.name)).at(-1);
  return last === undefined ? organization : { ...organization, name: last.name };
}

/** The organizations that a filler names or stands for; empty where the words stand for a person or for nobody known. */
export function sidesOf(reading: Reading, tokens: readonly Token[], sentence: Sentence, filler: Filler | null): Side[] {
  if (filler === null) return [];
  if (filler.organizations.length > 0) {
    const sides = filler.organizations.map((one) => side(reading, ofKind(reading, one)));
    // "Acme Holdings Ltd., or Acme": one company.
    const byName = new Map<string, Side>();
    for (const one of sides) if (!byName.has(one.name)) byName.set(one.name, one);
    return [...byName.values()];
  }
  const { pronoun } = filler;
  if (pronoun === null || NOBODY.test(pronoun.word) || reading.filer === '') return [];
  const filer: Side = { name: reading.filer, printed: reading.filer, sure: true };
  if (FIRST_PERSON.has(pronoun.word) || OF_THE_FILER.test(pronoun.word)) return [filer];
  const told = toldBy(reading, tokens, pronoun.at);
  if (told !== undefined) return [told];
  const named =
    (/^(?:its|their)$/.test(pronoun.word) ? beside(reading, tokens, pronoun.at) : undefined) ??
    nearest(reading, tokens, pronoun.at);
  if (named !== undefined) return [named];
  const ahead = followed(reading, tokens, pronoun.at);
  if (ahead !== undefined) return [ahead];
  const topic = topicOf(reading, sentence);
  return [topic === undefined ? filer : { name: topic, printed: topic, sure: true }];
}
