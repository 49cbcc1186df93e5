import type { EventFact, EventType } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { wording } from '../wording/pattern.ts';
import { bareDollar } from '../wording/dollars.ts';
import { moneyIn } from '../wording/money.ts';

type Party = EventFact['parties'][number];

const LEAVES = wording(
  'resign|retire|step(?:s|ped|ping)? down|depart|leav(?:es|ing)|replaced|passed away|pass(?:es|ing)|died|death',
);
const JOINS = wording('appoint|elect|nam(?:es|ed)|promot|join|succeed|nominat|hire|assum|designat|replaced');
const MAX_PARTIES = 8;

/** Whom a change of management concerns, and on which side. */
function peopleOf(reading: Reading, sentence: Span): Party[] {
  return reading.peopleIn(sentence).map((person) => {
    const before = reading.text.slice(Math.max(sentence.start, person.start - 60), person.start);
    const after = reading.text.slice(person.end, Math.min(sentence.end, person.end + 80));
    const leaves = LEAVES.test(before) || (LEAVES.test(after) && !JOINS.test(before));
    const joins = JOINS.test(before) || JOINS.test(after);
    return {
      name: person.name,
      role: leaves ? 'resigned' : joins ? 'appointed' : 'mentioned',
      kind: 'person' as const,
    };
  });
}

const SIDES: Partial<Record<EventType, readonly [string, string]>> = {
  acquisition: ['buyer', 'target'],
  divestiture: ['seller', 'sold or buyer'],
  merger: ['party', 'party'],
  joint_venture: ['partner', 'partner'],
  contract: ['party', 'counterparty'],
  rating_action: ['subject', 'subject'],
};

function companiesOf(reading: Reading, type: EventType, sentence: Span, cue: Span): Party[] {
  const sides = SIDES[type];
  if (sides === undefined) return [];
  return reading.organizationsIn(sentence).map((organization) => ({
    name: organization.name,
    role: organization.end <= cue.start ? sides[0] : sides[1],
    kind: 'company' as const,
  }));
}

function unique(parties: readonly Party[]): Party[] {
  const seen = new Set<string>();
  return parties.filter((party) => !seen.has(party.name) && seen.add(party.name) !== undefined).slice(0, MAX_PARTIES);
}

const AMOUNT_TYPES: ReadonlySet<EventType> = new Set([
  'acquisition',
  'divestiture',
  'contract',
  'share_issuance',
  'share_repurchase',
  'debt_financing',
  'dividend',
  'legal_regulatory',
]);

/** Subject, parties and sum of an event, as far as its sentence says them plainly. */
export function detailsOf(
  reading: Reading,
  type: EventType,
  sentence: Span,
  cue: Span,
): Pick<EventFact, 'company' | 'parties' | 'amount' | 'currency'> {
  const organizations = reading.organizationsIn(sentence);
  const subject = organizations.some((organization) => organization.filer)
    ? undefined
    : organizations.find((organization) => organization.by !== 'shape');
  const money = AMOUNT_TYPES.has(type)
    ? moneyIn(reading.text.slice(sentence.start, sentence.end)).filter((sum) => sum.amount >= 1000)
    : [];
  const sum = money.length === 1 || type === 'debt_financing' || type === 'contract' ? money[0] : undefined;
  return {
    company: subject === undefined || subject.name === reading.filer ? null : subject.name,
    parties: unique(
      type === 'management_change' ? peopleOf(reading, sentence) : companiesOf(reading, type, sentence, cue),
    ),
    amount: sum?.amount ?? null,
    currency: sum === undefined ? null : (sum.currency ?? bareDollar(reading.submission, reading.text)),
  };
}
