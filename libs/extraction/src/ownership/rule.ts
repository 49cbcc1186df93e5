import type { OwnershipKind } from '../facts.ts';
import { smallWording } from '../wording/pattern.ts';

/**
 * A rule over a template. Named groups: `parent` and `child` hold one or several `<n>`; `percent` a number.
 * A missing `parent` (or `child`) is the subject that the words "its", "our" stand for.
 */
export interface OwnershipRule {
  readonly name: string;
  readonly kind: OwnershipKind;
  /** Words, in small letters, of which every match holds one: sentences without them are passed over. */
  readonly needs: RegExp;
  /** How many organizations a match names at least. */
  readonly least: number;
  /** A match holds a percentage. */
  readonly percent: boolean;
  /** Written for templates in small letters. */
  readonly pattern: RegExp;
  /** The owner must be known as an organization: the words alone also say what is part of a plan. */
  readonly sureParent?: true;
  /** What is owned must be known as an organization: the words alone also speak of places and products. */
  readonly sureChild?: true;
  readonly confidence: number;
}

/** What may stand in parentheses, or as another name, behind an organization. */
export const PAREN =
  '(?: ?\\([^()]{0,140}\\)| [`\'\u2018\u201c"]<\\d+>[\'\u2019\u201d"]|,? or ["\u201c]?<\\d+>["\u201d]?(?=[, ])|,? (?:formerly|previously|now|also) known as (?:the )?<\\d+>)*';
/** One organization. */
export const ONE = `<\\d+>${PAREN}`;
/** One or several organizations. */
export const LIST = `(?:<\\d+>${PAREN}(?:(?:,? (?:and|or|&|together with) (?:the |its |also )?|, |; )<\\d+>${PAREN}){0,20})`;
/** The owner. */
export const parent = (source: string) => `(?:the )?(?<parent>${source})`;
/** What is owned. */
export const child = (source: string) => `(?:the )?(?<child>${source})`;
const OWNED =
  '(?:(?:indirectly?|directly?|wholly|fully|majority|partially|partly|jointly|100 ?%|\\d{1,2}(?:\\.\\d+)? ?(?:%|per ?cent|percent))[- ,]{0,2}(?:and )?){0,3}(?:-?(?:owned|held|controlled))?';
/** What may stand before "subsidiary". */
export const ADJ = `(?:${OWNED},? ?(?:newly[- ](?:formed|created|incorporated|established),? ?|(?!former )\\p{L}[\\p{L}.-]{1,18},? ?(?:and )?){0,3})`;
/** How a name goes over into what it is. */
export const IS =
  ',? ?(?:\\(.{0,80}\\),? ?)?(?:which |that |who )?(?:each |both |all )?(?:(?:is|are|was|were|has been|have been|in turn|being|remains?|continues? to be|to be|will be|would be|will|be|initially|then|(?:to )?operate[sd]?|continue[sd]?|,? ?and|as|each of which is|currently|now|also)[, ]{1,2}){0,6}';
/** The percent sign or word. */
export const PART = '(?:%|per ?cent|percent|percentage points?)';
/** Words between a percentage and the company. */
export const SHARES =
  '(?:shares?|share capital|stock|capital|equity|voting|common|ordinary|outstanding|issued|interests?|stake|units?|ownership|shareholding|securities|rights|economic|partially|fully|diluted|basis|undiluted|and|the|of|in|its|total|company|approximately|a|an|\\(|\\)|,)';
/** What a company is, in one word: "the lens maker Acme". */
export const TRADE =
  '(?:compan(?:y|ies)|maker|producer|manufacturer|group|firm|bank|operator|provider|developer|distributor|retailer|supplier|insurer|broker|publisher|chain|agency|specialist|start-?up|contractor|explorer|brewer|airline|carrier|builder)';
/** What is held of a company, between its holder and it: "Acme's 50% shareholding in". */
export const HOLDING =
  '(?:(?:\\d{1,3}(?:\\.\\d+)? ?(?:%|per ?cent|percent)|remaining|entire|whole|existing|current|equity|ownership|minority|majority|controlling|economic|direct|indirect|share|outstanding|common|ordinary|own)[- ](?:of (?:the )?)?){0,6}(?:stakes?|interests?|(?:share|stock)?holdings?|shares|participation|investment|ownership)';
/** Behind the name of what is bought or sold: it is the company or its shares, not its business, its brands or its products. */
export const WHOLLY =
  "(?!'s? (?!(?:(?:outstanding|issued|remaining|common|ordinary|entire|own|and|capital|share) ){0,4}(?:shares?|stock|capital|equity|shareholders|stockholders|parent)(?! of| in))(?! ?[<(,]))(?! (?:brands?|products?|aircraft|projects?|plants?|mines?|notes|bonds|debentures|debt|equipment|software|technolog(?:y|ies)|patents?|licen[cs]es?|trademarks?|facilit(?:y|ies)|buildings?|propert(?:y|ies)|vessels?|business|assets|division)(?![\\p{L}]))";
/** The percentage. */
export const PERCENT = `(?<percent>\\d{1,3}(?:[.,]\\d+)?) ?${PART}`;

/** What of a company is bought or sold. */
export const OBJECT = `(?:(?:\\p{L}{3,}'s|all|the|of|its|their|any|and|an|a|for|in|outstanding|issued|remaining|common|ordinary|publicly[- ]traded|minority|majority|controlling|shares?|stock|share capital|capital|equity|interests?|stakes?|(?:share)?holdings?|participation|investment|assets|business(?:es)?|units?|our|additional|further|affiliate|(?:(?:wholly|fully|majority|partly)[- ]owned )?(?:subsidiary|associate),?|control|substantially|that|does|not|already|own|entire|whole|100|remaining|capital stock|certain|up to|approximately|\\d{1,3}(?:\\.\\d+)?(?: ?(?:%|per ?cent|percent))?|company|operations|held|owned|securities|voting|privately[- ]held|[\\p{L}.-]+-based|closely-held|limited|partnership|ownership|property|properties|technology|provider|manufacturer|leading) ){0,16}`;

/** Makes a rule of a pattern in `wording` form. */
export const rule = (
  name: string,
  kind: OwnershipKind,
  needs: string,
  pattern: string,
  confidence = 0.8,
  options: { readonly sureParent?: true; readonly sureChild?: true; readonly least?: number } = {},
): OwnershipRule => ({
  name,
  kind,
  needs: new RegExp(needs),
  pattern: smallWording(pattern, 'gu'),
  least: pattern.includes('(?<parent>') && pattern.includes('(?<child>') ? 2 : 1,
  percent: pattern.includes('(?<percent>'),
  confidence,
  ...options,
});
