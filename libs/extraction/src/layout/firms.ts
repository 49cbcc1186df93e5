import type { Reading } from '../reading/index.ts';
import { isHonorific, NOT_IN_A_PERSON, ORGANIZATION_NOUNS, STREET_WORDS } from '../reading/lexicon.ts';
import { mayBeOrganization } from '../reading/organizations.ts';
import { isReachLine, organizationOfLine } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { isTitleLine } from './title-line.ts';

/** What firms that speak for others are called. */
export const AGENCY =
  /\s(?:Group|Partners|Associates|Consulting|Consultants|Advis[eo]rs|Strategies|Solutions|International|Agency|Counsel|LLC|PR|IR)$/;
const NO_FIRM = /\b(?:hotline|desk|line|helpline|team|switchboard|sales|service|office|phone|country|toll|free)s?\b/i;
const NAME_WORD = /^(?:\p{Lu}|&$|and$|of$|de$|the$)/u;

/** Capitalized words below a person's name that are no place, no title and no heading: the person's firm. */
export function looksLikeFirm(reading: Reading, text: string): boolean {
  if (text.length > 50 || NO_FIRM.test(text) || /[:;()\d]/.test(text) || !mayBeOrganization(text)) return false;
  const words = text.replaceAll(',', '').split(/\s+/);
  if (/^(?:current|other|none|within)\b/i.test(text)) return false;
  if (words.length < 2 || words.length > 6 || !words.every((word) => NAME_WORD.test(word))) return false;
  if (/,/.test(text) && !/\s&\s/.test(text)) return false;
  if (isHonorific(words[0]!)) return false;
  const folded = words.map((word) => word.toLowerCase());
  if (folded.some((word) => STREET_WORDS.has(word))) return false;
  if (words.length >= 2 && AGENCY.test(text)) return true;
  return !folded.every((word) => reading.isCommonWord(word) || NOT_IN_A_PERSON.has(word));
}

/** The firm that a line below a person's title names: an organization, or words in capitals of which the last is one's. */
export function firmBelow(reading: Reading, line: Line | undefined, listed: boolean): string | null {
  if (line === undefined || line.long || /^(?:c\.?c\.?|copy|to|encl)\s*[.:]/i.test(line.text)) return null;
  if (/\b(?:committee|board)\b/i.test(line.text)) return null;
  const found = organizationOfLine(reading, line);
  if (found !== null) return found.name;
  if (isReachLine(line.text) || isTitleLine(line.text) || !looksLikeFirm(reading, line.text)) return null;
  const last = line.text.split(/\s+/).at(-1)!.toLowerCase();
  return listed || ORGANIZATION_NOUNS.has(last) || AGENCY.test(line.text) ? line.text.replace(/[\s,;]+$/, '') : null;
}
