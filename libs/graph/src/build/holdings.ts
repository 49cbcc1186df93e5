import type { DebtFact, HoldingFact, OwnershipFact, RatingFact, TradeFact } from '@filigree/extraction';
import { propertiesOf } from '../model/canonical.ts';
import { keyOf } from '../model/delta.ts';
import type { NodeKey } from '../model/delta.ts';
import { debentureId, ratingId } from '../model/delta-ids.ts';
import { plausibleDay } from './as-of.ts';
import { companyNode, personNode } from './scene.ts';
import type { Scene } from './scene.ts';
import { grounding } from './draft.ts';

/** What a company owns, and apart from it the deals: offers hold nothing yet, what was sold is held no more. */
export function addOwnership(scene: Scene, ownership: readonly OwnershipFact[]): void {
  const { draft } = scene;
  for (const fact of ownership) {
    const parent = companyNode(scene, fact.parent);
    const child = companyNode(scene, fact.child);
    if (keyOf(parent) === keyOf(child)) continue;
    const grounds = grounding(fact);
    if (fact.kind === 'acquisition' || fact.kind === 'divested') {
      const type = fact.kind === 'acquisition' ? 'ACQUIRES' : 'DIVESTS';
      draft.relate(type, parent, child, { status: fact.dealStatus, percent: fact.percent, ...grounds });
    } else {
      draft.relate('OWNS', parent, child, { kind: fact.kind, percent: fact.percent, as_of: draft.filed, ...grounds });
    }
  }
}

export function addRatings(scene: Scene, ratings: readonly RatingFact[]): void {
  const { draft } = scene;
  for (const fact of ratings) {
    const company = companyNode(scene, fact.subject);
    const { agency, value, outlook } = fact;
    const said = propertiesOf({ agency, value, outlook, accession: draft.accession, filed: draft.filed });
    const rating: NodeKey = { label: 'Rating', id: ratingId(draft.accession, said, company, fact.quote) };
    draft.node(rating, said);
    draft.relate('RATED_BY', company, rating, grounding(fact));
  }
}

export function addDebt(scene: Scene, debt: readonly DebtFact[]): void {
  const { draft } = scene;
  for (const fact of debt) {
    const issuer = companyNode(scene, fact.issuer);
    const said = propertiesOf({
      instrument: fact.instrument,
      amount: fact.amount,
      currency: fact.currency,
      coupon: fact.coupon,
      maturity: fact.maturity,
      accession: draft.accession,
      filed: draft.filed,
    });
    const debenture: NodeKey = { label: 'Debenture', id: debentureId(draft.accession, said, issuer, fact.quote) };
    draft.node(debenture, said);
    draft.relate('ISSUED', issuer, debenture, grounding(fact));
  }
}

export function addHoldings(scene: Scene, holdings: readonly HoldingFact[]): void {
  const { draft } = scene;
  for (const fact of holdings) {
    const holder = fact.holderKind === 'person' ? personNode(scene, fact.holder) : companyNode(scene, fact.holder);
    const company = companyNode(scene, fact.company);
    if (keyOf(holder) === keyOf(company)) continue;
    const asOf = plausibleDay(fact.asOf, draft.filed);
    const values = {
      class: fact.class,
      shares: fact.shares,
      percent: fact.percent,
      as_of: asOf ?? draft.filed,
      ...grounding(fact),
    };
    draft.relate('HOLDS', holder, company, values, [fact.class, asOf]);
  }
}

export function addTrades(scene: Scene, trades: readonly TradeFact[]): void {
  const { draft } = scene;
  for (const fact of trades) {
    const person = personNode(scene, fact.person);
    const company = companyNode(scene, fact.company);
    if (person.label !== 'Person' || company.label !== 'Company') continue;
    const values = { code: fact.code, date: fact.date, shares: fact.shares, price: fact.price, ...grounding(fact) };
    draft.relate('TRADED', person, company, values);
  }
}
