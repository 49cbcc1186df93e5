// The days on which posts begin and end, as against those on which somebody tells, agrees or files; names are made up.
import { extractByRules } from '@filigree/extraction';
import { submissionOf, textOf } from './support/text-filing.ts';

/** Roles as short lines: person | status from..to. */
function shown(...blocks: readonly string[]): string[] {
  return extractByRules(submissionOf(), textOf(['Northwind Minerals Corp. (the "Company") reports.', ...blocks]))
    .roles.map((fact) => `${fact.person} | ${fact.status} ${fact.from ?? ''}..${fact.to ?? ''}`)
    .sort();
}

const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'the day that the next sentence tells',
    ['Otto Brandl resigned as Treasurer of the Company.', 'Mr. Brandl’s resignation is effective as of March 5, 2010.'],
    ['Otto Brandl | resigned ..2010-03-05'],
  ],
  [
    'not the next sentence’s day of somebody else',
    [
      'Otto Brandl resigned as Treasurer of the Company.',
      'Mr. Ivar Lund’s retirement is effective as of March 5, 2010.',
    ],
    ['Otto Brandl | resigned ..'],
  ],
  [
    'a day for two directors',
    ['The Board elected Carla Devine and Otto Brandl as Directors, effective March 1, 2010.'],
    ['Carla Devine | appointed 2010-03-01..', 'Otto Brandl | appointed 2010-03-01..'],
  ],
  [
    'whoever is succeeded on a day leaves on it',
    ['Carla Devine will succeed Otto Brandl as Treasurer of the Company, effective March 1, 2010.'],
    ['Carla Devine | appointed 2010-03-01..', 'Otto Brandl | resigned ..2010-03-01'],
  ],
  [
    'a day right before its holder, late in the sentence',
    [
      'Attached to this report as an exhibit is a press release announcing that effective March 1, 2010, Otto Brandl will step down as Treasurer.',
    ],
    ['Otto Brandl | resigned ..2010-03-01'],
  ],
  [
    'the day of a death, and a clause of who leaves',
    [
      'The Company reports the death on January 4, 2010 of Carla Devine, its Treasurer.',
      'Ivar Lund, Vice President, who leaves us on January 15, 2010, spoke.',
    ],
    ['Carla Devine | resigned ..2010-01-04', 'Ivar Lund | resigned ..2010-01-15'],
  ],
  [
    'the day of a raise begins no post',
    [
      'The Board raised the salary of the Company’s Treasurer, Otto Brandl, from $100,000 to $120,000, effective as of January 1, 2010.',
    ],
    ['Otto Brandl | current ..'],
  ],
  [
    'a day of effect begins a post',
    ['The Company appointed Carla Devine as its Chief Financial Officer, effective May 1, 2010.'],
    ['Carla Devine | appointed 2010-05-01..'],
  ],
  [
    'with effect from, in front of the holder',
    ['With effect from 1 April 2010, Otto Brandl becomes Chief Executive Officer of the Company.'],
    ['Otto Brandl | appointed 2010-04-01..'],
  ],
  [
    'as of, behind the post',
    ['Ivar Lund has been named Vice President of the Company as of March 1, 2010.'],
    ['Ivar Lund | appointed 2010-03-01..'],
  ],
  [
    'since a year, in a post that goes on',
    ['Marta Reyes has served as a director of the Company since 2004.'],
    ['Marta Reyes | current 2004..'],
  ],
  [
    'from a year to a year, in a post that is over',
    ['Ivar Lund served as Treasurer of the Company from 1999 to 2003.'],
    ['Ivar Lund | former 1999..2003'],
  ],
  [
    'until a day',
    ['Ivar Lund served as Treasurer of the Company until June 30, 2009.'],
    ['Ivar Lund | former ..2009-06-30'],
  ],
  [
    'the day of the act that begins the sentence',
    ['On February 26, 2010, Otto Brandl resigned as a director of the Company.'],
    ['Otto Brandl | resigned ..2010-02-26'],
  ],
  [
    'the day of the act between verb and post',
    ['Otto Brandl resigned on February 26, 2010 as a director of the Company.'],
    ['Otto Brandl | resigned ..2010-02-26'],
  ],
  [
    'a day ahead, behind the post',
    ['Otto Brandl will retire as Chief Executive Officer of the Company on May 31, 2010.'],
    ['Otto Brandl | resigned ..2010-05-31'],
  ],
  [
    'the day of effect, not of the notice',
    [
      'On February 25, 2010, Otto Brandl notified the Company of his resignation as Chief Executive Officer, effective March 31, 2010.',
    ],
    ['Otto Brandl | resigned ..2010-03-31'],
  ],
  [
    'a notice alone ends nothing',
    ['On February 25, 2010, Otto Brandl notified the Company of his resignation as Chief Executive Officer.'],
    ['Otto Brandl | resigned ..'],
  ],
  [
    'an announcement alone begins nothing',
    ['On March 1, 2010, the Company announced that Carla Devine has been appointed Chief Financial Officer.'],
    ['Carla Devine | appointed ..'],
  ],
  [
    'the day of an agreement begins nothing',
    [
      'Carla Devine was appointed Chief Financial Officer of the Company under an employment agreement dated February 1, 2010.',
    ],
    ['Carla Devine | appointed ..'],
  ],
  [
    'effective immediately, on the day of the sentence',
    [
      'On March 8, 2010, the Board of Directors elected Marta Reyes as a director of the Company, effective immediately.',
    ],
    ['Marta Reyes | appointed 2010-03-08..'],
  ],
  [
    'effective immediately, on the day of the notice',
    ['On March 8, 2010, Otto Brandl informed the Company of his resignation as Treasurer, effective immediately.'],
    ['Otto Brandl | resigned ..2010-03-08'],
  ],
  [
    'the same day as the sentence before',
    [
      'On February 28, 2010, Otto Brandl resigned as Chief Executive Officer of the Company. Effective the same date, Carla Devine became the Chief Executive Officer of the Company.',
    ],
    ['Carla Devine | appointed 2010-02-28..', 'Otto Brandl | resigned ..2010-02-28'],
  ],
  [
    'each person the day of their own',
    [
      'Otto Brandl resigned as Treasurer effective March 1, 2010, and Carla Devine was appointed Treasurer effective April 1, 2010.',
    ],
    ['Carla Devine | appointed 2010-04-01..', 'Otto Brandl | resigned ..2010-03-01'],
  ],
  [
    'two posts left on one day',
    ['On February 26, 2010, Otto Brandl resigned as Treasurer and as a director of the Company.'],
    ['Otto Brandl | resigned ..2010-02-26', 'Otto Brandl | resigned ..2010-02-26'],
  ],
  [
    'a post held from a day behind the filing is taken up',
    ['From May 1, 2010, Carla Devine is Chief Financial Officer of the Company.'],
    ['Carla Devine | appointed 2010-05-01..'],
  ],
  [
    'a post held from a day before the filing is held',
    ['From May 1, 2009, Carla Devine is Chief Financial Officer of the Company.'],
    ['Carla Devine | current 2009-05-01..'],
  ],
  [
    'the day on which the company said it',
    ['Otto Brandl resigned as Treasurer of the Company, the Company said on March 3, 2010.'],
    ['Otto Brandl | resigned ..'],
  ],
  [
    'the day of the meeting at which a post ends',
    ['Otto Brandl will step down as Chairman of the Company at the annual meeting to be held on May 12, 2010.'],
    ['Otto Brandl | resigned ..2010-05-12'],
  ],
  [
    'a division behind the title',
    [
      'On February 9, 2010, Otto Brandl notified the Company of his decision to retire as Executive Vice President - Supply Chain, effective June 30, 2010.',
    ],
    ['Otto Brandl | resigned ..2010-06-30'],
  ],
  [
    'the day of another post of the same sentence',
    [
      'The Company appointed Carla Devine, its Vice President, to the position of Chief Financial Officer, effective May 1, 2010.',
    ],
    ['Carla Devine | appointed 2010-05-01..', 'Carla Devine | current ..'],
  ],
  [
    'since when another post is held',
    ['Marta Reyes, a director since 2005, will become Chief Executive Officer of the Company on April 1, 2010.'],
    ['Marta Reyes | appointed 2010-04-01..', 'Marta Reyes | current 2005..'],
  ],
  [
    'a term that is extended',
    [
      'The agreement was amended so that Ivar Lund will continue to serve as Treasurer of the Company from March 31, 2010 to March 31, 2012.',
    ],
    ['Ivar Lund | current ..2012-03-31'],
  ],
  [
    'a board left in between',
    [
      'Marta Reyes serves as a director of Osterby Foods plc and, until 2008, served as a director of Lantern Water plc.',
    ],
    ['Marta Reyes | current ..', 'Marta Reyes | former ..2008'],
  ],
];

const VOTES: readonly (readonly [string, string, string])[] = [
  ['the meeting was held', 'On March 4, 2010, the Company held its annual meeting of shareholders.', '2010-03-04'],
  [
    'the meeting with its record date',
    'Shareholders of record as of January 8, 2010 could vote at the annual meeting held on March 4, 2010.',
    '2010-03-04',
  ],
  [
    'the results of a meeting',
    'The final results of the annual meeting of shareholders on March 4, 2010 are as follows.',
    '2010-03-04',
  ],
  ['no meeting told', 'The Company was founded on March 4, 1990.', ''],
];

describe('days of elections', () => {
  it.each(VOTES)('%s', (_, sentence, day) => {
    const text = textOf([
      'Northwind Minerals Corp. (the "Company") reports.',
      sentence,
      'Election of directors:',
      ['Nominee', 'Votes For', 'Votes Withheld'],
      ['Carla Devine', '1,200,000', '3,000'],
      ['Otto Brandl', '1,100,000', '4,000'],
    ]);
    expect(
      extractByRules(submissionOf(), text).roles.map(({ person, status, from }) => [person, status, from]),
    ).toEqual([
      ['Carla Devine', 'appointed', day === '' ? null : day],
      ['Otto Brandl', 'appointed', day === '' ? null : day],
    ]);
  });
});

describe('days in tables', () => {
  const days = (...rows: readonly (readonly string[])[]): unknown[] =>
    extractByRules(
      submissionOf(),
      textOf(['Northwind Minerals Corp. (the "Company") reports.', 'The directors and officers are:', ...rows]),
    ).roles.map(({ person, role, from, to }) => [person, role, from, to]);

  it('begin and end posts by the heading of their column', () => {
    expect(
      days(
        ['Name', 'Position', 'Effective', 'Remark'],
        ['Carla Devine', 'Director', 'March 1, 2010', 'Resigned'],
        ['Otto Brandl', 'Treasurer', 'March 1, 2010', 'Appointed'],
      ),
    ).toEqual([
      ['Carla Devine', 'director', null, '2010-03-01'],
      ['Otto Brandl', 'officer', '2010-03-01', null],
    ]);
  });

  it('are the director’s alone below "Director since", and no term that ends', () => {
    expect(
      days(
        ['Name', 'Position', 'Director since', 'Term expires'],
        ['Carla Devine', 'Director', '1998', '2011'],
        ['Otto Brandl', 'Treasurer', '2001', '2012'],
      ),
    ).toEqual([
      ['Carla Devine', 'director', '1998', null],
      ['Otto Brandl', 'officer', null, null],
    ]);
  });
});

describe('days of posts', () => {
  it.each(CASES)('%s', (_, blocks, expected) => {
    expect(shown(...blocks)).toEqual(expected);
  });
});
