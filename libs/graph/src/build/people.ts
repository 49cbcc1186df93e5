import type { EventFact, RoleFact } from '@filigree/extraction';
import { propertiesOf } from '../model/canonical.ts';
import type { NodeKey } from '../model/delta.ts';
import { eventId } from '../model/delta-ids.ts';
import { plausibleDay } from './as-of.ts';
import { companyNode, personNode } from './scene.ts';
import type { Scene } from './scene.ts';
import { grounding } from './draft.ts';

/**
 * The day from which a statement on a post speaks: the day the post was taken up or left where the filing tells it, else the day it was filed.
 * A current holder is seen on the filing's day, whenever the post began.
 */
function asOf(fact: RoleFact, filed: string): string {
  if (fact.status === 'appointed' || fact.status === 'nominated') return plausibleDay(fact.from, filed) ?? filed;
  if (fact.status === 'resigned' || fact.status === 'former') return plausibleDay(fact.to, filed) ?? filed;
  return filed;
}

/** Posts: `WORKS_AT`, and `SIGNED` for who signed the filing. */
export function addRoles(scene: Scene, roles: readonly RoleFact[]): void {
  const { draft, filing } = scene;
  for (const fact of roles) {
    const person = personNode(scene, fact.person);
    const company = companyNode(scene, fact.organization);
    const values = {
      title: fact.title,
      role: fact.role,
      status: fact.status,
      from: fact.from,
      to: fact.to,
      as_of: asOf(fact, draft.filed),
      ...grounding(fact),
    };
    draft.relate('WORKS_AT', person, company, values);
    const signs = fact.role === 'signatory' || /signature|signatory/.test(fact.source);
    if (signs) draft.relate('SIGNED', person, filing, grounding(fact));
  }
}

/** Events, their subject, and who takes part in them. */
export function addEvents(scene: Scene, events: readonly EventFact[]): void {
  const { draft, cast, filing } = scene;
  for (const fact of events) {
    const subject = fact.company !== null ? companyNode(scene, fact.company) : cast.defaultCompany;
    const said = propertiesOf({
      type: fact.type,
      date: fact.date,
      company: subject?.id,
      amount: fact.amount,
      currency: fact.currency,
      accession: draft.accession,
      filed: draft.filed,
      quote: fact.quote,
    });
    const event: NodeKey = { label: 'Event', id: eventId(draft.accession, said) };
    const grounds = grounding(fact);
    draft.node(event, said);
    draft.relate('REPORTS', filing, event, grounds);
    if (subject !== null) draft.relate('HAS_EVENT', subject, event, grounds);
    for (const party of fact.parties) {
      const end = party.kind === 'person' ? personNode(scene, party.name) : companyNode(scene, party.name);
      draft.relate('INVOLVES', event, end, { ...grounds, role: party.role });
    }
  }
}
