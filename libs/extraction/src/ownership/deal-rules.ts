import type { OwnershipFact } from '../facts.ts';
import { wording } from '../wording/pattern.ts';
import { child as target, OBJECT, ONE, PAREN, parent as buyer, rule, TRADE, WHOLLY } from './rule.ts';
import type { OwnershipRule } from './rule.ts';

const LIST = `(?:<\\d+>${PAREN}(?:(?:,? and (?:the )?|, |; )<\\d+>${PAREN}){0,8})`;
const GAP = '[^<>.;]';
/** What stands between who deals and the deal. */
export const STATE =
  '(?:(?:has|have|had|will|would|shall|may|could|can|to|agreed|agrees|agreement|agreements|agree|entered|enters|into|an?|the|definitive|share|stock|asset|purchase|merger|binding|non-binding|conditional|today|now|announced?|announces|that|it|they|he|is|are|was|be|been|able|intends?|plans?|proposes?|expects?|seeks?|proposal|offer|option|right|exercised?|complet(?:ed|es|ing)|closed|its|their|previously|also|successfully|recently|signed|signs|pursuant|under|which|who|whereby|letter|of|intent|indirectly|directly|through|and|currently|reached|made|launched|tender|cash|public|decided|resolved|approved|in \\d{4}|on),? ){0,18}?';
/** What stands between a name and its verb: ", a maker of gauges in Ohio,". */
export const APPOSITION =
  '(?:, (?:an?|the|one of|born|founded|established|formed|incorporated|created|listed|based|headquartered) [^;.]{0,180},)?';
/** Who stands before the buyer: "by an affiliate of Acme", "by funds advised by Acme", "by an Acme affiliate". */
const BEHIND = `(?:an? (?=<)|(?:an? |the |certain )?${GAP}{0,50}(?:(?:led|lead|managed|controlled|owned|advised) by|affiliated with|(?:affiliates?|subsidiar(?:y|ies)|unit) of) )?`;
export const BUY =
  '(?:acquires?|acquiring|acquired(?! business)|to acquire|will acquire|would acquire|has acquired|have acquired|purchased|purchase(?! of| price)|purchases|bought|buys?(?! of)|take over|taking over|to take over)';
export const SELL =
  '(?:sells?|sold|to sell|selling|divests?|divested|to divest|divesting|dispose of|disposed of|disposes of|transferred|spun off)';

type Deal = NonNullable<OwnershipFact['dealStatus']>;

/** Purchases and sales of organizations. */
export const DEAL_RULES: readonly OwnershipRule[] = [
  rule(
    'acquires',
    'acquisition',
    'acquir|purchas|bought|buy|take over|taking over',
    `(?<!with |with the )${buyer(ONE)}'?s?(?:${APPOSITION}|,) ${STATE}${BUY}(?:, (?:through|via|together with) [^;.]{1,80},)? ${OBJECT}(?:(?:[\\p{L}-]+ ){0,4}${TRADE} )?${target(LIST)}(?!'s)${WHOLLY}`,
    0.8,
  ),
  rule(
    'agreement-with',
    'acquisition',
    'agree(?:ment|d) with',
    `${buyer(ONE)} ${STATE}(?:agreement|contract|deed|agreed) with <\\d+>${PAREN}${GAP}{0,40} (?:to (?:acquire|purchase|buy)|(?:for|on) the (?:acquisition|purchase) of|under which it (?:will|would) (?:acquire|purchase)) ${OBJECT}${target(LIST)}`,
    0.75,
  ),
  rule(
    'acquisition-of-by',
    'acquisition',
    '(?:acquisition|takeover|take-over|purchase|buy-?out|offer) (?:of|for)[^]* by ',
    `(?:acquisition|take-?over|purchase|buy-?out|tender offer|offer) (?:of|for) ${OBJECT}${target(ONE)}${WHOLLY}'?s? ${GAP}{0,30}?by ${BEHIND}${buyer(ONE)}`,
    0.85,
  ),
  rule(
    'by-acquisition-of',
    'acquisition',
    '(?:acquisition|takeover|take-over|purchase) by',
    `(?:acquisition|take-?over|purchase) by ${buyer(ONE)} of ${OBJECT}${target(LIST)}(?!'s)`,
    0.85,
  ),
  rule(
    'possessive-acquisition',
    'acquisition',
    'acquisition|takeover|proposal|offer|purchase',
    `${buyer(ONE)}'s? (?:[\\p{L}-]+ ){0,2}(?:acquisitions?|take-?over|purchase|offer|proposal|bid|tender offer) (?:of|for|to acquire|to purchase) ${OBJECT}${target(LIST)}${WHOLLY}`,
    0.8,
  ),
  rule(
    'bids-for',
    'acquisition',
    'offer|bid|proposal',
    `${buyer(ONE)} (?:(?:has|have|had|will|today|intends to|plans to|to) ){0,2}(?:made|make|launch(?:ed|es)?|announced|submitted|commenced|presented|extended) (?:[\\p{L}-]+ ){0,4}(?:offer|bid|proposal) (?:for|to acquire|to purchase) ${OBJECT}${target(ONE)}`,
    0.8,
  ),
  rule(
    'proposal-to-acquire',
    'acquisition',
    'proposal|offer|bid|option|agreement',
    `${buyer(ONE)} (?:[\\p{L}-]+ ){0,2}(?:proposal|offer|bid|option|agreement) to (?:acquire|purchase|buy) (?!(?:up to |[\\d,]+ |additional |common |ordinary |the )*shares)${OBJECT}${target(ONE)}`,
    0.8,
  ),
  rule(
    'its-acquisition-of',
    'acquisition',
    'acquisition',
    `(?:its|our|complet(?:ed|es|ion of)(?: the)?|announce[sd] the|announced? its) (?:[\\p{L}-]+ ){0,2}acquisitions? of ${OBJECT}${target(LIST)}(?!'s| by)`,
    0.7,
  ),
  rule(
    'acquired-by',
    'acquisition',
    'acquired|bought|purchased|taken over',
    `${target(ONE)}(?:${GAP}{0,60}?(?:to be|been|was|were|is|being|be|agreed to be)|,(?: recently| newly)?) (?:acquired|bought|purchased|taken over) by ${BEHIND}${buyer(ONE)}`,
    0.85,
  ),
  rule(
    'agreement-acquired-by',
    'acquisition',
    'acquired|merger',
    `(?:to be acquired by|merger with) (?:an? ${GAP}{0,50}(?:led|lead|managed|controlled|owned) by )${buyer(ONE)}`,
    0.75,
  ),
  rule(
    'to-be-acquired',
    'acquisition',
    'acquired',
    `(?<!that |which |> |\\) )(?:to be|been|be|was|were) (?:acquired|bought|taken over) by ${BEHIND}${buyer(ONE)}`,
    0.75,
  ),
  rule(
    'becomes-subsidiary',
    'acquisition',
    'becom|became|surviv|continu',
    `${target(ONE)} (?:will|would|to|has|have|shall)? ?(?:becomes?|became|becoming|surviv(?:e|ed|es|ing)(?: the merger)? as|continu(?:e|es|ing) as) ${GAP}{0,60}(?:wholly|fully|majority|indirect|direct)${GAP}{0,30}subsidiary of ${buyer(ONE)}`,
    0.8,
  ),
  rule(
    'sells-to',
    'divested',
    'sell|sold|divest|dispos|transfer|spun',
    `${buyer(ONE)}'?s?(?:${APPOSITION}|,) ${STATE}${SELL} ${OBJECT}${target(ONE)}${WHOLLY}`,
    0.75,
  ),
  rule(
    'sale-of',
    'divested',
    'sale|divest|disposal|disposition',
    `(?:sale|divestment|divestiture|disposal|disposition)(?: by ${buyer(ONE)}(?:, [^<>;.]{1,60},)?|, [^<>;.]{1,30},)? of ${OBJECT}${target(ONE)}(?!'s| acquired| owned| held)`,
    0.7,
  ),
  rule(
    'bought-from',
    'divested',
    'from',
    `${BUY} ${OBJECT}${target(ONE)}[^<>.;]{0,30} from (?:the |its (?:current |former )?(?:owner|parent|shareholder)s?,? )?${buyer(ONE)}`,
    0.7,
  ),
  rule(
    'shares-in',
    'divested',
    '(?:acquisition|purchase) by',
    `(?:acquisition|purchase) by <\\d+> of ${buyer(ONE)}'s? (?:shares|stake|interest|shareholding|holding) in ${target(ONE)}`,
    0.8,
  ),
  rule(
    'shares-in-stake',
    'stake',
    '(?:acquisition|purchase) by',
    `(?:acquisition|purchase) by ${buyer(ONE)} of <\\d+>'s? (?:shares|stake|interest|shareholding|holding) in ${target(ONE)}`,
    0.8,
  ),
];

const COMPLETED = wording(
  'complet(?:ed|es|ion of)|has acquired|have acquired|had acquired|closed|took place|sold|recent acquisitions?|acquired|transferred|consummated',
);
const TERMINATED = wording('terminat(?:ed|es|ion)|withdr(?:ew|awn)|abandon(?:ed)?|called off|lapsed|rejected');
const AGREED = wording('agreement|agreed|agrees|sign(?:ed|s)|will acquire|definitive|entered into|to be acquired');
const PROPOSED = wording(
  'propos(?:al|ed|es)|offer|intends?|intention|may acquire|would acquire|considering|seeks?|letter of intent|bid|option',
);

/** How far a deal is, by the words of its sentence. */
export function dealStatus(sentence: string): Deal {
  if (TERMINATED.test(sentence)) return 'terminated';
  if (/\b(?:has|have|had|been)\s+(?:\w+\s+)?(?:completed|acquired|closed|sold|consummated)/iu.test(sentence))
    return 'completed';
  if (PROPOSED.test(sentence)) return 'proposed';
  if (AGREED.test(sentence)) return 'agreed';
  return COMPLETED.test(sentence) ? 'completed' : 'agreed';
}
