import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { filingText, readSubmission } from '@filigree/edgar';

import { extractByRules, type FilingFacts } from '@filigree/extraction';

const SGML = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'sgml');
const present = existsSync(SGML);
if (!present)
  console.warn(
    `SKIPPED: the real submissions are not at ${SGML}; the facts of other container dialects are not tested`,
  );

/** What a reader of the filing would write down: people with their class, types of events, and what else there is. */
interface Expected {
  readonly file: string;
  /** person | class, all that the filing has; `some` where only these are checked. */
  readonly roles: readonly string[];
  readonly some?: boolean;
  readonly events: readonly string[];
  /** Lists that must not be empty; the others of ownership, ratings and debt are, unless `open`. */
  readonly also?: readonly ('ownership' | 'debt' | 'holdings' | 'trades')[];
  readonly open?: readonly ('ownership' | 'debt')[];
}

const EXPECTED: readonly Expected[] = [
  { file: 'Midcap.40App.header.txt', roles: [], events: [] },
  { file: '0000950129-95-001652.txt', roles: ['Nori L. Gabert | officer'], events: [] },
  { file: '0001398344-24-000491.nc', roles: ['Bruce A. Miller | officer'], events: [] },
  {
    file: '0002002260-24-000001.nc',
    roles: ['David Breach | officer', 'Gwen Reinke | officer', 'Lauren Dillard | officer', 'Robert F. Smith | officer'],
    events: [],
  },
  { file: '0001951757-25-000093.nc', roles: ['Ben Loeffler | officer'], events: [] },
  {
    file: '0001127602-25-001055.txt',
    roles: ['Jessica A. Garascia | officer', 'Katherine Kwiat | signatory'],
    events: ['shareholding_change'],
    also: ['holdings', 'trades'],
  },
  {
    file: '0001094891-00-000193.txt',
    roles: ['Alan H. Foster | signatory'],
    events: ['shareholding_change'],
    also: ['trades'],
  },
  {
    file: '0000943374-24-000509.txt',
    roles: [
      'Daniel Kempel | officer',
      'David R. Ball | ceo',
      'Eric T. Hurd | officer',
      'Monica Baker | officer',
      'Steven T. Klitzing | cfo',
    ],
    events: ['corporate_information'],
  },
  { file: '0001213900-25-032135.txt', roles: ['Uttam Patil | ceo'], events: ['financial_results'] },
  {
    file: '0001011438-98-000429.txt',
    roles: ['Barbara S. Polsky | officer'],
    some: true,
    events: [],
    open: ['ownership', 'debt'],
  },
  {
    file: '0001104659-25-002604.txt',
    roles: ['Ted Papapostolou | cfo', 'Carl C. Icahn | signatory'],
    some: true,
    events: ['acquisition'],
    open: ['ownership'],
  },
  {
    file: '0001104659-25-002604.nc',
    roles: ['Ted Papapostolou | cfo', 'Carl C. Icahn | signatory'],
    some: true,
    events: ['acquisition'],
    open: ['ownership'],
  },
  {
    file: '0000899681-95-000096.txt',
    roles: ['David A. Barry | director', 'Steven L. Sinn | ceo'],
    some: true,
    events: [],
    open: ['ownership', 'debt'],
  },
];

function factsOf(file: string): FilingFacts {
  const bytes = readFileSync(join(SGML, file));
  const submission = readSubmission(bytes, file);
  return extractByRules(submission, filingText(bytes, submission), file);
}

(present ? describe : describe.skip)('the facts of real submissions in other dialects', () => {
  it.each(EXPECTED)('$file', ({ file, roles, some, events, also = [], open = [] }) => {
    const facts = factsOf(file);
    const shown = [...new Set(facts.roles.map((fact) => `${fact.person} | ${fact.role}`))].sort();
    if (some === true) expect(shown).toEqual(expect.arrayContaining([...roles]));
    else expect(shown).toEqual(roles);
    if (some !== true || events.length > 0) expect(facts.events.map((fact) => fact.type)).toEqual(events);
    for (const list of ['ownership', 'ratings', 'debt'] as const) {
      if (!open.some((one) => one === list)) expect(facts[list]).toEqual([]);
    }
    for (const list of also) expect(facts[list].length).toBeGreaterThan(0);
  });

  it('carry quotes that are the text at their spans', () => {
    for (const { file } of EXPECTED) {
      const bytes = readFileSync(join(SGML, file));
      const submission = readSubmission(bytes, file);
      const text = filingText(bytes, submission);
      const { roles, events, ownership, ratings, debt, holdings, trades } = extractByRules(submission, text, file);
      for (const fact of [...roles, ...events, ...ownership, ...ratings, ...debt, ...holdings, ...trades]) {
        expect(text.text.slice(fact.start, fact.end).replace(/\s+/g, ' ')).toBe(fact.quote);
      }
    }
  });
});
