import { NEEDS_HOLDING } from '../lexicon/deals.ts';
import type { DealSense } from '../lexicon/deals.ts';
import { PREPOSITIONS } from '../lexicon/function-words.ts';
import type { Claim, Filler } from './claim.ts';
import { fillerOf, quantityFrom } from './filler.ts';
import { phraseFrom } from './noun-phrase.ts';
import { byBehind, coordinated, measuredObject, passiveObject } from './passive.ts';
import { agreedWith, behindAside, besideFrom, phraseBefore, sideFirst } from './sides.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';
import type { Token } from './tokens.ts';
import { groupAt } from './verbs.ts';
import type { VerbGroup } from './verbs.ts';

function whollyDenied(group: VerbGroup, subject: Subject | null): boolean {
  return group.denied || subject?.denied === true;
}

function claimOf(
  tokens: readonly Token[],
  group: VerbGroup,
  construction: string,
  agent: Filler | null,
  object: Filler | null,
  subject: Subject | null,
  beside: ReadonlyMap<string, Filler>,
): Claim<DealSense> {
  const spans = [agent, object, ...beside.values()].filter((one) => one !== null);
  const noLonger =
    tokens[group.first - 1]?.lower === 'no' || (group.denied && tokens[group.at - 1]?.lower === 'longer');
  return {
    sense: group.sense,
    construction,
    agent,
    object,
    beside,
    past:
      noLonger || (group.sense === 'own' && tokens.slice(group.first, group.at).some(({ lower }) => lower === 'had')),
    denied: whollyDenied(group, subject),
    modality: subject?.conditional === true ? 'possible' : group.modality,
    infinitive: group.infinitive,
    start: Math.min(tokens[group.first]!.start, ...spans.map(({ start }) => start)),
    end: Math.max(tokens[Math.max(group.at, group.particle)]!.end, ...spans.map(({ end }) => end)),
  };
}

function mayTake(group: VerbGroup, object: Filler | null): boolean {
  return object === null || !NEEDS_HOLDING.has(group.base) || object.carrier !== null || object.percent !== null;
}

/** The claims of the verb at `at`: active, passive, reduced ("held by"), infinitive. */
export function verbClaims(tokens: readonly Token[], at: number): Claim<DealSense>[] {
  const group = groupAt(tokens, at);
  if (group === null) return [];
  const after = Math.max(group.at + 1, group.particle === group.at + 1 ? group.particle + 1 : 0);
  const participle = group.form === 'past' || group.form === 'participle';
  const agentBehind = participle && byBehind(tokens, after);
  // "75% owned by Acme and 25% owned by Borealis": the second share is read with the first.
  if (!group.passive && group.percent !== null && tokens[group.first - 1]?.lower === 'and') return [];
  // "owned or leased by", "receives the shares": things are used, not companies held.
  if (
    group.sense === 'own' &&
    /^(?:or|and)$/.test(tokens[after]?.lower ?? '') &&
    /^(?:leas|licen|operat|us)ed$/.test(tokens[after + 1]?.lower ?? '')
  )
    return [];
  if (/^(?:take|receive)$/.test(group.base) && !takesShare(tokens, after)) return [];
  if (group.passive || (participle && agentBehind)) {
    const by = tokens.findIndex(({ lower }, index) => index >= after && index - after <= 6 && lower === 'by');
    const beside = besideFrom(tokens, by < 0 ? after : by);
    const object = group.passive && !agentBehind && beside.size === 0 ? null : passiveObject(tokens, group);
    if (object === null) return [];
    const agent = beside.get('by') ?? null;
    if (!mayTake(group, object.filler) && !/^(?:own|hold|control)$/.test(group.base)) return [];
    const measured = measuredObject(tokens, group, object.filler, after);
    const claim = claimOf(
      tokens,
      group,
      group.passive ? 'passive' : 'held-by',
      agent,
      measured,
      object.subject,
      beside,
    );
    return [claim, ...shareClaims(tokens, group, claim, after)];
  }
  const bare = participle ? acquiredAlone(tokens, group) : null;
  if (bare !== null) return [bare];
  if (participle && (group.percent !== null || group.measure !== '')) return [];
  if (
    participle &&
    /^(?:businesses|business|company|companies|entity|entities|operations|assets)$/.test(tokens[after]?.lower ?? '')
  )
    return [];
  if (group.base === 'invest') return investClaims(tokens, group, after);
  const relative = objectRelative(tokens, group);
  if (relative !== null) return [relative];
  const start = behindAside(tokens, after);
  const side = sideFirst(tokens, start);
  const phrase = phraseFrom(tokens, side?.next ?? start);
  const beside = besideFrom(tokens, phrase?.next ?? side?.next ?? start);
  if (side !== null && !beside.has(side.word)) beside.set(side.word, side.filler);
  const shared = phrase === null && group.sense === 'own' ? sharedObject(tokens, start) : null;
  if (shared !== null) {
    const subject = subjectOf(tokens, group.first, coordinated(tokens, group.first));
    return [claimOf(tokens, group, 'shared-object', subject?.filler ?? null, shared, subject, new Map())];
  }
  if (phrase === null && beside.size === 0) return [];
  const object =
    phrase === null
      ? null
      : group.sense === 'dilute'
        ? { ...phrase.filler, percent: raisedTo(tokens, phrase.next) ?? phrase.filler.percent }
        : phrase.filler;
  if (!mayTake(group, object)) return [];
  if (group.infinitive || group.form === 'gerund') agreedWith(tokens, group.first, group.sense, beside);
  const open = group.infinitive || group.form === 'gerund' || coordinated(tokens, group.first);
  const owned = group.sense === 'belong' ? phraseBefore(tokens, group.first) : null;
  const subject = subjectOf(tokens, group.first, open);
  if (owned !== null) return [claimOf(tokens, group, 'belongs', owned.filler, null, null, beside)];
  const first = claimOf(
    tokens,
    group,
    group.infinitive ? 'infinitive' : 'active',
    subject?.filler ?? null,
    object,
    subject,
    beside,
  );
  return [
    first,
    ...furtherObjects(tokens, phrase?.next ?? tokens.length).map((more) => ({
      ...first,
      object: more,
      end: Math.max(first.end, more.end),
    })),
  ];
}

/** "Acme, a company", "Acme is the company": a noun with an article says what the name at `at` is. */
function explained(tokens: readonly Token[], at: number): boolean {
  const link = tokens[at + 1]?.lower;
  return (
    (link === ',' || link === 'is') && /^(?:a|an|the|one|its|our|their|another)$/.test(tokens[at + 2]?.lower ?? '')
  );
}

/** The name before ", a company" at `at`. */
function apposedHost(tokens: readonly Token[], at: number): Token | undefined {
  for (let before = at; before >= 0 && at - before <= 6; before--) {
    const { kind, lower } = tokens[before]!;
    if (kind === 'organization') return explained(tokens, before) ? tokens[before] : undefined;
    if (kind === 'mark' && lower !== ',') return undefined;
  }
  return undefined;
}

/** "Acme, which Borealis had held for eleven years": the name before the pronoun is what the verb takes. */
function objectRelative(tokens: readonly Token[], group: VerbGroup): Claim<DealSense> | null {
  if (NEEDS_HOLDING.has(group.base) && group.base !== 'hold' && group.base !== 'have') return null;
  let at = group.first - 1;
  const subject = tokens[at];
  if (subject?.kind !== 'organization' && subject?.kind !== 'word') return null;
  if (subject.kind === 'word' && !/^(?:it|we|they|company)$/.test(subject.lower)) return null;
  while (at > 0 && tokens[at - 1]!.lower === 'the') at--;
  const pronoun = tokens[at - 1]?.lower;
  if (pronoun !== 'which' && pronoun !== 'that') return null;
  let before = at - 2;
  const share = tokens[before]?.lower === 'in' || tokens[before]?.lower === 'of';
  if (share) before--;
  if (!share && PREPOSITIONS.has(tokens[before]?.lower ?? '')) return null;
  if (tokens[before]?.lower === ',') before--;
  // "Acme, a company that Borealis acquired".
  const host = tokens[before]?.kind === 'organization' ? tokens[before] : apposedHost(tokens, before);
  if (host?.kind !== 'organization') return null;
  const quantity = quantityFrom(tokens, group.at + 1);
  if (!share && (quantity.percent !== null || quantity.carrier !== null)) return null;
  if (share && quantity.carrier === null && quantity.percent === null && !quantity.majority) return null;
  const agent =
    subject.kind === 'organization'
      ? fillerOf(subject)
      : { ...fillerOf(subject), pronoun: { word: subject.lower, at: subject.start } };
  const object = { ...fillerOf(host), ...quantity, end: Math.max(host.end, tokens[group.at]!.end) };
  return claimOf(
    tokens,
    group,
    'object-relative',
    { ...agent, percent: null },
    object,
    null,
    besideFrom(tokens, group.at + 1),
  );
}

/** "raised its stake in Acme from 45% to 75%": what it is now. */
function raisedTo(tokens: readonly Token[], at: number): number | null {
  for (let index = at; index < tokens.length && index - at < 8; index++)
    if (tokens[index]!.lower === 'to' && tokens[index + 1]?.kind === 'percent') return tokens[index + 1]!.value ?? null;
  return null;
}

/** "the newly acquired Acme", "Acme, acquired in January": who bought is the one that speaks. */
function acquiredAlone(tokens: readonly Token[], group: VerbGroup): Claim<DealSense> | null {
  if (group.sense !== 'buy' || group.base !== 'acquire') return null;
  const before = tokens[group.at - 1];
  const behind = tokens[group.at + 1];
  const newly = /^(?:newly|recently)$/.test(before?.lower ?? '') && behind?.kind === 'organization';
  const dated =
    before?.lower === ',' &&
    tokens[group.at - 2]?.kind === 'organization' &&
    (behind?.kind === 'number' ||
      /^(?:in|on|during|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
        behind?.lower ?? '',
      ));
  if (!newly && !dated) return null;
  const object = newly ? behind : tokens[group.at - 2]!;
  const agent = { ...fillerOf(tokens[group.at]!), pronoun: { word: 'we', at: tokens[group.at]!.start } };
  return claimOf(tokens, { ...group, first: group.at }, 'acquired-alone', agent, fillerOf(object), null, new Map());
}

/** "owns 51% and Borealis owns 49% of Acme": the object stands behind the second share. */
function sharedObject(tokens: readonly Token[], at: number): Filler | null {
  const quantity = quantityFrom(tokens, at);
  if (quantity.percent === null) return null;
  for (let index = at + 1; index < tokens.length && index - at < 12; index++) {
    if (tokens[index]!.kind !== 'percent') continue;
    const phrase = phraseFrom(tokens, index);
    return phrase === null ? null : { ...phrase.filler, percent: quantity.percent };
  }
  return null;
}

/** "a 33% interest in Acme and a 20% interest in Borealis": what else the verb takes. */
function furtherObjects(tokens: readonly Token[], from: number): Filler[] {
  const found: Filler[] = [];
  let at = from;
  while (found.length < 12) {
    if (tokens[at]?.lower === ',') at++;
    if (tokens[at]?.lower === 'and') at++;
    if (at === from || !tokens.slice(at, at + 3).some(({ kind }) => kind === 'percent')) return found;
    const phrase = phraseFrom(tokens, at);
    if (phrase === null || phrase.filler.percent === null) return found;
    found.push(phrase.filler);
    from = at = phrase.next;
  }
  return found;
}

/** "has invested $5 million in Acme". */
function investClaims(tokens: readonly Token[], group: VerbGroup, after: number): Claim<DealSense>[] {
  const at = tokens.findIndex(({ lower }, index) => index >= after && index - after <= 8 && lower === 'in');
  const named = at < 0 ? undefined : tokens[at + 1];
  if (named?.kind !== 'organization' || !named.organization!.sure) return [];
  const subject = subjectOf(tokens, group.first, group.infinitive || coordinated(tokens, group.first));
  const object: Filler = { ...fillerOf(named), carrier: 'holding' };
  return [
    claimOf(tokens, { ...group, sense: 'own' }, 'invested-in', subject?.filler ?? null, object, subject, new Map()),
  ];
}

/** "owned 75% by Acme and 25% by Borealis": each further share with its holder. */
function shareClaims(
  tokens: readonly Token[],
  group: VerbGroup,
  first: Claim<DealSense>,
  after: number,
): Claim<DealSense>[] {
  const found: Claim<DealSense>[] = [];
  for (let at = after + 2; at < tokens.length && at - after < 24; at++) {
    if (tokens[at]!.kind !== 'percent') continue;
    const by = tokens.slice(at + 1, at + 3).findIndex(({ lower }) => lower === 'by');
    const holder = by < 0 ? undefined : tokens[at + 2 + by];
    if (holder?.organization === undefined || first.object === null) continue;
    found.push({
      ...first,
      agent: fillerOf(holder),
      object: { ...first.object, percent: tokens[at]!.value ?? null },
      end: holder.end,
      construction: `${first.construction}-share`,
    });
  }
  return found.filter(
    ({ agent }) => agent!.organizations[0] !== first.agent?.organizations[0] && group.sense === 'own',
  );
}

/** A percentage or a stake behind "takes" and "receives": what else they take is no holding. */
function takesShare(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at, at + 5)
    .some(({ kind, lower }) => kind === 'percent' || /^(?:stake|interest|shareholding)$/.test(lower));
}
