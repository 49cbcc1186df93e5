import { foldText } from './fold-text.ts';
import { isLegalForm, spellLegalForms } from './legal-forms.ts';

// EDGAR appends the state or kind of a registrant to conformed names: `/DE/`, `/FI`, `/ADR/`, `/NEW/`.
const CONFORMED_SUFFIX = /(?:\s*[/\\]\s*[A-Za-z]{2,4}\s*[/\\]?)+\s*$/;

/** A company's name as compared: folded, EDGAR's suffix gone, legal forms in one spelling but kept. Empty if nothing is left. */
export function normaliseCompany(name: string): string {
  const folded = foldText(name.replace(CONFORMED_SUFFIX, '')) || foldText(name);
  const words = folded.split(' ').filter((word) => word !== '');
  if (words[0] === 'the' && words.length > 1) words.shift();
  return spellLegalForms(words).join(' ');
}

/** The name without its legal forms at the end: `royal bank of scotland group`. Never empty for a name that has words. */
export function companyStem(normalised: string): string {
  const words = normalised.split(' ');
  while (words.length > 1 && isLegalForm(words.at(-1) ?? '')) words.pop();
  return words.at(-1) === 'and' && words.length > 1 ? words.slice(0, -1).join(' ') : words.join(' ');
}

/** A stem without the year that some countries put into the names of companies that took over an older one's: `Holdings (1979) Ltd.` */
export function withoutYear(stem: string): string {
  return stem.replace(/(?<=\S) (19|20)\d\d$/, '');
}

/** A name with the plurals of its longer words gone, to be compared with another such. */
export function withoutPlurals(normalised: string): string {
  return normalised.replace(/([a-z]{5,}[^s])s(?= |$)/g, '$1');
}

/** The legal forms at the end, in order: `sab de cv`. */
export function legalFormOf(normalised: string): string {
  const words = normalised.split(' ');
  let at = words.length;
  while (at > 1 && isLegalForm(words[at - 1] ?? '')) at--;
  return words.slice(at).join(' ');
}
