import { ADJ, child, LIST, ONE, parent, PERCENT, rule, SHARES } from './rule.ts';
import type { OwnershipRule } from './rule.ts';

const PLACE = '(?:,? (?:in|of|from) (?:the )?[\\p{L}.]+)?';
const KIND =
  '(?:subsidiar(?:y|ies)(?: compan(?:y|ies)| undertakings?)?|(?:consolidated |operating |business |trading )units?|units?|arms?|divisions?|consolidated (?:variable interest |affiliated )?(?:entity|entities|affiliates?)|variable interest entity|affiliated entity|operating compan(?:y|ies)|group compan(?:y|ies)|operating entity)';
const NAMED =
  '(?:,|:|;| -| \\u2013| \\u2014)?(?: (?:and )?(?:is|are|include|includes|namely|named|called|including|such as|known as|being|i\\.e\\.)[,:]?)? ';

/**
 * Subsidiaries and parents whose owner, or child, is the subject that the sentence speaks of: "through its unit Acme Ltd.",
 * "the wholly-owned subsidiary Acme Ltd.", "our parent company, Acme plc".
 */
export const IMPLIED_SUBSIDIARY_RULES: readonly OwnershipRule[] = [
  rule(
    'implied-subsidiary',
    'subsidiary',
    'subsidiar|unit|arm|division|entit|affiliate|operating compan|group compan',
    `(?<![>)], )(?:its|our|their|(?:through|via|by|of|and|between|with) the|through an?|(?:through|via|has|have) (?:two|three|four|five|six|several)) ${ADJ}${KIND}${PLACE}${NAMED}(?:the )?${child(LIST)}(?!'s? (?:wholly|subsidiar))`,
    0.8,
  ),
  rule(
    'the-subsidiary',
    'subsidiary',
    'subsidiar',
    `(?:(?:the|an?) (?:[\\p{L}-]+,? ){0,2}(?:wholly|fully|majority|100 ?%|\\d{1,2}(?:\\.\\d+)? ?%)[- ]?(?:owned|controlled|held) (?:[\\p{L}-]+ ){0,2}subsidiar(?:y|ies)|the (?:[\\p{L}-]+ )?subsidiary),? (?:named |called )?${child(LIST)}(?! of)`,
    0.8,
  ),
  rule(
    'its-listed-subsidiary',
    'subsidiary',
    'owned',
    `(?:its|our|their) ${PERCENT}[- ]?(?:owned|held)(?: [\\p{L}-]+){0,2},? (?:subsidiar(?:y|ies)|unit|company),? ${child(LIST)}`,
    0.85,
  ),
  rule(
    'possessive-unit',
    'subsidiary',
    'unit|arm|entit|operating compan|operating subsid|subsidiar',
    `${parent(ONE)}(?:'s?)? ${ADJ}${KIND}${NAMED}${child(LIST)}`,
    0.75,
    { sureParent: true },
  ),
  rule(
    'apposed-possessive',
    'subsidiary',
    'subsidiar|unit',
    `${child(ONE)},? \\(?(?:which is )?${parent(ONE)}'s? ${ADJ}(?:subsidiar(?:y|ies)|unit|arm|operating company)(?! ?,? ?<)`,
    0.8,
  ),
  rule(
    'its-unit',
    'subsidiary',
    'subsidiar|unit|affiliated entity|variable interest',
    `${child(ONE)}(?:, an? [^<>;.]{1,80})?,? (?:(?:which )?(?:is|remains) |now )?(?:its|our) ${ADJ}(?:subsidiary|unit|operating company|consolidated entity|(?:consolidated )?(?:affiliated|variable interest) entity)(?! ?,? ?<| of)`,
    0.8,
  ),
  rule(
    'subsidiary-in-which',
    'subsidiary',
    'subsidiary in which|subsidiary of which|subsidiary,? which',
    `${child(ONE)},? ?\\(?an? ${ADJ}(?:subsidiary|company|entity)(?: company)? (?:in|of) which (?:the )?${parent(ONE)} (?:\\p{L}+ ){0,3}(?:holds?|held|owns?|owned|has|have|had) (?:an? |approximately |about )?(?:\\d{1,3}(?:\\.\\d+)? ?%)?`,
    0.85,
  ),
  rule(
    'it-is-owned-by',
    'subsidiary',
    'owned by|controlled by',
    `(?<![\\p{L}])(?:it is|we are) (?:(?:indirectly|directly|ultimately|currently|now) ){0,2}(?:(?:wholly|fully|majority|100 ?%)[- ]?owned (?:and controlled )?|controlled )by ${parent(ONE)}`,
    0.75,
  ),
  rule(
    'all-its-subsidiaries',
    'subsidiary',
    'subsidiar',
    `${child(LIST)},? (?:each of which is |both |each |all )?(?:its|our) ${ADJ}subsidiaries(?! ?,? ?<| of)`,
    0.8,
  ),
  rule(
    'subsidiaries-in-parentheses',
    'subsidiary',
    'subsidiar',
    `(?:its|our|their) ${ADJ}subsidiar(?:y|ies) ?\\(${child(LIST)}\\)`,
    0.75,
    { sureChild: true },
  ),
  rule(
    'the-subsidiary-of',
    'subsidiary',
    'subsidiary of',
    `(?<!(?:,|is|as|and|was) )the (?:[\\p{L}-]+,? ){0,3}subsidiary of ${parent(ONE)}, ${child(ONE)}(?=,)`,
    0.8,
  ),
  rule(
    'its-parent-company',
    'subsidiary',
    'parent|holding company',
    `(?:its|our|their) (?:ultimate |immediate |direct |indirect |sole |majority )*(?:parent(?: company| undertaking| corporation)?|holding company|controlling company)(?:,| is)? ${parent(ONE)}`,
    0.8,
  ),
  rule(
    'company-of',
    'subsidiary',
    'company',
    `${child(ONE)},? an? ${parent(ONE)} (?:group )?(?:company|subsidiary|unit|business)(?![\\p{L}])`,
    0.75,
    { sureParent: true },
  ),
  rule(
    'percent-parenthesis',
    'stake',
    'owned|held',
    `${child(ONE)} ?\\((?:which is )?(?:an? )?${PERCENT}[- ](?:owned|held|controlled)(?: subsidiary)?(?: by| of) (?:the )?${parent(ONE)}\\)`,
    0.85,
  ),
  rule(
    'whole-of',
    'subsidiary',
    'all of the|entire|sole|100',
    `${parent(ONE)},? (?:which )?(?:\\p{L}+ ){0,2}(?:is the (?:sole|only) (?:shareholder|stockholder|member|owner) of|(?:holds?|owns?) the (?:entire|whole) (?:${SHARES} ?){1,6}) (?:the )?${child(ONE)}`,
    0.8,
  ),
];
