import type { FilingText, Submission } from '@filigree/edgar';

import { COMMON_WORDS } from './common-words.ts';
import { findDates } from './dates.ts';
import { findDefinedTerms, findListedTerms, findOrTerms, type NameBefore } from './defined.ts';
import { filerNames } from './filer.ts';
import { foldName, foldSpace } from './fold.ts';
import { findMentions, type RawMentions } from './mentions.ts';
import { Namesakes, OrganizationNames, PersonNames } from './names.ts';
import { cutSentences } from './sentences.ts';
import { firstEndingAfter, within, withoutOverlaps } from './spans.ts';
import type {
  DateMention,
  DefinedTerm,
  OrganizationMention,
  PersonMention,
  Quoted,
  Reading,
  Sentence,
  Span,
} from './types.ts';

/** Words that stand for the filer where the filing does not define them otherwise. */
const FILER_WORDS = ['Company', 'Registrant', 'Corporation', 'Fund', 'Trust', 'Bank', 'Group', 'Partnership', 'Issuer'];

/** Reads a filing's text once: everything that rules look up, computed on first use. */
export function makeReading(submission: Submission, filing: FilingText): Reading {
  return new TextReading(submission, filing);
}

interface Organizations {
  readonly names: OrganizationNames;
  readonly mentions: readonly OrganizationMention[];
  readonly defined: readonly DefinedTerm[];
  readonly aliases: ReadonlySet<string>;
  readonly filer: string;
}

class TextReading implements Reading {
  readonly submission: Submission;
  readonly text: string;
  readonly blocks: FilingText['blocks'];
  #sentences: readonly Sentence[] | undefined;
  #dates: readonly DateMention[] | undefined;
  #raw: RawMentions | undefined;
  #organizations: Organizations | undefined;
  #people: { names: PersonNames; mentions: readonly PersonMention[] } | undefined;

  constructor(submission: Submission, filing: FilingText) {
    this.submission = submission;
    this.text = filing.text;
    this.blocks = filing.blocks;
  }

  get sentences(): readonly Sentence[] {
    return (this.#sentences ??= cutSentences(this.text, this.blocks));
  }
  get dates(): readonly DateMention[] {
    return (this.#dates ??= findDates(this.text, this.submission.filed));
  }
  get people(): readonly PersonMention[] {
    return this.#readPeople().mentions;
  }
  get organizations(): readonly OrganizationMention[] {
    return this.#readOrganizations().mentions;
  }
  get defined(): readonly DefinedTerm[] {
    return this.#readOrganizations().defined;
  }
  get filer(): string {
    return this.#readOrganizations().filer;
  }
  get filerAliases(): ReadonlySet<string> {
    return this.#readOrganizations().aliases;
  }

  sentencesIn(span: Span): readonly Sentence[] {
    return within(this.sentences, span);
  }
  peopleIn(span: Span): readonly PersonMention[] {
    return within(this.people, span);
  }
  organizationsIn(span: Span): readonly OrganizationMention[] {
    return within(this.organizations, span);
  }
  datesIn(span: Span): readonly DateMention[] {
    return within(this.dates, span);
  }
  blocksIn(span: Span): readonly number[] {
    const found: number[] = [];
    for (let at = firstEndingAfter(this.blocks, span.start); at < this.blocks.length; at++) {
      if (this.blocks[at]!.start >= span.end) break;
      found.push(at);
    }
    return found;
  }
  sentenceAt(offset: number): Sentence | undefined {
    const sentence = this.sentences[firstEndingAfter(this.sentences, offset)];
    return sentence !== undefined && sentence.start <= offset ? sentence : undefined;
  }
  quote(start: number, end: number): Quoted {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(this.text[from]!)) from++;
    while (to > from && /\s/.test(this.text[to - 1]!)) to--;
    return { quote: foldSpace(this.text.slice(from, to)), start: from, end: to };
  }
  organizationName(printed: string): string {
    return this.#readOrganizations().names.resolve(printed);
  }
  isCommonWord(word: string): boolean {
    return COMMON_WORDS.has(word) || this.#findRaw().vocabulary.has(word);
  }
  personName(printed: string): string {
    return this.#readPeople().names.resolve(printed);
  }

  #readOrganizations(): Organizations {
    return (this.#organizations ??= this.#findOrganizations());
  }

  #findRaw(): RawMentions {
    return (this.#raw ??= findMentions(this.text, this.blocks));
  }

  #findOrganizations(): Organizations {
    const own = filerNames(this.text, this.submission);
    const raw = this.#findRaw();
    const shown = (span: Span): string =>
      foldSpace(this.text.slice(span.start, span.end)).replace(/(?:[,\s]|[’']s)+$/, '');
    const names = new OrganizationNames(own.filer, own.aliases);
    const parties = own.mentions.map((mention): OrganizationMention => {
      const name = mention.filer ? own.filer : (own.printed.get(mention.party) ?? shown(mention));
      return {
        kind: 'organization',
        start: mention.start,
        end: mention.end,
        printed: shown(mention),
        name,
        filer: mention.filer,
        by: 'party',
      };
    });
    const sure = withoutOverlaps<Span & { by: OrganizationMention['by'] }>([...parties, ...raw.organizations]);
    for (const span of sure) if (span.by !== 'shape') names.add(shown(span));
    // Only a name before a parenthesis or a comma can be what a term stands for.
    const mayDefine = (span: Span): boolean => /^[.\s]{0,3}[(,]/.test(this.text.slice(span.end, span.end + 4));
    const known = sure.filter(mayDefine).map(({ start, end }): NameBefore => ({ start, end, sure: true }));
    const ends = new Set(known.map((span) => span.end));
    const others = raw.runs
      .filter((span) => !ends.has(span.end) && mayDefine(span))
      .map(({ start, end }): NameBefore => ({ start, end, sure: false }));
    const before = withoutOverlaps([...known, ...others]);
    const byForm = sure.filter((span) => span.by !== 'shape');
    const defined = [
      ...findDefinedTerms(this.text, before, shown),
      ...findOrTerms(this.text, before, shown),
      ...findListedTerms(this.text, byForm, shown),
    ].sort((a, b) => a.start - b.start);
    for (const term of defined) names.define(term.term, names.resolve(term.name));
    for (const word of FILER_WORDS) names.define(word, own.filer);
    const terms = raw.words(
      new Set([
        ...defined.map((term) => foldName(term.term)),
        ...own.aliases,
        ...FILER_WORDS.map((word) => word.toLowerCase()),
      ]),
    );
    // A filing prints few names, each of them often.
    const read = new Map<string, Pick<OrganizationMention, 'printed' | 'name' | 'filer'>>();
    const mention = (span: Span, by: OrganizationMention['by']): OrganizationMention => {
      const printed = shown(span);
      const name = read.get(printed) ?? { printed, name: names.resolve(printed), filer: names.isFiler(printed) };
      read.set(printed, name);
      return { kind: 'organization', start: span.start, end: span.end, ...name, by };
    };
    const aliases = new Set<string>(own.aliases);
    for (const term of defined) if (names.isFiler(term.name)) aliases.add(foldName(term.term));
    const mentions = withoutOverlaps([
      ...parties,
      ...raw.organizations.map((span) => mention(span, span.by)),
      ...terms.map((span) => mention(span, aliases.has(foldName(shown(span))) ? 'filer' : 'defined')),
    ]);
    return { names, mentions, defined, aliases, filer: own.filer };
  }

  #readPeople(): { names: PersonNames; mentions: readonly PersonMention[] } {
    return (this.#people ??= this.#findPeople());
  }

  #findPeople(): { names: PersonNames; mentions: readonly PersonMention[] } {
    const names = new PersonNames();
    const spans = this.#findRaw().people.filter((span) => {
      if (span.honorific) return true;
      const organization = this.organizations[firstEndingAfter(this.organizations, span.start)];
      if (organization === undefined || organization.start >= span.end) return true;
      // "Marcus Weil" of Weil Systems, Inc.: a short form of a company within a longer name is the founder's surname.
      return organization.start > span.start && organization.end <= span.end && !/\s/.test(organization.printed);
    });
    const shown = (span: Span): string => foldSpace(this.text.slice(span.start, span.end));
    for (const span of spans) names.add(shown(span));
    const namesakes = new Namesakes();
    const mentions = spans.map((span): PersonMention => {
      const printed = shown(span);
      const name = namesakes.nearest(names.resolve(printed), this.text.slice(Math.max(0, span.start - 10), span.start));
      return {
        kind: 'person',
        start: span.start,
        end: span.end,
        printed,
        name,
        honorific: span.honorific,
      };
    });
    return { names, mentions };
  }
}
