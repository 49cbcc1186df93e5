// Who is who within one filing: header parties and the names that the text uses, each led to one node.

import type { Party, Submission } from '@filigree/edgar';
import type { FilingFacts } from '@filigree/extraction';
import { compareUtf8 } from '../model/canonical.ts';
import { companyId, personId, tenDigits } from '../model/ids.ts';
import type { NodeKey } from '../model/delta.ts';
import { normaliseCompany } from '../names/company-name.ts';
import { personWords } from '../names/person-name.ts';

export interface CastMember {
  readonly key: NodeKey;
  readonly party: Party;
  /** `filer`, `subject_company`, `filed_by`, `reporting_owner`, ... */
  readonly role: string;
}

/** Leads names to nodes; the same name always to the same node, whatever facts came before. */
export interface Cast {
  readonly parties: readonly CastMember[];
  /** CIK of the first filer, for the filing's address; null without one. */
  readonly cik: string | null;
  /** The subject of events that name none: the first filer, else the issuer or subject, else the first company; null without one. */
  readonly defaultCompany: NodeKey | null;
  company(name: string): NodeKey;
  person(name: string): NodeKey;
}

/** The role of a header party in one spelling: lower case, words joined by `_`. */
export function partyRole(role: string): string {
  return role
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** A reporting owner, or a holder that the facts call a person, without what only companies have. */
function isPerson(party: Party, role: string, people: ReadonlySet<string>): boolean {
  if (party.sic !== null || party.stateOfIncorporation !== null || party.fiscalYearEnd !== null) return false;
  return role === 'reporting_owner' || (role === 'filed_by' && people.has(personWords(party.name)));
}

function statedPeople(facts: FilingFacts): Set<string> {
  const names = [
    ...facts.holdings.filter((holding) => holding.holderKind === 'person').map((holding) => holding.holder),
    ...facts.roles.map((role) => role.person),
  ];
  return new Set(names.map(personWords));
}

const ANCHOR_ROLES = ['issuer', 'subject_company', 'filer'];
const SUBJECT_ROLES = ['filer', 'issuer', 'subject_company', 'filed_by'];

function firstCompany(parties: readonly CastMember[], roles: readonly string[]): CastMember | undefined {
  for (const role of roles) {
    const found = parties.find((member) => member.role === role && member.key.label === 'Company');
    if (found !== undefined) return found;
  }
  return parties.find((member) => member.key.label === 'Company');
}

/** Decides the node of every party, and how names of the text are led to nodes. */
export function castOf(submission: Submission, facts: FilingFacts, accession: string): Cast {
  const people = statedPeople(facts);
  const parties = submission.parties.map((party): CastMember => {
    const role = partyRole(party.role);
    const company = companyId(party.cik, party.name);
    const person = isPerson(party, role, people);
    return {
      party,
      role,
      key: person ? { label: 'Person', id: personId(company, party.name) } : { label: 'Company', id: company },
    };
  });
  const byCompanyName = new Map<string, NodeKey>();
  const byPersonWords = new Map<string, NodeKey>();
  for (const { key, party } of parties) {
    const [map, name] =
      key.label === 'Person' ? [byPersonWords, personWords(party.name)] : [byCompanyName, normaliseCompany(party.name)];
    if (name !== '' && !map.has(name)) map.set(name, key);
  }
  // Former names come second: a party's present name is never taken by another's former one.
  for (const { key, party } of parties.filter((member) => member.key.label === 'Company')) {
    for (const former of party.formerNames) {
      const name = normaliseCompany(former.name);
      if (name !== '' && !byCompanyName.has(name)) byCompanyName.set(name, key);
    }
  }
  const anchor = firstCompany(parties, ANCHOR_ROLES)?.key.id ?? parties[0]?.key.id ?? `filing:${accession}`;
  const subject = firstCompany(parties, SUBJECT_ROLES);
  const filer = parties.find((member) => member.role === 'filer') ?? subject ?? parties[0];
  return {
    parties,
    cik: tenDigits(filer?.party.cik ?? null),
    defaultCompany: subject?.key ?? null,
    company: (name) => byCompanyName.get(normaliseCompany(name)) ?? { label: 'Company', id: companyId(null, name) },
    person: (name) => byPersonWords.get(personWords(name)) ?? { label: 'Person', id: personId(anchor, name) },
  };
}

/** The forms of a name, the one to show first: not all capitals, then the longest, then the first in byte order. */
export function orderNames(names: Iterable<string>): string[] {
  const shouts = (name: string): number => (name === name.toUpperCase() ? 1 : 0);
  return [...new Set(names)].sort((a, b) => shouts(a) - shouts(b) || b.length - a.length || compareUtf8(a, b));
}
