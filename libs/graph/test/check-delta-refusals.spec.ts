import { encodeDelta } from '@filigree/graph';
import { accession } from './support/filings.ts';
import { refusal, rich } from './support/rich-delta.ts';

type Wire = [
  number,
  string,
  string,
  [string, string, string[], Record<string, unknown>][],
  [string, string, number, number, Record<string, unknown>][],
];

/** The delta as another program might send it. */
function altered(change: (wire: Wire) => void): Uint8Array {
  const wire = JSON.parse(Buffer.from(encodeDelta(rich())).toString()) as Wire;
  change(wire);
  return Buffer.from(JSON.stringify(wire));
}

const node = (wire: Wire, label: string, at = 0) => wire[3].filter(([found]) => found === label)[at]!;
const relationship = (wire: Wire, type: string) => wire[4].find(([, found]) => found === type)!;

describe('a delta is refused, with a word that names what is wrong,', () => {
  it.each<[string, RegExp, (wire: Wire) => void]>([
    [
      'of another filing',
      /accession is "0009990001-10-000002"/,
      (wire) => {
        wire[1] = accession(2);
        node(wire, 'Filing')[1] = accession(2);
      },
    ],
    [
      'filed on a day that has not come',
      /filed is "9999-12-31", expected a day from/,
      (wire) => (wire[2] = '9999-12-31'),
    ],
    ['filed on no day', /filed is "2010-13-01"/, (wire) => (wire[2] = '2010-13-01')],
    [
      'filed later than its header says',
      /filed is "2010-06-01", expected 2010-01-02/,
      (wire) => (wire[2] = '2010-06-01'),
    ],
    [
      'with a second Filing node',
      /id of node \d+ \(Filing\)/,
      (wire) => void wire[3].push(['Filing', accession(2), [], {}]),
    ],
    [
      'with an event of another filing',
      /accession of node \d+ \(Event\)/,
      (wire) => (node(wire, 'Event')[3]['accession'] = accession(2)),
    ],
    [
      'with an event under an id that is not its own',
      /id of node \d+ \(Event\)/,
      (wire) => (node(wire, 'Event')[1] = 'f'.repeat(32)),
    ],
    [
      'with an event that says something else',
      /id of node \d+ \(Event\)/,
      (wire) => (node(wire, 'Event')[3]['quote'] = 'else'),
    ],
    [
      'with a rating that nobody has',
      /id of node \d+ \(Rating\)/,
      (wire) => void wire[3].push(['Rating', 'f'.repeat(32), [], { value: 'C' }]),
    ],
    [
      'with a debenture that says something else',
      /id of node \d+ \(Debenture\)/,
      (wire) => (node(wire, 'Debenture')[3]['amount'] = 1),
    ],
    ['with a company that is none', /id of node \d+ \(Company\)/, (wire) => (node(wire, 'Company')[1] = 'cik:12')],
    [
      "with a company under another's CIK",
      /cik of node \d+ \(Company\)/,
      (wire) => (node(wire, 'Company')[3]['cik'] = '0000000042'),
    ],
    [
      "with another filing's person",
      /id of node \d+ \(Person\)/,
      (wire) => (node(wire, 'Person')[1] = `filing:${accession(2)}/ana`),
    ],
    [
      'with a person without an anchor',
      /id of node \d+ \(Person\)/,
      (wire) => (node(wire, 'Person')[1] = 'ana botelho'),
    ],
    [
      'with a sector of another name',
      /name of node \d+ \(Sector\)/,
      (wire) => (node(wire, 'Sector')[3]['name'] = 'Crime'),
    ],
    [
      'with a page that leads elsewhere',
      /url of node \d+ \(Filing\)/,
      (wire) => (node(wire, 'Filing')[3]['url'] = 'https://evil.example/'),
    ],
    [
      'with a relationship under an id that is not its own',
      /id of relationship \d+ \(OWNS\)/,
      (wire) => (relationship(wire, 'OWNS')[0] = 'a'.repeat(32)),
    ],
    [
      'with a relationship that says something else',
      /id of relationship \d+ \(WORKS_AT\)/,
      (wire) => (relationship(wire, 'WORKS_AT')[4]['role'] = 'chair'),
    ],
    [
      'with a relationship filed later',
      /filed of relationship \d+/,
      (wire) => (relationship(wire, 'OWNS')[4]['filed'] = '2030-01-01'),
    ],
    [
      'with a post that counts for good',
      /as_of of relationship \d+ \(WORKS_AT\) is "9999-01-01"/,
      (wire) => (relationship(wire, 'WORKS_AT')[4]['as_of'] = '9999-01-01'),
    ],
    [
      'with a quote that ends before it begins',
      /start of relationship/,
      (wire) => (relationship(wire, 'OWNS')[4]['start'] = 10 ** 9),
    ],
  ])('%s', (_, said, change) => {
    expect(refusal(altered(change))).toMatch(said);
  });

  it.each<[string, RegExp, (wire: Wire) => void]>([
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'name', 'other_names', '_token', 'x'].map(
      (key): [string, RegExp, (wire: Wire) => void] => [
        `with a property ${key}`,
        /property of node \d+ \(Company\)/,
        (wire) => {
          Object.defineProperty(node(wire, 'Company')[3], key, { value: 'x', enumerable: true });
        },
      ],
    ),
    [
      'with an amount in words',
      /amount of node \d+ \(Debenture\)/,
      (wire) => (node(wire, 'Debenture')[3]['amount'] = 'much'),
    ],
    ['with a list for a text', /cik of node \d+ \(Company\)/, (wire) => (node(wire, 'Company')[3]['cik'] = ['a'])],
    ['with no date for a date', /maturity of node/, (wire) => (node(wire, 'Debenture')[3]['maturity'] = 'soon')],
    [
      'with a confidence above one',
      /confidence of relationship/,
      (wire) => (relationship(wire, 'OWNS')[4]['confidence'] = 7),
    ],
    ['with a truth value', /percent of relationship/, (wire) => (relationship(wire, 'OWNS')[4]['percent'] = true)],
    [
      'with a name of megabytes',
      /length of names of node/,
      (wire) => (node(wire, 'Company')[2] = ['x'.repeat(3_000_000)]),
    ],
    [
      'with a quote of megabytes',
      /length of quote of relationship/,
      (wire) => (relationship(wire, 'OWNS')[4]['quote'] = 'x'.repeat(3_000_000)),
    ],
    ['with a NUL in a name', /names of node \d+ is/, (wire) => (node(wire, 'Company')[2] = ['a\0b'])],
    ['with half a character', /city of node/, (wire) => (node(wire, 'Company')[3]['city'] = '\ud800')],
    [
      'with a thousand and one names',
      /length of names of node/,
      (wire) => (node(wire, 'Company')[2] = Array.from({ length: 1001 }, (_, n) => String(n))),
    ],
    [
      'with more nodes than any filing states',
      /length of nodes/,
      (wire) => {
        for (let n = 0; n < 100_001; n++) wire[3].push(['Company', `name:${String(n)}`, [], {}]);
      },
    ],
  ])('%s', (_, said, change) => {
    expect(refusal(altered(change))).toMatch(said);
  });
});
