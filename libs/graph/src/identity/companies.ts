// One company known here by its CIK, there by a present or former name, or without its legal form. Different legal forms are
// different companies, and two CIKs are never one.

import { compareUtf8 } from '../model/canonical.ts';
import type { GraphNode } from '../model/delta.ts';
import { companyStem, legalFormOf, normaliseCompany } from '../names/company-name.ts';
import { addTo, pushTo } from './evidence.ts';
import type { Clusters, Evidence, Pair } from './evidence.ts';

interface Company {
  readonly node: GraphNode;
  /** Normalised present and former names. */
  readonly names: ReadonlySet<string>;
  readonly present: string;
}

function isKnown(company: Company): boolean {
  return company.node.id.startsWith('cik:');
}

function companyOf(node: GraphNode): Company {
  const { name, other_names: others } = node.properties;
  const present = normaliseCompany(typeof name === 'string' ? name : node.id.slice(node.id.indexOf(':') + 1));
  const all = [present, ...(Array.isArray(others) ? (others as string[]).map(normaliseCompany) : [])];
  return { node, present, names: new Set(all.filter((one) => one !== '')) };
}

/** Filings that speak of each company, and the CIKs that are parties to each filing. */
function whereStated(evidence: readonly Evidence[]): {
  filings: Map<string, Set<string>>;
  parties: Map<string, Set<string>>;
} {
  const filings = new Map<string, Set<string>>();
  const parties = new Map<string, Set<string>>();
  for (const { type, from, to, accession } of evidence) {
    for (const end of [from, to]) if (end.label === 'Company') addTo(filings, end.id, accession);
    if (type === 'PARTY_TO' && from.label === 'Company') addTo(parties, accession, from.id);
  }
  return { filings, parties };
}

/** Pairs of companies that are one; joins them in `clusters`. */
export function sameCompanies(nodes: readonly GraphNode[], evidence: readonly Evidence[], clusters: Clusters): Pair[] {
  const companies = nodes.map(companyOf).sort((a, b) => compareUtf8(a.node.id, b.node.id));
  const pairs = [...byName(companies), ...byStem(companies, evidence)];
  for (const { a, b } of pairs) clusters.join(a.id, b.id);
  return pairs;
}

/** A company known by name alone bears the present or former name of exactly one company with a CIK. */
function byName(companies: readonly Company[]): Pair[] {
  const bearers = new Map<string, Company[]>();
  for (const company of companies)
    if (isKnown(company)) for (const name of company.names) pushTo(bearers, name, company);
  const pairs: Pair[] = [];
  for (const company of companies) {
    if (isKnown(company)) continue;
    const found = new Set([...company.names].flatMap((name) => bearers.get(name) ?? []));
    const [bearer] = found;
    if (bearer === undefined || found.size > 1) continue;
    const reason = company.names.has(bearer.present) ? 'same name' : 'former or other name';
    pairs.push({ a: company.node, b: bearer.node, reason });
  }
  return pairs;
}

/**
 * A name without its legal form (`Santander UK` for `Santander UK plc`), where the stem belongs to one company in the whole graph
 * and the two are spoken of in filings of one party, or the stem is so long that chance is no explanation.
 */
function byStem(companies: readonly Company[], evidence: readonly Evidence[]): Pair[] {
  const { filings, parties } = whereStated(evidence);
  const partiesAround = (id: string): Set<string> =>
    new Set([...(filings.get(id) ?? [])].flatMap((accession) => [...(parties.get(accession) ?? [])]));
  const byStem = new Map<string, Company[]>();
  for (const company of companies)
    for (const stem of new Set([...company.names].map(companyStem))) pushTo(byStem, stem, company);
  const pairs: Pair[] = [];
  for (const bare of companies) {
    if (isKnown(bare) || legalFormOf(bare.present) !== '') continue;
    const others = (byStem.get(bare.present) ?? []).filter((other) => other !== bare);
    // A company with a CIK stands for those of its names that were linked to it; forms that differ among the rest are different companies.
    const known = others.filter(isKnown);
    const forms = new Set(
      others.flatMap((other) => [...other.names].filter((name) => companyStem(name) === bare.present)),
    );
    const [other] = known.length === 1 ? known : others;
    if (other === undefined || known.length > 1 || forms.size !== 1) continue;
    if (other.names.has(bare.present)) continue;
    const around = partiesAround(other.node.id);
    const together = [...partiesAround(bare.node.id)].some((party) => around.has(party));
    const telling = bare.present.split(' ').length >= 3;
    if (together || telling) pairs.push({ a: bare.node, b: other.node, reason: 'same name without legal form' });
  }
  return pairs;
}
