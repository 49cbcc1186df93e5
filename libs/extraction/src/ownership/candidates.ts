import type { OrganizationMention, Reading, Span } from '../reading/index.ts';
import { foldName } from '../reading/index.ts';
import { matchesIn } from '../wording/matches.ts';
import { foldSpace } from '../wording/pattern.ts';
import { HEADLINE_BETWEEN, headlineLead, OF_LEAD, runsIn, saysNothing } from './capitalized-runs.ts';
import type { Candidate } from './capitalized-runs.ts';
import { FilingNames } from './filing-names.ts';
import { nameEnd } from './name-end.ts';
import { hasForm } from '../facts/organization-checks.ts';
import { placeNames } from './places.ts';
import { hasLegalForm } from './name-end.ts';

export type { Candidate } from './capitalized-runs.ts';

const NEVER = /(?!)/gu;
/** The filer in small letters; not "the company that". */
const SMALL_COMPANY =
  /(?<![\p{L}])(?:[Tt]he|[Tt]his|[Oo]ur)\s+(company|registrant)(?![\p{L}-]|\s(?:that|which|who|whose|of|in\swhich|owned|called|named|with|formerly)(?!\p{L}))/gu;

const PREFIX = /(?<![\p{L}\p{N}.-])\p{Ll}{1,2}-$/u;
const PARTNERS = /^\p{Lu}\p{Ll}+\|\p{Lu}\p{Ll}+ & \p{Lu}\p{Ll}+(?:,? (?:Inc|LLP|L\.L\.P|Ltd|LLC|Co|Company|P\.C)|$)/u;
const INITIALS = /(?<=\p{Ll}\s)(\p{Lu}{2,4})\s$/u;

/** What may name an organization in a sentence: mentions of the reading, defined terms, runs of capitalized words. */
export class Candidates {
  private readonly reading: Reading;
  private readonly names: FilingNames;
  private readonly terms: RegExp | undefined;
  private places: ReadonlySet<string> | undefined;

  constructor(reading: Reading) {
    this.reading = reading;
    this.names = new FilingNames(reading);
    const quoted = [...this.names.ownTerms]
      .slice(0, 100)
      .sort((a, b) => b.length - a.length)
      .map((term) => term.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&'));
    this.terms =
      quoted.length === 0
        ? undefined
        : new RegExp(`(?<![\\p{L}\\p{N}])(?:${quoted.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  }

  /** Whether the filing calls a mine, field, plant or ship by this name. */
  isPlace(printed: string): boolean {
    return (this.places ??= placeNames(this.reading)).has(printed);
  }

  /** The full name, after what the whole filing showed. */
  resolve(name: string): string {
    return this.names.resolve(name);
  }

  private sure(start: number, end: number, printed: string, name = this.reading.organizationName(printed)): Candidate {
    return { start, end, printed, name, sure: true };
  }

  /** Terms that only this reader knows, and "the company". */
  private termsIn(span: Span): Candidate[] {
    const text = this.reading.text.slice(span.start, span.end);
    const terms = matchesIn(text, this.terms ?? NEVER).map((match) => {
      const start = span.start + match.index;
      return this.sure(start, start + match[0].length, match[0], this.names.term(match[0]) ?? match[0]);
    });
    if (this.reading.filer === '') return terms;
    const filer = [...text.matchAll(SMALL_COMPANY)].map((match) => {
      const end = span.start + match.index + match[0].length;
      return this.sure(end - match[1]!.length, end, match[1]!, this.reading.filer);
    });
    return [...terms, ...filer];
  }

  /** "LLC V and Trust V", "Acme and Borealis Investments S.A.": two names where the first is known by itself. */
  private two(mention: OrganizationMention, text: string): Candidate[] | undefined {
    const [, first, second] = /^(.{1,60}?)\s+and\s+(\p{Lu}.*)$/su.exec(text) ?? [];
    if (first === undefined || second === undefined) return undefined;
    const cut = mention.start + first.length;
    const term = this.names.endingAt(first, cut);
    if (term === undefined) return undefined;
    const name = (printed: string) => this.names.term(printed) ?? this.reading.organizationName(printed);
    return [
      this.sure(cut - term.length, cut, term, name(term)),
      this.sure(mention.end - second.length, mention.end, second, name(second)),
    ];
  }

  /** Where a name really begins: "e-Acme Ltd." has a small letter before it, "BT Acme" is no "Acme". */
  private begin(mention: OrganizationMention): number {
    const { start } = mention;
    const before = this.reading.text.slice(Math.max(0, start - 12), start);
    const prefix = PREFIX.exec(before)?.[0];
    if (prefix !== undefined) return start - prefix.length;
    const initials = mention.filer && !mention.printed.includes(' ') ? INITIALS.exec(before)?.[1] : undefined;
    return initials === undefined || saysNothing(initials) ? start : start - initials.length - 1;
  }

  /** "all programs used by Acme in the Business (the "Software")": an everyday word for what is no company's name. */
  private isWare(printed: string, name: string): boolean {
    return (
      name !== this.reading.filer &&
      !hasForm(name) &&
      printed.split(/\s+/u).every((word) => this.reading.isCommonWord(word.toLowerCase()))
    );
  }

  private known(mention: OrganizationMention): Candidate[] {
    const { start, end, printed } = mention;
    const text = this.reading.text.slice(start, end);
    const [, subject, object] = HEADLINE_BETWEEN.exec(text) ?? [];
    if (subject !== undefined && object !== undefined) {
      const head = { start, end: start + subject.length, printed: foldSpace(subject) };
      const known = this.reading.filerAliases.has(foldName(subject)) || hasLegalForm(head.printed);
      return [
        { ...head, name: this.reading.organizationName(head.printed), sure: known },
        this.sure(end - object.length, end, foldSpace(object)),
      ];
    }
    const verb = headlineLead(printed);
    if (verb !== '') {
      const rest = printed.slice(verb.length);
      return [this.sure(start + Math.max(0, text.lastIndexOf(rest.slice(0, 6))), end, rest)];
    }
    if (mention.by !== 'defined' && mention.by !== 'filer' && !mention.filer && saysNothing(printed)) return [];
    if (mention.by === 'defined' && this.isWare(printed, mention.name)) return [];
    const lead = printed.includes(' of ') ? OF_LEAD.exec(printed) : null;
    if (lead !== null) {
      const rest = printed.slice(lead[0].length);
      return [this.sure(start + Math.max(0, text.lastIndexOf(rest.slice(0, 6))), end, rest)];
    }
    const two = / and /u.test(printed) ? this.two(mention, text) : undefined;
    if (two !== undefined) return two;
    const name = mention.name.includes(' of ')
      ? this.reading.organizationName(mention.name.replace(OF_LEAD, ''))
      : mention.name;
    const first = this.begin(mention);
    const whole = nameEnd(this.reading.text, end);
    if (whole === end && first === start) return [this.sure(start, end, printed, name)];
    const longer = foldSpace(this.reading.text.slice(first, whole));
    if (first < start) return [this.sure(first, whole, longer, longer)];
    this.names.lengthen(name, longer);
    return [this.sure(start, whole, longer, longer)];
  }

  /** "Walla! Communication Ltd.", "Acme - The Gauge Corp. Ltd.", "Vereniging ACME": a name that goes on. */
  private joined(candidates: readonly Candidate[], sentence: Span): Candidate[] {
    const out: Candidate[] = [];
    for (const candidate of candidates) {
      const last = out.at(-1);
      if (last !== undefined && candidate.start < last.end) continue;
      const between = last === undefined ? '' : this.reading.text.slice(last.end, candidate.start);
      // "Miller, Johnson & Kuehn, Incorporated": partners' surnames make one name.
      const partners =
        last !== undefined &&
        between === ', ' &&
        candidate.sure &&
        !last.sure &&
        PARTNERS.test(`${last.printed}|${candidate.printed}`);
      const bang = candidate.sure && between === '! ';
      const dash = candidate.sure && /^\s[-\u2013]\sThe\s$/u.test(between);
      const beside =
        last !== undefined &&
        (last.sure !== candidate.sure || (hasLegalForm(candidate.printed) && !hasLegalForm(last.printed))) &&
        between === ' ' &&
        last.start > sentence.start &&
        !/[.!]$/u.test(last.printed);
      if (last !== undefined && (bang || dash || beside || partners)) {
        const name = foldSpace(this.reading.text.slice(last.start, candidate.end));
        if (!beside) this.names.lengthen(candidate.name, name);
        out[out.length - 1] = { start: last.start, end: candidate.end, printed: name, name, sure: true };
      } else out.push(candidate);
    }
    return out;
  }

  /** A run that goes on in small letters: "Dolina Sp. z o.o.". */
  private whole(run: Candidate): Candidate {
    const acronym = this.names.acronym(run.printed);
    if (acronym !== undefined)
      return { start: run.start, end: run.end, printed: run.printed, name: acronym, sure: true };
    const end = nameEnd(this.reading.text, run.end);
    const short = end === run.end && run.person !== true ? this.names.short(run.printed) : undefined;
    if (short !== undefined && !this.isPlace(run.printed))
      return { start: run.start, end, printed: run.printed, name: short, sure: true };
    if (end === run.end) return run;
    const name = foldSpace(this.reading.text.slice(run.start, end));
    return { start: run.start, end, printed: name, name, sure: true };
  }

  /** All candidates in a sentence, in order, without overlaps. */
  in(sentence: Span): readonly Candidate[] {
    const known = this.reading.organizationsIn(sentence).flatMap((mention) => this.known(mention));
    const terms = this.termsIn(sentence).filter(
      (term) => !known.some((name) => name.start < term.end && term.start < name.end),
    );
    const sure = [...known, ...terms].sort((a, b) => a.start - b.start);
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
