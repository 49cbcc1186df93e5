import { filingText, readSubmission, unpackFiling } from '@filigree/edgar';
import { cooked, document } from '../support/build.ts';

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const bytes = (...values: number[]): Buffer => Buffer.from(values);

function textOf(file: Buffer): string {
  return filingText(file, readSubmission(file)).text;
}

/** The text of a filing whose one plain document has these bytes. */
function bodyText(...parts: Buffer[]): string {
  const [before, after] = cooked({ documents: document('6-K', 'BODY') })
    .toString()
    .split('BODY') as [string, string];
  return textOf(Buffer.concat([utf8(before), ...parts, utf8(after)]));
}

describe('UTF-8 with bytes in it that are none', () => {
  const around = utf8('Élodie Gérard – ');

  it.each([
    ['one byte of windows-1252', bytes(0x92), '’'],
    ['a byte that windows-1252 does not define', bytes(0x9d), '\u009d'],
    ['a sequence that is cut', bytes(0xe2, 0x80), 'â€'],
    ['a continuation alone', bytes(0xa9), '©'],
    ['an overlong sequence', bytes(0xc0, 0xaf), 'À¯'],
    ['a surrogate', bytes(0xed, 0xa0, 0x80), 'í\u00a0€'],
    ['what is beyond Unicode', bytes(0xf5, 0x80, 0x80, 0x80), 'õ€€€'],
    ['a letter of windows-1252', bytes(0xe9), 'é'],
  ])('reads %s by itself', (_, stray, read) => {
    const shown = read.replaceAll('\u00a0', ' ');
    expect(bodyText(around, utf8('x'), stray, utf8('y'))).toBe(`Élodie Gérard – x${shown}y`);
    expect(bodyText(utf8('x'), stray, utf8('y '), around, utf8('z'))).toBe(`x${shown}y Élodie Gérard – z`);
  });

  it('keeps four-byte characters and those of other scripts', () => {
    expect(bodyText(utf8('東京 Ελλάδα 😀 '), bytes(0x92), utf8('s'))).toBe('東京 Ελλάδα 😀 ’s');
  });

  it('keeps one sequence among more stray bytes', () => {
    expect(bodyText(utf8('Gérard’s '), bytes(0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x97, 0x20, 0x42))).toBe(
      'Gérard’s “A” – — B',
    );
  });
});

describe('windows-1252', () => {
  it('keeps its quotation marks beside a byte that it does not define', () => {
    expect(bodyText(bytes(0x93, 0x41, 0x94, 0x20, 0x9d, 0x20, 0xc9, 0x6c, 0x6f))).toBe('“A” \u009d Élo');
  });

  it('is no UTF-8 where its letters and marks look like some', () => {
    const text = bytes(
      0x93,
      0x53,
      0x4f,
      0x43,
      0x49,
      0xc9,
      0x54,
      0xc9,
      0x94,
      0x20,
      0xe9,
      0x74,
      0xe9,
      0x20,
      0xe0,
      0x20,
      0xe8,
    );
    expect(bodyText(text)).toBe('“SOCIÉTÉ” été à è');
  });
});

describe('UTF-16', () => {
  const page = '<html><body><p>Élodie of 東京.</p></body></html>';
  const little = Buffer.from(page, 'utf16le');
  const big = Buffer.from(little).swap16();

  it.each([
    ['little endian with a mark', Buffer.concat([bytes(0xff, 0xfe), little])],
    ['big endian with a mark', Buffer.concat([bytes(0xfe, 0xff), big])],
    ['little endian', little],
    ['big endian', big],
  ])('is read in a document: %s', (_, body) => {
    expect(bodyText(body)).toBe('Élodie of 東京.');
  });

  it.each([
    ['little endian with a mark', (file: Buffer) => Buffer.concat([bytes(0xff, 0xfe), file])],
    ['big endian with a mark', (file: Buffer) => Buffer.concat([bytes(0xfe, 0xff), Buffer.from(file).swap16()])],
    ['little endian', (file: Buffer) => file],
    ['big endian', (file: Buffer) => Buffer.from(file).swap16()],
  ])('is read as a whole filing: %s', (_, written) => {
    const plain = cooked({ documents: document('6-K', 'Élodie of 東京.') });
    const file = unpackFiling(written(Buffer.from(plain.toString(), 'utf16le')), 'a.txt');
    expect(readSubmission(file)).toEqual(readSubmission(plain));
    expect(textOf(file)).toBe('Élodie of 東京.');
  });
});

describe('a header without indentation', () => {
  const indented = [
    'SUBJECT COMPANY:',
    '\tCOMPANY DATA:',
    '\t\tCOMPANY CONFORMED NAME:\t\t\tFICTION PLC',
    '\t\tCENTRAL INDEX KEY:\t\t\t0000001234',
    '\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tMOTOR VEHICLES [3711]',
    '\tFILING VALUES:',
    '\t\tFORM TYPE:\t\tSC 13D',
    '\tBUSINESS ADDRESS:',
    '\t\tSTREET 1:\t1 HARBOUR',
    '\t\tSTREET 2:',
    '\t\tCITY:\tTELLAVIK',
    '\tFORMER COMPANY:',
    '\t\tFORMER CONFORMED NAME:\tFABLE PLC',
    '\t\tDATE OF NAME CHANGE:\t20010203',
    'FILED BY:',
    '\tOWNER DATA:',
    '\t\tCOMPANY CONFORMED NAME:\tFENWICK ORLA',
    '\t\tCENTRAL INDEX KEY:\t0000005678',
    '\tMAIL ADDRESS:',
    '\t\tCITY:\tTELLAVIK',
    '',
  ].join('\n');

  it.each([
    ['stripped', indented.replaceAll('\t', '')],
    ['one space before every line', indented.replaceAll(/^\t*/gm, ' ')],
    ['one space for every run of white space', indented.replaceAll(/\t+/g, ' ')],
  ])('has the same parties: %s', (_, header) => {
    const expected = readSubmission(cooked({ header: indented })).parties;
    expect(expected.map(({ role, name }) => [role, name])).toEqual([
      ['SUBJECT COMPANY', 'FICTION PLC'],
      ['FILED BY', 'FENWICK ORLA'],
    ]);
    const { parties } = readSubmission(cooked({ header }));
    expect(parties.map(({ role, name, cik, sic }) => ({ role, name, cik, sic }))).toEqual(
      expected.map(({ role, name, cik, sic }) => ({ role, name, cik, sic })),
    );
  });

  it('has addresses and former names too', () => {
    const { parties } = readSubmission(cooked({ header: indented.replaceAll('\t', '') }));
    expect(parties).toEqual(readSubmission(cooked({ header: indented })).parties);
  });
});

describe('the container', () => {
  const file = cooked({ documents: document('6-K', '<p>One.</p>', '<FILENAME>a.htm\n') });
  const small = file
    .toString()
    .replaceAll(/<(\/?)([A-Z-]+)>/g, (_, slash: string, tag: string) => `<${slash}${tag.toLowerCase()}>`);

  it.each([
    ['in small letters', small],
    [
      'in small letters, the header in capitals',
      file.toString().replaceAll(/<\/?(?:DOCUMENT|TEXT|TYPE|SEQUENCE|FILENAME)>/g, (tag) => tag.toLowerCase()),
    ],
    ['behind a byte order mark', `\ufeff${file.toString()}`],
    ['behind blanks and a byte order mark', `\n \t\ufeff\n${file.toString()}`],
    ['behind NULs', `\0\0${file.toString()}`],
    ['with spaces before its documents', file.toString().replaceAll(/^<(\/?DOCUMENT)>/gm, '  <$1>')],
    ['with bare carriage returns', file.toString().replaceAll('\n', '\r')],
    ['with a Ctrl-Z behind it', `${file.toString()}\x1a`],
    ['with NULs behind it', `${file.toString()}${'\0'.repeat(600)}`],
  ])('is read %s', (_, written) => {
    const submission = readSubmission(Buffer.from(written));
    expect(submission.accession).toBe('0000000001-10-000002');
    expect(submission.parties.map(({ name }) => name)).toEqual(['FICTION PLC']);
    expect(filingText(Buffer.from(written), submission).text).toBe('One.');
  });

  it('of a feed is read in small letters', () => {
    const feed =
      '<submission>\n<accession-number>0000000001-10-000002\n<type>8-K\n<filer>\n<company-data>\n<conformed-name>FICTION PLC\n<cik>1234\n</company-data>\n</filer>\n<document>\n<type>8-K\n<text>\nOne.\n</text>\n</document>\n</submission>\n';
    const submission = readSubmission(Buffer.from(feed));
    expect(submission).toMatchObject({ form: '8-K', parties: [{ role: 'FILER', name: 'FICTION PLC' }] });
    expect(filingText(Buffer.from(feed), submission).text).toBe('One.');
  });
});
