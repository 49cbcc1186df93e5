import { makeReading, type Reading } from '@filigree/extraction';
import { submissionOf, textOf, type Told } from './support/text-filing.ts';

function readingOf(blocks: readonly (string | readonly string[])[], told: Told = {}): Reading {
  return makeReading(submissionOf(told), textOf(blocks));
}

function sentences(text: string): string[] {
  const reading = readingOf([text]);
  return reading.sentences.map((one) => reading.text.slice(one.start, one.end));
}

describe('sentences', () => {
  it('end at full stops, not at initials, honorifics and legal forms', () => {
    expect(sentences('Mr. A. B. Cole of Acme Inc. said so. He was right! The U.S. market grew.')).toEqual([
      'Mr. A. B. Cole of Acme Inc. said so.',
      'He was right!',
      'The U.S. market grew.',
    ]);
  });

  it('end after a legal form before a word that begins sentences', () => {
    expect(sentences('It was bought by Globex N.V. The price was paid.')).toEqual([
      'It was bought by Globex N.V.',
      'The price was paid.',
    ]);
  });

  it('go on over a wrapped line and end at a short one', () => {
    const wrapped = 'This line of plain text is so long that it was wrapped at the margin\nand goes on here.';
    expect(sentences(wrapped)).toEqual([wrapped]);
    expect(sentences('Ann Lee\nTreasurer')).toEqual(['Ann Lee', 'Treasurer']);
  });
});

describe('dates', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['on March 12, 2009', '2009-03-12', 'day'],
    ['on 12 March 2009', '2009-03-12', 'day'],
    ['the 1st of December, 2010', '2010-12-01', 'day'],
    ['2010-02-28', '2010-02-28', 'day'],
    ['31.12.2009', '2009-12-31', 'day'],
    ['12/31/2009', '2009-12-31', 'day'],
    ['in February 2008', '2008-02-29', 'month'],
    ['the second quarter of 2009', '2009-06-30', 'quarter'],
    ['H1 2009', '2009-06-30', 'half'],
    ['since 2004', '2004-12-31', 'year'],
    ['on January 13', '2010-01-13', 'day'],
    ['on December 20', '2009-12-20', 'day'],
  ];
  it.each(cases)('are read: %s', (text, iso, precision) => {
    expect(readingOf([`It happened ${text} here.`]).dates).toMatchObject([{ iso, precision }]);
  });

  it('that cannot be are none', () => {
    expect(readingOf(['on February 30, 2009, or 45.13.2009']).dates.filter((date) => date.precision === 'day')).toEqual(
      [],
    );
  });
});

describe('organizations', () => {
  it('are known by legal forms of many countries', () => {
    const names = [
      'Globex plc',
      'Initech S.A. de C.V.',
      'Umbrella GmbH',
      'Wayne Oyj',
      'Stark Sdn Bhd',
      'Tyrell Co., Ltd.',
      'Soylent N.V.',
    ];
    const reading = readingOf(names.map((name) => `We supply ${name} with parts.`));
    for (const name of names) expect(reading.organizations.map((one) => one.printed)).toContain(name);
  });

  it('go by the terms that the filing defines', () => {
    const reading = readingOf([
      'Advanced Sensor Engineering Ltd. (“ASE” or the “Target”) was bought.',
      'ASE is in Haifa. The Target has no debt.',
    ]);
    expect(reading.organizationName('ASE')).toBe('Advanced Sensor Engineering Ltd.');
    expect(reading.organizationName('the Target')).toBe('Advanced Sensor Engineering Ltd.');
  });

  it('make "the Company" and a short form the filer, by the name that the filing prints', () => {
    const reading = readingOf([
      'Northwind Minerals Corporation',
      '(Exact name of registrant)',
      'Northwind said that the Company grew.',
    ]);
    expect(reading.filer).toBe('Northwind Minerals Corporation');
    expect(reading.organizationName('Northwind')).toBe('Northwind Minerals Corporation');
    expect(reading.organizations.filter((one) => one.filer).length).toBe(3);
  });

  it('are no meetings, reports or boards', () => {
    const reading = readingOf(['The Annual General Meeting (“AGM”) and the Board of Directors of the Company.']);
    expect(reading.organizations.filter((one) => !one.filer)).toEqual([]);
  });
});

describe('people', () => {
  it('are known with particles, initials, hyphens, accents and capitals', () => {
    const names = ['Jan van der Berg', 'R. Gregory Lang', 'Hans-Peter Müller', 'Ramón de la Vega', 'Chong-Min Kim'];
    const reading = readingOf(names.map((name) => `We thank ${name} for that.`));
    expect(reading.people.map((one) => one.printed)).toEqual(names);
  });

  it('lead from a surname to the fullest printed name', () => {
    const reading = readingOf([
      'Cheuk Kwong (Raymond) Lowe spoke.',
      'Mr. Lowe agreed. Sir Cheuk did not.',
      'C. K. Lowe signed.',
    ]);
    expect(reading.personName('Lowe')).toBe('Cheuk Kwong (Raymond) Lowe');
    expect(reading.people.find((one) => one.printed === 'Lowe')?.name).toBe('Cheuk Kwong (Raymond) Lowe');
  });

  it('of one surname stay apart', () => {
    const reading = readingOf(['Ann Lowe and Bob Lowe spoke.', 'Mr. Lowe agreed.']);
    expect(reading.personName('Lowe')).toBe('Lowe');
  });

  it('are no headings, places or companies', () => {
    const reading = readingOf([
      'Annual Report',
      'Hong Kong',
      'Forward Looking Statements',
      'Globex Systems Ltd.',
      'End Of Release',
    ]);
    expect(reading.people).toEqual([]);
  });
});

describe('quotes', () => {
  it('fold white space and trim the ends', () => {
    const reading = readingOf(['  Ann\n  Lee  ']);
    const quoted = reading.quote(0, reading.text.length);
    expect(quoted.quote).toBe('Ann Lee');
    expect(reading.text.slice(quoted.start, quoted.end)).toBe('Ann\n  Lee');
  });
});
