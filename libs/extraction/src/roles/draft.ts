import type { RoleClass, RoleStatus } from '../facts.ts';
import type { Span } from '../reading/index.ts';

/** A role as a rule finds it, before names are resolved and repeats are joined. */
export interface RoleDraft {
  /** As printed, without honorifics and suffixes. */
  readonly person: string;
  /** As printed; null stands for the filer. */
  readonly organization: string | null;
  readonly title: string;
  readonly role: RoleClass;
  readonly status: RoleStatus;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly span: Span;
  /** The rule's name. */
  readonly rule: string;
}
