import type { RoleStatus } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { classOfTitle } from '../roles/classes.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { statusOfTitle } from '../roles/post-checks.ts';
import { cardAt, cardDraft, titleFirst, titlesOver } from './cards.ts';
import { groupOf, headsGroup, statusOfGroup } from './groups.ts';
import { organizationOfLine } from './line-kinds.ts';
import { namesOfLine, type LineName } from './line-names.ts';
import type { Line } from './lines.ts';
import { readName } from './name-slot.ts';
import { bareTitle, isTitleLine } from './title-line.ts';
import { titledLine, type Titled } from './titled.ts';

/** Cells of a row in which a title is looked for, and rows up to the heading of its column. */
const CELLS = 6;
const MOST_ROWS = 40;
const OWNER_REACH = 12;
const CHANGE =
  /^(?:[\d.]{1,3}\s*)?(?:notice (?:of|regarding|concerning) )?(?:the )?changes? (?:of|in) (?:the )?([A-Za-z ]{3,50}?)s?$/i;
const NEW_POST =
  /^(?:new|proposed|future|(?:position|title|post)s? after)\b.{0,30}$|\((?:new|after (?:the )?change)\)$|\bafter (?:the )?(?:change|appointment)$/i;

/** A name and its title in one row of a table: lists of directors and officers. */
function titleInRow(
  reading: Reading,
  lines: readonly Line[],
  index: number,
): { readonly titled: Titled; readonly appointed: boolean } | null {
  const line = lines[index]!;
  if (!line.shared) return null;
  let first: Titled | null = null;
  for (let at = index + 1; at < lines.length && at <= index + CELLS; at++) {
    const other = lines[at]!;
    if (other.block !== line.block) break;
    const titled = readName(other.text, false) === null ? titledLine(reading, other) : null;
    if (titled === null) {
      // Ages, dates and terms may stand before the title; prose does not, nor does what is printed below the name.
      if (other.text.length > 30 || other.column === line.column) break;
      continue;
    }
    if (other.column === line.column) break;
    // "New position" beside "Current position": the new one is what the filing reports.
    if (NEW_POST.test(columnHead(lines, at))) return { titled, appointed: true };
    first ??= titled;
  }
  return first === null ? null : { titled: first, appointed: false };
}

/** What the line above a table says of everybody in it: "New candidates for Director", "Retiring Directors". */
function tableStatus(lines: readonly Line[], index: number): RoleStatus | null {
  const { table, document } = lines[index]!;
  let at = index - 1;
  while (at >= 0 && index - at <= MOST_ROWS * 6 && lines[at]!.table === table) at--;
  const head = lines[at];
  if (head === undefined || head.table === table || head.document !== document || head.text.length > 110) return null;
  if (/\b(?:candidates?|nominees?|proposed|for election)\b/i.test(head.text)) return 'nominated';
  if (/\b(?:retir\w+|resign\w*|outgoing|leaving)\b/i.test(head.text)) return 'resigned';
  if (/\b(?:new(?:ly)?|appoint\w*|elected|incoming)\b/i.test(head.text)) return 'appointed';
  return null;
}

/** "Before the change | A Person" under "Change of Representative Director". */
function changeOf(lines: readonly Line[], index: number): { title: string; status: RoleStatus } | null {
  const label = lines[index - 1];
  const when =
    label?.block === lines[index]!.block ? /^(before|after)(?: (?:the )?change)?$/i.exec(label.text)?.[1] : undefined;
  if (when === undefined) return null;
  for (let at = index - 2; at >= 0 && index - at <= OWNER_REACH; at--) {
    const title = CHANGE.exec(lines[at]!.text)?.[1];
    if (title !== undefined && isTitleLine(title))
      return { title, status: when.toLowerCase() === 'before' ? 'resigned' : 'appointed' };
  }
  return null;
}

/** "Chairman | A Person | shares held": the title in the cell before the name. */
function titleLeft(reading: Reading, lines: readonly Line[], index: number): Line | null {
  const line = lines[index]!;
  const other = lines[index - 1];
  if (!line.shared || other === undefined || other.block !== line.block) return null;
  return readName(other.text, false) === null && titledLine(reading, other) !== null ? other : null;
}

/** The organization that a row above in the same table is about: "Company name | Acme Co., Ltd." above "Representative". */
function tableOwner(reading: Reading, lines: readonly Line[], index: number): string | null {
  const { table } = lines[index]!;
  for (let at = index - 1; at >= 0 && index - at <= OWNER_REACH && lines[at]!.table === table; at--) {
    const line = lines[at]!;
    const label = lines[at - 1];
    if (label === undefined || label.block !== line.block || !/\b(?:name|company|issuer|target)\b/i.test(label.text))
      continue;
    const found = organizationOfLine(reading, line, 0.8);
    if (found !== null) return found.name;
  }
  return null;
}

/** The topmost short line above a cell: the heading of its column. */
function columnHead(lines: readonly Line[], at: number): string {
  let head = '';
  let above = lines[at]!.above;
  for (let step = 0; step < MOST_ROWS && above >= 0; step++) {
    const line = lines[above]!;
    if (line.table !== lines[at]!.table) break;
    head = line.text;
    above = line.above;
  }
  return head.length <= 40 ? head : '';
}

/** "Scrutineers Secretary Chairman" in one row: they signed the minutes of a meeting. */
function ofMeeting(reading: Reading, { block }: Line): boolean {
  const { start, end } = reading.blocks[block]!;
  return /\b(?:ballot|scrutin|teller|(?:chairman|secretary) of the meeting)/i.test(
    reading.text.slice(start, Math.min(end, start + 300)),
  );
}

function draft(
  name: LineName,
  title: string,
  span: { start: number; end: number },
  organization: string | null,
): RoleDraft {
  return {
    person: name.name,
    organization,
    title: bareTitle(title).replace(/^\(|\)?$/g, ''),
    role: classOfTitle(title.replace(/[()]/g, ' ')),
    status: statusOfTitle(title),
    span,
    rule: 'name-row',
  };
}

/** A name in a row of a table without headings: its title stands beside it, or the row says what becomes of the post. */
function rowRoles(reading: Reading, lines: readonly Line[], index: number, name: LineName): RoleDraft[] {
  const beside = titleInRow(reading, lines, index);
  if (beside !== null) {
    const { titled } = beside;
    const row = draft(name, titled.title, { start: name.start, end: titled.end }, titled.organization);
    const status = beside.appointed ? 'appointed' : tableStatus(lines, index);
    return [status === null ? row : { ...row, status }];
  }
  const left = titleLeft(reading, lines, index);
  if (left !== null)
    return [draft(name, left.text, { start: left.start, end: name.end }, tableOwner(reading, lines, index))];
  const changed = changeOf(lines, index);
  if (changed === null) return [];
  const { title, status } = changed;
  return [{ ...draft(name, title, { start: lines[index - 1]!.start, end: name.end }, null), status }];
}

function nominated(draft: RoleDraft): RoleDraft {
  const stands = draft.role === 'director' && draft.status === 'current';
  return stands ? { ...draft, status: 'nominated' } : draft;
}

const LEAD_WORDS = /\b(?:officers?|directors?|appointments?|appointed|elected|chose|chosen|changes?|management)\b/i;
const MOST_STRANGERS = 1;
const LONGEST_STRANGER = 80;

/**
 * What the line with a colon above says of the posts in the lines below it: "The Board elected these officers:". It holds
 * until two lines that are neither names nor titles.
 */
export function statusesAbove(reading: Reading, lines: readonly Line[]): readonly RoleStatus[] {
  let status: RoleStatus = 'current';
  let strangers = 0;
  return lines.map((line) => {
    const lead = reading.text[line.end - 1] === ':' ? lastSentence(reading, line) : '';
    if (lead !== '') [status, strangers] = [LEAD_WORDS.test(lead) ? statusOfGroup(lead) : 'current', 0];
    else if (status !== 'current') {
      const ours =
        namesOfLine(reading, line).length > 0 ||
        titledLine(reading, line) !== null ||
        titleFirst(reading, line) !== null;
      strangers = ours ? 0 : strangers + 1;
      if (line.long || strangers > MOST_STRANGERS || (!ours && line.text.length > LONGEST_STRANGER)) status = 'current';
    }
    return status;
  });
}

function lastSentence(reading: Reading, line: Line): string {
  const sentence = reading.sentencesIn(line).at(-1);
  return sentence === undefined ? '' : reading.text.slice(Math.max(line.start, sentence.start), line.end);
}

/** The draft with the status that stands above it, where it has none of its own. */
export function inStatus(draft: RoleDraft, status: RoleStatus): RoleDraft {
  const open = draft.status === 'current' && status !== 'current';
  return open && (status !== 'nominated' || draft.role === 'director') ? { ...draft, status } : draft;
}

/**
 * Names and titles that make up lines or table rows by themselves: closings of letters, lists of directors, participants
 * of a call. `used` are the offsets of names that another rule has placed, `free` the lines that no table claims, `said` what is said above each line.
 */
export function nameLineRoles(
  reading: Reading,
  lines: readonly Line[],
  used: ReadonlySet<number>,
  free: readonly boolean[],
  said: readonly RoleStatus[],
): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const over = titlesOver(reading, lines, used);
  let stands = false;
  lines.forEach((line, index) => {
    if (!line.long && !line.shared && line.text.length <= 90 && headsGroup(reading, line))
      stands = (groupOf(reading, line)?.status ?? (stands ? 'nominated' : 'current')) === 'nominated';
    if (!free[index] || line.long || line.text.length > 150 || line.text.length < 5 || !/\p{Lu}/u.test(line.text))
      return;
    const first = titleFirst(reading, line);
    if (first !== null && !used.has(first.name.start)) {
      drafts.push(inStatus(cardDraft(first, first.titles[0]!, 'name-line', true), said[index]!));
      return;
    }
    const card = cardAt(reading, lines, index, false);
    if (card === null || used.has(card.name.start)) return;
    const above = over.get(index);
    const from = drafts.length;
    if (above !== undefined) drafts.push(cardDraft(card, above, 'name-over-title', !line.shared));
    else if (card.name.rest !== '') drafts.push(cardDraft(card, card.titles[0]!, 'name-line', true));
    else {
      const row = rowRoles(reading, lines, index, card.name);
      if (row.length > 0) drafts.push(...row);
      else if (card.titles.length > 0 && !ofMeeting(reading, lines[line.below]!))
        for (const title of card.titles) drafts.push(cardDraft(card, title, 'name-over-title', !line.shared));
    }
    for (let at = from; at < drafts.length; at++) drafts[at] = inStatus(drafts[at]!, said[index]!);
    // "Nominees for Election" above the cards: whoever is printed as a director stands for election.
    if (stands) for (let at = from; at < drafts.length; at++) drafts[at] = nominated(drafts[at]!);
  });
  return drafts;
}
