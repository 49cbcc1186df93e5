import type { EventType } from '../facts.ts';
import { foldSpace } from '../wording/pattern.ts';

/** What an item of Form 8-K reports: an event type, `text` (the item's text decides), or null (no event of its own). */
export type ItemMeaning = EventType | 'text' | null;

/** Items since 23 August 2004 (Form 8-K, General Instructions, sections 1 to 9). */
export const NEW_ITEMS: Readonly<Record<string, ItemMeaning>> = {
  '1.01': 'text',
  '1.02': 'text',
  '1.03': 'restructuring',
  '1.04': 'legal_regulatory',
  '1.05': 'product_operations',
  '2.01': 'acquisition',
  '2.02': 'financial_results',
  '2.03': 'debt_financing',
  '2.04': 'debt_financing',
  '2.05': 'restructuring',
  '2.06': 'financial_results',
  '3.01': 'legal_regulatory',
  '3.02': 'share_issuance',
  '3.03': 'corporate_information',
  '4.01': 'corporate_information',
  '4.02': 'financial_results',
  '5.01': 'shareholding_change',
  '5.02': 'management_change',
  '5.03': 'corporate_information',
  '5.04': 'other',
  '5.05': 'other',
  '5.06': 'other',
  '5.07': 'shareholder_meeting',
  '5.08': 'shareholder_meeting',
  '6.01': 'other',
  '6.02': 'corporate_information',
  '6.03': 'debt_financing',
  '6.04': 'debt_financing',
  '6.05': 'other',
  '6.06': 'other',
  '7.01': null,
  '8.01': 'text',
  '9.01': null,
};

/** Items before 23 August 2004. */
export const OLD_ITEMS: Readonly<Record<string, ItemMeaning>> = {
  '1': 'shareholding_change',
  '2': 'acquisition',
  '3': 'restructuring',
  '4': 'corporate_information',
  '5': 'text',
  '6': 'management_change',
  '7': null,
  '8': 'corporate_information',
  '9': null,
  '10': 'other',
  '11': 'other',
  '12': 'financial_results',
};

/** What the text of an item whose meaning it decides is, where no cue of it says more. */
export const TEXT_DEFAULTS: Readonly<Record<string, EventType>> = { '1.01': 'contract', '1.02': 'contract' };

/** Beginnings of the item names that the header and the headings print, lower case, without punctuation. */
const NAMES: readonly (readonly [string, string])[] = [
  ['entry into a material definitive agreement', '1.01'],
  ['termination of a material definitive agreement', '1.02'],
  ['bankruptcy or receivership', '1.03'],
  ['mine safety', '1.04'],
  ['material cybersecurity incident', '1.05'],
  ['completion of acquisition or disposition', '2.01'],
  ['results of operations and financial condition', '2.02'],
  ['creation of a direct financial obligation', '2.03'],
  ['triggering events that accelerate', '2.04'],
  ['cost associated with exit', '2.05'],
  ['costs associated with exit', '2.05'],
  ['material impairment', '2.06'],
  ['notice of delisting', '3.01'],
  ['unregistered sale', '3.02'],
  ['material modification', '3.03'],
  ['changes in registrant s certifying accountant', '4.01'],
  ['non reliance on previously issued', '4.02'],
  ['changes in control of registrant', '5.01'],
  ['departure of directors', '5.02'],
  ['amendments to articles', '5.03'],
  ['amendment to articles', '5.03'],
  ['temporary suspension of trading', '5.04'],
  ['amendments to the registrant s code of ethics', '5.05'],
  ['amendment to registrant s code of ethics', '5.05'],
  ['change in shell company status', '5.06'],
  ['submission of matters to a vote', '5.07'],
  ['shareholder director nominations', '5.08'],
  ['abs informational', '6.01'],
  ['change of servicer or trustee', '6.02'],
  ['change in credit enhancement', '6.03'],
  ['failure to make a required distribution', '6.04'],
  ['regulation fd', '7.01'],
  ['other events', '8.01'],
  ['financial statements and exhibits', '9.01'],
  ['acquisition or disposition of assets', '2'],
  ['resignations of registrant s directors', '6'],
  ['changes in fiscal year', '8'],
];

/** The number of an item by its number or its name as a header or a heading prints it; undefined if it is none. */
export function itemNumber(printed: string): string | undefined {
  const number = /^\s*(?:item\s+)?(\d{1,2}(?:\.\d{2})?)\s*$/iu.exec(printed)?.[1];
  if (number !== undefined && (number in NEW_ITEMS || number in OLD_ITEMS)) return number;
  const words = foldSpace(printed.toLowerCase().replace(/[^a-z]+/gu, ' '));
  return NAMES.find(([name]) => words.startsWith(name))?.[1];
}

/** What an item number means: numbers with a point are of the new form, others of the old one. */
export function itemMeaning(number: string): ItemMeaning | undefined {
  return number.includes('.') ? NEW_ITEMS[number] : OLD_ITEMS[number];
}

/** The item that a heading of the document opens: "Item 5.02. Departure of Directors", "ITEM 5. OTHER EVENTS". */
export function headingItem(text: string): string | undefined {
  const match = /^\s*item\s{0,5}(\d{1,2}(?:\.\d{2})?)(?![\d])/iu.exec(text);
  if (match?.[1] === undefined) return undefined;
  const number = match[1].replace(/^0/u, '');
  return itemMeaning(number) === undefined ? undefined : number;
}
