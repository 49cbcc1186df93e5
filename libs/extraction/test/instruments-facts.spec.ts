import { extractDebt, extractRatings, moneyIn } from '@filigree/extraction';
import { misquoted, readingOf, release } from './support/fictional-filing.ts';

const LEAD = 'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. announced today:';

describe('debt instruments', () => {
  it.each([
    [
      'Harrowgate issues EUR 500 million of 4.125% senior unsecured notes due December 8, 2014.',
      {
        instrument: 'senior unsecured notes',
        amount: 500_000_000,
        currency: 'EUR',
        coupon: 4.125,
        maturity: '2014-12-08',
      },
    ],
    [
      'The Company entered into a US$40 million revolving credit facility.',
      { instrument: 'revolving credit facility', amount: 40_000_000, currency: 'USD', coupon: null, maturity: null },
    ],
    [
      'The Company sold £75.5 million of convertible bonds bearing interest at 5 per cent.',
      { instrument: 'convertible bonds', amount: 75_500_000, currency: 'GBP', coupon: 5 },
    ],
    [
      'The Company will redeem its 6.75% Trust Preferred Securities.',
      { instrument: 'Trust Preferred Securities', amount: null, coupon: 6.75 },
    ],
    [
      'The Company repaid a loan in the amount of NOK 120 million.',
      { instrument: 'loan', amount: 120_000_000, currency: 'NOK' },
    ],
  ])('reads: %s', (sentence, expected) => {
    const reading = release('Financing', `${LEAD} ${sentence}`);
    const facts = extractDebt(reading);
    expect(misquoted(reading, facts)).toEqual([]);
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({ issuer: 'Harrowgate Instruments Ltd.', ...expected });
  });

  it('makes one instrument of a headline and the sentence below it that says more', () => {
    const facts = extractDebt(
      release(
        'Harrowgate issues GBP 400 million of notes',
        `TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. announces the issuance of GBP 400 million of 6.625% senior notes due December 16, 2039.`,
      ),
    );
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({
      instrument: 'senior notes',
      amount: 400_000_000,
      coupon: 6.625,
      maturity: '2039-12-16',
    });
  });

  it('names the issuer that stands behind the instrument', () => {
    const facts = extractDebt(
      release('News', `${LEAD} the $50 million 7% notes of Tolland Gauge Works LLC remain outstanding.`),
    );
    expect(facts[0]?.issuer).toBe('Tolland Gauge Works LLC');
  });

  it.each([
    'See the notes to the consolidated financial statements, which show EUR 5 million of costs.',
    'The Company filed with the Securities and Exchange Commission for a fee of $2,000,000.',
    'Loan impairments amounted to EUR 26 million.',
    'The production facility cost $30 million.',
    'No securities were sold.',
  ])('finds none in: %s', (sentence) => {
    expect(extractDebt(release('News', `${LEAD} ${sentence}`))).toEqual([]);
  });
});

describe('ratings', () => {
  it.each([
    [
      'Moody’s downgraded the senior debt rating of Osterby AB to Baa1 from A2, with a negative outlook.',
      [{ agency: 'Moody’s', subject: 'Osterby AB', value: 'Baa1', outlook: 'negative' }],
    ],
    [
      'Fitch Ratings affirmed the rating of Osterby AB at A+ with a stable outlook.',
      [{ agency: 'Fitch Ratings', value: 'A+', outlook: 'stable' }],
    ],
    [
      'Standard & Poor’s raised its long-term rating on Osterby AB to BBB- from BB+; outlook stable.',
      [{ agency: 'Standard & Poor’s', value: 'BBB-', outlook: 'stable' }],
    ],
    [
      'The notes are rated A2 by Moody’s and A by Fitch Ratings.',
      [
        { agency: 'Moody’s', value: 'A2', subject: 'Harrowgate Instruments Ltd.' },
        { agency: 'Fitch Ratings', value: 'A' },
      ],
    ],
  ])('reads: %s', (sentence, expected) => {
    const reading = release('Harrowgate Instruments Ltd.', sentence);
    const facts = extractRatings(reading);
    expect(misquoted(reading, facts)).toEqual([]);
    expect(facts).toMatchObject(expected);
  });

  it.each([
    'A rating by Moody’s is not a recommendation to buy; A2 may be withdrawn.',
    'Moody’s expects A strong year for Class A shares.',
    'The boiler was rated A1 by the Tolland fire brigade.',
  ])('finds none in: %s', (sentence) => {
    expect(extractRatings(release('News', sentence))).toEqual([]);
  });

  it.each(['13F-HR', 'D', '24F-2NT'])('finds neither ratings nor debt in form %s', (form) => {
    const reading = readingOf({
      form,
      documents: [{ paragraphs: ['$5 million of 4% senior notes, rated A2 by Moody’s.'] }],
    });
    expect([...extractRatings(reading), ...extractDebt(reading)]).toEqual([]);
  });
});

describe('sums of money', () => {
  it.each([
    ['EUR 1.4 billion', 1_400_000_000, 'EUR'],
    ['US$ 3,500,000', 3_500_000, 'USD'],
    ['NZ$32.5 million', 32_500_000, 'NZD'],
    ['C$25.7 million', 25_700_000, 'CAD'],
    ['$0.10', 0.1, null],
    ['€ 12m', 12_000_000, 'EUR'],
    ['150 million euros', 150_000_000, 'EUR'],
    ['GBP 400 million', 400_000_000, 'GBP'],
    ['RMB10 million', 10_000_000, 'CNY'],
  ])('reads %s', (printed, amount, currency) => {
    expect(moneyIn(`a sum of ${printed} was paid`)).toMatchObject([{ amount, currency }]);
  });

  it('reads no sum where no currency is printed', () => {
    expect(moneyIn('1,500,000 shares in 2010')).toEqual([]);
  });
});
