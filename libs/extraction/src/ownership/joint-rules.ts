import { child, IS, LIST, ONE, parent, PAREN, PERCENT, rule } from './rule.ts';
import type { OwnershipRule } from './rule.ts';

const JOINT = 'joint[- ]venture|jointly|50[/:-]50|equal';
const WORDS = '(?:[^<>.;]{0,40} )?';
const VEHICLE = 'joint[- ]venture(?: company| vehicle| entity| partnership)?';
const CALLED =
  '(?:,| \\u2013| \\u2014)?(?: (?:to be )?(?:named|called|known as|operating as|under the name(?: of)?),?)? [\'"\\u201c\\u2018]?';
const FORMED =
  '(?:form(?:ed|s)?|established?|establishes|set(?:s)? up|created?|creates|incorporated?|launch(?:ed|es)?|founded)';

/** Partners, of whom it may be said what they are: "Acme plc, a leading maker of gauges, and Borealis AB". */
const PARTNERS = `${LIST}(?:, (?:an?|the|one of) [^<>;.]{1,120},? and (?:the )?<\\d+>${PAREN})?`;

/** Joint vehicles: each named partner holds the vehicle that is named. */
export const JOINT_RULES: readonly OwnershipRule[] = [
  rule(
    'joint-venture-of',
    'joint_venture',
    JOINT,
    `${child(ONE)}(?=[, ]{1,2}(?:which|that|is|was|are|an?|the|as|its|our|being|remains|joint|jointly|50)(?![\\p{L}]))${IS}(?:an? |the )?${WORDS}(?:joint[- ]venture|jointly[- ]owned)(?: company| vehicle| entity)?(?: established| formed| created| owned| held| set up| in \\d{4}| 50[/:-]50){0,3} (?:between|by|of|with|among|amongst) ${parent(PARTNERS)}`,
    0.85,
  ),
  rule(
    'joint-venture-with',
    'joint_venture',
    JOINT,
    `joint[- ]venture(?: company)? (?:with|between|of|by) ${parent(`<\\d+>${PAREN}(?: and <\\d+>${PAREN})?`)}${CALLED}${child(ONE)}`,
    0.85,
  ),
  rule(
    'owner-of-venture-with',
    'joint_venture',
    JOINT,
    `(?:${parent(ONE)}'s?|its|our) ${WORDS}joint[- ]venture(?: company)? with <\\d+>${PAREN}${CALLED}${child(ONE)}`,
    0.85,
  ),
  rule(
    'apposed-venture',
    'joint_venture',
    JOINT,
    `${child(ONE)}['\\u2019"]?,? (?:which )?(?:is )?(?:its|our) ${WORDS}joint[- ]venture`,
    0.8,
  ),
  rule(
    'apposed-venture-with',
    'joint_venture',
    JOINT,
    `${child(ONE)}['\\u2019"]?,? (?:which )?(?:is )?(?:${parent(ONE)}'s?) ${WORDS}joint[- ]venture`,
    0.8,
  ),
  rule(
    'venture-with-partner',
    'joint_venture',
    JOINT,
    `(?:through|via|by|of|in|at) ${child(ONE)}, (?:an?|the) ${WORDS}joint[- ]venture(?: company)? with <\\d+>`,
    0.7,
  ),
  rule(
    'apposed-venture-partner',
    'joint_venture',
    JOINT,
    `${child(ONE)}['\\u2019"]?,? (?:which )?(?:is )?(?:(?:the )?<\\d+>'s?|its|our) ${WORDS}joint[- ]venture(?: company)? with ${parent(LIST)}`,
    0.8,
  ),
  rule('its-joint-venture', 'joint_venture', JOINT, `(?:its|our) ${WORDS}${VEHICLE},? ${child(ONE)}`, 0.8),
  rule(
    'possessive-joint-venture',
    'joint_venture',
    JOINT,
    `${parent(ONE)}'s? ${WORDS}${VEHICLE},? ${child(ONE)}`,
    0.75,
  ),
  rule(
    'venture-called',
    'joint_venture',
    JOINT,
    `(?:the|an?|new) (?:[\\p{L}\\d/:%-]+ ){0,3}${VEHICLE},? (?:to be )?(?:named|called|known as|under the name of) ['"\\u201c\\u2018]?${child(ONE)}`,
    0.75,
  ),
  rule(
    'forms-venture',
    'joint_venture',
    'joint[- ]venture',
    `${parent(LIST)},? (?:[\\p{L}]+ ){0,6}?${FORMED}(?! by )(?: (?!by )[^<>.; ]{1,30}){0,10}${CALLED} ?${child(ONE)}`,
    0.75,
  ),
  rule(
    'jointly-owned-by',
    'joint_venture',
    JOINT,
    `${child(ONE)}${IS}(?:an? company )?(?:(?:jointly|equally|50[/:-]50)[- ]?(?:owned|held|controlled)?|(?:owned|held|controlled) (?:jointly|equally|50[/:-]50|in equal (?:shares|parts|proportions))) (?:and \\p{L}+ )?by ${parent(LIST)}`,
    0.85,
  ),
  rule(
    'venture-owners',
    'joint_venture',
    JOINT,
    `joint[- ]venture(?: company)?,? ${child('<\\d+>')} ?\\(${PERCENT}(?: (?:held|owned) by|:)? ${parent('<\\d+>')}`,
    0.85,
  ),
  rule(
    'venture-owners-also',
    'joint_venture',
    JOINT,
    `joint[- ]venture(?: company)?,? ${child('<\\d+>')} ?\\([^()<>]{1,30}<\\d+>(?:,|;| and|, and) ${PERCENT}(?: (?:held|owned) by|:)? ${parent('<\\d+>')}`,
    0.85,
  ),
  rule(
    'venture-percent',
    'joint_venture',
    JOINT,
    `${child(ONE)},? (?:an? |the )?${WORDS}joint[- ]venture(?: company)?,? (?:in|of) which (?:the )?${parent(ONE)} (?:\\p{L}+ ){0,2}(?:holds?|owns?|has|have|held) (?:an? )?${PERCENT}`,
    0.85,
  ),
];
