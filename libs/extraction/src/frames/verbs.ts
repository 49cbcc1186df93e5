import { DEAL_VERBS, type DealSense } from '../lexicon/deals.ts';
import { formsOf, type VerbForm } from '../lexicon/inflect.ts';
import {
  ADVERBS,
  AUXILIARIES,
  BE,
  CONJUNCTIONS,
  PREPOSITIONS,
  isAdverb,
  MODALS_OPEN,
  NEGATIONS,
  POSSESSIVES,
} from '../lexicon/function-words.ts';
import type { Modality } from './claim.ts';
import type { Token } from './tokens.ts';

/** A verb of the lexicon as it stands in a sentence. */
export interface FoundVerb {
  readonly base: string;
  readonly sense: DealSense;
  readonly form: VerbForm;
  /** Index of the particle that belongs to it ("took OVER"), or -1. */
  readonly particle: number;
}

interface Entry {
  readonly base: string;
  readonly sense: DealSense;
  readonly form: VerbForm;
  readonly particle: string;
}

const ENTRIES: ReadonlyMap<string, readonly Entry[]> = makeEntries();

function makeEntries(): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const [sense, verbs] of Object.entries(DEAL_VERBS) as [DealSense, readonly string[]][]) {
    for (const verb of verbs) {
      const [base, particle = ''] = verb.split(' ') as [string, string?];
      for (const [printed, form] of formsOf(base)) {
        const entries = found.get(printed) ?? [];
        entries.push({ base: verb, sense, form, particle });
        found.set(printed, entries);
      }
    }
  }
  // The longer verb first: "dispose of" before "dispose".
  for (const entries of found.values()) entries.sort((a, b) => b.particle.length - a.particle.length);
  return found;
}

const PARTICLE_REACH = 6;

/** Whether the printed word, in small letters, is a form of a verb of the lexicon. One look-up. */
export function isVerbForm(word: string): boolean {
  return ENTRIES.has(word);
}

/** "has 9.9% of": "have" is a verb of its own before a share of something. */
function takesHolding(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < tokens.length && next <= at + 4; next++) {
    const { kind, lower } = tokens[next]!;
    if (kind === 'percent' || /^(?:stake|shareholding|holding|interest)$/.test(lower)) return true;
    if (kind === 'number' && /^(?:of|million|shares)$/.test(tokens[next + 1]?.lower ?? '')) continue;
    if (lower === 'shares' && tokens[next - 1]?.kind === 'number') return true;
    if (/^(?:million|of)$/.test(lower)) continue;
    if (POSSESSIVES.has(lower) && /^shares?$/.test(tokens[next + 1]?.lower ?? '')) return true;
    if (
      kind !== 'word' ||
      (!isAdverb(lower) && !/^(?:a|an|the|controlling|minority|majority|economic|equity)$/.test(lower))
    )
      return false;
  }
  return false;
}

/** The verb at the token, or null. */
export function verbAt(tokens: readonly Token[], at: number): FoundVerb | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const entries = ENTRIES.get(token.lower);
  if (entries === undefined) return null;
  for (const { base, sense, form, particle } of entries) {
    if (base === 'have' && !takesHolding(tokens, at)) continue;
    if (particle === '') return { base, sense, form, particle: -1 };
    for (let next = at + 1; next < tokens.length && next <= at + PARTICLE_REACH; next++) {
      if (tokens[next]!.lower === particle) return { base, sense, form, particle: next };
      if (particle === 'of' || tokens[next]!.kind === 'mark') break;
    }
  }
  return null;
}

/** A verb with what stands before it: "has not yet been acquired", "to acquire". */
export interface VerbGroup extends FoundVerb {
  /** Index of the verb itself, and of the first word of the group. */
  readonly at: number;
  readonly first: number;
  readonly passive: boolean;
  /** "to acquire": who acts is the one who agreed, planned or offered to. */
  readonly infinitive: boolean;
  readonly denied: boolean;
  readonly modality: Modality;
  readonly perfect: boolean;
  /** "70% owned", "majority owned". */
  readonly percent: number | null;
  readonly measure: string;
}

const MEASURES = new Set('majority wholly fully partly jointly equally minority entirely'.split(' '));

/** A word behind which a gerund is a verb: "by acquiring", "and holding", "is selling"; behind a noun or "the" it is none. */
function startsGerund(word: string): boolean {
  return PREPOSITIONS.has(word) || AUXILIARIES.has(word) || CONJUNCTIONS.has(word) || isAdverb(word);
}

/** "an agreement under which Acme would acquire": what it provides for is agreed. */
function underWhich(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 6), at).some(({ lower }) => lower === 'which' || lower === 'whereby');
}

function isLinking(word: string): boolean {
  return AUXILIARIES.has(word) || isAdverb(word) || NEGATIONS.has(word);
}

/** The group that the verb at `at` closes. */
export function groupAt(tokens: readonly Token[], at: number): VerbGroup | null {
  const verb = verbAt(tokens, at);
  if (verb === null) return null;
  let first = at;
  let passive = false;
  let infinitive = false;
  let denied = false;
  let perfect = false;
  let modality: Modality = 'stated';
  let percent: number | null = null;
  let measure = '';
  for (let before = at - 1; before >= 0 && at - before <= 8; before--) {
    const token = tokens[before]!;
    const word = token.lower;
    if (token.kind === 'mark' && word === ',' && isAdverb(tokens[before - 1]?.lower ?? '')) continue;
    if (token.kind === 'percent' && (verb.form === 'past' || verb.form === 'participle')) {
      percent ??= token.value ?? null;
      first = before;
      continue;
    }
    if (token.kind === 'mark' && word === '-' && tokens[before - 1]?.kind === 'percent') continue;
    if (token.kind !== 'word') break;
    if (MEASURES.has(word) && (verb.form === 'past' || verb.form === 'participle')) {
      measure = word;
      first = before;
      continue;
    }
    if (word === 'to') infinitive = true;
    else if (NEGATIONS.has(word)) denied = true;
    else if (AUXILIARIES.has(word)) {
      if (BE.has(word) && (verb.form === 'past' || verb.form === 'participle')) passive = true;
      if (word === 'has' || word === 'have' || word === 'had') perfect = true;
      if (MODALS_OPEN.has(word))
        modality = word === 'would' && (verb.sense === 'merge' || underWhich(tokens, before)) ? 'planned' : 'possible';
      if (word === 'will' || word === 'shall') modality = 'planned';
    } else if (!ADVERBS.has(word) && !isAdverb(word)) break;
    first = before;
    if (word === 'to' && !AUXILIARIES.has(tokens[before - 1]?.lower ?? '')) break;
  }
  const alone = first === at;
  const previous = tokens[at - 1];
  // "Form 10-K", "they own", "its controlling shareholder", "a company holding".
  if (verb.form === 'base' && alone && !/^(?:we|they|i|you|who)$/.test(previous?.lower ?? '')) return null;
  if (verb.form === 'gerund' && alone && previous?.kind === 'word' && !startsGerund(previous.lower)) return null;
  if (verb.form === 'gerund' && previous?.kind === 'possessive') return null;
  if (
    infinitive &&
    tokens
      .slice(Math.max(0, first - 3), first)
      .some(({ lower }) => /^(?:options?|rights?|warrants?|opportunity)$/.test(lower))
  )
    modality = 'possible';
  // "may be deemed to beneficially own": so a holder says what is held.
  if (infinitive && tokens[first - 1]?.lower === 'deemed') {
    first--;
    for (; isLinking(tokens[first - 1]?.lower ?? ''); first--) denied ||= NEGATIONS.has(tokens[first - 1]!.lower);
    return { ...verb, at, first, passive, infinitive: false, denied, modality: 'stated', perfect, percent, measure };
  }
  if (infinitive && modality === 'stated') modality = 'planned';
  return { ...verb, at, first, passive, infinitive, denied, modality, perfect, percent, measure };
}
