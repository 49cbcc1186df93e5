// One company known here by its CIK, there by a present or former name, or without its legal form. Different legal forms are
// different companies, and two CIKs are never one.

import { compareUtf8 } from '../model/canonical.ts';
import type { GraphNode } from '../model/delta.ts';
import { companyStem, legalFormOf, normaliseCompany, withoutPlurals, withoutYear } from '../names/company-name.ts';
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

type Together = (a: Company, b: Company) => boolean;

/** Whether two companies are spoken of in filings of one party. */
function makeTogether(evidence: readonly Evidence[]): Together {
  const { filings, parties } = whereStated(evidence);
  const around = ({ node }: Company): Set<string> =>
    new Set([...(filings.get(node.id) ?? [])].flatMap((accession) => [...(parties.get(accession) ?? [])]));
  return (a, b) => {
    const others = around(b);
    return [...around(a)].some((party) => others.has(party));
  };
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
  const together = makeTogether(evidence);
  const pairs = [...byName(companies), ...byStem(companies, together), ...byPlural(companies, together)];
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

function stemsOf(names: Iterable<string>): Set<string> {
  return new Set([...names].map(companyStem).flatMap((stem) => [stem, withoutYear(stem)]));
}

/** Two names of one legal form that differ by a plural (`Communication Ltd.`, `Communications Ltd.`), in filings of one party, and no third such. */
function byPlural(companies: readonly Company[], together: Together): Pair[] {
  const alike = new Map<string, Company[]>();
  for (const company of companies)
    for (const name of new Set([...company.names].map(withoutPlurals))) pushTo(alike, name, company);
  const pairs: Pair[] = [];
  for (const [name, [a, b, ...more]] of alike) {
    if (
      a === undefined ||
      b === undefined ||
      more.length > 0 ||
      (isKnown(a) && isKnown(b)) ||
      name.split(' ').length < 3
    )
      continue;
    if ([...a.names].some((one) => b.names.has(one)) || !together(a, b)) continue;
    pairs.push({ a: a.node, b: b.node, reason: 'same name but for a plural' });
  }
  return pairs;
}

/**
 * A name without its legal form (`Santander UK` for `Santander UK plc`), where the stem belongs to one company in the whole graph
 * and the two are spoken of in filings of one party, or the stem is so long that chance is no explanation.
 */
function byStem(companies: readonly Company[], together: Together): Pair[] {
  const byStem = new Map<string, Company[]>();
  for (const company of companies) for (const stem of stemsOf(company.names)) pushTo(byStem, stem, company);
  const pairs: Pair[] = [];
  for (const bare of companies) {
    if (isKnown(bare) || legalFormOf(bare.present) !== '') continue;
    const others = (byStem.get(bare.present) ?? []).filter((other) => other !== bare);
    // A company with a CIK stands for those of its names that were linked to it; forms that differ among the rest are different companies.
    const known = others.filter(isKnown);
    const forms = new Set(
      others.flatMap((other) => [...other.names].filter((name) => stemsOf([name]).has(bare.present))),
    );
    const [other] = known.length === 1 ? known : others;
    if (other === undefined || known.length > 1 || forms.size !== 1) continue;
    if (other.names.has(bare.present)) continue;
    const telling = bare.present.split(' ').length >= 3;
    if (telling || together(bare, other))
      pairs.push({ a: bare.node, b: other.node, reason: 'same name without legal form' });
  }
  return pairs;
}
