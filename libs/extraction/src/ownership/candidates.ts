import { foldName, organizationKey } from '../reading/index.ts';
import type { Reading, Span } from '../reading/index.ts';
import { foldSpace } from '../wording/pattern.ts';

/** A run of text that may name an organization; `sure` where the reading knows it as one. */
export interface Candidate extends Span {
  /** The full name, as far as the reading knows it. */
  readonly name: string;
  /** As it stands here. */
  readonly printed: string;
  readonly sure: boolean;
  /** It may also be a person: then it can be owned, not own. */
  readonly person?: true;
}

const WORD = "\\p{Lu}[\\p{L}\\p{N}&.'\u2019!/-]*";
const RUN = new RegExp(`(?<![\\p{L}\\p{N}@./])${WORD}(?:\\s(?:&\\s|of\\s(?=\\p{Lu}))?${WORD}){0,6}`, 'gu');
/** Capitalized words that name no organization by themselves. */
const GENERIC = new Set(
  (
    'the this that these those a an in on at as of for by with from to and or but if when while since until after before under upon during among it its we our they their he she his her mr mrs ms dr ' +
    'all any each both some other such no not also however following pursuant subject based including today yesterday ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'board directors director chairman president chief executive officer officers financial vice senior committee management member members secretary treasurer ceo cfo coo shareholder shareholders ' +
    'company corporation registrant issuer group fund trust bank business unit division subsidiary subsidiaries affiliate affiliates joint venture parent holding ' +
    'consortium lenders underwriters agents advisers advisors common ordinary preferred class series share shares stock notes note bonds securities units unit warrants options ads adss adr adrs agreement agreements offer offering transaction merger arrangement acquisition plan meeting annual general special extraordinary report form exhibit item schedule appendix section article rule act code law regulation ' +
    'nyse nasdaq tsx amex otc sec ifrs gaap us u.s usa uk eu u.k nv n.v ag plc inc ltd llc usd eur gbp cad aud million billion q1 q2 q3 q4 north south east west northern southern eastern western new central america polish swedish danish finnish belgian austrian portuguese greek turkish irish scottish british english ukrainian hungarian czech romanian bulgarian chilean argentine colombian peruvian thai malaysian indonesian philippine vietnamese egyptian saudi poland sweden denmark finland belgium austria portugal greece turkey ireland scotland britain england chile argentina colombia peru taiwan thailand malaysia indonesia egypt luxembourg bermuda significant principal major certain material wholly american europe european asia asian africa african canada canadian china chinese india indian japan japanese france french germany german israel israeli norway norwegian netherlands dutch switzerland swiss brazil brazilian australia australian mexico mexican russia russian spain spanish italy italian korea korean states united kingdom republic nigeria angola singapore ' +
    'project property properties mine mines deposit field license licence phase press news release page contact contacts investor investors media relations forward looking statements statement information website web internet email tel phone fax'
  ).split(' '),
);

const LEADING =
  /^(?:The|This|That|These|Those|In|On|At|As|For|By|With|From|To|And|Or|If|When|While|Since|After|Before|Under|Upon|Among|Its|Our|Their|Both|Each|All|Although|Because|Through|Also|However|Further|Today)\s+/u;
/** What a name is said to have or to be: "Chairman of X", "Report of X". */
const OF_LEAD =
  /^.{0,80}\b(?:Report|Form|Notice|Release|Announcement|Chairman|Director|Directors|Board|CEO|CFO|Officer|President|Shareholders|Merger|Acquisition|Sale|Purchase|Shares|Subsidiary|Affiliate)\s+of\s+(?:the\s+)?/u;

/** `Acme Gauge Ltd., or Acme,` defines as parentheses do. */
const OR_TERM = /^,?\s+or\s+["\u201c]?(\p{Lu}[\p{L}\p{N}]+(?:\s\p{Lu}[\p{L}\p{N}]+)?)["\u201d]?\s{0,2}[,(]/u;

function generic(word: string): boolean {
  return GENERIC.has(word.toLowerCase().replace(/[.,!'\u2019]+$/u, '')) || /^\p{Lu}\.?$/u.test(word);
}

/** Capitalized runs between the known names, without sentence openers, dates and people. */
function runsIn(reading: Reading, from: number, to: number): Candidate[] {
  const found: Candidate[] = [];
  for (const match of reading.text.slice(from, to).matchAll(RUN)) {
    let start = from + match.index;
    let printed = match[0];
    for (let lead = LEADING.exec(printed); lead !== null; lead = LEADING.exec(printed)) {
      start += lead[0].length;
      printed = printed.slice(lead[0].length);
    }
    const of = OF_LEAD.exec(printed);
    if (of !== null) {
      start += of[0].length;
      printed = printed.slice(of[0].length);
    }
    printed = printed.replace(/['\u2019]s(?:\s.*)?$/su, '').replace(/[.,'\u2019/-]+$/u, '');
    const words = printed.split(/\s+/u);
    if (printed.length < 3 || words.every((word) => generic(word))) continue;
    // A single capitalized word that opens the sentence is a word like any other.
    if (words.length === 1 && start === from && /ing$|ed$|^\p{Lu}+$/u.test(printed)) continue;
    const span = { start, end: start + printed.length };
    const people = reading.peopleIn(span);
    if (people.some((person) => person.honorific)) continue;
    if (reading.datesIn({ start: span.start, end: Math.min(to, span.end + 12) }).some((date) => date.start < span.end))
      continue;
    const name = foldSpace(printed);
    found.push({
      ...span,
      printed: name,
      name: reading.organizationName(name),
      sure: false,
      ...(people.length > 0 ? { person: true } : {}),
    });
  }
  return found;
}

/** The names of one filing: mentions of the reading, its defined terms, and runs of capitalized words. */
export class Candidates {
  private readonly reading: Reading;
  private readonly terms: RegExp | undefined;
  private readonly names = new Map<string, string>();
  private readonly printed = new Map<string, string>();
  private readonly firstWords = new Map<string, Map<string, { readonly name: string; abridged: boolean }>>();
  /** Names that turned out to be the end of a longer one: "Communication Ltd." of "Walla! Communication Ltd.". */
  private readonly longer = new Map<string, string>();

  constructor(reading: Reading) {
    this.reading = reading;
    for (const { term, name } of reading.defined)
      if (/^\p{Lu}/u.test(term) && term.length > 2) this.names.set(term, name);
    for (const mention of reading.organizations) {
      this.printed.set(foldName(mention.printed), mention.name);
      this.shorter(mention.printed, mention.name);
      const or = OR_TERM.exec(reading.text.slice(mention.end, mention.end + 60))?.[1];
      if (or !== undefined && mention.by === 'legal-form') this.names.set(or, mention.name.replace(OF_LEAD, ''));
    }
    const terms = [...this.names.keys()].slice(0, 200).sort((a, b) => b.length - a.length);
    const quoted = terms.map((term) => term.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&'));
    this.terms =
      terms.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${quoted.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  }

  /** Notes which full names begin with which word, and which of them the filing also prints in a form of several words. */
  private shorter(printed: string, name: string): void {
    const first = /^\p{Lu}[\p{L}\p{N}]{2,}(?=\s)/u.exec(name)?.[0];
    if (first === undefined) return;
    const known = this.firstWords.get(first) ?? new Map<string, { readonly name: string; abridged: boolean }>();
    this.firstWords.set(first, known);
    const entry = known.get(organizationKey(name)) ?? { name, abridged: false };
    const words = foldName(printed).split(' ').length;
    if (words > 1 && words < foldName(name).split(' ').length) entry.abridged = true;
    known.set(organizationKey(name), entry);
  }

  /** "Acme" alone is the name that all others with this first word go on from, or the one that has no other short form. */
  private byFirstWord(word: string): string | undefined {
    const entries = [...(this.firstWords.get(word)?.entries() ?? [])];
    const stem = entries.find(([key]) => entries.every(([other]) => other === key || other.startsWith(`${key} `)));
    const unabridged = entries.filter(([, entry]) => !entry.abridged);
    return (stem ?? (unabridged.length === 1 ? unabridged[0] : undefined))?.[1].name;
  }

  /** The full name, after what the whole filing showed. */
  resolve(name: string): string {
    const full = this.reading.organizationName(this.names.get(name) ?? name);
    return (
      this.longer.get(full) ??
      this.longer.get(name) ??
      this.printed.get(foldName(full)) ??
      this.byFirstWord(full) ??
      full
    );
  }

  private termsIn(span: Span): Candidate[] {
    if (this.terms === undefined) return [];
    return [...this.reading.text.slice(span.start, span.end).matchAll(this.terms)].map((match) => ({
      start: span.start + match.index,
      end: span.start + match.index + match[0].length,
      name: this.names.get(match[0]) ?? match[0],
      printed: match[0],
      sure: true,
    }));
  }

  private known(span: Span): Candidate[] {
    return this.reading.organizationsIn(span).flatMap((mention): Candidate[] => {
      const lead = OF_LEAD.exec(mention.printed);
      const text = this.reading.text.slice(mention.start, mention.end);
      if (lead !== null) {
        const printed = mention.printed.slice(lead[0].length);
        const start = mention.start + Math.max(0, text.lastIndexOf(printed.slice(0, 6)));
        return [{ start, end: mention.end, printed, name: this.reading.organizationName(printed), sure: true }];
      }
      const two = /^(.{2,60}?)\s+and\s+(\p{Lu}.*)$/su.exec(text);
      if (two !== null && (this.reading.filerAliases.has(foldName(two[1]!)) || this.names.has(two[1]!))) {
        const cut = mention.start + two[1]!.length;
        const second = mention.end - two[2]!.length;
        return [
          {
            start: mention.start,
            end: cut,
            printed: two[1]!,
            name: this.reading.organizationName(two[1]!),
            sure: true,
          },
          {
            start: second,
            end: mention.end,
            printed: two[2]!,
            name: this.reading.organizationName(two[2]!),
            sure: true,
          },
        ];
      }
      const name = this.reading.organizationName(mention.name.replace(OF_LEAD, ''));
      const end = this.nameEnd(mention.end);
      if (end === mention.end) return [{ start: mention.start, end, printed: mention.printed, name, sure: true }];
      const longer = foldSpace(this.reading.text.slice(mention.start, end));
      this.longer.set(name, longer);
      return [{ start: mention.start, end, printed: longer, name: longer, sure: true }];
    });
  }

  /** "Acme Satellite Services (1998) Ltd.": the name goes on behind a year in parentheses. */
  private nameEnd(end: number): number {
    const more = /^(?:\s*\(\d{4}\),?\s{0,2}(?:Ltd|Limited|Inc)\.?|\.?\s?z\s?o\.\s?o\.)(?![\p{L}])/u.exec(
      this.reading.text.slice(end, end + 24),
    );
    return more === null ? end : end + more[0].length;
  }

  /** "Walla! Communication Ltd.", "Acme - The Gauge Corp. Ltd.", "Vereniging ACME": a name that goes on. */
  private joined(candidates: readonly Candidate[], sentence: Span): Candidate[] {
    const out: Candidate[] = [];
    for (const candidate of candidates) {
      const last = out.at(-1);
      const between = last === undefined ? '' : this.reading.text.slice(last.end, candidate.start);
      const bang = candidate.sure && between === '! ';
      const dash = candidate.sure && /^\s[-\u2013]\sThe\s$/u.test(between);
      const beside =
        last !== undefined &&
        last.sure !== candidate.sure &&
        between === ' ' &&
        last.start > sentence.start &&
        !/[.!]$/u.test(last.name);
      if (last !== undefined && (bang || dash || beside)) {
        const name = foldSpace(this.reading.text.slice(last.start, candidate.end));
        if (!beside) this.longer.set(candidate.name, name);
        out[out.length - 1] = { start: last.start, end: candidate.end, printed: name, name, sure: true };
      } else out.push(candidate);
    }
    return out;
  }

  /** A run that goes on in small letters: "Dolina Sp. z o.o.". */
  private whole(run: Candidate): Candidate {
    const end = this.nameEnd(run.end);
    if (end === run.end) return run;
    const name = foldSpace(this.reading.text.slice(run.start, end));
    return { start: run.start, end, printed: name, name, sure: true };
  }

  /** All candidates in a sentence, in order, without overlaps. */
  in(sentence: Span): readonly Candidate[] {
    const terms = this.termsIn(sentence);
    const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
    // "LLC V and Trust V": a run of two defined terms is not one name.
    const known = this.known(sentence).filter(
      (name) => !(/\sand\s/u.test(name.name) && terms.some((term) => overlaps(term, name))),
    );
    const sure = [...known, ...terms.filter((term) => !known.some((name) => overlaps(name, term)))].sort(
      (a, b) => a.start - b.start,
    );
    const all: Candidate[] = [];
    let cursor = sentence.start;
    for (const candidate of sure) {
      if (candidate.start < cursor) continue;
      all.push(...runsIn(this.reading, cursor, candidate.start).map((run) => this.whole(run)), candidate);
      cursor = candidate.end;
    }
    all.push(...runsIn(this.reading, cursor, sentence.end).map((run) => this.whole(run)));
    return this.joined(all, sentence);
  }
}
