import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { processorMs } from '@filigree/testing';
import { cooked, document } from './support/build.ts';
import { mutate, readAnything, seeded } from './support/mutate.ts';
import { describeShared, sharedFiles } from './support/shared.ts';

const MUTATIONS_A_FILE = 12;
const SLOWEST_MS = 2000;

// Pieces that mean something to the reader, in any order.
const piece = fc.constantFrom(
  ...[
    '<',
    '>',
    '/',
    '"',
    "'",
    '&',
    '&amp;',
    '&#x41;',
    '&#',
    ';',
    ' ',
    '\n',
    '\r',
    '\t',
    ':',
    '=',
    'a',
    'Z',
    '5',
    '.',
    '  ',
    '   ',
  ],
  ...[
    '<p>',
    '</p>',
    '<br>',
    '<b>',
    '</b>',
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '<td colspan=3>',
    '</td>',
    '<pre>',
    '</pre>',
  ],
  ...[
    '<div style="display:none">',
    '</div>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<PAGE>',
    '<S>',
    '<C>',
    '____',
    '/s/ A',
  ],
  ...[
    'By: ',
    'Name: ',
    'begin 644 a\n',
    'end\n',
    '<DOCUMENT>\n',
    '</DOCUMENT>\n',
    '<TEXT>\n',
    '</TEXT>\n',
    '<TYPE>',
    '\u00e9',
    '\u00ad',
  ],
);
const soup = fc.array(piece, { maxLength: 400 }).map((pieces) => pieces.join(''));

describe('any input', () => {
  it('gives a filing or an error with a place: bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        readAnything(Buffer.from(bytes));
      }),
      { numRuns: 200 },
    );
  });

  it('gives a filing or an error with a place: any header and any body', () => {
    fc.assert(
      fc.property(soup, soup, fc.constantFrom('', '<html>', '<?xml version="1.0"?>'), (header, body, begin) => {
        readAnything(cooked({ header, documents: document('6-K', begin + body) }));
      }),
      { numRuns: 400 },
    );
  });
});

describeShared('a real filing with damage', () => {
  it('gives a filing or an error with a place, in time', () => {
    const outcomes = { filing: 0, error: 0 };
    for (const file of [...sharedFiles('sgml'), ...sharedFiles('filings', '2009').slice(0, 12)]) {
      const bytes = readFileSync(file);
      for (let nth = 0; nth < MUTATIONS_A_FILE; nth++) {
        const damaged = mutate(bytes, seeded(`${file.split('/').pop()!}#${nth}`));
        const tookMs = processorMs(() => {
          outcomes[readAnything(damaged)]++;
        });
        expect(tookMs).toBeLessThan(SLOWEST_MS + damaged.length / 1000);
      }
    }
    expect(outcomes.filing).toBeGreaterThan(0);
    expect(outcomes.error).toBeGreaterThan(0);
  });
});
