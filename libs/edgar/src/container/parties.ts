import type { Address, FormerName, Party } from '../types.ts';
import type { HeaderNode } from './header-tree.ts';
import { isoDate } from './dates.ts';

const NAME_CHANGED = ['DATE OF NAME CHANGE', 'DATE CHANGED'];

/** Keys of the feed and of the cooked header meet here: dashes, underlines and spaces are one. */
export function sameKey(key: string): string {
  return key.replaceAll(/[-_]/g, ' ').trim();
}

/** True for what wraps a whole header, or the header and its documents. */
export function isWrapper(node: HeaderNode): boolean {
  return /^(?:SUBMISSION|(?:SEC|IMS) (?:DOCUMENT|HEADER))$/.test(sameKey(node.key));
}

/** The value of the first child that has one of the names and is not empty, or null. */
export function valueOf(parent: HeaderNode | undefined, ...names: string[]): string | null {
  for (const child of parent?.children ?? []) {
    if (child.value !== '' && names.includes(sameKey(child.key))) return child.value;
  }
  return null;
}

function childOf(parent: HeaderNode, ...names: string[]): HeaderNode | undefined {
  return parent.children.find((child) => names.includes(sameKey(child.key)));
}

/** A CIK as ten digits, or null for anything else. */
function tenDigits(value: string | null): string | null {
  return value !== null && /^\d{1,10}$/.test(value) ? value.padStart(10, '0') : null;
}

/** SIC stands as `NAME [3711]`, as `3571`, or as ` []`. */
function readSic(value: string | null): { sic: string | null; sicName: string | null } {
  if (value === null) return { sic: null, sicName: null };
  const bracket = value.endsWith(']') ? value.lastIndexOf('[') : -1;
  const digits = bracket === -1 ? value : value.slice(bracket + 1, -1);
  const name = bracket === -1 ? '' : value.slice(0, bracket).trim();
  const sic = /^\d{1,4}$/.test(digits) ? digits.padStart(4, '0') : null;
  return { sic, sicName: name !== '' ? name : sic === null && digits !== '' ? value : null };
}

function readAddress(at: HeaderNode | undefined): Address | null {
  if (at === undefined) return null;
  const street = at.children.filter((line) => /^STREET ?\d?$/.test(sameKey(line.key)) && line.value !== '');
  const address = {
    street: street.map((line) => line.value),
    city: valueOf(at, 'CITY'),
    state: valueOf(at, 'STATE'),
    zip: valueOf(at, 'ZIP'),
    phone: valueOf(at, 'BUSINESS PHONE', 'PHONE'),
  };
  const empty = street.length === 0 && address.city === null && address.state === null && address.zip === null;
  return empty && address.phone === null ? null : address;
}

// Under FORMER COMPANY or FORMER NAME each, or, where these are not closed, among the party's own lines.
function readFormerNames(party: HeaderNode): FormerName[] {
  const names: FormerName[] = [];
  let undated = false;
  for (const child of party.children) {
    const key = sameKey(child.key);
    if (/^FORMER (COMPANY|NAME)$/.test(key)) {
      const name = valueOf(child, 'FORMER CONFORMED NAME', 'FORMER NAME') ?? child.value;
      const changed = isoDate(valueOf(child, ...NAME_CHANGED));
      if (name !== '') names.push({ name, changed });
      undated = false;
    } else if (key === 'FORMER CONFORMED NAME' && child.value !== '') {
      names.push({ name: child.value, changed: null });
      undated = true;
    } else if (undated && NAME_CHANGED.includes(key)) {
      names.push({ name: names.pop()!.name, changed: isoDate(child.value) });
      undated = false;
    }
  }
  return names;
}

function nameOf(data: HeaderNode): string | null {
  return valueOf(data, 'COMPANY CONFORMED NAME', 'CONFORMED NAME');
}

function cikOf(data: HeaderNode): string | null {
  return valueOf(data, 'CENTRAL INDEX KEY', 'CIK');
}

function isData(node: HeaderNode): boolean {
  return / DATA$/.test(sameKey(node.key));
}

// COMPANY DATA, OWNER DATA, and whatever comes next: the part of a party that names it. A number alone is enough for the
// first two; it also stands in the data of a fund's merger, which is no party. Where the data's tag is not closed, its
// lines are the party's own.
function dataOf(party: HeaderNode): HeaderNode | undefined {
  const data = party.children.find(
    (child) =>
      isData(child) &&
      (nameOf(child) !== null || (/^(COMPANY|OWNER) DATA$/.test(sameKey(child.key)) && cikOf(child) !== null)),
  );
  if (data !== undefined) return data;
  const own = party.key !== '' && !isData(party) && !isWrapper(party) && (nameOf(party) ?? cikOf(party)) !== null;
  return own ? party : undefined;
}

/**
 * The cooked header's spelling: the feed writes SUBJECT-COMPANY for SUBJECT COMPANY, but both write REPORTING-OWNER.
 * Who stands in the header under no key of its own files it.
 */
function roleOf(party: HeaderNode): string {
  if (party.key === '' || isWrapper(party)) return 'FILER';
  const role = sameKey(party.key);
  return role === 'REPORTING OWNER' ? 'REPORTING-OWNER' : role;
}

function readParty(at: HeaderNode, data: HeaderNode): Party {
  return {
    role: roleOf(at),
    cik: tenDigits(cikOf(data)),
    name: nameOf(data) ?? '',
    ...readSic(valueOf(data, 'STANDARD INDUSTRIAL CLASSIFICATION', 'ASSIGNED SIC')),
    stateOfIncorporation: valueOf(data, 'STATE OF INCORPORATION'),
    fiscalYearEnd: valueOf(data, 'FISCAL YEAR END'),
    formerNames: readFormerNames(at),
    businessAddress: readAddress(childOf(at, 'BUSINESS ADDRESS')),
    mailAddress: readAddress(childOf(at, 'MAIL ADDRESS')),
  };
}

/** All parties below `root`, in the order of the file, known by their shape and not by a list of roles. */
export function readParties(root: HeaderNode): Party[] {
  const parties: Party[] = [];
  const waiting: HeaderNode[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const data = dataOf(at);
    if (data !== undefined) parties.push(readParty(at, data));
    for (let i = at.children.length - 1; i >= 0; i--) waiting.push(at.children[i]!);
  }
  return parties;
}
