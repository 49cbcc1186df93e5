/** Another name that a party had, and until when. */
export interface FormerName {
  readonly name: string;
  /** ISO date of the change, or null. */
  readonly changed: string | null;
}

export interface Address {
  readonly street: readonly string[];
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly phone: string | null;
}

/** One party of the header, in the order of the file. */
export interface Party {
  /** FILER, SUBJECT COMPANY, FILED BY, REPORTING-OWNER, ISSUER, ... as the cooked header spells it. */
  readonly role: string;
  /** Ten digits, or null where the header has none. */
  readonly cik: string | null;
  readonly name: string;
  /** Four digits, or null. */
  readonly sic: string | null;
  readonly sicName: string | null;
  readonly stateOfIncorporation: string | null;
  /** MMDD, or null. */
  readonly fiscalYearEnd: string | null;
  readonly formerNames: readonly FormerName[];
  readonly businessAddress: Address | null;
  readonly mailAddress: Address | null;
}

/** One document of a submission. Offsets are bytes into the file; the body lies between `<TEXT>` and `</TEXT>`. */
export interface SubmissionDocument {
  readonly sequence: number | null;
  readonly type: string | null;
  readonly filename: string | null;
  readonly description: string | null;
  /** Size of the body in bytes. */
  readonly size: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /**
   * What the body is, by content: `html`, `plain` and `xml` have blocks; `binary` (uuencoded, PDF, ZIP), `data` (XBRL
   * schemas and renderings, scripts, style sheets) and `unknown` (neither text nor anything that says what it is) have none.
   */
  readonly content: 'html' | 'plain' | 'xml' | 'binary' | 'data' | 'unknown';
}

/** A full submission: what the container says. Nothing of the bodies is decoded yet. */
export interface Submission {
  /** With dashes, e.g. 0000910662-10-000292; `sha256:` of the file where neither header nor file name tells it. */
  readonly accession: string | null;
  readonly form: string | null;
  /** ISO dates. */
  readonly filed: string | null;
  readonly period: string | null;
  /** ISO date and time as the header has it (Eastern, no zone): 2010-06-30T17:28:03, or null. */
  readonly accepted: string | null;
  /** Item numbers or names of the header, e.g. `2.02` or `Results of Operations and Financial Condition`. */
  readonly items: readonly string[];
  readonly parties: readonly Party[];
  readonly documents: readonly SubmissionDocument[];
  /** Values of the header that were cut, because no header of EDGAR has longer ones; absent where none was. */
  readonly cutValues?: number;
}

/** A run of text between block boundaries. Offsets are UTF-16 code units into `FilingText.text`. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'row';
  readonly start: number;
  readonly end: number;
  /** Index into `Submission.documents`. */
  readonly document: number;
  /** A row's cells with text, left to right; `column` is the grid column where the cell begins. Empty for other kinds. */
  readonly cells: readonly { readonly start: number; readonly end: number; readonly column: number }[];
  /** Rows of one table share a number; -1 outside tables. */
  readonly table: number;
  /** XML documents only: the names of the elements around this value, e.g. `ownershipDocument/issuer/issuerName`. */
  readonly path?: string;
}

/** What of a filing gives no facts though a reader might miss it; by reason, how often. */
export type Losses = Readonly<
  Partial<
    Record<'document of unknown content' | 'document mostly commented out' | 'line beyond what rules read', number>
  >
>;

/** A filing's text: its documents in order, blocks joined by `\n`. */
export interface FilingText {
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  /** Empty for nearly all filings. */
  readonly losses: Losses;
}
