import type { OwnershipKind } from '../facts.ts';

// What stands between two organizations when the first owns, buys or holds the second, and when the second does so to the
// first. A model may choose among the pairs that these words bear out; which of two is the owner, the words say.
interface Between {
  readonly parentFirst: RegExp;
  readonly childFirst: RegExp;
}

// "acquired by" counts where the owner's name follows at once: in "acquired by A and those of B" B acquired nothing.
const BETWEEN: Readonly<Record<OwnershipKind, Between>> = {
  acquisition: {
    parentFirst:
      /\b(?:acquir(?:es?|ed|ing)(?! by\b| business)|acquisition of|purchas(?:es?|ed|ing)(?! by\b)|purchase of|buys?|bought(?! by\b)|takes? over|took over|takeover of|offer for)\b/i,
    childFirst: /\b(?:acquired|bought|purchased|taken over|acquisition|purchase|takeover) by(?: \S+){0,2} ?$/i,
  },
  divested: {
    parentFirst: /\b(?:sells?|sold(?! by\b)|selling|sale of|divest(?:s|ed|iture of|ment of)|dispos(?:es|ed|al) of)\b/i,
    childFirst: /\b(?:sold|divested|disposed of|sale|disposal|divestment) by(?: \S+){0,2} ?$/i,
  },
  stake: {
    parentFirst:
      /\b(?:holds?|held(?! by\b)|holding|owns?|owned(?! by\b)|stake in|interest in|shareholder (?:of|in))\b/i,
    childFirst: /\b(?:(?:held|owned) by|in which)(?: \S+){0,2} ?$/i,
  },
  subsidiary: {
    parentFirst:
      /\b(?:owns|owned(?! by\b)|controls|controlled(?! by\b)|parent(?: company)? of)\b|(?:^[’']s|\bits|\btheir)(?: \S+){0,3} subsidiar(?:y|ies)\b/i,
    childFirst: /\b(?:subsidiary of|unit of|division of|(?:owned|controlled) by)(?: \S+){0,2} ?$/i,
  },
  joint_venture: {
    parentFirst: /\bjoint venture(?: company)?,? ?$/i,
    childFirst: /\bjoint venture (?:of|between|with)(?: \S+){0,2} ?$/i,
  },
};

/** After these the name that follows is no object: "sold its business to Acme", "bought assets from Acme". */
const OTHER_PARTY = /\b(?:to|from|with|by|against)(?: the)? ?$/i;
/** Words that say that it is not so, or not yet, or no more. */
const UNSURE =
  /\b(?:not|no longer|neither|nor|never|if|whether|may|might|could|would|should|former|formerly|previously)\b/i;
/** Between the names of an owner and of what it owns stand few words. */
const MAX_BETWEEN_CHARS = 120;

/**
 * Whether the words between two organizations' names bear out that the one owns (buys, sells, holds) the other.
 * `parentFirst`: the owner's name stands first. `sentence` is what surrounds them.
 */
export function directionHolds(kind: OwnershipKind, parentFirst: boolean, between: string, sentence: string): boolean {
  if (between.length > MAX_BETWEEN_CHARS || UNSURE.test(sentence)) return false;
  const { parentFirst: forward, childFirst: backward } = BETWEEN[kind];
  return parentFirst ? forward.test(between) && !OTHER_PARTY.test(between) : backward.test(between);
}
