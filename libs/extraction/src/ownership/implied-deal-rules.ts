import { child, LIST, ONE, OBJECT, parent, rule, WHOLLY } from './rule.ts';
import type { OwnershipRule } from './rule.ts';

const WHO =
  '(?<![\\p{L}])(?:it|we|they|which|who|and|has|have|had|was|then|later|subsequently|also|recently|successfully|today|further)';
const BOUGHT =
  '(?:acquired|bought|purchased|took over|has acquired|have acquired|had acquired|completed the acquisition of|agreed to (?:acquire|buy|purchase)|agreement to (?:acquire|buy|purchase)|will acquire|to acquire|to purchase|to buy)';
/** What a company is said to be before its name: "Lloyd's agency Acme", "Swiss drug maker Acme". */
const WHAT =
  "(?:(?:the |an? )?(?:<\\d+>'s? |<\\d+> (?!(?:by|from|to|for|with|in|at|and|or|of) )[\\p{L}-]+ )?(?:(?!(?:of|by|from|to|for|with|in|at|through|under|as|on|which|that|was|is) )[\\p{L}&/'-]+ ){0,4})";

/** Purchases and sales by the subject that the sentence speaks of: "It acquired Acme in 2007", "its purchase of Acme". */
export const IMPLIED_DEAL_RULES: readonly OwnershipRule[] = [
  rule(
    'it-acquired',
    'acquisition',
    'acqui|bought|purchas|took over|buy',
    `${WHO} ${BOUGHT} ${OBJECT}${WHAT}${child(LIST)}${WHOLLY}(?! shares| stock| units| common| ordinary)`,
    0.7,
  ),
  rule(
    'acquisition-of',
    'acquisition',
    'acquisition of|purchase of|takeover of|take-over of|merger with|tender offer for',
    `(?<!> |>'s |>' |by <\\d> of )(?:(?:the|its|our|an?|this|that|proposed|recent|completed?|completes|completion of|following|pending|successful|planned|\\d{4}|friendly|public|cash|closing of) ){1,3}(?:acquisitions?|purchases?|take-?over|buy-?out|tender offer) (?:of|for) ${OBJECT}${child(LIST)}(?!'s | by | of | shares| stock| units| common| ordinary| properties| assets| project)`,
    0.7,
  ),
  rule(
    'was-acquired',
    'acquisition',
    'acquired',
    `${child(ONE)}(?:,| which| that| was| were| has been) (?:which |that |an? [^<>.;,]{1,60}?(?:, | that | which ))?(?:was |were |has been |we |it )?(?:acquired|bought|purchased) (?:by us |by the group )?(?:in|on|during) (?:\\p{L}+ )?(?:\\d{1,2},? )?\\d{4}`,
    0.7,
  ),
  rule(
    'that-somebody-acquired',
    'acquisition',
    'acquired|bought|purchased',
    `${child(ONE)},? (?:an? [^<>.;,]{1,60}? )?(?:which|that) ${parent(ONE)} (?:had |has |recently |later |fully ){0,2}(?:acquired|bought|purchased)(?! (?:an?|the|all|its|from)(?![\\p{L}]))`,
    0.75,
  ),
  rule(
    'sold-to',
    'acquisition',
    'sold|sell|sale|divest|dispos|transfer',
    `(?:sold|sells?|selling|sale|divests?|divested|divestments?|divestiture|disposal|disposed?|disposes|transfer(?:red)?)(?: by <\\d+>|, [^<>;.]{1,30},)?(?: of)? ${OBJECT}${child(ONE)}${WHOLLY}(?:,? (?:an? |the |its )[^<>.;]{1,60},?)?(?: shares| subsidiary)?(?: by (?:the )?<\\d+>)?,? to (?:an? [^<>.;]{0,50}(?:led|managed|controlled|owned|advised) by )?${parent(ONE)}`,
    0.75,
  ),
  rule(
    'its-sale',
    'divested',
    'sold|sell|sale|divest|dispos',
    `(?:its|our|their) (?:[\\p{L}-]+ )?(?:sale|divestment|divestiture|disposal|disposition) of ${OBJECT}${child(ONE)}${WHOLLY}`,
    0.7,
  ),
  rule(
    'newly-acquired',
    'acquisition',
    'newly|recently',
    `(?:newly|recently)[- ]acquired (?:subsidiary,? |company,? |business,? )?${child(ONE)}${WHOLLY}`,
    0.7,
    { sureChild: true },
  ),
  rule(
    'result-of-sale',
    'divested',
    'sale|disposal|divest|disposition',
    `(?:(?:gain|loss|profit|proceeds|income|expense)[^<>;.]{0,40} (?:on|from)|following|after|due to|because of|owing to|as a result of) (?:the |its |our )?(?:completed )?(?:sale|disposal|disposition|divestment|divestiture) of ${OBJECT}${child(ONE)}${WHOLLY}`,
    0.7,
    { sureChild: true },
  ),
  rule(
    'it-sold',
    'divested',
    'sold|divest|dispos|spun|sell',
    `${WHO} (?:sold|divested|disposed of|spun off|agreed to sell|to sell|completed the (?:sale|disposal) of) ${OBJECT}${child(ONE)}${WHOLLY}`,
    0.7,
  ),
  rule(
    'from-seller',
    'divested',
    'from',
    `(?:acquired?|acquires|purchased?|purchases|bought|buys?|acquisition of|purchase of) ${OBJECT}${child(ONE)}(?:, (?:an?|the) [^<>.;,]{1,60},|,? (?:(?!which|that|obtained|received|granted)[^<>.;,]){1,50})? from (?:the |its (?:current |former )?(?:owner|parent|shareholder)s?,? )?${parent(ONE)}`,
    0.7,
    { sureParent: true },
  ),
];
