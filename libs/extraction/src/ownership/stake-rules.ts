import { PAREN, ONE, LIST, ADJ, IS, SHARES, PERCENT, parent, child, rule } from './rule.ts';
import type { OwnershipRule } from './rule.ts';

/** Holdings in a company that the sentence calls "our" or names before its owners. */
export const RELATIVE_RULES: readonly OwnershipRule[] = [
  rule(
    'holds-ours',
    'stake',
    'hold|held|own',
    `${parent(ONE)},? (?:which )?(?:[\\p{L}' -]{0,40} )?(?:holds?|owns?|held|owned) (?:approximately |about )?${PERCENT} of (?:our|the company's) (?:${SHARES} ?){1,6}`,
    0.8,
  ),
  rule(
    'in-which',
    'stake',
    '(?:in|of) which',
    `${child(ONE)},? (?:an? [^<>;.]{1,50} )?(?:in|of) which (?:the )?${parent(ONE)} (?:will |would |currently |now |indirectly |directly ){0,2}(?:holds?|held|owns?|owned|has|have|had) (?:an? )?(?:approximately |about )?${PERCENT}`,
    0.85,
  ),
  rule(
    'in-which-also',
    'stake',
    'in which',
    `${child(ONE)},? in which <\\d+>${PAREN} [^<>.;]{0,60} and ${parent(ONE)} (?:will hold |holds |owns )?(?:approximately )?${PERCENT}`,
    0.8,
  ),
  rule(
    'owned-percent-by',
    'stake',
    'owned|held',
    `${child(ONE)}${IS}(?:an? company )?(?:\\p{L}+ly ){0,2}(?:owned|held) (?:as to )?(?:approximately |about )?${PERCENT}(?: of (?:the |its )?(?:${SHARES} ?){1,5})? by ${parent(ONE)}`,
    0.85,
  ),
  rule(
    'owned-percent-by-second',
    'stake',
    'owned|held',
    `${child(ONE)}${IS}(?:\\p{L}+ly ){0,2}(?:owned|held) (?:as to )?[^<>;]{3,30} by (?:the )?<\\d+>${PAREN},? (?:and |as to |owned ){0,3}(?:approximately |about )?${PERCENT} (?:owned |held )?by ${parent(ONE)}`,
    0.8,
  ),
  rule(
    'apposed-subsidiary',
    'subsidiary',
    'subsidiar',
    `${child(ONE)}, (?:now )?(?:its|our) ${ADJ}subsidiary(?! ?,? ?<)(?! of)`,
    0.8,
  ),
];

/** Parts of a company, shareholders, joint vehicles. */
export const STAKE_RULES: readonly OwnershipRule[] = [
  rule(
    'holds-percent',
    'stake',
    'own|hold|has|have|had|held|interest|stake|control|retain|maintain|reach',
    `${parent(ONE)},? (?:which )?(?:[\\p{L}' -]{0,50} )?(?:holds?|owns?|held|owned|controls?|interested in|holding|owning|reach|retains?|retained|maintains?|(?:has|have|had) an?) (?:(?!acquire|purchase|option|right to)[^<.;]){0,110}?${PERCENT} [^<;.]{0,90}?(?:of|in|shares of|interest in) (?:the )?${child(ONE)}`,
    0.85,
  ),
  rule(
    'its-percent-of',
    'stake',
    '%|per ?cent|percent',
    `(?<!(?:sold|sell|sells|selling|sale of|disposal of|disposed of|dispose of|divested|divest|transferred|transfer of) )(?:its|our) ${PERCENT}[- ](?:owned |held )?(?:(?:equity |ownership |joint |economic )*(?:interest|stake|shareholding|holding|participation|investment) in |affiliate,? |associate,? |owned )${child(ONE)}`,
    0.8,
  ),
  rule(
    'percent-owned-by',
    'stake',
    'owned|held',
    `${child(ONE)}${IS}(?:an? )?(?:approximately )?${PERCENT}[- ](?:of which is |is )?(?:owned|held|controlled)(?: indirectly| directly)? by ${parent(LIST)}`,
    0.85,
  ),
  rule(
    'percent-held',
    'stake',
    'held|owned',
    `${PERCENT} of (?:the )?${child(ONE)}'s? (?:${SHARES} ){1,8}(?:in the aggregate )?(?:are|is|was|were)? ?(?:currently )?(?:held|owned) by (?:an affiliate of |affiliates of |funds managed by )?${parent(ONE)}`,
    0.85,
  ),
  rule(
    'shareholder-of',
    'stake',
    'shareholder|stockholder|unitholder',
    `${parent(ONE)},? (?:which is )?(?:an? |the |its |one of the )(?:[\\p{L}-]+ ){0,2}(?:shareholder|stockholder|unitholder)s? (?:of|in) ${child(ONE)}`,
    0.8,
  ),
  rule(
    'its-shareholder',
    'stake',
    'shareholder|stockholder|unitholder',
    `(?:its|our) (?:largest|main|major|principal|significant|substantial|single largest|cornerstone|biggest|key)(?: single)? (?:shareholder|stockholder|unitholder)s?,? ${parent(LIST)}`,
    0.8,
  ),
  rule(
    'possessive-shareholder',
    'stake',
    'shareholder|stockholder|unitholder',
    `${child(ONE)}'s? (?:existing |largest |main |major |principal |significant |substantial |cornerstone |biggest |key |single )+(?:shareholder|stockholder|unitholder)s?,? ${parent(LIST)}`,
    0.8,
  ),
  rule(
    'other-than',
    'stake',
    'shareholder|stockholder|unitholder',
    `${child(ONE)} (?:shareholder|stockholder|unitholder)s? other than ${parent(LIST)}`,
    0.7,
  ),
  rule(
    'stake-in',
    'stake',
    'stake|interest|shareholding|investment|holding',
    `${parent(ONE)}'s? (?:approximately |about |existing |current |remaining )?(?:${PERCENT} )?(?:equity |minority |ownership |remaining |indirect |direct |strategic )*(?:stake|interest|shareholding|stockholding|ownership position) in ${child(ONE)}`,
    0.75,
  ),
  rule(
    'shareholding-of',
    'stake',
    'shareholding|interest|stake|position',
    `${parent(ONE)},? (?:which )?[^<.;]{0,70}?(?:shareholding|equity interest|interest|stake|ownership position|holding) (?:of|in <\\d+> of) (?:approximately |at least |about |up to )?${PERCENT} (?:${SHARES} ){0,8}(?:in|of) ${child(ONE)}`,
    0.85,
  ),
  rule(
    'position-in',
    'stake',
    'position|interest|stake',
    `(?:ownership position|interest|stake|shareholding) in ${child(ONE)} of (?:approximately |about )?${PERCENT}`,
    0.8,
  ),
  rule(
    'portfolio',
    'stake',
    'investments|portfolio',
    `${parent(ONE)}'s? (?:\\p{L}+ ){0,2}(?:investments|portfolio companies|portfolio|holdings) (?:are|include|includes|including|comprise|consist of),? ${child(LIST)}`,
    0.8,
  ),
  rule(
    'portfolio-company',
    'stake',
    'portfolio',
    `(?:its|our|${parent(ONE)}'s?) portfolio compan(?:y|ies),? ${child(LIST)}`,
    0.75,
  ),
  rule(
    'shares-owned-by',
    'stake',
    'owned|held',
    `${PERCENT} of (?:the )?(?:${SHARES} ){1,6}(?:of ${child(ONE)} )?(?:currently )?(?:owned|held) by ${parent(LIST)}`,
    0.7,
  ),
  rule(
    'bought-units',
    'stake',
    'acquir|purchas|subscri',
    `${parent(ONE)} [^<;]{0,60}(?:acquired?|purchased?|subscribed? for) [^<;]{0,40}?[\\d,]{5,} [^<;]{0,60}(?:shares|units|warrants)[^<;]{0,40} (?:of|in) ${child(ONE)}`,
    0.7,
  ),
];
