import { extractEvents, headingItem, itemMeaning, itemNumber } from '@filigree/extraction';
import { misquoted, readingOf } from './support/fictional-filing.ts';

function eventsOf(...paragraphs: readonly string[]) {
  const reading = readingOf({
    form: '8-K',
    period: '2010-03-01',
    documents: [{ paragraphs: ['FORM 8-K', ...paragraphs] }],
  });
  const events = extractEvents(reading);
  expect(misquoted(reading, events)).toEqual([]);
  return events.map(({ type, date, quote }) => ({ type, date, quote }));
}

describe('the table of 8-K items', () => {
  it.each([
    ['1.03', 'restructuring'],
    ['2.01', 'acquisition'],
    ['2.02', 'financial_results'],
    ['2.03', 'debt_financing'],
    ['2.05', 'restructuring'],
    ['3.01', 'legal_regulatory'],
    ['3.02', 'share_issuance'],
    ['4.01', 'corporate_information'],
    ['5.02', 'management_change'],
    ['5.03', 'corporate_information'],
    ['5.07', 'shareholder_meeting'],
    ['1.01', 'text'],
    ['8.01', 'text'],
    ['7.01', null],
    ['9.01', null],
    ['2', 'acquisition'],
    ['4', 'corporate_information'],
    ['5', 'text'],
    ['6', 'management_change'],
    ['7', null],
    ['9', null],
    ['12', 'financial_results'],
  ])('gives item %s the meaning %s', (number, meaning) => {
    expect(itemMeaning(number)).toBe(meaning);
  });

  it('does not take the old items 1 to 9 for the new sections', () => {
    expect(itemMeaning('9')).toBeNull();
    expect(itemMeaning('8.01')).toBe('text');
    expect(itemMeaning('13')).toBeUndefined();
  });

  it.each([
    ['Results of Operations and Financial Condition', '2.02'],
    ['Departure of Directors or Certain Officers; Election of Directors', '5.02'],
    ["Changes in Registrant's Certifying Accountant", '4.01'],
    ['Financial Statements and Exhibits', '9.01'],
    ['2.03', '2.03'],
    ['Something that is no item', undefined],
  ])('knows the item that a header calls %s', (printed, number) => {
    expect(itemNumber(printed)).toBe(number);
  });

  it('finds the number in a heading, and none in a sentence that only speaks of an item', () => {
    expect(headingItem('ITEM 5.  OTHER EVENTS')).toBe('5');
    expect(headingItem('Item 5.02 Departure of Directors')).toBe('5.02');
    expect(headingItem('As said in Item 5.02 above')).toBeUndefined();
    expect(headingItem('Item 405 of Regulation S-K')).toBeUndefined();
  });
});

describe('events of a Form 8-K', () => {
  it('quotes the sentence that tells it and dates by the period of report', () => {
    expect(
      eventsOf(
        'Item 5.02 Departure of Directors or Certain Officers',
        'The Board of Directors elected Maud Ferrante as a director of the Company.',
      ),
    ).toEqual([
      {
        type: 'management_change',
        date: '2010-03-01',
        quote: 'The Board of Directors elected Maud Ferrante as a director of the Company.',
      },
    ]);
  });

  it('takes the date that the text opens with', () => {
    const [event] = eventsOf(
      'Item 2.01 Completion of Acquisition or Disposition of Assets',
      'On February 26, 2010, the Company completed its acquisition of Tolland Gauge Works LLC.',
    );
    expect(event).toMatchObject({ type: 'acquisition', date: '2010-02-26' });
  });

  it('dates results by the end of their period', () => {
    const [event] = eventsOf(
      'Item 2.02 Results of Operations and Financial Condition',
      'On February 25, 2010, the Company announced its results for the quarter ended December 31, 2009.',
    );
    expect(event).toMatchObject({ type: 'financial_results', date: '2009-12-31' });
  });

  it('calls a disposition under item 2.01 a divestiture', () => {
    const events = eventsOf(
      'Item 2.01 Completion of Acquisition or Disposition of Assets',
      'On March 1, 2010, the Company sold its lens business to Tolland Gauge Works LLC.',
    );
    expect(events.map((event) => event.type)).toEqual(['divestiture']);
  });

  it('gives nothing for items 7.01 and 9.01 alone', () => {
    expect(
      eventsOf(
        'Item 7.01 Regulation FD Disclosure',
        'The Company posted slides on its web site.',
        'Item 9.01 Financial Statements and Exhibits',
        '99.1 Slides',
      ),
    ).toEqual([]);
  });

  it.each([
    ['The Board of Directors declared a quarterly dividend of $0.10 per share.', 'dividend'],
    ['The Board of Directors authorized the repurchase of up to $25 million of common stock.', 'share_repurchase'],
    ['The Company and its insurers settled the class action lawsuit pending in Tolland County.', 'legal_regulatory'],
  ])('reads item 8.01 by its text: %s', (text, type) => {
    expect(eventsOf('Item 8.01 Other Events', text).map((event) => event.type)).toEqual([type]);
  });

  it.each([
    [
      'The Company entered into a credit agreement that provides a $40 million revolving credit facility.',
      'debt_financing',
    ],
    [
      'The Company entered into a merger agreement under which it will acquire all shares of Tolland Gauge Works LLC.',
      'acquisition',
    ],
    ['The Company entered into a five-year supply agreement with Tolland Gauge Works LLC.', 'contract'],
  ])('reads item 1.01 by its text: %s', (text, type) => {
    expect(eventsOf('Item 1.01 Entry into a Material Definitive Agreement', text).map((event) => event.type)).toEqual([
      type,
    ]);
  });

  it('gives nothing for item 8.01 where no words say what happened', () => {
    expect(eventsOf('Item 8.01 Other Events', 'Nothing that any rule has words for came to pass.')).toEqual([]);
  });

  it('reads the items of the old form', () => {
    expect(
      eventsOf(
        'ITEM 4. CHANGES IN REGISTRANT’S CERTIFYING ACCOUNTANT',
        'The Company engaged new auditors.',
        'ITEM 7. FINANCIAL STATEMENTS AND EXHIBITS',
      ),
    ).toMatchObject([{ type: 'corporate_information' }]);
  });
});
