import type { Reading } from '../reading/index.ts';
import { classOfTitle } from '../roles/classes.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { statusOfTitle } from '../roles/post-checks.ts';
import { firmBelow } from './firms.ts';
import { isReachLine } from './line-kinds.ts';
import { namesOf, namesOfLine, type LineName } from './line-names.ts';
import type { Line } from './lines.ts';
import { bareTitle } from './title-line.ts';
import { COMMITTEE, titledIn, titledLine, type Titled } from './titled.ts';

/** A person's name with what stands below it in its column: titles, then a firm. */
export interface Card {
  readonly name: LineName;
  readonly titles: readonly Titled[];
  readonly firm: string | null;
  /** The lines after the card. */
  readonly next: number;
}

const LONGEST_REST = 60;
const LONGEST_TITLE_FIRST = 120;
const MOST_TITLES = 4;
/** A title goes on in the next line when it ends, or the next begins, with a joining word or mark. */
export function goesOn(title: string, next: string): boolean {
  return (
    /(?:\band|&|,|\bof|\bfor|\bto|–|-|\/)$/i.test(title) || /^(?:and\b|&|of\b|for\b)/i.test(next) || isHalf(title, next)
  );
}

/** "Chief Financial" above "Officer": the head stands in the second line. */
function isHalf(title: string, next: string): boolean {
  return (
    /\b(?:chief|vice|executive|senior|general|managing)(?: [\p{L}]+)?$/iu.test(title) &&
    /^(?:officer|president|counsel|director|manager|vice)\b/i.test(next)
  );
}

function titleAt(reading: Reading, line: Line): Titled | null {
  return namesOfLine(reading, line).length > 0 ? null : titledLine(reading, line);
}

/** The titles in the lines from `at` on; a title that goes on over lines is one. */
export function titlesBelow(reading: Reading, lines: readonly Line[], at: number): { titles: Titled[]; next: number } {
  const titles: Titled[] = [];
  let index = at;
  let raw = '';
  for (let step = 0; step < MOST_TITLES && index >= 0; step++) {
    const line = lines[index]!;
    const last = titles.at(-1);
    const joined =
      last !== undefined && goesOn(raw, line.text) && !line.long && line.text.length < 90 && !isReachLine(line.text);
    const titled = joined ? null : titleAt(reading, line);
    if (COMMITTEE.test(line.text) && titles.length > 0) {
      index = line.below;
      continue;
    }
    if (joined) titles[titles.length - 1] = { ...last, title: bareTitle(`${last.title} ${line.text}`), end: line.end };
    else if (titled !== null) titles.push(titled);
    else break;
    raw = line.text;
    index = line.below;
  }
  return { titles: titles.map((one) => ({ ...one, title: one.title.replace(/[\s,;]+$/, '') })), next: index };
}

const MARK = /\s*:\s+|\s+[-–—]+\s+|,\s+|\s*[-–—]\t|\t/g;

/** "Treasurer - A Person", "Secretary: A Person": the title before the name on one line. */
export function titleFirst(reading: Reading, line: Line): Card | null {
  if (line.long || line.text.length > LONGEST_TITLE_FIRST) return null;
  const shown = reading.text.slice(line.start, line.end);
  MARK.lastIndex = 0;
  for (let m = MARK.exec(shown); m !== null; m = MARK.exec(shown)) {
    const [end, start] = [line.start + m.index, line.start + m.index + m[0].length];
    const names = namesOf(reading, { start, end: line.end }, false);
    const [name] = names;
    const titled = names.length === 1 && name!.rest === '' ? titledIn(reading, { start: line.start, end }) : null;
    if (name !== undefined && titled !== null) return { name, titles: [titled], firm: null, next: line.below };
  }
  return null;
}

/** The card of a line that is one name alone; null where the line is none. `listed` says that a group's heading stands above. */
export function cardAt(reading: Reading, lines: readonly Line[], at: number, listed: boolean): Card | null {
  const line = lines[at]!;
  if (line.long || line.text.length < 4 || line.text.length > 170) return null;
  const names = namesOfLine(reading, line);
  const [name] = names;
  if (name === undefined || names.length > 1) return null;
  // What goes on behind a name that is no title is a sentence.
  if (name.rest === '' && line.text.length > name.end - name.start + LONGEST_REST) return null;
  if (name.rest !== '' && name.restSpan !== null) {
    const more = goesOn(line.text, lines[line.below]?.text ?? '') ? lines[line.below] : undefined;
    const whole = more === undefined || more.long ? name.rest : `${name.rest} ${more.text}`;
    const own = {
      ...name.restSpan,
      end: more?.end ?? name.restSpan.end,
      title: bareTitle(whole),
      organization: name.organization,
    };
    const next = more === undefined ? line.below : more.below;
    const firm = name.organization ?? firmBelow(reading, lines[next], false);
    return {
      name,
      titles: [own],
      firm,
      next: firm === null || name.organization !== null ? next : (lines[next]?.below ?? -1),
    };
  }
  const { titles, next } = titlesBelow(reading, lines, line.below);
  const firm = titles.length === 0 ? null : firmBelow(reading, lines[next], listed);
  return { name, titles, firm, next: firm === null ? next : (lines[next]?.below ?? -1) };
}

/** The draft of one title of a card. */
export function cardDraft(card: Card, title: Titled, rule: string, contiguous: boolean): RoleDraft {
  const { name } = card;
  const plain = title.title.replace(/[()]/g, ' ');
  return {
    person: name.name,
    organization: title.organization ?? card.firm,
    title: title.title.replace(/^\(|\)$/g, ''),
    role: classOfTitle(plain),
    status: statusOfTitle(plain),
    span:
      contiguous && title.end - name.start < 240
        ? { start: Math.min(name.start, title.start), end: Math.max(name.end, title.end) }
        : { start: name.start, end: name.end },
    rule,
  };
}

const LONGEST_CHAIN = 60;

/**
 * Titles that stand above the names that bear them, by the line of the name. Of lines that are titles and names in turn,
 * the titles stand above if the first is a title and the last a name.
 */
export function titlesOver(reading: Reading, lines: readonly Line[], used: ReadonlySet<number>): Map<number, Titled> {
  const over = new Map<number, Titled>();
  const seen = new Set<number>();
  lines.forEach((line, index) => {
    if (seen.has(index) || titleAt(reading, line) === null) return;
    const chain: { at: number; name: boolean }[] = [];
    for (let at = index; at >= 0 && chain.length < LONGEST_CHAIN && !seen.has(at); at = lines[at]!.below) {
      const one = lines[at]!;
      const name = cardName(reading, one);
      if (!name && titleAt(reading, one) === null) break;
      chain.push({ at, name });
      seen.add(at);
    }
    if (chain.length < 2 || !chain.at(-1)!.name || isName(reading, lines[line.above], used)) return;
    let title: Titled | null = null;
    for (const { at, name } of chain) {
      const one = lines[at]!;
      if (name && title !== null) over.set(at, title);
      else if (!name) title = titleAt(reading, one);
    }
  });
  return over;
}

function cardName(reading: Reading, line: Line): boolean {
  const names = namesOfLine(reading, line);
  return names.length === 1 && names[0]!.rest === '';
}

/** A name that no list has placed: what stands below it may be its title. */
function isName(reading: Reading, line: Line | undefined, used: ReadonlySet<number>): boolean {
  return line !== undefined && cardName(reading, line) && !used.has(line.start);
}
