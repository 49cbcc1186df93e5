import type { RoleFact, RoleStatus } from '../facts.ts';
import { organizationKey, personWords, samePerson, type Reading } from '../reading/index.ts';
import type { RoleDraft } from './draft.ts';
import { refusedBy, type Refusals } from '../facts/refusals.ts';
import { POST_CHECKS, statusOfTitle, withEmployer } from './post-checks.ts';
import { classElsewhere } from './classes.ts';
import { confidenceOf } from './confidence.ts';

const NOMINEE_BEHIND = /^\s+nominee\b/i;

/** The status of a draft, where the title itself says more than the words around it. */
function statusOf(reading: Reading, { status, title, span }: RoleDraft): RoleStatus {
  if (status !== 'current') return status;
  return NOMINEE_BEHIND.test(reading.text.slice(span.end, span.end + 12)) ? 'nominated' : statusOfTitle(title);
}

/** Joins what the rules found: names resolved, one entry a person, organization and class, the surest rule's first. */
export function settleRoles(reading: Reading, found: readonly RoleDraft[], refusals: Refusals): RoleFact[] {
  const drafts = found.map(withEmployer).filter((draft) => {
    const check = refusedBy(POST_CHECKS, draft);
    if (check !== null) refusals.add(check, draft, draft.span);
    return check === null;
  });
  const fullest = makeFullest(reading, drafts);
  const settled: RoleFact[] = [];
  const seen = new Map<string, RoleFact[]>();
  const keysOf = new Map<RoleFact, readonly string[]>();
  const asContacts = new Set(
    drafts.filter(({ rule, role }) => rule === 'contact' && role === 'contact').map(({ span }) => span.start),
  );
  const ordered = drafts
    .filter(({ rule, role, span }) => rule === 'contact' || role !== 'officer' || !asContacts.has(span.start))
    .map((draft, index) => ({ draft, index }))
    .sort(
      (a, b) =>
        Number(isWeak(a.draft)) - Number(isWeak(b.draft)) ||
        confidenceOf(b.draft.rule) - confidenceOf(a.draft.rule) ||
        a.index - b.index,
    );
  const homes = explicitHomes(reading, drafts, fullest);
  for (const { draft } of ordered) {
    const person = fullest(draft.person);
    const home = draft.organization ?? (PRINTED_BESIDE.has(draft.rule) ? homes.get(person) : null);
    const organization = home === null || home === undefined ? reading.filer : reading.organizationName(home);
    const surname = personWords(person).at(-1);
    if (organization === '' || surname === undefined) continue;
    const quoted = reading.quote(draft.span.start, draft.span.end);
    if (quoted.quote === '') continue;
    // East Asian names are printed in both orders.
    const words = personWords(person);
    const keys = [...new Set([surname, words[0]])].map((word) => `${word ?? ''}|${organizationKey(organization)}`);
    const known = [...new Set(keys.flatMap((key) => seen.get(key) ?? []))];
    const same = known.findIndex(
      (fact) => (samePerson(fact.person, person) || oneHolder(fact, draft)) && covers(fact, draft),
    );
    if (same >= 0 && !isNews(known[same]!, draft)) continue;
    const status = statusOf(reading, draft);
    const away = organization !== reading.filer || status === 'former';
    const fact: RoleFact = {
      person,
      organization,
      title: draft.title.replace(/(?:[\s,;]|\s(?:and|&))+$/, ''),
      role: away ? classElsewhere(draft.role, draft.title, organization, status === 'former') : draft.role,
      status,
      ...quoted,
      source: draft.rule,
      confidence: confidenceOf(draft.rule),
      from: draft.from ?? null,
      to: draft.to ?? null,
    };
    if (same >= 0) {
      settled.splice(settled.indexOf(known[same]!), 1);
      for (const key of keysOf.get(known[same]!) ?? []) {
        const facts = seen.get(key)!;
        facts.splice(facts.indexOf(known[same]!), 1);
      }
    }
    keysOf.set(fact, keys);
    for (const key of keys) {
      const facts = seen.get(key);
      if (facts === undefined) seen.set(key, [fact]);
      else facts.push(fact);
    }
    settled.push(fact);
  }
  return settled.sort((a, b) => a.start - b.start || a.end - b.end || (a.organization < b.organization ? -1 : 1));
}

/** A company has one chief executive and one finance chief: of two of one surname the second is the first under another given name. */
function oneHolder(fact: RoleFact, draft: RoleDraft): boolean {
  return (
    (fact.role === 'ceo' || fact.role === 'cfo') &&
    fact.role === draft.role &&
    fact.status === 'current' &&
    draft.status === 'current'
  );
}

/** That a post begins or ends says more than that its holder signs with it. */
function isNews(fact: RoleFact, draft: RoleDraft): boolean {
  return (
    fact.role === draft.role &&
    fact.status === 'current' &&
    (draft.status === 'appointed' || draft.status === 'resigned' || draft.status === 'nominated')
  );
}

/** Classes that any other class of the same person covers come last. */
function isWeak(draft: RoleDraft): boolean {
  return draft.role === 'signatory' || draft.role === 'contact';
}

/** One entry a person, organization and class; a class that says little is covered by any other. */
function covers(fact: RoleFact, draft: RoleDraft): boolean {
  if (fact.role === draft.role) return true;
  if (draft.role === 'signatory') return true;
  return (
    draft.role === 'contact' &&
    fact.status === 'current' &&
    draft.title !== '' &&
    fact.role !== 'signatory' &&
    /contact|inquir|enquir|information/i.test(draft.title)
  );
}

/** Rules that find a post printed beside a name, not told in a sentence about a career. */
const PRINTED_BESIDE = new Set(['apposition', 'before', 'name-line', 'name-over-title', 'contact', 'contact-sentence']);

/**
 * People who are printed with one organization only, and that not the filer: a post without one ("X, Chairman, said") is
 * theirs there.
 */
function explicitHomes(
  reading: Reading,
  drafts: readonly RoleDraft[],
  fullest: (printed: string) => string,
): Map<string, string | null> {
  const homes = new Map<string, string | null>();
  for (const draft of drafts) {
    if (draft.organization === null || draft.status !== 'current' || !PRINTED_BESIDE.has(draft.rule)) continue;
    const person = fullest(draft.person);
    const organization = reading.organizationName(draft.organization);
    const known = homes.get(person);
    if (organization === reading.filer || (known !== undefined && known !== organization)) homes.set(person, null);
    else if (known === undefined) homes.set(person, organization);
  }
  return homes;
}

/** The fullest printed name among the drafts and the reading's people. */
function makeFullest(reading: Reading, drafts: readonly RoleDraft[]): (printed: string) => string {
  const bySurname = new Map<string, string[]>();
  for (const draft of drafts) {
    const surname = personWords(draft.person).at(-1);
    if (surname === undefined) continue;
    const names = bySurname.get(surname) ?? [];
    if (names.length < 40 && !names.includes(draft.person)) names.push(draft.person);
    bySurname.set(surname, names);
  }
  const read = new Map<string, string>();
  return (printed) => {
    let name = read.get(printed);
    if (name === undefined) {
      const known = reading.personName(printed);
      const others = (bySurname.get(personWords(printed).at(-1) ?? '') ?? []).filter((each) => samePerson(each, known));
      name = others.reduce((best, each) => (weight(each) > weight(best) ? each : best), known);
      read.set(printed, name);
    }
    return name;
  };
}

function weight(name: string): number {
  const words = personWords(name);
  return (
    words.filter((word) => word.length > 1).length * 1000 + words.length * 100 + (/\p{Ll}{2}/u.test(name) ? 50 : 0)
  );
}
