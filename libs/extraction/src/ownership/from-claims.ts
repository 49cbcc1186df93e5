import type { OwnershipFact, OwnershipKind } from '../facts.ts';
import type { Claim, Filler } from '../frames/claim.ts';
import type { ReadSentence } from '../frames/read-claims.ts';
import type { Token } from '../frames/tokens.ts';
import type { DealSense, RelationSense } from '../lexicon/deals.ts';
import { organizationKey, type Reading, type Sentence } from '../reading/index.ts';
import { sameOrganization } from '../facts/organization-checks.ts';
import type { Candidates } from './candidates.ts';
import { dealStatus } from './deal-status.ts';
import { sidesOf, type Side } from './standing-for.ts';

const MAJORITY = 50;
/** A company formed to buy another: who owns it buys. */
const VEHICLE = /\b(?:merger|acquisition|acquiror|sub|bidco|mergerco|newco|holdco|topco)\b/iu;
const EQUALLY = /\b(?:jointly|equally|equal (?:shares|parts)|50[:/ -]50)\b/iu;
const JOINT_REACH = 60;
const JOINT_BEFORE = 30;
const JOINT = /\bjoint[- ]venture\b/iu;

interface Pair {
  readonly parent: Side;
  readonly child: Side;
  readonly kind: OwnershipKind;
  readonly percent: number | null;
}

/** A share as a kind: over half makes a subsidiary. */
function heldAs(filler: Filler): OwnershipKind {
  if (filler.percent !== null) return filler.percent > MAJORITY ? 'subsidiary' : 'stake';
  if (filler.whole || filler.majority) return 'subsidiary';
  return filler.carrier === 'holding' || filler.shares !== null ? 'stake' : 'subsidiary';
}

/** "A and B, its subsidiaries": whom "its" means stands before the names that it explains. */
function before(filler: Filler | null, host: Filler | null): Filler | null {
  if (filler === null || filler.pronoun === null || host === null || filler === host || host.start > filler.pronoun.at)
    return filler;
  return { ...filler, pronoun: { ...filler.pronoun, at: host.start } };
}

type Sides = (filler: Filler | null) => readonly Side[];

function cross(
  parents: readonly Side[],
  children: readonly Side[],
  kind: OwnershipKind,
  percent: number | null,
): Pair[] {
  // A percentage that several hold together is nobody's own.
  const own = parents.length > 1 && kind === 'stake' ? null : percent;
  return parents.flatMap((parent) =>
    children.map((child) => {
      const share = parents.length > 1 ? parent.share : children.length > 1 ? child.share : undefined;
      if (share === undefined) return { parent, child, kind, percent: own };
      const part =
        kind === 'subsidiary' && share <= MAJORITY
          ? 'stake'
          : kind === 'stake' && share > MAJORITY
            ? 'subsidiary'
            : kind;
      return { parent, child, kind: part, percent: share };
    }),
  );
}

function bySense(claim: Claim<DealSense | RelationSense>, sides: Sides, text: string): Pair[] {
  const { agent, object, beside, sense } = claim;
  const of = (name: string): readonly Side[] => sides(beside.get(name) ?? null);
  const percent = object?.percent ?? null;
  switch (sense) {
    case 'buy':
    case 'offer': {
      if (object === null || (object.carrier === 'assets' && !object.whole)) return [];
      const children = sides(object);
      // Employees, plans and holders of rights buy shares too: a part of no size makes a deal only where a known company buys it.
      const someShares =
        object.carrier === 'holding' && percent === null && !object.whole && !object.majority && !object.definite;
      if (someShares && sides(agent).some(({ sure }) => !sure)) return [];
      const sellers = object.owner === null ? of('from') : [object.owner as Side];
      return [
        ...cross(sides(agent), children, 'acquisition', percent),
        ...cross(sellers, children, 'divested', percent),
      ];
    }
    case 'sell': {
      if (object === null || (object.carrier === 'assets' && !object.whole)) return [];
      const children = sides(object);
      const buyers = beside.has('to') ? of('to') : of('by');
      const named =
        buyers.length > 0 && sides(agent).some(({ name }) => buyers.some((buyer) => sameOrganization(buyer.name, name)))
          ? []
          : buyers;
      const sellers = sides(agent);
      // "Acme and Borealis signed an agreement for the sale of": the second buys.
      if (sellers.length === 2 && named.length === 0 && claim.construction === 'noun')
        return [
          ...cross(sellers.slice(0, 1), children, 'divested', percent),
          ...cross(sellers.slice(1), children, 'acquisition', percent),
        ];
      return [...cross(sellers, children, 'divested', percent), ...cross(named, children, 'acquisition', percent)];
    }
    case 'own':
    case 'dilute': {
      if (object === null) return [];
      const holders = sides(agent);
      if (JOINT.test(text) || (holders.length > 1 && EQUALLY.test(text)))
        return cross(holders, sides(object), 'joint_venture', percent);
      // What several hold together is nobody's own share.
      if (holders.length > 1 && percent !== null && !/\beach\b/i.test(text))
        return cross(holders, sides(object), 'stake', percent);
      return cross(holders, sides(object), claim.past ? 'divested' : heldAs(object), percent);
    }
    case 'belong':
      return cross(of('to'), sides(agent), 'subsidiary', null);
    case 'pass':
      return cross(of('to'), sides(agent), 'acquisition', null);
    case 'conduct':
      return cross(sides(agent), sides(object), 'subsidiary', null);
    case 'found': {
      if (object === null) return [];
      const acting = sides(agent);
      const joint = acting.length > 1 || JOINT.test(text);
      if (!joint && claim.modality === 'planned') return [];
      const founders = [...acting, ...(joint ? of('with') : [])];
      return cross(founders, sides(object), joint ? 'joint_venture' : 'subsidiary', joint ? percent : null);
    }
    case 'merge':
      return cross(of('into'), sides(object ?? agent), 'acquisition', null);
    case 'subscribe': {
      const taken = beside.get('for') ?? null;
      if (taken === null || taken.carrier === null) return [];
      return cross(sides(agent), sides(taken), JOINT.test(text) ? 'joint_venture' : heldAs(taken), taken.percent);
    }
    case 'subsidiary': {
      if (object === null) return [];
      const becomes =
        claim.construction === 'becomes-relation' &&
        !object.organizations.some(({ name }) => VEHICLE.test(name)) &&
        (percent === null || percent > MAJORITY);
      const kind = claim.past
        ? 'divested'
        : becomes
          ? 'acquisition'
          : percent !== null && percent <= MAJORITY
            ? 'stake'
            : 'subsidiary';
      return cross(sides(agent), sides(object), kind, percent);
    }
    case 'associate':
      if (object === null || (percent === null && !/associate/i.test(text))) return [];
      return cross(
        sides(agent),
        sides(object),
        percent !== null && percent > MAJORITY ? 'subsidiary' : 'stake',
        percent,
      );
    case 'investment':
      return object === null
        ? []
        : cross(sides(agent), sides(object), percent !== null && percent > MAJORITY ? 'subsidiary' : 'stake', percent);
    case 'parent':
      return cross(sides(object), sides(agent), claim.past ? 'divested' : 'subsidiary', percent);
    case 'owner':
    case 'shareholder': {
      if (object === null || agent === null) return [];
      const held = { ...agent, percent: percent ?? agent.percent, whole: object.whole || agent.whole };
      if (!claim.past && (held.percent !== null || (sense === 'owner' && agent.carrier === null)))
        return cross(sides(object), sides(agent), heldAs(held), held.percent);
      const kind = claim.past
        ? 'divested'
        : object.whole || object.controlling
          ? 'subsidiary'
          : percent !== null && percent > MAJORITY
            ? 'subsidiary'
            : 'stake';
      return cross(sides(object), sides(agent), kind, percent);
    }
    case 'joint-venture':
      return object === null ? [] : cross(sides(agent), sides(object), 'joint_venture', percent);
  }
}

/** "Acme Capital Group, Inc., which is owned by Acme": the short name is not short for the one that it owns. */
function apart({ parent, child }: Pick<Pair, 'parent' | 'child'>): Pick<Pair, 'parent' | 'child'> {
  const [short, long] = [organizationKey(parent.printed), organizationKey(child.printed)];
  return parent.name === child.name && long.startsWith(`${short} `)
    ? { parent: { ...parent, name: parent.printed }, child }
    : { parent, child };
}

/** "bought 40% of Acme held by Borealis", "will sell its stake in Acme": who held what changes hands in the sentence is its seller. */
function handedOver(facts: readonly OwnershipFact[]): OwnershipFact[] {
  const sold = new Set(
    facts.filter(({ kind }) => kind === 'divested').map(({ parent, child }) => `${parent}|${child}`),
  );
  const bought = new Map(
    facts.filter(({ kind }) => kind === 'acquisition').map(({ parent, child }) => [child, parent]),
  );
  return facts.flatMap((fact): OwnershipFact[] => {
    if (!/^rule:own:(?:possessed-holding|held-by)/.test(fact.source)) return [fact];
    if (sold.has(`${fact.parent}|${fact.child}`)) return [];
    const buyer = bought.get(fact.child);
    if (buyer === undefined) return [fact];
    return buyer === fact.parent ? [] : [{ ...fact, kind: 'divested', dealStatus: 'agreed' }];
  });
}

/** What is told in sentences of who owns, buys, holds and sells whom. */
export class SentenceOwnership {
  readonly #reading: Reading;
  readonly #candidates: Candidates;
  /** Owners of the companies that were formed to buy: "Merger Sub, a wholly owned subsidiary of Acme". */
  readonly #owners = new Map<string, Side>();

  constructor(reading: Reading, candidates: Candidates) {
    this.#reading = reading;
    this.#candidates = candidates;
  }

  /** The facts of one sentence, in order. */
  factsOf({ sentence, tokens, claims }: ReadSentence): OwnershipFact[] {
    const facts = claims
      .filter(
        ({ sense, infinitive, construction }) => sense !== 'own' || !infinitive || construction.startsWith('passive'),
      )
      .flatMap((claim) => this.#factsOfClaim(claim, tokens, sentence));
    return handedOver(facts);
  }

  #factsOfClaim(
    claim: Claim<DealSense | RelationSense>,
    tokens: readonly Token[],
    sentence: Sentence,
  ): OwnershipFact[] {
    const reading = this.#reading;
    const host = /^(?:apposed|venture)/.test(claim.construction) ? claim.object : null;
    const sides: Sides = (filler) => sidesOf(reading, tokens, sentence, before(filler, host));
    const printed = reading.text.slice(
      Math.max(sentence.start, claim.start - JOINT_BEFORE),
      Math.min(sentence.end, claim.end + JOINT_REACH),
    );
    const whole = reading.text.slice(sentence.start, sentence.end);
    if (this.#ownShares(claim, sides)) return [];
    const pairs = bySense(claim, sides, printed).filter(({ parent, child }) => !this.#unlikely(parent, child, claim));
    return pairs.map((pair): OwnershipFact => {
      const { parent, child } = apart(this.#throughVehicle(claim.sense, pair));
      if (pair.kind === 'subsidiary' && VEHICLE.test(child.name)) this.#owners.set(organizationKey(child.name), parent);
      const deal = pair.kind === 'acquisition' || pair.kind === 'divested';
      return {
        parent: parent.name,
        child: child.name,
        kind: pair.kind,
        percent: pair.percent !== null && pair.percent > 0 && pair.percent <= 100 ? pair.percent : null,
        dealStatus: deal ? dealStatus(whole) : null,
        ...reading.quote(claim.start, claim.end),
        source: `rule:${claim.sense}:${claim.construction}`,
        confidence: 0.85,
      };
    });
  }

  /** A company's dealings in its own shares are no ownership. */
  #ownShares(claim: Claim<DealSense | RelationSense>, sides: Sides): boolean {
    if (claim.sense !== 'sell' && claim.sense !== 'buy') return false;
    const [agent] = sides(claim.agent);
    const [object] = sides(claim.object);
    return agent !== undefined && object !== undefined && sameOrganization(agent.name, object.name);
  }

  /** A person owns as a holder, not as a company; "the Borealis" is a ship or a place. */
  #unlikely(parent: Side, child: Side, claim: Claim<DealSense | RelationSense>): boolean {
    if (parent.person === true && !this.#actsAsCompany(parent, claim)) return true;
    // "Messrs. Barone and Kadis": a surname alone.
    if (!parent.sure && !/\s/.test(parent.printed) && this.#reading.personName(parent.printed) !== parent.printed)
      return true;
    if (!child.sure && claim.sense.startsWith('own') && !/\s/.test(child.printed)) return true;
    return !child.sure && (child.article === true || this.#candidates.isPlace(child.printed));
  }

  /** Words that may be a person's name: what has subsidiaries, or buys and sells companies whole, is a company unless the filing greets it. */
  #actsAsCompany({ name }: Side, { sense, object }: Claim<DealSense | RelationSense>): boolean {
    const deals = (sense === 'buy' || sense === 'sell') && (object?.carrier !== 'holding' || object.whole);
    if (sense !== 'subsidiary' && sense !== 'parent' && !deals) return false;
    const person = this.#reading.personName(name);
    return !this.#reading.people.some(({ honorific, name: other }) => honorific && other === person);
  }

  /** "Merger Sub will be merged into Target": who owns the vehicle buys the target. */
  #throughVehicle(sense: string, pair: Pair): Pick<Pair, 'parent' | 'child'> {
    const { parent, child } = pair;
    if (sense !== 'merge') return { parent, child };
    const owner = this.#owners.get(organizationKey(child.name));
    if (owner !== undefined || VEHICLE.test(child.name)) return { parent: owner ?? child, child: parent };
    return { parent: this.#owners.get(organizationKey(parent.name)) ?? parent, child };
  }
}
