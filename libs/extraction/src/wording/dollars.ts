import type { Submission } from '@filigree/edgar';

/** Postal codes of the states; EDGAR writes other countries and Canada's provinces as a letter and a digit, or two digits. */
const STATES = new Set(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  ),
);
const SAID =
  /(?:all|expressed|stated|denominated|reported|presented)[^.]{0,60}(?:U\.\s?S\.|\bUS|United\s+States)\s+dollars/iu;
const READ = 20_000;

/** What a bare `$` means in a filing: US dollars where the filer sits in the United States or the text says so, else unknown. */
export function bareDollar(submission: Submission, text: string): 'USD' | null {
  const address = submission.parties[0]?.businessAddress ?? submission.parties[0]?.mailAddress;
  if (address?.state !== null && address?.state !== undefined && STATES.has(address.state)) return 'USD';
  return SAID.test(text.slice(0, READ)) ? 'USD' : null;
}
