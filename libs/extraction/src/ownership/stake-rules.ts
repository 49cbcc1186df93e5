import { PAREN, ONE, LIST, ADJ, IS, SHARES, PART, PERCENT, TRADE, parent, child, rule } from './rule.ts';
import type { OwnershipRule } from './rule.ts';

/** Not right behind the words for a deal: what changes hands there is told by the rules for deals. */
const UNTRADED =
  '(?<!(?:acquir(?:e|ed|es|ing)|buys?|bought|buying|purchas(?:e|ed|es|ing)|sells?|sold|selling|sale of|disposal of|acquisition of|purchase of|divestment of|take over|took over) (?:all of |all |the )?)';
/** "Acme, an affiliate of Borealis, holds 5%": the one whose kin the holder is does not hold. */
const NOT_OF = '(?<!(?:affiliate|subsidiary|unit|division|shareholder|adviser|advisor|manager) of (?:the )?)';
const KIN = '(?:, (?:an?|the) (?:[\\p{L}-]+ ){0,3}(?:affiliate|subsidiary|unit|division) of [^;.]{1,60}?,)?';
/** Holdings in a company that the sentence calls "our" or names before its owners. */
export const RELATIVE_RULES: readonly OwnershipRule[] = [
  rule(
    'holds-ours',
    'stake',
    'hold|held|own',
    `${NOT_OF}${parent(ONE)}${KIN},? (?:which )?(?:[\\p{L}' -]{0,40} )?(?:holds?|owns?|held|owned)(?:, directly (?:and|or) indirectly,)? (?:[^<.;%]{0,90}?(?:or|representing|constituting|being|\\() ?)?(?:approximately |about )?${PERCENT},?\\)? of (?:our|the company's) (?:${SHARES} ?){1,6}`,
    0.8,
  ),
  rule(
    'in-which',
    'stake',
    '(?:in|of) which',
    `${child(ONE)},? \\(?(?:(?:is )?an? [^<>;.]{1,50} )?(?:in|of) which (?:the )?${parent(ONE)} (?:will |would |currently |now |indirectly |directly ){0,2}(?:holds?|held|owns?|owned|has|have|had) (?:an? )?(?:approximately |about )?${PERCENT}`,
    0.85,
  ),
  rule(
    'in-which-ours',
    'stake',
    '(?:in|of) which',
    `${child(ONE)},? (?:an? [^<>;.]{1,50} )?(?:in|of) which (?:we|it) (?:will |would |currently |now |also |indirectly |directly ){0,2}(?:holds?|held|owns?|owned|has|have|had) (?:an? )?(?:approximately |about )?${PERCENT}`,
    0.8,
  ),
  rule(
    'of-whose-shares',
    'stake',
    'of whose',
    `${child(ONE)},? (?:approximately |about )?${PERCENT} of whose (?:${SHARES} ?){0,6}(?:is|are|was|were) (?:currently |now |indirectly |directly ){0,2}(?:owned|held) by ${parent(ONE)}`,
    0.85,
  ),
  rule(
    'in-which-also',
    'stake',
    '(?:in|of) which',
    `${child(ONE)},? (?:(?:is )?an? [^<>;.]{1,50} )?(?:in|of) which (?:the )?<\\d+>${PAREN} [^<>.;]{0,60},? and ${parent(ONE)} (?:will hold |holds |owns |has )?(?:an? |the remaining )?(?:approximately )?${PERCENT}`,
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
    `${child(ONE)}${IS}(?:\\p{L}+ly ){0,2}(?:(?:owned|held) (?:as to )?[^<>;]{3,30}|\\d{1,3}(?:\\.\\d+)? ?%[- ](?:owned|held)) by (?:the )?<\\d+>${PAREN},? (?:and |as to |owned ){0,3}(?:approximately |about )?${PERCENT} (?:owned |held )?by ${parent(ONE)}`,
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

const INVESTMENT =
  '(?:(?:recent|equity|strategic|minority|initial|new|existing|remaining|significant|direct|indirect|further|additional|long-term) ){0,3}investment';
/** Parts of a company, shareholders, joint vehicles. */
export const STAKE_RULES: readonly OwnershipRule[] = [
  rule(
    'also-interest-in',
    'stake',
    'interest|stake|shareholding',
    `(?:interest|stake|shareholding) in <\\d+>${PAREN},? and (?:an? )?(?:approximately |about )?${PERCENT} (?:(?:equity |ownership |economic )?(?:interest|stake|shareholding) in|of) ${child(ONE)}`,
    0.75,
  ),
  rule(
    'each-holds',
    'stake',
    'each (?:hold|own)',
    `${parent(LIST)},? (?:will |which |who )?each (?:holds?|owns?) (?:an? )?(?:\\d{1,3}(?:\\.\\d+)? ?${PART}|one[- ](?:third|half|quarter)|half|equal)(?:,? [^<>;.]{0,40})? (?:of|in) ${child(ONE)}`,
    0.8,
  ),
  rule(
    'owner-of-percent',
    'stake',
    '(?:holder|owner) of',
    `${parent(ONE)},? (?:which is |is )?(?:the |an? )?(?:beneficial |registered )?(?:holder|owner) of [^<;.%]{0,60}?${PERCENT},?\\)? [^<;.]{0,60}?(?:of|in) ${child(ONE)}`,
    0.8,
  ),
  rule(
    'owner-of-our-percent',
    'stake',
    '(?:holder|owner) of',
    `${parent(ONE)},? (?:which is |is )?(?:the |an? )?(?:beneficial |registered )?(?:holder|owner) of (?:approximately |about )?${PERCENT} of (?:the|our|its) (?:${SHARES} ?){1,6}(?<!of |in |the )(?! ?<)`,
    0.75,
  ),
  rule(
    'second-owner',
    'stake',
    'own|hold',
    `${parent(ONE)},? (?:which )?(?:holds?|owns?|held|owned) (?:approximately |about )?${PERCENT},? (?:and|while) (?:the )?<\\d+>${PAREN} (?:(?:holds?|owns?|held|owned|the|remaining) ){0,3}(?:\\d{1,3}(?:\\.\\d+)? ?${PART},?)? (?:${SHARES} ){0,6}?(?:of|in) ${child(ONE)}`,
    0.8,
  ),
  rule(
    'raised-to',
    'stake',
    'increas|rais|reduc|decreas',
    `${parent(ONE)} (?:has |have |had |will |subsequently |recently ){0,2}(?:increased|raised|reduced|decreased|increases|raises|increase|raise) its (?:[\\p{L}-]+ ){0,2}(?:stake|interest|shareholding|holding|ownership|participation) in ${child(ONE)} (?:from [^<>;]{1,30} )?to (?:approximately |about )?${PERCENT}`,
    0.85,
  ),
  rule(
    'related-entities-hold',
    'stake',
    '(?:it|they) and (?:its |their )?',
    `(?:it|they) and (?:its |their )?(?:related|affiliated|associated|affiliates|subsidiaries)(?: (?:entities|companies|funds|parties))? (?:together |collectively |beneficially )?(?:hold|held|own|owned) [^<;.%]{0,60}?${PERCENT},?\\)? [^<;.]{0,60}?(?:of|in) ${child(ONE)}`,
    0.75,
  ),
  rule(
    'has-interest-in',
    'stake',
    'stake|interest|shareholding|participation',
    `${parent(ONE)}(?:,? (?:through|via) (?:its |the )?[^<>;.]{0,40}<\\d+>${PAREN},?)?,? (?:which )?(?:also |currently |now |still )?(?:holds?|owns?|has|retains?|retained|maintains?) (?:an? |its )(?:(?:direct|indirect|minority|significant|substantial|economic|equity|ownership|strategic|non-controlling|small|large) ){0,3}(?:stake|interest|shareholding|participation) in ${child(ONE)}(?!'s)`,
    0.7,
  ),
  rule(
    'controls-interest-in',
    'subsidiary',
    'majority|controlling',
    `${parent(ONE)},? (?:which )?(?:also |currently |now |still )?(?:holds?|owns?|has|retains?|retained|maintains?) (?:an? |the |its )(?:(?:direct|indirect|economic|equity|ownership) ){0,2}(?:majority|controlling) (?:(?:equity|ownership|voting) ){0,2}(?:stake|interest|shareholding|participation) in ${child(ONE)}(?!'s)`,
    0.75,
  ),
  rule(
    'investment-in',
    'stake',
    'investment in',
    `(?:${parent(ONE)}'s?|its|our|the group's) ${INVESTMENT} in ${child(ONE)}(?!'s)(?! (?:notes|bonds|debt|securities|debentures|loans|project|mine|plant))`,
    0.7,
    { sureChild: true, least: 1 },
  ),
  rule(
    'investment-and-partnership',
    'stake',
    'investment in and',
    `(?:${parent(ONE)}'s?|its|our|the group's) ${INVESTMENT} in,? and (?:[\\p{L}-]+ ){0,3}(?:with|of|in) ${child(ONE)}(?!'s)`,
    0.75,
    { least: 1 },
  ),
  rule(
    'holds-percent',
    'stake',
    'own|hold|has|have|had|held|interest|stake|control|retain|maintain|reach',
    `${NOT_OF}${parent(ONE)}${KIN},? (?:which )?(?:[\\p{L}' -]{0,50} )?(?:holds?|owns?|held|owned|controls?|interested in|holding|owning|reach|retains?|retained|maintains?|(?:has|have|had) an?) (?:(?!acquire|purchase|option|right to|warrant|convertible|exercisable)[^<.;]){0,110}?${PERCENT},?\\)? (?:(?!of (?:its|their) )[^<;.]){0,90}?(?:of|in|shares of|interest in) (?:the )?(?:(?:[\\p{L}-]+ ){0,3}${TRADE}(?:,? (?:to be )?(?:called|named))? )?${child(ONE)}`,
    0.85,
  ),
  rule(
    'its-percent-of',
    'stake',
    '%|per ?cent|percent',
    `(?<!(?:sold|sell|sells|selling|sale of|disposal of|disposed of|dispose of|divested|divest|transferred|transfer of|acquired?|purchased?|buy|bought|from <\\d{1,3}>) )(?:its|our) ${PERCENT}[- ](?:owned |held )?(?:(?:equity |ownership |joint |economic )*(?:interest|stake|shareholding|holding|participation|investment) in |affiliate,? |associate,? |owned )${child(ONE)}`,
    0.8,
  ),
  rule(
    'percent-owned-by',
    'stake',
    'owned|held',
    `(?<!by |by the )${child(ONE)}${IS}(?:an? )?(?:approximately )?${PERCENT}[- ](?:of which is |is )?(?:owned|held|controlled)(?: indirectly| directly)? by ${parent(LIST)}`,
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
    `${parent(ONE)},? (?:which )?(?:is |became |becomes |remains )?(?:an? |the |its |one of the )(?:\\d{1,3}(?:\\.\\d+)? ?% )?(?:[\\p{L}-]+ ){0,2}(?:shareholder|stockholder|unitholder)s? (?:of|in) ${child(ONE)}`,
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
    `${child(ONE)}'s? (?:existing |largest |main |major |principal |significant |substantial |cornerstone |biggest |key |single )*(?:shareholder|stockholder|unitholder)s?(?:,| are| is)? ${parent(LIST)}`,
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
    `${UNTRADED}${parent(ONE)}'s? (?:approximately |about |existing |current |remaining )?(?:${PERCENT} )?(?:equity |minority |ownership |remaining |indirect |direct |strategic )*(?:stake|interest|shareholding|stockholding|ownership position) in ${child(ONE)}(?!'s )`,
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
    'portfolio-company-of',
    'stake',
    'portfolio',
    `${child(ONE)},? (?:which is )?an? portfolio company of ${parent(LIST)}`,
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
    `${UNTRADED}(?<![\\d.,])${PERCENT} of (?:the )?(?:${SHARES} ){1,6}(?:of ${child(ONE)} )?(?:(?:is|are|was|were|currently|now) ){0,2}(?:owned|held) by ${parent(LIST)}`,
    0.7,
    { least: 1 },
  ),
  rule(
    'bought-units',
    'stake',
    'acquir|purchas|subscri',
    `${parent(ONE)} [^<;]{0,60}(?:acquired?|purchased?|subscribed? for) [^<;]{0,40}?[\\d,]{5,} [^<;]{0,60}(?:shares|units|warrants)[^<;]{0,40} (?:of|in) ${child(ONE)}`,
    0.7,
  ),
];
