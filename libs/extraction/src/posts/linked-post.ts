import type { RoleStatus } from '../facts.ts';
import type { Holder } from './holders.ts';
import type { PostPhrase } from './post-phrases.ts';
import type { PostVerb } from './post-verbs.ts';

/** A post with whose it is, and what the sentence says of it. */
export interface LinkedPost {
  readonly post: PostPhrase;
  readonly holders: readonly Holder[];
  readonly status: RoleStatus;
  /** The construction that read it. */
  readonly how: 'apposition' | 'verb' | 'before' | 'joined' | 'noun';
  readonly verb: PostVerb | null;
}
