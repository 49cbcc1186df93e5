import { NEEDS_HOLDING } from '../lexicon/deals.ts';
import type { DealSense } from '../lexicon/deals.ts';
import { AUXILIARIES, NEGATIONS, PREPOSITIONS } from '../lexicon/function-words.ts';
import type { Claim, Filler } from './claim.ts';
import { fillerOf, organizationsFrom, percentAside, phraseFrom, quantityFrom, type Phrase } from './noun-phrase.ts';
import { subjectOf, type Subject } from './subject.ts';
import type { Token } from './tokens.ts';
import { groupAt, verbAt, type VerbGroup } from './verbs.ts';

const BESIDE = new Set('by from to with into through for'.split(' '));
const BESIDE_REACH = 40;
const SIDES_END = new Set([';', ':']);

/** What prepositions behind a verb or noun name: "to Borealis plc", "from Acme AG". The first of each counts. */
export function besideFrom(tokens: readonly Token[], from: number): Map<string, Filler> {
  const found = new Map<string, Filler>();
  for (let at = from; at < tokens.length && at - from < BESIDE_REACH; at++) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'mark' && SIDES_END.has(lower)) break;
    if (kind !== 'word') continue;
    // A new clause with a verb of its own has sides of its own.
    const verb = at > from ? verbAt(tokens, at) : null;
    if (verb !== null && verb.form !== 'gerund' && lower !== 'offer' && lower !== 'purchase') break;
    if (AUXILIARIES.has(lower) && at > from + 1) break;
    if (!BESIDE.has(lower) || found.has(lower)) continue;
    if (lower === 'to' && tokens[at + 1]?.kind === 'word' && verbAt(tokens, at + 1) !== null) break;
    const phrase = sideAt(tokens, at + 1);
    if (phrase !== null) found.set(lower, phrase.filler);
  }
  return found;
}

/** A side of a deal: a name, be it behind "a subsidiary of" or "affiliates of". */
function sideAt(tokens: readonly Token[], at: number): Phrase | null {
  const house = tokens[at + 1];
  if (
    /^(?:a|an)$/.test(tokens[at]?.lower ?? '') &&
    house?.kind === 'organization' &&
    /^(?:affiliate|subsidiary|unit|fund|vehicle)$/.test(tokens[at + 2]?.lower ?? '')
  )
    return { filler: fillerOf(house), next: at + 3 };
  const phrase = phraseFrom(tokens, at);
  if (phrase !== null) return phrase;
  // "an investor group led by Vector Capital", "a company controlled by X", "a fund advised by X".
  for (let index = at; index < tokens.length && index - at <= 9; index++) {
    const token = tokens[index]!;
    if (token.kind === 'organization' || token.kind === 'mark') return null;
    if (
      token.lower === 'by' &&
      /^(?:led|controlled|owned|advised|managed|formed|sponsored|headed|backed|lead)$/.test(
        tokens[index - 1]?.lower ?? '',
      )
    ) {
      return tokens[index + 1]?.kind === 'organization' ? nameAt(tokens, index + 1) : null;
    }
    if (
      token.lower === 'of' &&
      /^(?:affiliate|affiliates|funds?|unit|subsidiary|vehicle|consortium|group)$/.test(tokens[index - 1]?.lower ?? '')
    )
      return tokens[index + 1]?.kind === 'organization' ? nameAt(tokens, index + 1) : null;
    if (PREPOSITIONS.has(token.lower)) return null;
  }
  return null;
}

function nameAt(tokens: readonly Token[], at: number): Phrase {
  const { list, next } = organizationsFrom(tokens, at);
  return { filler: { ...fillerOf(tokens[at]!), organizations: list }, next };
}

/** The phrase that ends right before `end`: what a passive or reduced clause is about. */
export function phraseBefore(tokens: readonly Token[], end: number): Phrase | null {
  let at = end - 1;
  if (tokens[at]?.lower === 'turn' && tokens[at - 1]?.lower === 'in') at -= 2;
  if (tokens[at]?.lower === ',') at--;
  const last = tokens[at];
  if (last === undefined) return null;
  if (/^(?:which|that|who)$/.test(last.lower)) return phraseBefore(tokens, at);
  // Back to where a phrase can begin, then forward: the phrase must end where we began. The longest one counts.
  let longest: Phrase | null = null;
  for (let first = at, steps = 0; first >= 0 && steps < 16; first--, steps++) {
    const token = tokens[first]!;
    if (token.kind === 'mark' && token.lower !== ',' && token.lower !== '-') break;
    if (token.kind === 'mark') continue;
    const before = tokens[first - 1];
    const opens =
      before === undefined ||
      before.kind === 'mark' ||
      (before.kind === 'word' &&
        (PREPOSITIONS.has(before.lower)
          ? !/^(?:of|in)$/.test(before.lower)
          : /^(?:and|that|which|while|but|said|where|when|whereby|if)$/.test(before.lower)));
    if (!opens && !(token.kind === 'organization' && before?.kind === 'word' && before.lower === 'the')) continue;
    const phrase = phraseFrom(tokens, first);
    if (phrase !== null && phrase.next >= at && phrase.next <= at + 2) longest = phrase;
  }
  if (longest !== null) return longest;
  if (last.kind === 'organization') {
    return { filler: { ...fillerOf(last), percent: percentAside(last) }, next: end };
  }
  return null;
}

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

/** The name before ", a company" at `at`. */
function apposedHost(tokens: readonly Token[], at: number): Token | undefined {
  for (let before = at; before >= 0 && at - before <= 6; before--) {
    const { kind, lower } = tokens[before]!;
    if (kind === 'organization')
      return tokens[before + 1]?.lower === ',' || tokens[before + 1]?.lower === 'is' ? tokens[before] : undefined;
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

/** "an agreement with Acme to sell": the other side stands before the verb. */
export function agreedWith(
  tokens: readonly Token[],
  first: number,
  sense: DealSense,
  beside: Map<string, Filler>,
): void {
  const side = sense === 'sell' ? 'to' : sense === 'buy' ? 'from' : null;
  if (side === null || beside.has(side)) return;
  for (let at = first - 1; at >= 0 && first - at <= 24; at--) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'mark' && lower === ';') return;
    if (
      lower !== 'with' ||
      !tokens
        .slice(Math.max(0, at - 5), at)
        .some((token) => /^(?:agreements?|agreed|contract|deal|deed|letter|terms)$/.test(token.lower))
    )
      continue;
    const named = tokens[at + 1]?.kind === 'organization' ? nameAt(tokens, at + 1) : null;
    if (named !== null) beside.set(side, named.filler);
    return;
  }
}

/** "owns, directly or indirectly, 62%": behind an aside between commas. */
function behindAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.lower !== ',') return at;
  const closing = tokens.findIndex(({ lower }, index) => index > at && lower === ',');
  return closing > 0 && closing - at <= 9 ? closing + 1 : at;
}

/** "acquire from Acme its 70% holding in": a side stands between the verb and what it takes. */
function sideFirst(tokens: readonly Token[], at: number): { word: string; filler: Filler; next: number } | null {
  const word = tokens[at]?.lower ?? '';
  if (word !== 'from' && word !== 'to') return null;
  const phrase = phraseFrom(tokens, at + 1);
  if (phrase === null) return null;
  let { next } = phrase;
  // ", subject to approval,": an aside between commas.
  if (tokens[next]?.lower === ',') {
    const closing = tokens.findIndex((token, index) => index > next && token.lower === ',');
    next = closing > 0 && closing - next < 14 ? closing + 1 : next + 1;
  }
  return { word, filler: phrase.filler, next };
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

function coordinated(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]?.lower ?? '';
  return before === 'and' || before === ',' || before === 'or' || before === 'then' || before === 'but';
}

function byBehind(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < tokens.length && index - at <= 9; index++) {
    const { kind, lower } = tokens[index]!;
    if (lower === 'by') return true;
    if (kind === 'mark' && lower !== ',' && tokens[index - 1]?.kind !== 'number') return false;
    if (kind === 'organization' || (kind === 'word' && AUXILIARIES.has(lower)) || NEGATIONS.has(lower)) return false;
  }
  return false;
}

/** "owned 75% by Acme", "70% owned by Acme": the share belongs to what is owned. */
function measuredObject(tokens: readonly Token[], group: VerbGroup, object: Filler, after: number): Filler {
  const behind = tokens[after]?.kind === 'percent' ? (tokens[after]!.value ?? null) : null;
  const percent = group.percent ?? behind ?? object.percent;
  return {
    ...object,
    percent,
    majority: object.majority || group.measure === 'majority',
    whole: object.whole || /^(?:wholly|fully|entirely)$/.test(group.measure),
  };
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

/** "Acme, 65% of whose shares are owned by": the name before the comma. */
function whoseShares(tokens: readonly Token[], end: number): Filler | null {
  for (let at = end - 1; at >= 0 && end - at <= 6; at--) {
    if (tokens[at]!.lower !== 'whose') continue;
    let host = at - 1;
    while (host >= 0 && (tokens[host]!.kind === 'percent' || /^(?:of|all|,|most|half)$/.test(tokens[host]!.lower)))
      host--;
    if (tokens[host]?.kind !== 'organization') return null;
    return { ...fillerOf(tokens[host]!), ...quantityFrom(tokens, host + 2) };
  }
  return null;
}

function passiveObject(tokens: readonly Token[], group: VerbGroup): { filler: Filler; subject: Subject | null } | null {
  const whose = whoseShares(tokens, group.first);
  if (whose !== null) return { filler: whose, subject: null };
  const before = phraseBefore(tokens, group.first);
  if (before !== null) return { filler: before.filler, subject: null };
  if (!group.passive || group.sense === 'found') return null;
  const subject = subjectOf(tokens, group.first, group.infinitive || coordinated(tokens, group.first));
  return subject === null ? null : { filler: subject.filler, subject };
}
