import type { RoleStatus } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { VOTE_COLUMNS } from '../lexicon/labels.ts';
import { NOT_IN_A_PERSON } from '../reading/lexicon.ts';
import { classOfTitle } from '../roles/classes.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { meetingDay } from '../roles/meeting-day.ts';
import { statusOfTitle } from '../roles/post-checks.ts';
import { groupOf, headsGroup, organizationIn, statusOfGroup, withoutHeading, type Group } from './groups.ts';
import { organizationOfLine } from './line-kinds.ts';
import { namesOf, type LineName } from './line-names.ts';
import { linesWithin } from './lines.ts';
import { columnOf, NEW_POST, readTables, type Column, type Table } from './table-columns.ts';
import { bareTitle, isTitleLine } from './title-line.ts';
import { titledIn, type Titled } from './titled.ts';
import { dayIn, withDay, type RowDay } from './table-days.ts';
import { workRoles } from './work-cells.ts';

/** A person of a table with what the cells of the rows say. */
interface Entry {
  readonly name: LineName;
  readonly posts: Span[];
  readonly work: Span[];
  readonly boards: Span[];
  change: string;
  day: RowDay | null;
  readonly group: Group | null;
}

const LONGEST_LEAD = 700;
const LONGEST_POST = 200;
/** What a column of posts may print that has no head of a post in it. */
const OPEN_TITLE = /^[^.;:@\d]{3,80}$/;
const LEADS = /:\s*$|\b(?:following|below|consists?|composed|comprised|comprises)\b/i;
const GONE = /\b(?:resign|retire|step|cease|remov|depart|terminat)/i;
const NEW = /\b(?:appoint|elect|join|promot|new|hired|named|begin)/i;

/** The heading or sentence right above a table; page furniture between is passed over. */
function leadOf(reading: Reading, table: Table): Span | null {
  for (let at = table.rows[0]! - 1; at >= 0 && table.rows[0]! - at <= 3; at--) {
    const block = reading.blocks[at]!;
    if (block.document !== reading.blocks[table.rows[0]!]!.document || block.kind === 'row') return null;
    if (block.end - block.start < 8) continue;
    const end = block.end;
    const sentence = reading.sentencesIn(block).at(-1);
    const start = sentence === undefined || block.kind === 'heading' ? block.start : sentence.start;
    return end - start > LONGEST_LEAD ? null : { start, end };
  }
  return null;
}

/** Whether a heading or a sentence says who stands in the table below: it says so, or says nothing else. */
function leads(reading: Reading, lead: Span): boolean {
  return headsGroup(reading, lead) || LEADS.test(reading.text.slice(lead.start, lead.end));
}

/** "President of A; Director of B": the posts of a cell. */
function partsOf(text: string, cell: Span): Span[] {
  const parts: Span[] = [];
  let start = cell.start;
  for (let at = text.indexOf(';', start); at >= 0 && at < cell.end; at = text.indexOf(';', start)) {
    parts.push({ start, end: at });
    start = at + 1;
  }
  return [...parts, { start, end: cell.end }];
}

function changeOf(words: string): RoleStatus | null {
  if (GONE.test(words)) return 'resigned';
  return NEW.test(words) ? 'appointed' : null;
}

class TableReader {
  readonly #reading: Reading;
  readonly #table: Table;
  #votedOn: { readonly day: string | null } | undefined;
  readonly #lead: Group | null;
  readonly #leadWords: string;
  readonly #leadOwner: string | null;
  readonly drafts: RoleDraft[] = [];

  constructor(reading: Reading, table: Table) {
    this.#reading = reading;
    this.#table = table;
    const lead = leadOf(reading, table);
    this.#leadOwner = lead === null ? null : organizationIn(reading, lead);
    this.#lead = lead === null || !leads(reading, lead) ? null : groupOf(reading, lead);
    this.#leadWords = lead === null ? '' : reading.text.slice(lead.start, lead.end);
  }

  read(): void {
    const { rows, columns, body } = this.#table;
    let entry: Entry | null = null;
    let group: Group | null = null;
    for (const row of rows.slice(body)) {
      const { cells } = this.#reading.blocks[row]!;
      const people = cells.find((cell) => columnOf(columns, cell)?.kind === 'people');
      const found = people === undefined ? null : this.#nameIn(people);
      if (found !== null) {
        if (entry !== null) this.#emit(entry);
        entry = { name: found.name, posts: found.posts, work: [], boards: [], change: '', day: null, group };
      } else if (
        people !== undefined &&
        isTitleLine(this.#shown(people)) &&
        entry !== null &&
        !this.#heads(people, cells.length)
      ) {
        entry.posts.push(people);
      } else if (people !== undefined && cells.length === 1) {
        if (entry !== null) this.#emit(entry);
        entry = null;
        group = this.#heads(people, 1) ? groupOf(this.#reading, people) : null;
        continue;
      } else if (people !== undefined) {
        if (entry !== null) this.#emit(entry);
        entry = null;
      }
      if (entry !== null) for (const cell of cells) if (cell !== people) this.#take(entry, cell);
    }
    if (entry !== null) this.#emit(entry);
  }

  #shown(cell: Span): string {
    return this.#reading.text
      .slice(cell.start, Math.min(cell.end, cell.start + LONGEST_POST))
      .replace(/\s+/g, ' ')
      .trim();
  }

  #heads(cell: Span, cells: number): boolean {
    return cells === 1 && headsGroup(this.#reading, cell) && groupOf(this.#reading, cell) !== null;
  }

  /** The person of a cell of the column of people, and the title lines below the name in it. */
  #nameIn(cell: Span): { name: LineName; posts: Span[] } | null {
    const [first, ...rest] = linesWithin(this.#reading.text, cell);
    if (first === undefined || organizationOfLine(this.#reading, first, 0.8) !== null) return null;
    const loose = namesOf(this.#reading, first, false);
    const names = (loose.length > 0 ? loose : namesOf(this.#reading, first, true)).filter(({ name }) =>
      this.#mayBeName(name),
    );
    const [name] = names;
    if (name === undefined || names.length > 1 || name.organization !== null) return null;
    const own = name.restSpan === null ? [] : [name.restSpan];
    return { name, posts: [...own, ...rest.filter((line) => isTitleLine(this.#shown(line)))] };
  }

  /** A name that the column makes one although its words are also words: most of them are none. */
  #mayBeName(name: string): boolean {
    const words = name.toLowerCase().split(' ');
    if (words.some((word) => VOTE_COLUMNS.has(word) || word === 'votes')) return false;
    return (
      words.filter((word) => this.#reading.isCommonWord(word) || NOT_IN_A_PERSON.has(word)).length * 2 < words.length
    );
  }

  #take(entry: Entry, cell: { readonly start: number; readonly end: number; readonly column: number }): void {
    const column = columnOf(this.#table.columns, cell);
    if (column === undefined) return;
    if (column.kind === 'post') entry.posts.push(cell);
    else if (column.kind === 'work') entry.work.push(cell);
    else if (column.kind === 'boards') entry.boards.push(cell);
    else if (column.kind === 'day') entry.day ??= dayIn(this.#reading, cell, column.heading);
    else if (column.kind === 'change') entry.change += ` ${this.#shown(cell)}`;
  }

  #emit(entry: Entry): void {
    const { name } = entry;
    const heading = this.#table.columns.find(({ kind }) => kind === 'people')?.heading ?? '';
    const posts = this.#posts(entry).map((post) => withDay(post, entry.day));
    this.drafts.push(...posts);
    const has = posts.some(({ role }) => role === 'director' || role === 'chair');
    const seat = this.#seat(entry, heading, posts.length > 0);
    if (seat !== null && !(has && seat.status === 'current')) this.drafts.push(withDay(seat, entry.day));
    for (const cell of entry.work) this.drafts.push(...workRoles(this.#reading, name.name, cell));
    for (const cell of entry.boards)
      for (const one of this.#reading.organizationsIn(cell))
        this.drafts.push({
          person: name.name,
          organization: one.name,
          title: 'Director',
          role: 'director',
          status: 'current',
          span: { start: one.start, end: one.end },
          rule: 'table-boards',
        });
  }

  /** The post that the cells of the column of posts print. */
  #posts(entry: Entry): RoleDraft[] {
    const { posts } = entry;
    if (posts.length === 0) return [];
    const column = this.#table.columns.find(({ kind }) => kind === 'post');
    const whole = { start: posts[0]!.start, end: posts.at(-1)!.end };
    const inRow = posts.length === 1 || !this.#reading.text.slice(whole.start, whole.end).includes('\t');
    const parts = inRow && whole.end - whole.start < LONGEST_POST ? partsOf(this.#reading.text, whole) : [];
    const titled = parts.map((part) => titledIn(this.#reading, part)).filter((one) => one !== null);
    if (titled.length > 0 && titled.length === parts.length) return titled.map((one) => this.#post(entry, one, column));
    const shown = bareTitle(posts.map((span) => this.#shown(span)).join(' '));
    const headed = column !== undefined && OPEN_TITLE.test(shown);
    if (shown.length > LONGEST_POST || (!isTitleLine(shown) && !headed)) return [];
    return [this.#post(entry, { ...whole, title: shown, organization: null }, column)];
  }

  #post(entry: Entry, titled: Titled, column: Column | undefined): RoleDraft {
    const { name } = entry;
    const said = statusOfTitle(titled.title);
    const role = classOfTitle(titled.title.replace(/[()]/g, ' '));
    const isNew = column !== undefined && NEW_POST.test(column.heading);
    const together = titled.start >= name.end && titled.end - name.start < 300 && entry.posts.length === 1;
    return {
      person: name.name,
      organization: titled.organization ?? this.#owner(entry, column),
      title: titled.title,
      role: role === 'other' && column !== undefined && !isTitleLine(titled.title) ? 'officer' : role,
      status: said === 'current' ? (changeOf(entry.change) ?? (isNew ? 'appointed' : this.#status())) : said,
      span: together ? { start: name.start, end: titled.end } : { start: name.start, end: name.end },
      rule: 'table',
    };
  }

  /** What the words above the table say has become of the posts in it. */
  #status(): RoleStatus {
    const said = statusOfGroup(this.#leadWords);
    return said === 'nominated' ? 'current' : said;
  }

  #owner(entry: Entry, column: Column | undefined): string | null {
    const headed = column === undefined ? undefined : this.#reading.organizationsIn(column.span).at(0);
    return (headed === undefined ? null : withoutHeading(headed.name)) ?? entry.group?.organization ?? this.#leadOwner;
  }

  /** The seat that the heading of the table, of a part of it or of its column gives everybody who stands there. */
  #seat(entry: Entry, heading: string, titled: boolean): RoleDraft | null {
    const { columns } = this.#table;
    const voted = columns.filter(({ kind }) => kind === 'votes').length >= 2;
    const named = /^(?:name of )?(nominee|director|trustee)s?\b/i.exec(heading)?.[1];
    const group = entry.group ?? (titled ? null : this.#lead);
    if (voted && (named !== undefined || group !== null || /\belect/i.test(`${this.#leadWords} ${heading}`)))
      return /\bnot (?:re-?)?elected\b/i.test(this.#leadWords)
        ? this.#draft(entry, 'Director', 'nominated', null)
        : {
            ...this.#draft(entry, 'Director', 'appointed', null),
            from: this.#meetingDay(),
          };
    if (named !== undefined && /nominee/i.test(named)) return this.#draft(entry, 'Director', 'nominated', null);
    if (group !== null && (entry.group !== null || this.#isAboutPeople()))
      return { ...this.#draft(entry, group.title, group.status, group.organization), role: group.role };
    if (named !== undefined && !titled && this.#isAboutPeople())
      return this.#draft(entry, /trustee/i.test(named) ? 'Trustee' : 'Director', 'current', null);
    return null;
  }

  /** The day of the meeting that the table gives the votes of; looked up once. */
  #meetingDay(): string | null {
    this.#votedOn ??= { day: meetingDay(this.#reading, this.#reading.blocks[this.#table.rows[0]!]!.start) };
    return this.#votedOn.day;
  }

  /** A list of people, not of what they own or are paid: that says who they are only where a part is headed so. */
  #isAboutPeople(): boolean {
    return !/\b(?:options?|grants?|awards?|purchase|sold|trades?|transactions?|holders?|stockholders?|shareholders?)\b/i.test(
      this.#leadWords,
    );
  }

  #draft({ name }: Entry, title: string, status: RoleStatus, organization: string | null): RoleDraft {
    return {
      person: name.name,
      organization,
      title,
      role: classOfTitle(title),
      status,
      span: { start: name.start, end: name.end },
      rule: 'table-group',
    };
  }
}

/**
 * Tables of people: directors and officers, nominees, votes, committees, careers, boards of other companies. `rows` are the
 * blocks of tables whose columns are known: no list or card is read from them again.
 */
export function tableRoles(reading: Reading): { drafts: RoleDraft[]; rows: ReadonlySet<number> } {
  const drafts: RoleDraft[] = [];
  const rows = new Set<number>();
  for (const table of readTables(reading)) {
    if (table.columns.length === 0) continue;
    const reader = new TableReader(reading, table);
    reader.read();
    drafts.push(...reader.drafts);
    for (const row of table.rows) rows.add(row);
  }
  return { drafts, rows };
}
