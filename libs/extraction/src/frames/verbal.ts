import { NEEDS_HOLDING } from '../lexicon/deals.ts';
import type { DealSense } from '../lexicon/deals.ts';
import type { Claim, Filler } from './claim.ts';
import { conductClaims } from './conducted.ts';
import { fillerOf } from './filler.ts';
import { firstWithin } from './look-ahead.ts';
import { phraseFrom } from './noun-phrase.ts';
import { byBehind, coordinated, measuredObject, passiveObject } from './passive.ts';
import { agreedWith, behindAside, besideFrom, phraseBefore, sideFirst } from './sides.ts';
import { subjectOf } from './subject.ts';
import type { Token } from './tokens.ts';
import {
  furtherObjects,
  gappedClaims,
  impliedShares,
  sharedAssets,
  sharedObject,
  shareClaims,
  throughClaims,
} from './further.ts';
import { objectRelative } from './relative.ts';
import { claimOf } from './verb-claim.ts';
import { groupAt } from './verbs.ts';
import type { VerbGroup } from './verbs.ts';

function mayTake(group: VerbGroup, object: Filler | null): boolean {
  return object === null || !NEEDS_HOLDING.has(group.base) || object.carrier !== null || object.percent !== null;
}

const KINDS_OF_OWNERS =
  /^(?:publicly|privately|closely|locally|independently|family|employee|state|government|minority|woman|veteran)$/;

/** "shares of Acme that are owned by": one company is not "are". */
function isMany(tokens: readonly Token[], group: VerbGroup, { organizations, carrier, percent }: Filler): boolean {
  const plural = tokens.slice(group.first, group.at).some(({ lower }) => lower === 'are' || lower === 'were');
  return plural && organizations.length === 1 && carrier === null && percent === null && group.percent === null;
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
  // "publicly held Acme shares", "privately owned Acme": what kind of company it is.
  if (group.sense === 'own' && KINDS_OF_OWNERS.test(tokens[at - 1]?.lower ?? '') && !agentBehind) return [];
  if (group.sense === 'conduct') return conductClaims(tokens, group, after);
  if (/^(?:take|receive|get)$/.test(group.base) && !takesShare(tokens, after)) return [];
  if (group.passive || (participle && agentBehind)) {
    const by = firstWithin(tokens, after, after + 6, ({ lower }) => lower === 'by');
    const beside = besideFrom(tokens, by < 0 ? after : by);
    const object = group.passive && !agentBehind && beside.size === 0 ? null : passiveObject(tokens, group);
    if (object === null) return [];
    const agent = beside.get('by') ?? null;
    if (group.sense === 'own' && isMany(tokens, group, object.filler)) return [];
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
    return [claim, ...shareClaims(tokens, group, claim, after), ...throughClaims(claim)];
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
  if (relative !== null) return [relative, ...gappedClaims(tokens, relative, group.at + 1)];
  const start = behindAside(tokens, after);
  const side = sideFirst(tokens, start);
  const phrase = phraseFrom(tokens, side?.next ?? start) ?? sharedAssets(tokens, group, start);
  const beside = besideFrom(tokens, phrase?.next ?? side?.next ?? start);
  if (side !== null && !beside.has(side.word)) beside.set(side.word, side.filler);
  const shared = phrase === null && group.sense === 'own' ? sharedObject(tokens, start) : null;
  if (shared !== null) {
    const subject = subjectOf(tokens, group.first, coordinated(tokens, group.first));
    return [claimOf(tokens, group, 'shared-object', subject?.filler ?? null, shared, subject, new Map())];
  }
  const implied = phrase === null && group.sense === 'own' ? impliedShares(tokens, start) : null;
  if (implied !== null) {
    const subject = subjectOf(tokens, group.first, coordinated(tokens, group.first));
    return [claimOf(tokens, group, 'implied-shares', subject?.filler ?? null, implied, subject, new Map())];
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
  // "has passed to Acme"; "passes costs on to Acme", "will pass through to".
  if (group.sense === 'pass' && (!group.perfect || tokens[after]?.lower !== 'to')) return [];
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
    ...throughClaims(first),
    ...furtherObjects(tokens, phrase?.next ?? tokens.length).map((more) => ({
      ...first,
      object: more,
      end: Math.max(first.end, more.end),
    })),
  ];
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

/** "has invested $5 million in Acme". */
function investClaims(tokens: readonly Token[], group: VerbGroup, after: number): Claim<DealSense>[] {
  const at = firstWithin(tokens, after, after + 8, ({ lower }) => lower === 'in');
  const named = at < 0 ? undefined : tokens[at + 1];
  if (named?.kind !== 'organization' || !named.organization!.sure) return [];
  const subject = subjectOf(tokens, group.first, group.infinitive || coordinated(tokens, group.first));
  const object: Filler = { ...fillerOf(named), carrier: 'holding' };
  return [
    claimOf(tokens, { ...group, sense: 'own' }, 'invested-in', subject?.filler ?? null, object, subject, new Map()),
  ];
}

/** A percentage or a stake behind "takes" and "receives": what else they take is no holding. */
function takesShare(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at, at + 5)
    .some(({ kind, lower }) => kind === 'percent' || /^(?:stake|interest|shareholding)$/.test(lower));
}
