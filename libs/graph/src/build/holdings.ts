import type { DebtFact, HoldingFact, OwnershipFact, RatingFact, TradeFact } from '@filigree/extraction';
import { hashOf } from '../model/canonical.ts';
import { keyOf } from '../model/delta.ts';
import type { NodeKey } from '../model/delta.ts';
import { foldQuote } from '../names/fold-text.ts';
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
      draft.relate(type, parent, child, { status: fact.dealStatus, percent: fact.percent, ...grounds }, [
        fact.dealStatus,
      ]);
    } else {
      draft.relate('OWNS', parent, child, { kind: fact.kind, percent: fact.percent, as_of: draft.filed, ...grounds }, [
        fact.kind,
      ]);
    }
  }
}

export function addRatings(scene: Scene, ratings: readonly RatingFact[]): void {
  const { draft } = scene;
  for (const fact of ratings) {
    const company = companyNode(scene, fact.subject);
    const id = hashOf(
      draft.accession,
      'rating',
      fact.agency,
      fact.value,
      fact.outlook,
      company.id,
      foldQuote(fact.quote),
    );
    const rating: NodeKey = { label: 'Rating', id };
    draft.node(rating, {
      agency: fact.agency,
      value: fact.value,
      outlook: fact.outlook,
      accession: draft.accession,
      filed: draft.filed,
    });
    draft.relate('RATED_BY', company, rating, grounding(fact));
  }
}

export function addDebt(scene: Scene, debt: readonly DebtFact[]): void {
  const { draft } = scene;
  for (const fact of debt) {
    const issuer = companyNode(scene, fact.issuer);
    const id = hashOf(
      draft.accession,
      'debenture',
      fact.instrument,
      fact.amount,
      fact.coupon,
      fact.maturity,
      issuer.id,
      foldQuote(fact.quote),
    );
    const debenture: NodeKey = { label: 'Debenture', id };
    draft.node(debenture, {
      instrument: fact.instrument,
      amount: fact.amount,
      currency: fact.currency,
      coupon: fact.coupon,
      maturity: fact.maturity,
      accession: draft.accession,
      filed: draft.filed,
    });
    draft.relate('ISSUED', issuer, debenture, grounding(fact));
  }
}

export function addHoldings(scene: Scene, holdings: readonly HoldingFact[]): void {
  const { draft } = scene;
  for (const fact of holdings) {
    const holder = fact.holderKind === 'person' ? personNode(scene, fact.holder) : companyNode(scene, fact.holder);
    const company = companyNode(scene, fact.company);
    if (keyOf(holder) === keyOf(company)) continue;
    const values = {
      class: fact.class,
      shares: fact.shares,
      percent: fact.percent,
      as_of: fact.asOf ?? draft.filed,
      ...grounding(fact),
    };
    draft.relate('HOLDS', holder, company, values, [fact.class, fact.asOf]);
  }
}

export function addTrades(scene: Scene, trades: readonly TradeFact[]): void {
  const { draft } = scene;
  for (const fact of trades) {
    const person = personNode(scene, fact.person);
    const company = companyNode(scene, fact.company);
    if (person.label !== 'Person' || company.label !== 'Company') continue;
    const values = { code: fact.code, date: fact.date, shares: fact.shares, price: fact.price, ...grounding(fact) };
    draft.relate('TRADED', person, company, values, [
      fact.code,
      fact.date,
      fact.shares,
      fact.price,
      foldQuote(fact.quote),
    ]);
  }
}
