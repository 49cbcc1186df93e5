import type { OwnershipFact } from '../facts.ts';

type Deal = NonNullable<OwnershipFact['dealStatus']>;

const TERMINATED = /\b(?:terminat\w+|withdr(?:ew|awn)|lapsed?|abandoned|called off|rejected)\b/iu;
const DONE = /\b(?:has|have|had|been)\s+(?:\w+\s+)?(?:completed|acquired|closed|sold|consummated|bought|purchased)\b/iu;
const PROPOSED = /\b(?:propos\w+|intend\w*|offer\w*|bid|plans?|planned|consider\w*|letter of intent|non-binding)\b/iu;
const AGREED = /\b(?:agree\w*|definitive|sign(?:ed|s|ing)|will|shall|to be|entered into|conditional|subject to)\b/iu;
const COMPLETED = /\b(?:complet\w+|acquired|bought|purchased|sold|closed|closing of|consummat\w+|former)\b/iu;

/** How far a deal is, by the words of its sentence. */
export function dealStatus(sentence: string): Deal {
  if (TERMINATED.test(sentence)) return 'terminated';
  if (DONE.test(sentence)) return 'completed';
  if (PROPOSED.test(sentence)) return 'proposed';
  if (AGREED.test(sentence)) return 'agreed';
  return COMPLETED.test(sentence) ? 'completed' : 'agreed';
}
