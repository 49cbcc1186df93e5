import { wording } from '../wording/pattern.ts';
import { announces } from './cues.ts';
import type { decisionIn } from './decisions.ts';
import { DATELINE, type ZonedBlock } from './zones.ts';

const LAST_HEADING = 6;
const LAST_REPORTED = 6;
/** Points under a headline. */
const BULLET = /^\s*(?:[\u2022\u00b7\u25aa\u25cf*-]|o\s)/u;
/** "- Dividend raised -": a headline between dashes. */
const DASHED = /^\s*[-\u2013\u2014].*[-\u2013\u2014]\s*$/su;
const QUOTED = /^\s*["\u201c]/u;
const SAYS = wording('["\u201d],? (?:said|commented|stated|added|says)|(?:said|commented|stated|added)[,:] ["\u201c]');
const ALSO = wording(
  '(?:also|further|additionally|in addition(?! to)|separately|as part of|today|simultaneously|concurrently).{0,80}(?<!recently |previously |earlier )(?:announce[sd]?|report(?:s|ed)|entered|signed|agreed|intends|approved|appointed|declared|the resignation)',
);
/** The beginning of a sentence that tells the market something. */
const REPORTS = wording(
  '^(?:[^.;]|(?<=[. ]\\p{L}|(?<![\\p{L}])(?:no|inc|ltd|co|corp))\\.){0,140}?(?:we (?:hereby |also |further |wish to |would like to |are pleased to )*(?:report|inform|announce|advise|notify|communicate)|(?:is|are) pleased to (?:announce|advise|inform|report)|hereby (?:informs?|announces?|notif(?:y|ies)|reports?|communicates?)|was (?:today )?(?:served|notified|informed) |gave notice|(?<!recently |previously |earlier |already |first |when |as )announce[sd]? (?:today )?(?:that|the|its|a))',
);
/** Decisions that count wherever they stand. */
const DECIDED = wording(
  '(?:board|directors|company)(?: of directors)?[^.;]{0,60}(?:declared|approved|authori[sz]ed|proposes?|will propose|recommend(?:s|ed)|resolved to propose|decided)[^.;]{0,80}(?:dividend|distribution|repurchase|buy-?back)|will propose[^.;]{0,60}dividend|(?:special|annual|extraordinary)(?: general)? meeting of (?:share|stock|unit)holders[^.;]{0,60}(?:will be|to be) held on',
);
/** What the company gave back to its owners, with the number: told in passing between the figures of a results release. */
const GAVE_BACK = wording(
  '(?:repurchased|bought back|buyback of) (?:a total of |an aggregate of |approximately |about |some )?\\d[\\d.,]*(?: million)? (?:[\\p{L}-]+ ){0,4}(?:shares|units|adss?)(?![\\p{L}])|(?:increased|raised|declared) (?:its|a|the|our) (?:[\\p{L}-]+ ){0,4}(?:dividend|distribution)(?![\\p{L}])',
);
const PLUMBING = wording(
  'indicate by check mark|incorporated by reference|shall (?:not )?be deemed|registration statements? on form|is (?:included|attached|furnished|filed) (?:as|herewith|hereto)|file no|^(?:contact|tel|phone|fax|website|page \\d)|translation|furnish(?:ed|ing) (?:this|the|under)',
);
const STATED = wording(
  'whereby|announc(?:ed|es|ing)|press release|report(?:ed|s)?|entitled|regarding|relating to|with respect to|in relation to',
);

/** A heading among the statements: words of a title, and no full stop. */
const HEADING = /^\s*\p{Lu}[^.!?]{12,140}$/u;

/** How much a sentence at this place weighs. 1 is enough to be believed. */
export function placeWeight(
  zoned: ZonedBlock,
  nth: number,
  text: string,
  decided: ReturnType<typeof decisionIn>,
): number {
  switch (zoned.zone) {
    case 'contents':
      return 0.95;
    case 'headline':
      return BULLET.test(text) && !DASHED.test(text) ? 0.8 : 1;
    case 'statement':
      if (PLUMBING.test(text) && !STATED.test(text)) return 0;
      if (zoned.order <= LAST_HEADING && HEADING.test(text)) return 0.9;
      if (zoned.order === 0 || STATED.test(text)) return nth === 0 ? 1 : 0.6;
      if (decided === 'taken') return 0.9;
      if (decided !== null || (zoned.order <= LAST_REPORTED && REPORTS.test(text))) return 0.85;
      if (nth === 0 && DATELINE.test(text)) return 0.9;
      if (zoned.order <= 2) return nth === 0 ? 0.75 : 0.5;
      return announces(text) ? 0.6 : 0.3;
    case 'paragraph':
      if (QUOTED.test(text) || SAYS.test(text)) return 0.15;
      if (zoned.order === 0 && nth === 0) return 1;
      if (decided === 'taken') return 0.9;
      if (ALSO.test(text) || DECIDED.test(text) || GAVE_BACK.test(text) || decided !== null) return 0.85;
      if (zoned.order <= LAST_REPORTED && REPORTS.test(text)) return 0.85;
      if (zoned.order === 0) return 0.55;
      if (zoned.order <= 2) return announces(text) ? 0.5 : 0.35;
      return announces(text) ? 0.3 : 0.15;
    default:
      return 0;
  }
}

/** Weights of the first sentences of an item, and of later ones that announce something or do not. */
const OPENING = [1, 0.9, 0.8, 0.8] as const;

/** "As previously announced": told before, said again. */
const SAID_AGAIN = wording('^\\W{0,6}as (?:previously|already) (?:announced|disclosed|reported)');

/** How much the sentence of an item of Form 8-K weighs. */
export function itemWeight(nth: number, text: string, decided: ReturnType<typeof decisionIn>): number {
  if (PLUMBING.test(text) && !STATED.test(text)) return 0.2;
  if (SAID_AGAIN.test(text)) return 0.5;
  const opening = OPENING[nth];
  if (opening !== undefined) return opening;
  if (decided !== null || REPORTS.test(text) || GAVE_BACK.test(text)) return 0.7;
  return announces(text) ? 0.5 : 0.3;
}
