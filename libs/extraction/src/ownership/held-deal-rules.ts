import { child as target, HOLDING, LIST, OBJECT, ONE, PAREN, parent as party, rule, WHOLLY } from './rule.ts';
import type { OwnershipRule } from './rule.ts';
import { APPOSITION, BUY, SELL, STATE } from './deal-rules.ts';

const DISPOSAL = '(?:sale|disposal|disposition|divestment|divestiture|transfer)';
const PACT = '(?:agreement|contract|deed|memorandum of understanding|letter of intent|term sheet)';
/** Two companies and what they signed: the one who sells is named first where the words speak of a sale. */
const SIGNED =
  '(?:(?:have|has|had|today|yesterday|recently|also|jointly|on [^<>;.]{1,25}) ){0,3}(?:signed?|entered into|enter into|executed|concluded?|reached) (?:[^<>;.]|<\\d+>){0,160}?';
/** Behind the name of what is sold: no word follows that makes it the name of goods. */
const ENDS =
  '(?=[,.;:)(]|$| (?:to|for|from|in|by|at|on|and|as|with|subject|under|including|which|that|will|would|was|is|has|\\())';
const SURE = { sureChild: true } as const;

/** Purchases and sales of what a named holder has in a company, and agreements between a named seller and a named buyer. */
export const HELD_DEAL_RULES: readonly OwnershipRule[] = [
  rule(
    'buys-holding',
    'acquisition',
    'acquir|purchas|bought|buy|take over',
    `${party(ONE)}'?s?(?:${APPOSITION}|,) ${STATE}${BUY} ${OBJECT}<\\d+>${PAREN}'s? ${HOLDING} (?:in|of) ${target(ONE)}`,
    0.8,
  ),
  rule(
    'buys-from',
    'acquisition',
    'from',
    `${party(ONE)}'?s?(?:${APPOSITION}|,) ${STATE}(?<!intends? to )${BUY} from (?:the )?<\\d+>${PAREN} ${OBJECT}${target(LIST)}${WHOLLY}`,
    0.8,
    SURE,
  ),
  rule(
    'bought-from-seller',
    'divested',
    'from',
    `${BUY} from ${party(ONE)} ${OBJECT}${target(LIST)}${WHOLLY}`,
    0.75,
    SURE,
  ),
  rule(
    'offer-by-for',
    'acquisition',
    'offer|bid|proposal',
    `(?:offer|bid|proposal) (?:by|from) ${party(ONE)} (?:for|to (?:acquire|purchase|buy)) ${OBJECT}${target(ONE)}${WHOLLY}`,
    0.8,
    SURE,
  ),
  rule(
    'holding-bought-from',
    'divested',
    'acqui|purchas|bought|buy|take over',
    `(?:${BUY}|acquisition of|purchase of) ${OBJECT}${party(ONE)}'s? ${HOLDING} (?:in|of) ${target(ONE)}`,
    0.8,
  ),
  rule(
    'acquisition-of-holding',
    'acquisition',
    'acquisition of|purchase of',
    `(?:${party(ONE)}'s?|its|our|the) (?:[\\p{L}-]+ ){0,2}(?:acquisition|purchase) of ${OBJECT}<\\d+>${PAREN}'s? ${HOLDING} (?:in|of) ${target(ONE)}`,
    0.75,
    { least: 1 },
  ),
  rule(
    'sale-of-holding',
    'divested',
    DISPOSAL,
    `${DISPOSAL} of ${OBJECT}${party(ONE)}'s? ${HOLDING} (?:in|of) ${target(ONE)}`,
    0.75,
  ),
  rule(
    'holding-was-sold',
    'divested',
    'sold|transferred|divested|disposed',
    `${party(ONE)}'s? ${HOLDING} in ${target(ONE)} (?:was|were|has been|have been|had been|will be|is being|to be) (?:sold|transferred|divested|disposed of)`,
    0.75,
  ),
  rule(
    'was-sold-to',
    'acquisition',
    'sold|transferred|divested|disposed',
    `${target(ONE)} (?:which )?(?:was|were|has been|have been|had been|will be|is being|is to be|to be) (?:sold|transferred|divested|disposed of) to ${party(ONE)}(?!'s)`,
    0.75,
    SURE,
  ),
  rule(
    'transfers-shares-to',
    'acquisition',
    'transfer|sell|sold',
    `(?:transfer|transferred|transfers|sell|sells|sold) to ${party(ONE)}(?:, [^;.]{1,80},)? (?:[\\d,]+ |all |all of |its |the |an? ){0,3}(?:[\\p{L}-]+ ){0,2}(?:shares|stock|stake|interest|shareholding)[^<>;.]{0,60} (?:of|in) ${target(ONE)}`,
    0.75,
    SURE,
  ),
  rule(
    'transfers-its-shares',
    'divested',
    'transfer|sell|sold',
    `(?:it|we|which) (?:(?:will|would|has|have|had|agreed to) ){0,2}(?:transfer|transferred|sell|sold) to <\\d+>${PAREN}(?:, [^;.]{1,80},)? (?:[\\d,]+ |all |all of |its |the |an? ){0,3}(?:[\\p{L}-]+ ){0,2}(?:shares|stock|stake|interest|shareholding)[^<>;.]{0,60} (?:of|in) ${target(ONE)}`,
    0.7,
    SURE,
  ),
  rule(
    'held-by-seller',
    'divested',
    'held|owned',
    `(?:${BUY}|acquisition of|purchase of) ${OBJECT}${target(ONE)}(?: that (?:is|are|was|were))? (?:currently |then |previously )?(?:held|owned) by ${party(ONE)}`,
    0.75,
    { sureParent: true },
  ),
  rule(
    'agreement-with-seller',
    'divested',
    'with',
    `${PACT} with (?:the )?${party(ONE)}[^<>;.]{0,40}? (?:to (?:acquire|purchase|buy)|(?:for|on) the (?:acquisition|purchase) of) its ${HOLDING} in ${target(ONE)}`,
    0.75,
  ),
  rule(
    'agreement-under-which',
    'divested',
    'with',
    `(?<!(?:merger|loan|credit|facility|financing) )${PACT} with (?:the )?${party(ONE)},? (?:pursuant to|under|by) which (?:the )?(?:<\\d+>${PAREN}|it|we) (?:has |have )?(?:agreed to|will|shall|would) (?:acquire|purchase|buy) ${OBJECT}${target(ONE)}`,
    0.7,
    { sureParent: true, sureChild: true },
  ),
  rule(
    'agreement-with-buyer',
    'acquisition',
    'with',
    `${PACT} with (?:the )?${party(ONE)}[^<>;.]{0,40}? (?:(?:for|on|regarding|relating to|concerning) the ${DISPOSAL} of|to (?:sell|divest|dispose of|transfer)) ${OBJECT}${target(LIST)}${ENDS}`,
    0.75,
    SURE,
  ),
  rule(
    'agreement-of-seller',
    'divested',
    'with',
    `${party(ONE)} ${STATE}${PACT} with (?:the )?<\\d+>${PAREN}[^<>;.]{0,40}? (?:(?:for|on|regarding|relating to|concerning) the ${DISPOSAL} of|to (?:sell|divest|dispose of|transfer)) ${OBJECT}${target(LIST)}${ENDS}`,
    0.75,
    SURE,
  ),
  rule(
    'agreement-to-sell',
    'divested',
    PACT,
    `(?<!(?:>|\\)),? and (?:the )?)${party(ONE)} (?:[\\p{L}'-]+ ){0,6}${PACT} (?:in principle )?(?:to ${SELL}|for the ${DISPOSAL} of) ${OBJECT}${target(LIST)}${ENDS}`,
    0.75,
    SURE,
  ),
  rule(
    'pair-seller',
    'divested',
    DISPOSAL,
    `(?<!(?:>|\\)),? and )${party(ONE)},? and (?:the )?<\\d+>${PAREN} ${SIGNED}${DISPOSAL} of ${OBJECT}${target(LIST)}${ENDS}(?! (?:to|by) )`,
    0.75,
    SURE,
  ),
  rule(
    'pair-buyer',
    'acquisition',
    DISPOSAL,
    `(?<!(?:>|\\)),? and )<\\d+>${PAREN},? and ${party(ONE)} ${SIGNED}${DISPOSAL} of ${OBJECT}${target(LIST)}${ENDS}(?! (?:to|by) )`,
    0.75,
    SURE,
  ),
  rule(
    'completes-sale',
    'divested',
    DISPOSAL,
    `${party(ONE)} (?:has |have |had |today |recently ){0,2}(?:completes?|completed|closes?|closed|announces?|announced|agreed|agrees) (?:to |on )?(?:the |its |an? ){0,2}(?:previously announced |completion of the |proposed |planned )?${DISPOSAL} of ${OBJECT}${target(LIST)}${ENDS}`,
    0.75,
    SURE,
  ),
  rule(
    'sale-of-its',
    'divested',
    DISPOSAL,
    `${DISPOSAL} by ${party(ONE)}(?:, [^;.]{1,100},)? of its ${HOLDING} in ${target(ONE)}`,
    0.8,
  ),
  rule(
    'its-acquisition-by',
    'acquisition',
    'acquisition by',
    `(?:its|their|the) acquisition by ${party(ONE)}(?: (?:in|on) [^<>;,]{2,25})?, ${target(ONE)}`,
    0.75,
  ),
  rule(
    'taken-private-by',
    'acquisition',
    'taken (?:private|over)',
    `(?:was|been|be) taken (?:private|over) (?:in \\d{4} )?by (?:(?:funds?|an? affiliate|affiliates|investors?|entities|an? [\\p{L} ]{1,40}) (?:advised|managed|led|controlled|affiliated|of)(?: by| with)? )?${party(ONE)}`,
    0.7,
  ),
];
