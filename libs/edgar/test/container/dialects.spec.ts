import { FiligreeError } from '@filigree/base';
import { readSubmission } from '@filigree/edgar';
import { cooked, document } from '../support/build.ts';

function failure(bytes: Buffer, name?: string): FiligreeError {
  try {
    readSubmission(bytes, name);
  } catch (error) {
    if (error instanceof FiligreeError) return error;
    throw error;
  }
  throw new Error('was read');
}

const PREAMBLE =
  '-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nMIC-Info: RSA-MD5,RSA,\n abc==\n\n';

describe('a container', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['bare CR', '\r'],
  ])('is the same with %s line ends', (_, eol) => {
    const submission = readSubmission(cooked({ eol }));
    expect(submission).toMatchObject({ accession: '0000000001-10-000002', form: '6-K', filed: '2010-06-30' });
    expect(submission.parties).toMatchObject([{ role: 'FILER', cik: '0000001234', name: 'FICTION PLC', sic: '3711' }]);
    const [only] = submission.documents;
    expect(cooked({ eol }).toString('latin1', only!.bodyStart, only!.bodyEnd).trim()).toBe('Hello');
  });

  it('is read inside a privacy-enhanced message, with line ends of either kind', () => {
    for (const eol of ['\n', '\r\n']) {
      const bytes = Buffer.concat([Buffer.from(PREAMBLE.replaceAll('\n', eol)), cooked({ eol })]);
      expect(readSubmission(bytes)).toMatchObject({ accession: '0000000001-10-000002', documents: [{ type: '6-K' }] });
    }
  });

  it.each([
    ['a blank line of spaces', PREAMBLE.replace(/\n$/, '  \t\n')],
    ['no blank line', PREAMBLE.replace(/\n$/, '')],
    ['two blank lines', `${PREAMBLE}\n`],
    ['a key over several lines', PREAMBLE.replace('MIC-Info', 'Originator-Key-Asymmetric:\n MFgw\n TWSM==\nMIC-Info')],
  ])('is read inside a privacy-enhanced message whose preamble has %s', (_, preamble) => {
    const bytes = Buffer.concat([Buffer.from(preamble), cooked()]);
    expect(readSubmission(bytes)).toMatchObject({ form: '6-K', parties: [{ name: 'FICTION PLC' }] });
  });

  it('takes the marker of a message inside a title for what it is', () => {
    const title = '<html><title>-----BEGIN PRIVACY-ENHANCED MESSAGE-----</title><p>x</p></html>';
    expect(readSubmission(cooked({ documents: document('6-K', title) })).documents).toHaveLength(1);
  });

  it('of 1994 begins with IMS-DOCUMENT', () => {
    const bytes = Buffer.from(cooked().toString().replaceAll('SEC-', 'IMS-'));
    expect(readSubmission(bytes)).toMatchObject({ form: '6-K', parties: [{ name: 'FICTION PLC' }], documents: [{}] });
  });

  it('may be a header alone', () => {
    const header =
      '<SEC-HEADER>0000000001-10-000002.hdr.sgml : 20100630\nCONFORMED SUBMISSION TYPE:\tD\n</SEC-HEADER>\n';
    const submission = readSubmission(Buffer.from(header));
    expect(submission).toMatchObject({ accession: '0000000001-10-000002', form: 'D', documents: [] });
  });

  it('without a header is known by its file name, else by its content', () => {
    const bytes = Buffer.from(document('10-K', 'x'));
    expect(readSubmission(bytes, 'a/000091066210000292.txt').accession).toBe('0000910662-10-000292');
    expect(readSubmission(bytes, '0000910662-10-000292.txt').accession).toBe('0000910662-10-000292');
    expect(readSubmission(bytes, 'annual.txt').accession).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(readSubmission(bytes).form).toBe('10-K');
  });

  it('of the feed has containers wherever a closer stands, of whatever name', () => {
    const text =
      '<SUBMISSION>\n<ACCESSION-NUMBER>0000000001-24-000003\n<TYPE>10-D\n<PERIOD>20240131\n<FILING-DATE>20240215\n' +
      '<DEPOSITOR>\n<COMPANY-DATA>\n<CONFORMED-NAME>DEPOSIT LLC\n<CIK>0000000007\n<ASSIGNED-SIC>6189\n</COMPANY-DATA>\n</DEPOSITOR>\n' +
      '<REPORTING-OWNER>\n<OWNER-DATA>\n<CONFORMED-NAME>Doe Jane\n<CIK>0000000008\n</OWNER-DATA>\n' +
      '<NOVEL-PART>\n<X>1\n</NOVEL-PART>\n</REPORTING-OWNER>\n' +
      `${document('10-D', 'x')}</SUBMISSION>\n`;
    expect(readSubmission(Buffer.from(text))).toMatchObject({
      accession: '0000000001-24-000003',
      form: '10-D',
      filed: '2024-02-15',
      period: '2024-01-31',
      parties: [
        { role: 'DEPOSITOR', cik: '0000000007', name: 'DEPOSIT LLC', sic: '6189' },
        { role: 'REPORTING-OWNER', cik: '0000000008', name: 'Doe Jane', sic: null },
      ],
    });
  });

  it.each([
    ['NAME AND MORE [3711]', '3711', 'NAME AND MORE'],
    ['3571', '3571', null],
    [' []', null, null],
    ['', null, null],
    ['[0100]', '0100', null],
  ])('spells the sector "%s"', (spelled, sic, sicName) => {
    const header = `FILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tX\n\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t${spelled}\n`;
    expect(readSubmission(cooked({ header })).parties[0]).toMatchObject({ sic, sicName });
  });

  it('keeps all parties in order, each with its former names, and values with colons', () => {
    const company = (role: string, cik: string, name: string): string =>
      `${role}:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t${name}\n\t\tCENTRAL INDEX KEY:\t${cik}\n\n` +
      '\tFORMER COMPANY:\n\t\tFORMER CONFORMED NAME:\tOLD: A\n\t\tDATE OF NAME CHANGE:\t19990102\n' +
      '\tFORMER COMPANY:\n\t\tFORMER CONFORMED NAME:\tOLD B\n\t\tDATE OF NAME CHANGE:\n\n';
    const header = ['SUBJECT COMPANY', 'FILED BY', 'SERIAL COMPANY'].map((role, nth) =>
      company(role, String(nth + 1), `N:${nth}`),
    );
    const { parties } = readSubmission(cooked({ header: header.join('') }));
    expect(parties.map(({ role, cik, name }) => [role, cik, name])).toEqual([
      ['SUBJECT COMPANY', '0000000001', 'N:0'],
      ['FILED BY', '0000000002', 'N:1'],
      ['SERIAL COMPANY', '0000000003', 'N:2'],
    ]);
    expect(parties[2]!.formerNames).toEqual([
      { name: 'OLD: A', changed: '1999-01-02' },
      { name: 'OLD B', changed: null },
    ]);
  });

  it.each([
    ['nothing before the text', '<DOCUMENT>\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n', [null, null, null]],
    ['no text tag', '<DOCUMENT>\n<TYPE>6-K\nx\n</DOCUMENT>\n', [null, '6-K', null]],
    ['a text that is not closed', '<DOCUMENT>\n<TYPE>6-K\n<SEQUENCE>2\n<TEXT>\nx\n</DOCUMENT>\n', [2, '6-K', null]],
    [
      'a mark between its labels',
      '<DOCUMENT>\n<TYPE>EX-27\n<FLAWED>\n<SEQUENCE>4\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n',
      [4, 'EX-27', null],
    ],
    ['all on one line', '<DOCUMENT><TYPE>4<SEQUENCE>1<FILENAME>a.xml<TEXT>x</TEXT></DOCUMENT>', [1, '4', 'a.xml']],
    ['its closer behind its last word', '<DOCUMENT>\n<TYPE>6-K\n<TEXT>\nx</DOCUMENT>\n', [null, '6-K', null]],
    [
      'a name after a long description',
      '<DOCUMENT>\n<TYPE>6-K\n<DESCRIPTION>a\nb: c\n<FILENAME>a.txt\n<TEXT>x\n</TEXT>\n</DOCUMENT>\n',
      [null, '6-K', 'a.txt'],
    ],
    ['closers on one line', '<DOCUMENT>\n<TYPE>6-K\n<TEXT>\nx</TEXT></DOCUMENT>\n', [null, '6-K', null]],
  ])('has a document with %s', (_, documents, [sequence, type, filename]) => {
    const bytes = cooked({ documents });
    const read = readSubmission(bytes).documents;
    expect(read).toMatchObject([{ sequence, type, filename }]);
    expect(bytes.toString('latin1', read[0]!.bodyStart, read[0]!.bodyEnd).trim()).toBe('x');
  });

  it.each([
    ['begin 644 a.jpg\nM123', 'binary'],
    ['<PDF>\nbegin 644 a.pdf\nM123', 'binary'],
    ['<XML>\n<?xml version="1.0"?>\n<edgarSubmission/>', 'xml'],
    ['<XBRL>\n<?xml version="1.0"?>\n<html xmlns:ix="x"><body/></html>', 'html'],
    ['<XBRL>\n<?xml version="1.0"?>\n<!-- c --><xbrli:xbrl/>', 'data'],
    ['<TABLE>\n<S> <C>\n<PAGE>\nASSETS < 5', 'plain'],
    ['<HTML>x', 'html'],
  ])('knows a body by its content: %j', (body, content) => {
    expect(readSubmission(cooked({ documents: document('EX-1', body) })).documents[0]!.content).toBe(content);
  });

  it('keeps a closer in the middle of a line as text', () => {
    const bytes = cooked({ documents: document('6-K', 'a </DOCUMENT> b') });
    const [only] = readSubmission(bytes).documents;
    expect(bytes.toString('latin1', only!.bodyStart, only!.bodyEnd)).toBe('a </DOCUMENT> b\n');
  });

  it('that is followed by another is refused, with the place of the second', () => {
    const first = cooked();
    const detail = { offset: first.length, file: 'two.txt' };
    expect(failure(Buffer.concat([first, cooked()]), 'two.txt')).toMatchObject({ code: 'BAD_FILING', detail });
  });

  it('that ends inside a document is told to be truncated, with the place', () => {
    const whole = cooked();
    const cut = whole.subarray(0, whole.indexOf('</TEXT>'));
    const error = failure(cut, 'a.txt');
    expect(error).toMatchObject({ code: 'BAD_FILING', detail: { offset: whole.indexOf('<DOCUMENT>'), file: 'a.txt' } });
    expect(error.message).toMatch(/truncated/);
  });

  it('that loses the end of a document in the middle is told so too', () => {
    const documents = `<DOCUMENT>\n<TYPE>6-K\n<TEXT>\nx\n${document('EX-1', 'y')}`;
    expect(failure(cooked({ documents }))).toMatchObject({ code: 'BAD_FILING' });
  });

  it('that ends inside its header is told to be truncated', () => {
    expect(failure(cooked().subarray(0, 150))).toMatchObject({ code: 'BAD_FILING', detail: { offset: 0 } });
  });

  it.each([
    ['an exhibit', '<html><body><p>Exhibit</p></body></html>'],
    ['an empty file', ''],
    ['a letter', 'Dear Sirs,\n<SEC-DOCUMENT>'],
  ])('is not %s', (_, text) => {
    expect(failure(Buffer.from(text))).toMatchObject({ code: 'BAD_FILING', detail: { offset: 0 } });
  });

  it.each([
    ['UTF-8', Buffer.from('Société', 'utf8'), 'Société'],
    ['windows-1252', Buffer.from([0x93, 0x41, 0xe9, 0x94]), '“Aé”'],
    ['latin-1', Buffer.from([0xe9, 0x81]), 'é\u0081'],
  ])('has names in %s', (_, bytes, name) => {
    const header = 'FILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tNAME\n';
    const [before, after] = cooked({ header }).toString().split('NAME\n') as [string, string];
    const file = Buffer.concat([Buffer.from(before), bytes, Buffer.from(`\n${after}`)]);
    expect(readSubmission(file).parties[0]!.name).toBe(name);
  });
});
