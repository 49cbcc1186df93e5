import type { RelationSense } from '../lexicon/deals.ts';
import type { Claim, Filler } from './claim.ts';
import { fillerOf, percentAside } from './filler.ts';
import { listBehind } from './following.ts';
import { hostOf } from './host.ts';
import type { Host } from './host.ts';
import { organizationsFrom } from './name-list.ts';
import { asideNames, behindOf, heldPhrase, namesBehind, partnersAt } from './relation-sides.ts';
import { determinerBefore, nounAt } from './relation-noun.ts';
import type { Noun } from './relation-noun.ts';
import { ownerAt, subjectOf } from './subject.ts';
import type { Token } from './tokens.ts';

/** The one that speaks: "we". */
function speakerAt(token: Token): Filler {
  return { ...fillerOf(token), pronoun: { word: 'we', at: token.start } };
}

function relationClaim(
  tokens: readonly Token[],
  noun: Noun,
  construction: string,
  agent: Filler,
  self: Filler,
  denied: boolean,
): Claim<RelationSense> {
  const { at, left, sense } = noun;
  return {
    sense,
    construction,
    agent,
    object: {
      ...self,
      percent: noun.percent ?? self.percent,
      whole: noun.whole,
      majority: noun.largest,
      controlling: noun.controlling,
    },
    beside: new Map(),
    // "Until 2001 Acme was a division of ours".
    past: noun.past || tokens[0]?.lower === 'until',
    denied: denied || noun.negative,
    modality: 'stated',
    infinitive: false,
    start: Math.min(agent.start, self.start, tokens[left]!.start),
    end: Math.max(agent.end, self.end, tokens[at]!.end),
  };
}

const HAS = /^(?:has|have|had|operates|owns|with|through|incorporated|formed|established)$/;

/** Nobody is named as the holder: "has two subsidiaries, A and B"; "Acme, a majority-owned subsidiary,": the one that speaks. */
function without(tokens: readonly Token[], noun: Noun, edge: number): Claim<RelationSense>[] {
  const { at, sense, left, plural } = noun;
  // "shareholder Borealis LP (12.9%)".
  const holder = noun.largest && tokens[at + 1]?.lower === ',' ? at + 2 : at + 1;
  if (sense === 'shareholder' && tokens[holder]?.kind === 'organization') {
    const self = { ...fillerOf(tokens[holder]!), organizations: organizationsFrom(tokens, holder, false, true).list };
    return [relationClaim(tokens, noun, 'shareholder-named', speakerAt(tokens[at]!), self, false)];
  }
  const measured = sense === 'associate' && (noun.percent !== null || plural);
  if ((sense !== 'subsidiary' && !measured) || /^(?:part|units?|divisions?)$/.test(tokens[at]!.lower)) return [];
  const named = namesBehind(tokens, at + 1, plural);
  const verb = tokens[left - 1]?.lower ?? '';
  const has = HAS.test(verb) || HAS.test(tokens[left - 2]?.lower ?? '');
  // "The principal associates were Acme (37.5%) and Borealis (25%)".
  const listed = plural && verb === 'the' && /^(?:is|are|were|include)$/.test(tokens[at + 1]?.lower ?? '');
  if (named !== null && listed && named.filler.organizations.length > 1)
    return [relationClaim(tokens, noun, 'relations-listed', speakerAt(tokens[at]!), named.filler, false)];
  const owned = tokens.slice(left, at).some(({ lower }) => /^(?:owned|held)$/.test(lower)) || noun.percent !== null;
  const speaker = speakerAt(tokens[at]!);
  const make = (construction: string, agent: Filler, self: Filler, denied: boolean): Claim<RelationSense> =>
    relationClaim(tokens, noun, construction, agent, self, denied);
  if (named !== null && has) {
    const subject = subjectOf(tokens, HAS.test(verb) ? left - 1 : left - 2, true);
    return [make('has-relation', subject?.filler ?? speaker, named.filler, subject?.denied === true)];
  }
  if (named !== null && (owned || (verb === 'the' && tokens[at + 1]?.kind === 'organization')))
    return [make('relation-alone', speaker, named.filler, false)];
  const host = owned ? hostOf(tokens, edge) : null;
  return host?.how === 'apposition' ? [make('relation-alone', speaker, host.filler, host.denied)] : [];
}

const RELATION_BY = { is: 'is-relation', becomes: 'becomes-relation', apposition: 'apposed-relation' } as const;

/** "A and B, its subsidiaries" are both; "A and B, its subsidiary" is B. */
function oneOrAll(host: Host, plural: boolean): Filler {
  const { filler } = host;
  return plural || host.how !== 'apposition' ? filler : { ...filler, organizations: filler.organizations.slice(-1) };
}

/** "Acme Ltd., a Borealis company": the name before the noun is the owner's. */
function houseClaims(tokens: readonly Token[], at: number): Claim<RelationSense>[] {
  // "is a company of the Borealis group".
  const group = behindOf(tokens, at + 1);
  const ofGroup = group !== null && tokens[group.next]?.lower === 'group';
  const owner = ofGroup ? undefined : tokens[at - 1];
  const edge = ofGroup ? at - 1 : at - 2;
  if (!ofGroup && owner?.kind !== 'organization') return [];
  if (!/^(?:a|an)$/.test(tokens[edge]?.lower ?? '')) return [];
  const host = hostOf(tokens, edge);
  if (host === null || (!ofGroup && host.how !== 'apposition')) return [];
  const { filler } = host;
  return [
    {
      sense: 'subsidiary',
      construction: 'house',
      agent: owner === undefined ? group!.filler : fillerOf(owner),
      object: filler,
      beside: new Map(),
      past: false,
      denied: host.denied,
      modality: 'stated',
      infinitive: false,
      start: filler.start,
      end: tokens[at]!.end,
    },
  ];
}

/** "Acme, our joint venture with Borealis", "the Company's joint venture with Borealis, Acme": both are partners. */
function ventureClaims(
  tokens: readonly Token[],
  { at, left, plural }: Noun,
  add: (construction: string, of: Filler, self: Filler) => void,
): boolean {
  const owner = ownerAt(tokens, left);
  const partners = behindOf(tokens, partnersAt(tokens, at + 1));
  if (partners === null) return false;
  if (owner === null) {
    const host =
      tokens[partnersAt(tokens, at + 1)]?.lower === 'with' && /^(?:a|an)$/.test(tokens[left - 1]?.lower ?? '')
        ? hostOf(tokens, left - 1)
        : null;
    if (host?.how !== 'apposition') return false;
    add('venture-of-speaker', speakerAt(tokens[at]!), host.filler);
    return false;
  }
  const edge = tokens[owner.index - 1]?.lower === 'the' ? owner.index - 1 : owner.index;
  const venture = hostOf(tokens, edge)?.filler ?? namesBehind(tokens, partners.next, plural)?.filler;
  if (venture === undefined) return false;
  add('venture-with', owner.filler, venture);
  add('venture-with', partners.filler, venture);
  return true;
}

/** What a relational noun at `at` says: whose subsidiary, parent, shareholder or venture somebody is. */
export function relationClaims(tokens: readonly Token[], at: number): Claim<RelationSense>[] {
  if (tokens[at]!.lower === 'company' && tokens[at - 1]?.lower !== 'associated') return houseClaims(tokens, at);
  const noun = nounAt(tokens, at);
  if (noun === null) return [];
  const { sense, left, plural } = noun;
  const edge = determinerBefore(tokens, left);
  const found: Claim<RelationSense>[] = [];
  const add = (construction: string, of: Filler, self: Filler, denied = false): void => {
    found.push(relationClaim(tokens, noun, construction, of, self, denied));
  };
  if (sense === 'joint-venture') {
    const venture = ventureClaims(tokens, noun, add);
    if (venture) return found;
  }
  const holder = sense === 'owner' || sense === 'shareholder' ? heldPhrase(tokens, at) : null;
  const of = holder ?? behindOf(tokens, sense === 'joint-venture' ? partnersAt(tokens, at + 1) : at + 1);
  if (tokens[at]!.lower === 'part' && (of === null || tokens[at + 1]?.lower !== 'of')) return [];
  if (of !== null) {
    const following = listBehind(tokens, noun, of.next);
    if (following !== null) {
      add('relations-listed', of.filler, following);
      return found;
    }
    const host = hostOf(tokens, edge);
    // "among Acme, Borealis Corporation, the shareholders of Carina": the next of a list, and nobody explained.
    const next = host?.how === 'apposition' && plural && host.filler.organizations.length === 1;
    if (next) return found;
    // "between Acme Sub, a wholly owned subsidiary of Acme and Borealis, Inc., a Delaware corporation": one owns all of it.
    const single = host?.how === 'apposition' && noun.whole && !plural;
    const owners = single ? { ...of.filler, organizations: of.filler.organizations.slice(0, 1) } : of.filler;
    if (host !== null) add(RELATION_BY[host.how], owners, oneOrAll(host, plural), host.denied);
    else {
      const named = namesBehind(tokens, of.next, plural);
      if (
        named !== null &&
        (sense !== 'shareholder' || tokens[of.next]?.lower !== ',') &&
        (plural || (edge < left && (tokens[of.next]?.lower !== ',' || tokens[named.next]?.lower === ',')))
      )
        add('relation-named', of.filler, named.filler);
    }
    return found;
  }
  // "Acme, whose parent company is Borealis".
  if (tokens[left - 1]?.lower === 'whose') {
    const host = tokens[left - 2]?.lower === ',' ? tokens[left - 3] : tokens[left - 2];
    let index = at + 1;
    while (/^(?:company|is|was|are)$/.test(tokens[index]?.lower ?? '')) index++;
    if (host?.kind === 'organization' && tokens[index]?.kind === 'organization')
      add('whose-relation', fillerOf(host), fillerOf(tokens[index]!));
    return found;
  }
  const owner = ownerAt(tokens, left);
  if (owner !== null) {
    const named = namesBehind(tokens, at + 1, plural) ?? asideNames(tokens[at]!);
    if (named !== null) add('possessed-relation', owner.filler, named.filler);
    else {
      const host = hostOf(tokens, tokens[owner.index - 1]?.lower === 'the' ? owner.index - 1 : owner.index);
      if (host !== null)
        add(
          host.how === 'becomes' ? 'becomes-relation' : 'apposed-possessed',
          owner.filler,
          oneOrAll(host, plural),
          host.denied,
        );
    }
    return found;
  }
  found.push(...without(tokens, noun, edge));
  // "the Registrant's MJK Clearing, Inc. subsidiary": the name stands between.
  const between = tokens[left - 1];
  if (between?.kind === 'organization') {
    const holder = ownerAt(tokens, left - 1);
    if (holder !== null && between.organization!.sure)
      add('possessed-between', holder.filler, { ...fillerOf(between), percent: percentAside(between) });
  }
  return found;
}
