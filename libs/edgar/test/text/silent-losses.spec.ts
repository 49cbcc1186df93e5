import { filingText, readSubmission } from '@filigree/edgar';
import type { FilingText } from '@filigree/edgar';
import { cooked, document, htmlFiling } from '../support/build.ts';

function read(bytes: Buffer): FilingText {
  return filingText(bytes, readSubmission(bytes));
}

/** A filing whose one document has these bytes between its tags. */
function withBody(body: Buffer | string, filename = 'a.htm'): Buffer {
  const [before, after] = cooked({ documents: document('6-K', 'BODY', `<FILENAME>${filename}\n`) })
    .toString('latin1')
    .split('BODY') as [string, string];
  return Buffer.concat([Buffer.from(before), Buffer.from(body), Buffer.from(after)]);
}

const PAGE = '<p>One.</p><p>Two.</p>';

describe('a comment ends where a browser ends it', () => {
  it.each([
    ['with -->', '<!-- x -->'],
    ['with --!>', '<!-- x --!>'],
    ['at once, <!-->', '<!-->'],
    ['at once, <!--->', '<!--->'],
    ['empty, <!---->', '<!---->'],
    ['with a space before the >, as in HTML 4', '<!-- x -- >'],
    ['over several lines', '<!--\nx > y <p>not read</p>\n-->'],
  ])('%s', (_, comment) => {
    expect(read(htmlFiling(`${comment}${PAGE}<!-- later --><p>Three.</p>`)).text).toBe('One.\nTwo.\nThree.');
  });

  it('a document type that was written as one hides nothing', () => {
    const page = `<!--DOCTYPE HTML PUBLIC "-//Made up//DTD HTML 3.2//EN">\n<html><body>${PAGE}<!-- end --></body></html>`;
    expect(read(withBody(page)).text).toBe('One.\nTwo.');
  });

  it('one that is never closed ends with its first >', () => {
    expect(read(htmlFiling(`<!-- made by hand >${PAGE}`)).text).toBe('One.\nTwo.');
  });

  it('one that runs over most of the page into the next comment ends with its first >', () => {
    const { text, losses } = read(htmlFiling(`<!-- made by hand >${PAGE.repeat(40)}<!-- end --><p>Last.</p>`));
    expect(text.split('\n')).toHaveLength(81);
    expect(losses).toEqual({});
  });

  it('a page that stands in a comment is told', () => {
    const { text, losses } = read(htmlFiling(`<!-- ${PAGE.repeat(40)} --><p>Last.</p>`));
    expect(text).toBe('Last.');
    expect(losses).toEqual({ 'document mostly commented out': 1 });
  });

  it('many open comments take linear time', () => {
    const page = `${'<!-- <b> '.repeat(100_000)}-->`;
    const started = process.cpuUsage();
    read(htmlFiling(page));
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });
});

describe('NULs and control characters', () => {
  it.each([
    ['in a page', 'a.htm', '<html><body><p>O\0ne.</p><p>Two.</p></body></html>'],
    ['in a plain text', 'a.txt', 'O\0ne.\n\nTwo.'],
    ['behind a text', 'a.txt', `One.\n\nTwo.\n${'\0'.repeat(20_000)}`],
    ['before a text', 'a.txt', `${'\0'.repeat(64)}One.\n\nTwo.`],
  ])('%s NULs are left out', (_, name, body) => {
    const { text, losses } = read(withBody(body, name));
    expect(text).toBe('One.\nTwo.');
    expect(losses).toEqual({});
  });

  it('what is neither text nor says what it is is counted', () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, nth) => (nth * 7919) % 31));
    expect(read(withBody(noise, 'a.dat'))).toMatchObject({ text: '', losses: { 'document of unknown content': 1 } });
  });

  it.each([
    ['a PDF', '%PDF-1.4 \x01\x02\x03'],
    ['a ZIP file', 'PK\x03\x04\x14\0\x01'],
    ['an encoded file', 'begin 644 a.jpg\nM123'],
  ])('%s is no text, which is no loss', (_, body) => {
    expect(read(withBody(Buffer.from(body, 'latin1'), 'a.bin'))).toMatchObject({ text: '', losses: {} });
  });

  it.each([
    ['form feeds', 'One.\f\fTwo.'],
    ['vertical tabs', 'One.\v\vTwo.'],
    ['bare carriage returns', 'One.\r\rTwo.'],
  ])('%s end lines of a plain text', (_, body) => {
    expect(read(withBody(body, 'a.txt')).text).toBe('One.\nTwo.');
  });
});

describe('entities of a plain text', () => {
  it.each([
    ['Ang&eacute;lique', 'Angélique'],
    ['S&#xF8;ren', 'Søren'],
    ['D&#146;Arvel', 'D’Arvel'],
    ['&#147;Fiction&#148; &#150; &#153;', '“Fiction” – ™'],
    ['&#X2019;&rsquo;&ldquo;', '’’“'],
    ['R&D, AT&T; S&P; &copy 2010', 'R&D, AT&T; S&P; &copy 2010'],
    ['&amp;&lt;&gt;&quot;', '&<>"'],
    ['&unknown; &#7; &#129;', '&unknown; &#7; &#129;'],
  ])('%s is %s', (written, text) => {
    expect(read(withBody(`It says ${written} here`, 'a.txt')).text).toBe(`It says ${text} here`);
  });
});

describe('lines that are blocks of their own', () => {
  const lines = [
    'Skarnes Fiction ASA announced today that Ms. Orla Fenwick of Tellavik has',
    'been appointed Chief Financial Officer of the company with effect from the',
    'first of April. She succeeds Mr. Bram Oosterling of the same town, who has',
    'resigned.',
  ];

  it.each(['div', 'p', 'pre'])('are one paragraph where each is a %s', (tag) => {
    const page = lines.map((line) => `<${tag}>${line}</${tag}>`).join('\n');
    expect(read(htmlFiling(page)).text).toBe(lines.join(' '));
  });

  it('of two, the second goes on where the first ends with a small word', () => {
    const page = `<div>${lines[1]!}</div><div>following day, which is a Friday.</div>`;
    expect(read(htmlFiling(page)).text).toBe(`${lines[1]!} following day, which is a Friday.`);
  });

  it.each([
    ['an address', ['Skarnes Fiction ASA', '12 Harbour Street', 'second floor', 'Tellavik']],
    [
      'a list of contacts',
      ['For further information:', 'Orla Fenwick - director', 'o.fenwick@fiction.example', 'Tel: +1 1'],
    ],
    [
      'items',
      [
        'to elect five persons to the board of directors of the company until 2011;',
        'to appoint auditors; and',
        'to act on other business.',
      ],
    ],
    [
      'bullets',
      [
        'o Growth of one part in a hundred of the turnover of the year 2009 and of',
        'o a further growth of the turnover of the years 2010 and 2011, if nothing is',
        'o in the way',
      ],
    ],
  ])('stay apart in %s', (_, texts) => {
    expect(read(htmlFiling(texts.map((line) => `<p>${line}</p>`).join(''))).text.split('\n')).toEqual(texts);
  });
});

describe('XML forms', () => {
  const FORM =
    '<ownershipDocument><issuer><issuerName>FICTION PLC</issuerName></issuer><remarks>a &amp; b</remarks></ownershipDocument>';

  it.each([
    ['bare', FORM],
    ['declared', `<?xml version="1.0"?>\n${FORM}`],
    ['wrapped', `<XML>\n<?xml version="1.0"?>\n${FORM}\n</XML>`],
    ['behind a byte order mark', `\ufeff<?xml version="1.0"?>\n${FORM}`],
    ['wrapped, behind a byte order mark', `<XML>\n\ufeff<?xml version="1.0"?>\n${FORM}\n</XML>`],
    ['bare behind a byte order mark', `\ufeff${FORM}`],
    ['behind a comment with a tag in it', `<!-- <b>made</b> up -->\n${FORM}`],
    ['with a comment that has a tag in it', FORM.replace('<remarks>', '<!-- <b>x</b> --><remarks>')],
    ['with attributes and a prefix', `<x:form xmlns:x="urn:fiction">${FORM.slice(19, -20)}</x:form>`],
  ])('are known by their root element: %s', (_, body) => {
    const bytes = withBody(body, 'doc4.xml');
    const submission = readSubmission(bytes);
    expect(submission.documents[0]!.content).toBe('xml');
    const { text, blocks } = filingText(bytes, submission);
    expect(text).toBe('FICTION PLC\na & b');
    expect(blocks[0]!.path).toMatch(/^(?:ownershipDocument|form)\/issuer\/issuerName$/);
  });

  it('a page whose only tags stand in a comment is no page', () => {
    expect(readSubmission(withBody('<!-- <p>x</p> -->\nOne line.', 'a.txt')).documents[0]!.content).toBe('plain');
  });

  it('have their CDATA as text', () => {
    const body = '<report><name><![CDATA[Fiction & <b>Sons</b>]]></name></report>';
    expect(read(withBody(body, 'a.xml')).text).toBe('Fiction & <b>Sons</b>');
  });

  it('of a list of more than 2,000 records the rest stands in the text alone, what follows has blocks', () => {
    const records = Array.from({ length: 2500 }, (_, nth) => `<r><id>${nth}</id></r>`).join('');
    const { text, blocks, losses } = read(
      withBody(`<report><list>${records}</list><sign>Orla</sign></report>`, 'a.xml'),
    );
    expect(text.split('\n')).toHaveLength(2501);
    expect(blocks).toHaveLength(2001);
    const last = blocks.at(-1)!;
    expect([text.slice(last.start, last.end), last.path]).toEqual(['Orla', 'report/sign']);
    expect(losses).toEqual({ 'line beyond what rules read': 500 });
  });
});

it('of a table of more than 5,000 rows the rest stands in the text alone', () => {
  const rows = Array.from({ length: 5200 }, (_, nth) => `<tr><td>Row</td><td>${nth}</td></tr>`).join('');
  const { text, blocks, losses } = read(htmlFiling(`<table>${rows}</table><p>Behind.</p>`));
  const lines = text.split('\n');
  expect([lines.length, lines[5100], lines[5200]]).toEqual([5201, 'Row\t5100', 'Behind.']);
  expect(blocks).toHaveLength(5001);
  expect(losses).toEqual({ 'line beyond what rules read': 200 });
});

it('refuses a document of more than 100 MiB that is text, and reads the header of its filing', () => {
  const bytes = withBody(Buffer.alloc(100 * 1024 * 1024 + 1, 'word '), 'a.txt');
  const submission = readSubmission(bytes);
  expect(submission.parties).toHaveLength(1);
  expect(() => filingText(bytes, submission)).toThrow(
    expect.objectContaining({ code: 'TOO_LARGE', message: expect.stringContaining('(a.txt)') as string }),
  );
});
