import { ADJ, child, LIST, ONE, parent, PERCENT, rule, SHARES } from './rule.ts';
import type { OwnershipRule } from './rule.ts';

const BOTH_SURE = { sureParent: true, sureChild: true } as const;
const FOUNDED = '(?:formed|incorporated|established|created|set up|organi[sz]ed|founded)';
const AFFILIATE = '(?:affiliate|associate|investee|equity investee|affiliated company|associated company)';

/** Companies that are said to belong to another, to have been founded by it, or to be partly owned without a word on by whom. */
export const BELONGING_RULES: readonly OwnershipRule[] = [
  rule(
    'we-are-subsidiary',
    'subsidiary',
    'subsidiar',
    `(?<![\\p{L}])(?:we|it) (?:are|is|were|was|became|have been|has been|remain|remains) (?:(?!not |no |formerly |previously |until )[\\p{L}\\d]+ ){0,4}(?:an? |the )${ADJ}subsidiary of ${parent(ONE)}`,
    0.75,
  ),
  rule(
    'all-owned-by',
    'subsidiary',
    'all|100',
    `(?:all|100 ?%) of (?:our|the|its) (?:${SHARES} ?){1,6}(?<!of |in )(?:of ${child(ONE)} )?(?:is|are|was|were) (?:indirectly |directly |beneficially |currently ){0,2}(?:owned|held) by ${parent(ONE)}`,
    0.8,
    { least: 1 },
  ),
  rule(
    'all-of-owned-by',
    'subsidiary',
    'all|100',
    `(?:all|100 ?%) of (?:the )?${child(ONE)}'s? (?:${SHARES} ?){1,6}(?:is|are|was|were) (?:indirectly |directly |beneficially |currently ){0,2}(?:owned|held) by ${parent(ONE)}`,
    0.8,
  ),
  rule(
    'becomes-ours',
    'acquisition',
    'becom|became',
    `${child(ONE)} (?:will |has |have )?(?:become|became|becomes) (?:our|its) ${ADJ}subsidiary(?! of)`,
    0.75,
  ),
  rule(
    'controls',
    'subsidiary',
    'control',
    `${parent(ONE)},? (?:which )?(?:effectively |indirectly |directly |also |now )?controls ${child(ONE)}(?!'s)`,
    0.7,
    BOTH_SURE,
  ),
  rule(
    'we-control',
    'subsidiary',
    'control',
    `(?<![\\p{L}])(?:we|it) (?:effectively |indirectly |directly |also |now )?controls? ${child(ONE)}(?!'s)`,
    0.7,
    { sureChild: true },
  ),
  rule(
    'becomes-owned-by',
    'acquisition',
    'becom|became',
    `${child(ONE)} (?:will |would |to |has |shall )?(?:become|became) (?:an? )?(?:[\\p{L}-]+ ){0,3}(?:company |entity )?(?:wholly|fully|indirectly|directly|100 ?%)[- ]owned by ${parent(ONE)}`,
    0.75,
  ),
  rule(
    'founds-subsidiary',
    'subsidiary',
    'subsidiar',
    `${FOUNDED} (?:an? |the )(?:[\\p{L}-]+,? ){0,4}subsidiary(?: in [\\p{L} ]{2,20})?,? (?:named |called |known as )?${child(ONE)}`,
    0.75,
  ),
  rule(
    'founded-as-subsidiary',
    'subsidiary',
    'subsidiar',
    `${parent(ONE)} (?:has |have |had )?${FOUNDED} ${child(ONE)},? as (?:an? |its )${ADJ}subsidiary(?! of)`,
    0.8,
  ),
  rule(
    'whose-parent',
    'subsidiary',
    'whose',
    `${child(ONE)},? whose (?:ultimate |immediate |sole |majority |controlling )*(?:parent(?: company)?|holding company|owner|shareholder|stockholder) is ${parent(ONE)}`,
    0.8,
  ),
  rule(
    'belongs-to',
    'subsidiary',
    'belong',
    `${child(ONE)},? (?:which |that )?belong(?:s|ing) to ${parent(ONE)}`,
    0.7,
    BOTH_SURE,
  ),
  rule(
    'company-of-group',
    'subsidiary',
    'group',
    `${child(ONE)},? (?:which )?(?:is )?an? (?:[\\p{L}-]+ )?(?:company|member|part) (?:of|in|within) ${parent(ONE)}'?s? group`,
    0.75,
    BOTH_SURE,
  ),
  rule(
    'percent-affiliate-of',
    'stake',
    'affiliate|associate|investee',
    `${child(ONE)},? (?:which )?(?:is )?an? ${PERCENT}[- ]?(?:owned|held) ${AFFILIATE} of ${parent(ONE)}`,
    0.8,
  ),
  rule(
    'bare-affiliate',
    'stake',
    'affiliate|associate|investee',
    `${child(ONE)}, an? ${PERCENT}[- ]?(?:owned|held) ${AFFILIATE}(?=[,.;)]|$)`,
    0.75,
  ),
  rule(
    'its-affiliate',
    'stake',
    'affiliate',
    `(?:its|our) ${PERCENT}[- ]?(?:owned|held) (?:\\p{L}+ )?${AFFILIATE}s?,? ${child(LIST)}`,
    0.8,
  ),
];
