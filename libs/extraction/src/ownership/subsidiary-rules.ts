import { ONE, LIST, ADJ, IS, SHARES, PART, parent, child, rule } from './rule.ts';
import type { OwnershipRule } from './rule.ts';

/** Subsidiaries and parents. */
export const SUBSIDIARY_RULES: readonly OwnershipRule[] = [
  rule(
    'subsidiary-of',
    'subsidiary',
    'subsidiar',
    `${child(LIST)}${IS}\\(?(?:(?:an?|the) (?:<\\d+>[^<>;.]{0,40}|[^<>;.]{1,80}) and )?(?:an? |the |its )?${ADJ}subsidiar(?:y|ies) of (?:the )?${parent(LIST)}`,
    0.9,
  ),
  rule(
    'possessive-subsidiary',
    'subsidiary',
    'subsidiar',
    `${parent(ONE)}'s? ${ADJ}subsidiar(?:y|ies),? (?:(?:in|of) (?:the )?\\p{L}+,? )?(?:named |called )?${child(LIST)}`,
    0.85,
  ),
  rule(
    'its-subsidiary',
    'subsidiary',
    'subsidiar',
    `(?:its|our|their) ${ADJ}subsidiar(?:y|ies)(?: and \\p{L}+)?,? (?:company |companies )?(?:named |called )?${child(LIST)}`,
    0.85,
  ),
  rule(
    'bare-subsidiary',
    'subsidiary',
    'subsidiar',
    `${child(ONE)}, (?:an?|the|our|its) (?:wholly|majority|fully|\\d{1,3}(?:\\.\\d+)? ?%)[- ]?owned (?:\\p{L}+ ){0,2}subsidiary(?=[,.;)]|$| which| that| has| announced| acquired)`,
    0.8,
  ),
  rule(
    'of-subsidiary',
    'subsidiary',
    'subsidiar',
    `subsidiar(?:y|ies) of ${parent(ONE)},? ?(?:named |called |namely |such as |including |include |are |: )${child(LIST)}`,
    0.85,
  ),
  rule(
    'unit-of',
    'subsidiary',
    '(?:unit|division|arm|company|part|member) of ',
    `(?<!of )${child(ONE)}(?:, (?:which is |itself |now )?| is (?:now )?)(?:(?:an? |the |its )?${ADJ}(?:business unit|operating unit|unit|division|arm|operating company|member company)|(?:an? (?:integral )?)?part) of (?:the )?${parent(ONE)}`,
    0.75,
    { sureParent: true },
  ),
  rule(
    'owned-by',
    'subsidiary',
    'owned|controlled',
    `${child(ONE)}${IS}(?:an? )?(?:indirectly |directly )?(?:wholly|fully|majority|100 ?%)[- ]?,? ?(?:owned|controlled) (?:and controlled )?(?:by|company of|entity of) ${parent(LIST)}`,
    0.85,
  ),
  rule(
    'plainly-owned-by',
    'subsidiary',
    'owned|controlled',
    `(?<!of )${child(ONE)},? (?:which is |a company |an entity |a corporation )?(?:beneficially )?(?:owned|controlled) by (?:the )?${parent(ONE)}`,
    0.7,
  ),
  rule(
    'is-owned-by',
    'subsidiary',
    'owned|controlled',
    `(?<!of )${child(ONE)},? (?:which |that )?is (?:(?:ultimately|indirectly|directly|currently|now) ){0,2}(?:owned|controlled)(?: and (?:owned|controlled))? by ${parent(ONE)}(?!'s? (?:board|shareholders|directors))`,
    0.7,
    { sureChild: true },
  ),
  rule(
    'parent-of',
    'subsidiary',
    'parent|holding company|sole shareholder|owner',
    `${parent(ONE)},? \\(?(?:which )?(?:is )?(?:the )?(?:ultimate |indirect |direct |immediate |sole )*(?:parent|(?:parent )?holding company|parent company|sole shareholder|owner) (?:company |undertaking |corporation )?of ${child(LIST)}`,
    0.8,
  ),
  rule(
    'its-parent',
    'subsidiary',
    'parent',
    `${child(ONE)}'?s? (?:and )?(?:its |ultimate |direct )*parent(?: company)?(?:,| is)? ${parent(ONE)}`,
    0.75,
  ),
  rule(
    'parent-possessive',
    'subsidiary',
    'parent|owner',
    `${parent(ONE)},? (?:which )?(?:is|was|remains|became|has become|becomes)? ?(?:the )?${child(ONE)}'s? (?:new |ultimate |indirect |direct |immediate |sole |majority |controlling )*(?:parent(?: company)?|(?:majority |controlling |sole )owner)(?![\\p{L}-]| of)`,
    0.8,
  ),
  rule(
    'owns-all',
    'subsidiary',
    'owns?|holds?',
    `${parent(ONE)},? (?:which )?(?:currently |directly |indirectly |now )*(?:owns|holds) (?:all|100 ?${PART}) (?:${SHARES} ){0,10}${child(ONE)}`,
    0.85,
  ),
  rule(
    'division-possessive',
    'subsidiary',
    'division|business',
    `${parent(ONE)}'s? (?:wholly[- ]owned )(?:business |operating )?(?:unit|division|company|affiliate),? ${child(ONE)}`,
    0.7,
  ),
];

/** A subsidiary that is named behind the one who owns it: `a subsidiary of Acme ("New Acme")`. */
export const PARENTHETIC_RULES: readonly OwnershipRule[] = [
  rule(
    'named-subsidiary',
    'subsidiary',
    'subsidiar',
    `(?:an?|the|its) ${ADJ},? ?subsidiary of (?<parent><\\d+>) ?\\(\\W{0,2}(?:the )?\\W{0,2}(?<child><\\d+>)\\W{0,3}\\)`,
    0.75,
  ),
];
