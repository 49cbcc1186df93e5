import type { OwnershipKind } from '../facts.ts';
import { wording } from '../wording/pattern.ts';

/**
 * A rule over a template. Named groups: `parent` and `child` hold one or several `<n>`; `percent` a number.
 * A missing `parent` (or `child`) is the subject that the words "its", "our" stand for.
 */
export interface OwnershipRule {
  readonly name: string;
  readonly kind: OwnershipKind;
  /** A word that every match holds: sentences without it are passed over. */
  readonly needs: RegExp;
  readonly pattern: RegExp;
  /** The owner must be known as an organization: the words alone also say what is part of a plan. */
  readonly sureParent?: true;
  readonly confidence: number;
}

const PAREN = '(?: ?\\([^()]{0,140}\\)|,? or ["\u201c]?<\\d+>["\u201d]?(?=[, ]))*';
const ONE = `<\\d+>${PAREN}`;
const LIST = `(?:<\\d+>${PAREN}(?:(?:,? (?:and|or|&|together with) (?:the |its |also )?|, |; )<\\d+>${PAREN}){0,20})`;
const parent = (source: string) => `(?<parent>${source})`;
const child = (source: string) => `(?<child>${source})`;
const OWNED =
  '(?:(?:indirectly?|directly?|wholly|fully|majority|partially|partly|jointly|100 ?%|\\d{1,2}(?:\\.\\d+)? ?(?:%|per ?cent|percent))[- ,]{0,2}(?:and )?){0,3}(?:-?(?:owned|held|controlled))?';
const ADJ = `(?:${OWNED},? ?(?:newly[- ](?:formed|created|incorporated|established),? ?|\\p{L}[\\p{L}.-]{1,18},? ?(?:and )?){0,3})`;
const IS =
  ',? ?(?:\\(.{0,80}\\),? ?)?(?:which |that |who )?(?:each |both |all )?(?:(?:is|are|was|were|has been|have been|being|remains?|continues? to be|,? ?and|as|each of which is|currently|now|also)[, ]{1,2}){0,6}';
const PART = '(?:%|per ?cent|percent|percentage points?)';
const SHARES =
  '(?:shares?|share capital|stock|capital|equity|voting|common|ordinary|outstanding|issued|interests?|stake|units?|ownership|shareholding|securities|rights|economic|partially|fully|diluted|basis|undiluted|and|the|of|in|its|total|company|approximately|a|an|\\(|\\)|,)';
const PERCENT = `(?<percent>\\d{1,3}(?:[.,]\\d+)?) ?${PART}`;

const rule = (
  name: string,
  kind: OwnershipKind,
  needs: string,
  pattern: string,
  confidence = 0.8,
  options: { readonly sureParent?: true } = {},
): OwnershipRule => ({
  name,
  kind,
  needs: new RegExp(needs, 'iu'),
  pattern: wording(pattern, 'giu'),
  confidence,
  ...options,
});

/** Subsidiaries and parents. */
export const SUBSIDIARY_RULES: readonly OwnershipRule[] = [
  rule(
    'subsidiary-of',
    'subsidiary',
    'subsidiar',
    `${child(LIST)}${IS}(?:(?:an?|the) (?:<\\d+>|[\\p{L}-]+) and )?(?:an? |the |its )?${ADJ}subsidiar(?:y|ies) of (?:the )?${parent(LIST)}`,
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
    `(?:its|our|their) ${ADJ}subsidiar(?:y|ies),? (?:company |companies )?(?:named |called )?${child(LIST)}`,
    0.85,
  ),
  rule(
    'of-subsidiary',
    'subsidiary',
    'subsidiar',
    `subsidiar(?:y|ies) of ${parent(ONE)},? (?:named |called )${child(LIST)}`,
    0.85,
  ),
  rule(
    'unit-of',
    'subsidiary',
    'unit|division|arm|part of|member of|company of|branch|affiliate',
    `${child(ONE)}(?:, (?:which is |itself |now )?| (?:and )?is (?:now )?)(?:(?:an? |the |its )?${ADJ}(?:business unit|operating unit|unit|division|arm|operating company|member company)|(?:an? (?:integral )?)?(?:part|member)) of (?:the )?${parent(ONE)}`,
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
    `${child(ONE)},? (?:which is |a company |an entity |a corporation )?(?:beneficially )?(?:owned|controlled) by (?:the )?${parent(ONE)}`,
    0.7,
  ),
  rule(
    'parent-of',
    'subsidiary',
    'parent',
    `${parent(ONE)},? (?:which is )?(?:the )?(?:ultimate |indirect |direct |immediate |sole )*(?:parent|holding company|parent company|sole shareholder|owner) (?:company |undertaking |corporation )?of ${child(LIST)}`,
    0.8,
  ),
  rule(
    'its-parent',
    'subsidiary',
    'parent',
    `${child(ONE)}'?s? (?:and )?(?:its |ultimate |direct )*parent(?: company)?,? ${parent(ONE)}`,
    0.75,
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

/** Parts of a company, shareholders, joint vehicles. */
export const STAKE_RULES: readonly OwnershipRule[] = [
  rule(
    'holds-percent',
    'stake',
    'own|hold|has|have|held|interest|stake',
    `${parent(ONE)},? (?:which )?(?:[\\p{L}' -]{0,50} )?(?:holds?|owns?|held|owned|has|have|had|controls?|holding|owning|reach|hold) [^<.;]{0,110}?${PERCENT} [^<;.]{0,90}?(?:of|in|shares of|interest in) (?:the )?${child(ONE)}`,
    0.85,
  ),
  rule(
    'its-percent-of',
    'stake',
    '%|per ?cent|percent',
    `(?:its|our) ${PERCENT}[- ](?:owned |held )?(?:(?:equity |ownership |joint |economic )*(?:interest|stake|shareholding|holding|participation|investment) in |affiliate,? |associate,? |owned )${child(ONE)}`,
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
    `(?:its|our) (?:largest|main|major|principal|controlling|majority|significant|single largest|cornerstone|biggest|key)(?: single)? (?:shareholder|stockholder|unitholder)s?,? ${parent(LIST)}`,
    0.8,
  ),
  rule(
    'possessive-shareholder',
    'stake',
    'shareholder|stockholder|unitholder',
    `${child(ONE)}'s? (?:existing |largest |main |major |principal |controlling |majority |significant |cornerstone |biggest |key |single )+(?:shareholder|stockholder|unitholder)s?,? ${parent(LIST)}`,
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
  rule(
    'joint-venture-of',
    'joint_venture',
    'joint venture|joint-venture|jointly',
    `${child(ONE)}${IS}(?:an? |the )?(?:[^<>.;]{0,40} )?(?:joint[- ]venture|jointly[- ]owned)(?: company| vehicle| entity)?(?: established| formed| created| owned| held| set up| in \\d{4}| 50[/:-]50){0,3} (?:between|by|of|with|among|amongst) ${parent(LIST)}`,
    0.85,
  ),
  rule(
    'its-joint-venture',
    'joint_venture',
    'joint venture|joint-venture',
    `(?:its|our) (?:[^<>.;]{0,30} )?joint[- ]venture(?: company)?,? ${child(ONE)}`,
    0.8,
  ),
  rule(
    'possessive-joint-venture',
    'joint_venture',
    'joint venture|joint-venture',
    `${parent(ONE)}'s? (?:[^<>.;]{0,30} )?joint[- ]venture(?: company)?,? ${child(ONE)}`,
    0.75,
  ),
];
