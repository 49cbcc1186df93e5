// The facts of a filing, in the form of the labelling guide: snake_case keys are the form that `worker extract` prints.

export const ROLE_CLASSES = [
  'ceo',
  'cfo',
  'chair',
  'director',
  'officer',
  'contact',
  'signatory',
  'expert',
  'other',
] as const;
export type RoleClass = (typeof ROLE_CLASSES)[number];

export const ROLE_STATUSES = ['current', 'appointed', 'resigned', 'nominated', 'former'] as const;
export type RoleStatus = (typeof ROLE_STATUSES)[number];

export const EVENT_TYPES = [
  'financial_results',
  'dividend',
  'acquisition',
  'divestiture',
  'merger',
  'joint_venture',
  'contract',
  'management_change',
  'shareholder_meeting',
  'share_issuance',
  'share_repurchase',
  'shareholding_change',
  'debt_financing',
  'rating_action',
  'restructuring',
  'legal_regulatory',
  'product_operations',
  'corporate_information',
  'other',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const OWNERSHIP_KINDS = ['subsidiary', 'acquisition', 'stake', 'joint_venture', 'divested'] as const;
export type OwnershipKind = (typeof OWNERSHIP_KINDS)[number];

/** Where a fact stands. `start` and `end` are offsets into the filing's text; white space folded, the slice is the quote. */
export interface Grounded {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** The rule's name, or `model:<name>`. */
  readonly source: string;
  /** 0 to 1, calibrated on the developers' set. */
  readonly confidence: number;
}

export interface RoleFact extends Grounded {
  readonly person: string;
  readonly organization: string;
  readonly title: string;
  readonly role: RoleClass;
  readonly status: RoleStatus;
  readonly from: string | null;
  readonly to: string | null;
}

export interface EventFact extends Grounded {
  readonly type: EventType;
  /** ISO date or null. */
  readonly date: string | null;
  /** Its subject, null for the first filer. */
  readonly company: string | null;
  readonly parties: readonly { readonly name: string; readonly role: string; readonly kind: 'person' | 'company' }[];
  readonly amount: number | null;
  readonly currency: string | null;
}

export interface OwnershipFact extends Grounded {
  readonly parent: string;
  readonly child: string;
  readonly kind: OwnershipKind;
  readonly percent: number | null;
  /** For deals: proposed, agreed, completed or terminated; null otherwise. */
  readonly dealStatus: 'proposed' | 'agreed' | 'completed' | 'terminated' | null;
}

export interface RatingFact extends Grounded {
  readonly agency: string;
  readonly subject: string;
  readonly value: string;
  readonly outlook: string | null;
}

export interface DebtFact extends Grounded {
  readonly issuer: string;
  readonly instrument: string;
  readonly amount: number | null;
  readonly currency: string | null;
  /** Percent a year. */
  readonly coupon: number | null;
  readonly maturity: string | null;
}

export interface HoldingFact extends Grounded {
  readonly holder: string;
  readonly holderKind: 'person' | 'company';
  readonly company: string;
  readonly class: string | null;
  readonly shares: number | null;
  readonly percent: number | null;
  readonly asOf: string | null;
}

export interface TradeFact extends Grounded {
  readonly person: string;
  readonly company: string;
  /** Transaction code of Forms 4 and 5, e.g. P or S. */
  readonly code: string;
  readonly date: string | null;
  readonly shares: number | null;
  readonly price: number | null;
}

/** All facts of one filing. Header facts (parties, SIC) are not repeated here: the graph takes them from the submission. */
export interface FilingFacts {
  readonly accession: string;
  readonly roles: readonly RoleFact[];
  readonly events: readonly EventFact[];
  readonly ownership: readonly OwnershipFact[];
  readonly ratings: readonly RatingFact[];
  readonly debt: readonly DebtFact[];
  readonly holdings: readonly HoldingFact[];
  readonly trades: readonly TradeFact[];
}
