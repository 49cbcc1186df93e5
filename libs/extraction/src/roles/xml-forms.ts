import type { RoleClass } from '../facts.ts';
import { personWords, type Reading, type Span } from '../reading/index.ts';
import { organizationKey } from '../reading/index.ts';
import { classOfTitle } from './classes.ts';
import type { RoleDraft } from './draft.ts';

interface Value extends Span {
  readonly path: string;
  readonly leaf: string;
  readonly text: string;
}

const EMPTY = /^(?:n\/?a|none|-+|\.)$/i;
const FIRM =
  /\b(?:llc|l\.l\.c|l\.?p|llp|inc|corp|ltd|limited|trust|fund|partners|partnership|company|plc|gmbh|holdings|management|capital|bank|group)\b\.?/i;

function valuesOf(reading: Reading): Value[] {
  const values: Value[] = [];
  for (const block of reading.blocks) {
    if (block.path === undefined) continue;
    const text = reading.text.slice(block.start, block.end).replace(/\s+/g, ' ').trim();
    values.push({
      start: block.start,
      end: block.end,
      path: block.path,
      leaf: block.path.slice(block.path.lastIndexOf('/') + 1),
      text,
    });
  }
  return values;
}

/** Values of the elements of one name, each element's own: a new one begins with `first`. */
function groups(values: readonly Value[], element: string, first: string): Value[][] {
  const found: Value[][] = [];
  for (const value of values) {
    if (!value.path.includes(`/${element}/`)) continue;
    if (value.leaf === first || found.length === 0) found.push([]);
    found.at(-1)!.push(value);
  }
  return found;
}

function spanOf(values: readonly Value[]): Span {
  return { start: Math.min(...values.map((value) => value.start)), end: Math.max(...values.map((value) => value.end)) };
}

function leaf(values: readonly Value[], name: string): Value | undefined {
  return values.find((value) => value.leaf === name && !EMPTY.test(value.text));
}

/** Form D: people related to the issuer, with what they are to it. */
function relatedPersons(values: readonly Value[]): RoleDraft[] {
  const issuer = values.find((value) => value.leaf === 'entityName')?.text ?? null;
  return groups(values, 'relatedPersonInfo', 'firstName').flatMap((group) => {
    const names = ['firstName', 'middleName', 'lastName']
      .map((name) => leaf(group, name))
      .filter((value) => value !== undefined);
    const person = names.map((value) => value.text).join(' ');
    if (leaf(group, 'firstName') === undefined || FIRM.test(person)) return [];
    const clarification = leaf(group, 'relationshipClarification');
    return group
      .filter((value) => value.leaf === 'relationship')
      .map((relationship): RoleDraft => {
        const officer = /officer/i.test(relationship.text);
        const title = officer && clarification !== undefined ? clarification.text : relationship.text;
        const named = classOfTitle(title);
        const role: RoleClass = officer
          ? named === 'ceo' || named === 'cfo' || named === 'chair'
            ? named
            : 'officer'
          : /director/i.test(relationship.text)
            ? 'director'
            : 'other';
        // Address lines stand between the name and the relationship: the name alone is quoted.
        return {
          person,
          organization: issuer,
          title,
          role,
          status: 'current',
          span: spanOf(names),
          rule: 'xml-related-person',
        };
      });
  });
}

/** The natural order of a reporting owner's name, which the forms print "Last First", where the text prints that too. */
function naturalName(reading: Reading, printed: string): string {
  const words = printed.split(' ');
  const turned = [...words.slice(1), words[0]!].join(' ');
  const at = reading.text.toLowerCase().indexOf(turned.toLowerCase());
  return at < 0 ? printed : reading.text.slice(at, at + turned.length).replace(/\s+/g, ' ');
}

function isTrue(value: Value | undefined): boolean {
  return value !== undefined && /^(?:1|true|y|yes)$/i.test(value.text);
}

/** Forms 3, 4 and 5: directors and officers among the reporting owners. */
function reportingOwners(reading: Reading, values: readonly Value[]): RoleDraft[] {
  const issuer = values.find((value) => value.leaf === 'issuerName')?.text ?? null;
  return groups(values, 'reportingOwner', 'rptOwnerCik').flatMap((group) => {
    const name = leaf(group, 'rptOwnerName');
    if (name === undefined || FIRM.test(name.text)) return [];
    const person = naturalName(reading, name.text);
    const drafts: RoleDraft[] = [];
    const title = leaf(group, 'officerTitle');
    if (title !== undefined) {
      const role = classOfTitle(title.text);
      drafts.push({
        person,
        organization: issuer,
        title: title.text,
        role: role === 'other' ? 'officer' : role,
        status: 'current',
        span: title,
        rule: 'xml-owner',
      });
    }
    if (isTrue(leaf(group, 'isDirector'))) {
      drafts.push({
        person,
        organization: issuer,
        title: 'Director',
        role: 'director',
        status: 'current',
        span: name,
        rule: 'xml-owner',
      });
    }
    return drafts;
  });
}

/** Signature blocks of XML forms: signer, title and, on Form D, for whom. */
function signers(values: readonly Value[]): RoleDraft[] {
  const blocks = [
    ...groups(values, 'signatureBlock', 'issuerName'),
    ...groups(values, 'signatureBlock', 'name'),
    ...groups(values, 'ownerSignature', 'signatureName'),
  ];
  return blocks.flatMap((group) => {
    const name = leaf(group, 'nameOfSigner') ?? leaf(group, 'name') ?? leaf(group, 'signatureName');
    if (name === undefined) return [];
    const person = name.text
      .replace(/^\/s\/\s*/i, '')
      .replace(/,.*$/, '')
      .trim();
    if (FIRM.test(person) || personWords(person).length < 2) return [];
    const title = leaf(group, 'signatureTitle') ?? leaf(group, 'title');
    const organization = leaf(group, 'issuerName')?.text ?? null;
    const role = title === undefined ? 'signatory' : classOfTitle(title.text);
    const span = title === undefined ? name : spanOf([name, title]);
    return [
      { person, organization, title: title?.text ?? '', role, status: 'current' as const, span, rule: 'xml-signature' },
    ];
  });
}

/** One signer of one organization once, though a form has several shapes of the block. */
function once(drafts: readonly RoleDraft[]): RoleDraft[] {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const key = `${draft.person}|${draft.title}|${organizationKey(draft.organization ?? '')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Roles of the forms that are data: D, 3, 4, 5 and 13F. */
export function xmlFormRoles(reading: Reading): RoleDraft[] {
  const values = valuesOf(reading);
  if (values.length === 0) return [];
  return [...relatedPersons(values), ...reportingOwners(reading, values), ...once(signers(values))];
}
