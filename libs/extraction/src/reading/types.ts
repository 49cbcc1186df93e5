import type { Submission, TextBlock } from '@filigree/edgar';

/** A half-open run of the filing's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence, within one block; a table row is cut cell by cell. */
export interface Sentence extends Span {
  /** Index into `Reading.blocks`. */
  readonly block: number;
}

/** A run of text that names a person. */
export interface PersonMention extends Span {
  readonly kind: 'person';
  /** As it stands here, without honorific and suffixes. */
  readonly printed: string;
  /** The fullest form that the filing prints of this person. */
  readonly name: string;
  /** An honorific stood before it ("Mr. Smith"). */
  readonly honorific: boolean;
}

/** A run of text that names an organization, be it by name, by a defined term or by "the Company". */
export interface OrganizationMention extends Span {
  readonly kind: 'organization';
  readonly printed: string;
  /** What it stands for: the full name that the filing prints. */
  readonly name: string;
  /** It is the filer. */
  readonly filer: boolean;
  /** How it was known: a legal form, a defined term, the filer's own name, a header party, or the shape of the words. */
  readonly by: 'legal-form' | 'defined' | 'filer' | 'party' | 'shape';
}

/** A date in the text. */
export interface DateMention extends Span {
  /** ISO date; of a month, quarter, half-year or year alone, its last day. Without a year, the year nearest to the filing's date. */
  readonly iso: string;
  readonly precision: 'day' | 'month' | 'quarter' | 'half' | 'year';
}

/** A term that the filing defines: `Example Holdings plc (the "Company")`. */
export interface DefinedTerm extends Span {
  readonly term: string;
  /** What the term stands for. */
  readonly name: string;
}

/** A quote and where it stands. `text.slice(start, end)` with white space folded is the quote. */
export interface Quoted extends Span {
  readonly quote: string;
}

/**
 * A filing as the rules see it. Made once by `makeReading`; everything is in text order, and the look-ups by span
 * are binary searches, so a rule that walks over all sentences stays linear.
 */
export interface Reading {
  readonly submission: Submission;
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  readonly sentences: readonly Sentence[];
  readonly people: readonly PersonMention[];
  readonly organizations: readonly OrganizationMention[];
  readonly dates: readonly DateMention[];
  readonly defined: readonly DefinedTerm[];
  /** The filer's name as the filing prints it; the header's where the text never prints it; empty where neither has one. */
  readonly filer: string;
  /** Other printed forms of the filer's name: "Acme" of "Acme Mining Corp.", its defined terms. Folded, see `foldName`. */
  readonly filerAliases: ReadonlySet<string>;
  sentencesIn(span: Span): readonly Sentence[];
  peopleIn(span: Span): readonly PersonMention[];
  organizationsIn(span: Span): readonly OrganizationMention[];
  datesIn(span: Span): readonly DateMention[];
  /** Indices of the blocks that touch the span. */
  blocksIn(span: Span): readonly number[];
  /** The sentence that holds the offset; undefined between sentences. */
  sentenceAt(offset: number): Sentence | undefined;
  /** The quote of a span: ends trimmed, white space folded. */
  quote(start: number, end: number): Quoted;
  /** The name that a printed organization stands for in this filing; the printed one if nothing better is known. */
  organizationName(printed: string): string;
  /** The filing also prints this word in small letters, so it says little as a name. Folded. */
  isCommonWord(word: string): boolean;
  /** The fullest printed form of a person's name; the printed one if nothing better is known. */
  personName(printed: string): string;
}
