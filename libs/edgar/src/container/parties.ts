import type { Address, FormerName, Party } from '../types.ts';
import type { HeaderNode } from './header-tree.ts';
import { isoDate } from './dates.ts';

/** Keys of the feed and of the cooked header meet here: upper case, dashes and spaces are one. */
export function sameKey(key: string): string {
  return key.replaceAll('-', ' ').trim();
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

function readFormerNames(party: HeaderNode): FormerName[] {
  const names: FormerName[] = [];
  for (const child of party.children) {
    if (!/^FORMER (COMPANY|NAME)$/.test(sameKey(child.key))) continue;
    const name = valueOf(child, 'FORMER CONFORMED NAME', 'FORMER NAME');
    const changed = valueOf(child, 'DATE OF NAME CHANGE', 'DATE CHANGED');
    if (name !== null) names.push({ name, changed: isoDate(changed) });
  }
  return names;
}

// COMPANY DATA, OWNER DATA, and whatever comes next: the part of a party that names it.
function dataOf(party: HeaderNode): HeaderNode | undefined {
  return party.children.find(
    (child) =>
      / DATA$/.test(sameKey(child.key)) &&
      (valueOf(child, 'COMPANY CONFORMED NAME', 'CONFORMED NAME') ?? valueOf(child, 'CENTRAL INDEX KEY', 'CIK')) !==
        null,
  );
}

/** The cooked header's spelling: the feed writes SUBJECT-COMPANY for SUBJECT COMPANY, but both write REPORTING-OWNER. */
function cookedRole(key: string): string {
  const role = sameKey(key);
  return role === 'REPORTING OWNER' ? 'REPORTING-OWNER' : role;
}

function readParty(at: HeaderNode, data: HeaderNode): Party {
  return {
    role: cookedRole(at.key),
    cik: tenDigits(valueOf(data, 'CENTRAL INDEX KEY', 'CIK')),
    name: valueOf(data, 'COMPANY CONFORMED NAME', 'CONFORMED NAME') ?? '',
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
  const waiting: HeaderNode[] = [...root.children].reverse();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const data = dataOf(at);
    if (data !== undefined) parties.push(readParty(at, data));
    for (let i = at.children.length - 1; i >= 0; i--) waiting.push(at.children[i]!);
  }
  return parties;
}
