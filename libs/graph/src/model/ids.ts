import { hashOf, storableText } from './canonical.ts';
import { normaliseCompany } from '../names/company-name.ts';
import { foldText } from '../names/fold-text.ts';
import { normalisePerson } from '../names/person-name.ts';
import type { NodeKey } from './delta.ts';
import type { RelationshipType } from './labels.ts';

/** Longer ids are cut and end in a hash of the whole. */
export const MAX_ID_BYTES = 200;

/** An id of at most `MAX_ID_BYTES` bytes: a longer one keeps its beginning and ends in `~` and a hash of the whole. */
export function boundedId(id: string): string {
  const safe = storableText(id);
  const bytes = Buffer.from(safe, 'utf8');
  if (bytes.length <= MAX_ID_BYTES) return safe;
  const suffix = `~${hashOf(safe)}`;
  // A cut inside a character would end in U+FFFD; what is left of it is dropped.
  const head = bytes
    .subarray(0, MAX_ID_BYTES - suffix.length)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return head + suffix;
}

/** Ten digits of a CIK, or null where the text is none. */
export function tenDigits(cik: string | null): string | null {
  return cik !== null && /^\d{1,10}$/.test(cik.trim()) && !/^0*$/.test(cik.trim())
    ? cik.trim().padStart(10, '0')
    : null;
}

/** `cik:0001087711`, else `name:` and the normalised name. */
export function companyId(cik: string | null, name: string): string {
  const digits = tenDigits(cik);
  if (digits !== null) return `cik:${digits}`;
  return boundedId(`name:${normaliseCompany(name) || foldText(name) || hashOf(name)}`);
}

/** The anchor (a company's id, or what stands for it) and the normalised name. */
export function personId(anchor: string, name: string): string {
  return boundedId(`${anchor}/${normalisePerson(name) || hashOf(name)}`);
}

/** Id of a relationship that a filing states. */
export function relationshipId(
  accession: string,
  type: RelationshipType,
  from: NodeKey,
  to: NodeKey,
  discriminator: readonly (string | number | null)[],
): string {
  return hashOf(accession, type, from.label, from.id, to.label, to.id, ...discriminator);
}

/** Id of a link made by `resolve`. */
export function linkId(from: NodeKey, to: NodeKey): string {
  return hashOf('SAME_AS', from.label, from.id, to.id);
}

/** The filing's page for people at sec.gov, or null where accession or CIK are not EDGAR's. */
export function filingUrl(accession: string, cik: string | null): string | null {
  const digits = tenDigits(cik);
  if (digits === null || !/^\d{10}-\d{2}-\d{6}$/.test(accession)) return null;
  return `https://www.sec.gov/Archives/edgar/data/${String(Number(digits))}/${accession.replaceAll('-', '')}/${accession}-index.htm`;
}
