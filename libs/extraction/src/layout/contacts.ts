import { foldName, personWords, type Reading, type Span } from '../reading/index.ts';
import { classOfTitle } from '../roles/classes.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { entriesOf, isContactLabel, labelText, organizationInLabel, organizationLed } from './contact-labels.ts';
import { looksLikeFirm } from './firms.ts';
import {
  domainKeys,
  domainName,
  endsZone,
  hasEmail,
  isReachLine,
  organizationOfDomain,
  organizationOfLine,
  withoutReach,
} from './line-kinds.ts';
import type { Line } from './lines.ts';
import { namesOf, type LineName } from './line-names.ts';
import { isTitleLine } from './title-line.ts';

const MOST_LINES = 26;
const WIDE_ROW = 4;
const FIGURES = /(?<![\d(+-])\d{1,3},\d{3}(?!\d)|\b(?:number of|shares|holdings?)\b/i;

interface Person extends LineName {
  title: string;
  titleSpan: Span | null;
  organization: string | null;
  email: string | null;
  /** The organization that headed the zone so far. */
  heading: string | null;
  label: string;
  line: number;
  /** A telephone number or an address followed: the next line begins another entry. */
  closed: boolean;
}

interface Zone {
  label: string;
  /** Organization of the heading, or the last line that names one. */
  heading: string | null;
  people: Person[];
  /** Short lines that say nothing else: one may be the firm that a later e-mail address spells. */
  plain: string[];
  /** Firms other than the filer that the block names, in all its columns. */
  firms: string[];
  /** People since the last telephone, e-mail or heading line, still open to a title or an organization. */
  open: Person[];
}

function newPerson(name: LineName, zone: Zone, line: number): Person {
  return {
    ...name,
    title: name.rest,
    titleSpan: name.restSpan,
    organization: name.organization,
    email: null,
    heading: zone.heading,
    label: zone.label,
    line,
    closed: false,
  };
}

function takeLine(reading: Reading, zone: Zone, lines: readonly Line[], at: number): boolean {
  return entriesOf(reading, lines[at]!).every((entry) => takeEntry(reading, zone, entry, at));
}

function takeEntry(reading: Reading, zone: Zone, line: Line, at: number): boolean {
  const text = line.text;
  if (endsZone(text)) return false;
  const label = isContactLabel(text);
  const colon = label || /^[^:]{2,60}:\s+\S/.test(text) ? colonIn(reading, line) : 0;
  const names = namesOf(reading, { start: colon > 0 ? colon : line.start, end: line.end }, false);
  if (names.length > 0) {
    if (label && colon > 0) relabel(reading, zone, line, text);
    const named = label || colon === 0 ? null : organizationLed(reading, { start: line.start, end: colon - 1 });
    const people = names.map((name) => newPerson({ ...name, organization: name.organization ?? named }, zone, at));
    zone.people.push(...people);
    zone.open = people;
    return true;
  }
  const bare = withoutReach(text);
  if (isReachLine(text) && bare.length < 4) {
    if (hasEmail(text)) for (const person of zone.open) person.email ??= text;
    for (const person of zone.open) person.closed = true;
    return true;
  }
  const open = zone.open.filter((one) => one.organization === null && !one.closed);
  const organization = organizationOfLine(reading, { start: line.start, end: line.start + bare.length });
  if (organization !== null && !organization.filer) zone.firms.push(organization.name);
  if (organization !== null && !organization.filer && open.length > 0 && !startsWithFiler(reading, bare)) {
    for (const person of open) person.organization = organization.name;
    return true;
  }
  if (label) {
    const untitled = open.filter((one) => one.title === '');
    if (untitled.length > 0 && !/contacts?\b|inquir|enquir|information|:/i.test(text)) {
      for (const person of untitled) [person.title, person.titleSpan] = [text, line];
      return true;
    }
    relabel(reading, zone, line, text);
    zone.open = [];
    return true;
  }
  return takePlain(reading, zone, line, bare, isReachLine(text));
}

/** Offset behind the first colon of a line; 0 where it has none, or ends with it. */
function colonIn(reading: Reading, line: Span): number {
  const at = reading.text.slice(line.start, line.end).indexOf(':') + 1;
  return at > 0 && line.start + at < line.end ? line.start + at : 0;
}

function startsWithFiler(reading: Reading, text: string): boolean {
  const folded = foldName(text);
  return [...reading.filerAliases].some((alias) => folded.startsWith(`${alias} `));
}

function relabel(reading: Reading, zone: Zone, line: Line, text: string): void {
  zone.label = labelText(text);
  zone.heading =
    organizationInLabel(reading, line) ??
    (zone.people.length > 0 && /\bcontacts?\b|inquir|enquir/i.test(text) ? null : zone.heading);
}

/** A line without names or labels: a title, an organization, an address. */
function takePlain(reading: Reading, zone: Zone, line: Line, text: string, reach: boolean): boolean {
  const open = zone.open.filter((one) => !one.closed);
  const homeless = open.filter((one) => one.organization === null);
  const organization = organizationOfLine(reading, line);
  if (organization !== null) {
    if (homeless.length > 0) for (const person of homeless) person.organization = organization.name;
    else if (organization.sure || zone.heading === null) zone.heading = organization.name;
  } else if (open.length > 0 && isTitleLine(text)) {
    for (const person of open) {
      person.title = person.title === '' ? text : `${person.title} ${text}`;
      if (person.titleSpan === null) person.titleSpan = line;
    }
  } else if (homeless.length > 0 && !isContactLabel(text) && looksLikeFirm(reading, text)) {
    for (const person of homeless) person.organization = text.replace(/[\s,;]+$/, '');
    zone.firms.push(text);
  } else if (open.length === 0 && !reach && looksLikeFirm(reading, text)) zone.heading = text.replace(/[\s,;]+$/, '');
  if (!reach && text.length <= 50) zone.plain.push(text);
  if (reach) for (const person of open) person.closed = true;
  return text.length < 120;
}

/** People named in contact blocks, each with the organization that is printed with them. */
export function contactRoles(reading: Reading, lines: readonly Line[]): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const done = new Set<number>();
  const keys = domainKeys(reading);
  lines.forEach((line, index) => {
    if (line.long || done.has(index) || !isContactLabel(line.text)) return;
    const first: Zone = {
      label: labelText(line.text),
      heading: organizationInLabel(reading, line),
      people: [],
      plain: [],
      firms: [],
      open: [],
    };
    for (const zone of walkZone(reading, lines, index, first, done))
      for (const person of zone.people) drafts.push(draftOf(reading, zone, person, keys));
  });
  return drafts;
}

/** Walks down from a label; where a table with several columns begins, each column is a zone of its own under the same label. */
function walkZone(reading: Reading, lines: readonly Line[], index: number, first: Zone, done: Set<number>): Zone[] {
  const zones: Zone[] = [];
  const starts: { at: number; zone: Zone }[] = [{ at: index, zone: first }];
  for (let next = starts.shift(); next !== undefined && zones.length < 6; next = starts.shift()) {
    const { zone } = next;
    zones.push(zone);
    let { at } = next;
    let idle = 0;
    for (let step = 0; step < MOST_LINES && at >= 0; step++) {
      const current = lines[at]!;
      if (current.long || done.has(at) || idle > 7) break;
      // A table of figures is none of the contacts.
      const row = reading.blocks[current.block]!;
      if (
        row.cells.length >= WIDE_ROW &&
        FIGURES.test(reading.text.slice(row.start, Math.min(row.end, row.start + 300)))
      )
        break;
      const before = zone.people.length;
      if (!takeLine(reading, zone, lines, at)) break;
      idle = zone.people.length > before || isReachLine(current.text) || isContactLabel(current.text) ? 0 : idle + 1;
      done.add(at);
      for (const other of current.others)
        starts.push({
          at: other,
          zone: { label: zone.label, heading: zone.heading, people: [], plain: [], firms: zone.firms, open: [] },
        });
      at = current.below;
    }
  }
  return zones;
}

function draftOf(reading: Reading, zone: Zone, person: Person, keys: ReadonlyMap<string, string>): RoleDraft {
  const domain = person.email === null ? null : domainName(person.email);
  const byDomain =
    domain === null ? null : (organizationOfDomain(reading, domain, keys) ?? spelledBy(zone.plain, domain));
  const title = person.title === '' ? person.label : person.title;
  const span =
    person.titleSpan === null || person.titleSpan.start < person.start || gap(reading, person, person.titleSpan) > 3
      ? person
      : { start: person.start, end: person.titleSpan.end };
  return {
    person: person.name,
    organization: person.organization ?? namesake(zone, person) ?? byDomain ?? person.heading,
    title,
    role: person.title === '' ? 'contact' : classOfTitle(person.title, true),
    status: 'current',
    span: { start: span.start, end: span.end },
    rule: 'contact',
  };
}

/** A firm of the block that bears the person's surname is the person's. */
function namesake(zone: Zone, person: Person): string | null {
  const surname = personWords(person.name).at(-1) ?? '';
  if (surname.length < 4) return null;
  return zone.firms.find((firm) => foldName(firm).split(' ').includes(surname)) ?? null;
}

/** The line whose first word an e-mail domain spells: "Calder" of "jane@calder-ir.com". */
function spelledBy(lines: readonly string[], domain: string): string | null {
  const spelled = lines.filter((line) => {
    const key = foldName(line).replaceAll(' ', '');
    const first = foldName(line).split(' ')[0]!;
    return first.length >= 4 && (domain.startsWith(first) || (key.startsWith(domain) && domain.length >= 4));
  });
  return spelled.at(-1)?.replace(/[\s,;]+$/, '') ?? null;
}

function gap(reading: Reading, person: Span, title: Span): number {
  return title.start < person.end ? 0 : reading.text.slice(person.end, title.start).trim().length;
}
