import type { Span } from '../reading/index.ts';
import type { NamedOrganization } from './tokens.ts';
import type { PersonMention } from '../reading/index.ts';

/** Who or what fills a place in a claim. */
export interface Filler {
  readonly organizations: readonly NamedOrganization[];
  readonly people: readonly PersonMention[];
  /** "it", "its", "we", "the bank": words that stand for an organization named elsewhere, with the offset of the word. */
  readonly pronoun: { readonly word: string; readonly at: number } | null;
  /** What is dealt in of the organization: nothing (the organization itself), a holding, or its assets. */
  readonly carrier: 'holding' | 'assets' | null;
  readonly percent: number | null;
  /** Number of shares. */
  readonly shares: number | null;
  /** "all", "the entire", "wholly". */
  readonly whole: boolean;
  readonly majority: boolean;
  /** "controlling", "majority" before shareholder. */
  readonly controlling: boolean;
  /** "the shares": all that there are, unless a number says otherwise. */
  readonly definite: boolean;
  /** Whose holding changes hands: "Acme's stake in Borealis". */
  readonly owner: NamedOrganization | null;
  readonly start: number;
  readonly end: number;
}

/** How sure the text is of it: told as a fact, as planned, or as merely possible. */
export type Modality = 'stated' | 'planned' | 'possible';

export interface Claim<Sense extends string = string> extends Span {
  readonly sense: Sense;
  /** The name of the construction that read it. */
  readonly construction: string;
  /** Who acts, holds or is the larger side. */
  readonly agent: Filler | null;
  /** What is bought, sold, held or is the smaller side. */
  readonly object: Filler | null;
  /** From whom, to whom, with whom: by preposition. */
  readonly beside: ReadonlyMap<string, Filler>;
  /** Words like "former" or "no longer": it was so. */
  readonly past: boolean;
  readonly denied: boolean;
  readonly modality: Modality;
  /** "to buy": what somebody agreed, planned or offered to do. */
  readonly infinitive: boolean;
}
