import { child, LIST, ONE, parent, PERCENT, rule } from './rule.ts';
import type { OwnershipRule } from './rule.ts';

const HOLDER = '(?:shareholder|stockholder|unitholder)';
const NEEDS = 'shareholder|stockholder|unitholder';
const RANK =
  '(?:largest|main|major|principal|significant|substantial|single|cornerstone|biggest|key|existing|second|founding|strategic)';
const CONTROL = '(?:controlling|majority|sole)';
const STAKE =
  '(?:holding|stake|shareholding|interest|position|ownership|participation|shareholding interest|equity interest)s?';
const MOVED =
  '(?:reduced|increased|raised|lowered|cut|decreased|brought|taken|changed|diluted|lifted|built|risen|fallen|grown|went|rose|fell)';

const SHARE_OF =
  'equity|ownership|voting|economic|direct|indirect|stake|interest|shareholding|holding|of the|shares|capital';

const BOTH_SURE = { sureParent: true, sureChild: true } as const;

/** Shareholders of a company, by what they are called and by how their holdings moved. */
export const SHAREHOLDER_RULES: readonly OwnershipRule[] = [
  rule(
    'controlling-shareholder-of',
    'subsidiary',
    NEEDS,
    `${parent(ONE)},? (?:which is |is )?(?:an? |the |its )?${CONTROL} ${HOLDER} (?:of|in) (?:the )?${child(ONE)}`,
    0.8,
  ),
  rule(
    'its-controlling-shareholder',
    'subsidiary',
    NEEDS,
    `(?:its|our) ${CONTROL} ${HOLDER}(?:,| is)? ${parent(ONE)}`,
    0.8,
  ),
  rule(
    'is-controlling-shareholder',
    'subsidiary',
    NEEDS,
    `${parent(ONE)},? (?:which )?(?:is|remains|became|has become) (?:its|our) ${CONTROL} ${HOLDER}(?! of)`,
    0.8,
  ),
  rule(
    'possessive-controlling-shareholder',
    'subsidiary',
    NEEDS,
    `${child(ONE)}'s? ${CONTROL} ${HOLDER},? ${parent(ONE)}`,
    0.8,
  ),
  rule(
    'apposed-controlling-shareholder',
    'subsidiary',
    NEEDS,
    `${parent(ONE)},? (?:which )?(?:is |remains |became |has become )?(?:the )?${child(ONE)}'s? ${CONTROL} ${HOLDER}`,
    0.8,
  ),
  rule(
    'apposed-shareholder',
    'stake',
    NEEDS,
    `${parent(ONE)},? (?:which is |who is )?(?:one of )?(?:the )?${child(ONE)}'s? (?:${RANK} ){1,2}${HOLDER}`,
    0.8,
  ),
  rule(
    'apposed-its-shareholder',
    'stake',
    NEEDS,
    `${parent(ONE)},? (?:which is |also )?(?:its|our|the) (?:${RANK} ){1,2}${HOLDER}(?!s? of| ?,? ?<)`,
    0.7,
  ),
  rule(
    'shareholder-with-percent',
    'stake',
    NEEDS,
    `${HOLDER}s?,? ${parent('<\\d+>')} ?\\((?:which |who |holding |with |owns |holds )*(?:approximately |about )?${PERCENT}`,
    0.75,
  ),
  rule(
    'moved-from-to',
    'stake',
    'from',
    `${parent(ONE)}(?:(?! that it )[^<>;]){0,140}? ${MOVED} (?:its |the |their )?(?:[\\p{L}]+ ){0,2}(?:${STAKE} )(?:(?:in|of) (?:the )?${child(ONE)} )?[^<>;.%]{0,40}?from (?:[^<>;%]{0,40})%[^<>;.%]{0,60} to (?:[^<>;.%]{0,30}? )?${PERCENT}`,
    0.75,
  ),
  rule(
    'holding-stands-at',
    'stake',
    'holding|stake|interest',
    `${parent(ONE)}'s? (?:\\p{L}+ ){0,2}(?:${STAKE} (?:in|of)|share in) (?:the )?${child(ONE)} [^<>;.%]{0,60}?(?:from [^<>;%]{1,20}% )?(?:is|was|be|to|at|of|represents?|amounts to|stands at) (?:approximately |about )?${PERCENT}`,
    0.75,
  ),
  rule(
    'notifies-holding',
    'stake',
    'notif|informed|advised',
    `${parent(ONE)} (?:has |have )?(?:notified|informed|advised) (?:us|(?:the )?<\\d+>)[^;]{0,120}? (?:its|their|the) (?:[\\p{L}-]+ ){0,2}(?:${STAKE}|share|voting rights)[^;%]{0,140}?${PERCENT}`,
    0.7,
    { sureParent: true, least: 1 },
  ),
  rule(
    'shares-held-by',
    'stake',
    'held|owned',
    `${child('<\\d+>')}'s? (?:[\\p{L}-]+ ){0,3}(?:shares|stock|capital) (?:is|are|was|were) (?:held|owned) by ${parent('<\\d+>')} ?\\((?:approximately |about )?${PERCENT}`,
    0.8,
  ),
  rule(
    'shares-also-held-by',
    'stake',
    'held|owned',
    `${child('<\\d+>')}'s? (?:[\\p{L}-]+ ){0,3}(?:shares|stock|capital) (?:is|are|was|were) (?:held|owned) by (?:the )?<\\d+> ?\\([^()<>]{0,40}\\),? (?:and )?${parent('<\\d+>')} ?\\((?:approximately |about )?${PERCENT}`,
    0.8,
  ),
  rule(
    'gets-stake',
    'stake',
    'took|takes|receiv|obtain|gain',
    `${parent(ONE)} (?:[^<>;.]{0,80} )?(?:takes?|took|receives?|received|obtains?|obtained|gained) an? (?:approximately )?${PERCENT} (?:(?:equity|ownership|minority|economic|indirect|direct|initial) ){0,3}(?:stake|interest|shareholding) in ${child(ONE)}(?!'s)`,
    0.75,
  ),
  rule(
    'holds-number-of',
    'stake',
    'hold|own|held',
    `${parent(ONE)},? (?:which )?(?:(?:now|currently|beneficially|also) ){0,2}(?:holds?|owns?|held|owned) [\\d,]{5,} [^<>;.]{0,40}(?:shares|units|stock) (?:of|in) ${child(ONE)},? (?:representing|which represents?|or|equal to|constituting|being) (?:approximately |about )?${PERCENT}`,
    0.85,
  ),
  rule(
    'owners-in-parentheses',
    'stake',
    '%|per ?cent',
    `${child('<\\d+>')} ?\\(${parent('<\\d+>')}:? ${PERCENT}[,;]`,
    0.75,
    BOTH_SURE,
  ),
  rule(
    'second-in-parentheses',
    'stake',
    '%|per ?cent',
    `${child('<\\d+>')} ?\\((?:the )?<\\d+>:? \\d{1,3}(?:\\.\\d+)? ?%[,;] (?:and )?${parent('<\\d+>')}:? ${PERCENT}`,
    0.75,
    BOTH_SURE,
  ),
  rule(
    'in-which-interest',
    'stake',
    'in which',
    `${child(ONE)},? \\(?(?:an? [^<>;.]{1,50} )?in which ${parent(ONE)} (?:has|holds?|owns?|acquired|retains?) (?:an? |its )(?:(?:equity|minority|ownership|economic|significant|strategic|indirect|direct) ){0,3}(?:stake|interest|shareholding|investment)(?! in)`,
    0.75,
  ),
  rule(
    'in-which-majority',
    'subsidiary',
    'in which',
    `${child(ONE)},? \\(?(?:an? [^<>;.]{1,50} )?in which ${parent(ONE)} (?:has|holds?|owns?|acquired|retains?) (?:an? |the )(?:(?:indirect|direct|equity) ){0,2}(?:majority|controlling) (?:(?:equity|ownership|voting) ){0,2}(?:stake|interest|shareholding)`,
    0.8,
  ),
  rule(
    'subscribes-for',
    'stake',
    'subscri',
    `${parent(ONE)} (?:has |have |will |agreed to |today ){0,2}subscribed? (?:for|to) [^<>;.]{0,60}(?:shares|stock|capital|units|interest)[^<>;.]{0,30} (?:of|in) ${child(ONE)}`,
    0.75,
  ),
  rule(
    'gives-stake',
    'stake',
    'giv|gave|leav|left|bring|provid',
    `(?:giv(?:es?|ing|en)|gave|leav(?:es?|ing)|left|provid(?:es?|ed|ing)) ${parent(ONE)} (?:with )?(?:an? )?(?:approximately |about )?${PERCENT} (?:(?:${SHARE_OF}) ){0,4}(?:of|in) ${child(ONE)}`,
    0.8,
  ),
  rule(
    'notified-by',
    'stake',
    'notif|informed|advised|disclosed',
    `(?:notified|informed|advised|notification|notice|disclosure) (?:\\p{L}+ ){0,3}(?:by|from|that) ${parent(ONE)}[^<>;]{0,200}?${PERCENT}`,
    0.7,
    { sureParent: true },
  ),
  rule(
    'invests-in',
    'stake',
    'invest',
    `${parent(ONE)},? (?:\\p{L}+ ){0,4}(?:invested|invests|invest) [^<>;.]{0,60}(?:in|into) ${child(ONE)}`,
    0.65,
    { sureParent: true },
  ),
  rule(
    'capital-from',
    'stake',
    'capital|funding|equity investment',
    `(?:initial|start-up|seed|founding|private equity|venture|equity) (?:capital|funding|investment)[^<>;]{0,60} (?:from|by|provided by) ${parent(LIST)}`,
    0.7,
    { sureParent: true },
  ),
  rule(
    'shareholders-are',
    'stake',
    `${NEEDS}|partners|owners`,
    `(?:${HOLDER}|partner|owner)s? (?:of|in) ${child('<\\d+>')} (?:are|is|include)? ?:? ?${parent('<\\d+>')} ?\\((?:holding |with |owning )?(?:approximately |about )?${PERCENT}`,
    0.8,
  ),
  rule(
    'shareholders-also',
    'stake',
    `${NEEDS}|partners|owners`,
    `(?:${HOLDER}|partner|owner)s? (?:of|in) ${child('<\\d+>')} (?:are|is|include)? ?:? ?(?:the )?<\\d+> ?\\([^()<>]{0,40}\\),? (?:and )?${parent('<\\d+>')} ?\\((?:holding |with |owning )?(?:approximately |about )?${PERCENT}`,
    0.8,
  ),
  rule(
    'associate-of',
    'stake',
    'associate',
    `${child(ONE)},? (?:which )?(?:is )?(?:an |a )(?:[\\p{L}-]+ ){0,2}(?:associate|associated company|equity affiliate|equity investee) of ${parent(ONE)}`,
    0.75,
    { sureChild: true },
  ),
  rule(
    'possessive-associate',
    'stake',
    'associate|investee',
    `${parent(ONE)}'s (?:\\d{1,3}(?:\\.\\d+)? ?%[- ]?(?:owned |held )?)?(?:associate|associated company|equity affiliate|equity investee),? ${child(ONE)}`,
    0.75,
  ),
  rule(
    'implied-associate',
    'stake',
    'associate|investee',
    `(?:its|our) (?:\\d{1,3}(?:\\.\\d+)? ?%[- ]?(?:owned |held )?)?(?:[\\p{L}-]+ ){0,2}(?:associate|associated compan(?:y|ies)|equity affiliate|equity investee|investee(?: company)?)s?,? ${child(LIST)}`,
    0.75,
  ),
  rule(
    'it-holds',
    'stake',
    'hold|own|ha[sd]|have',
    `(?<![\\p{L}])(?:it|we|which|and|also|currently) (?:holds?|owns?|has|have|held|owned|retains?) (?:an? |the )?(?:approximately |about )?${PERCENT} (?:[^<>;.%]{0,50} )?(?:of|in) (?:the )?(?:[\\p{L}-]+ ){0,4}?${child(ONE)}(?!'s)`,
    0.7,
  ),
];
