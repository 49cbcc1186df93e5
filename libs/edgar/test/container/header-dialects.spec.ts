import { readSubmission } from '@filigree/edgar';
import { cooked, document } from '../support/build.ts';

/** A submission of the feed with the given lines after its form. */
function feed(lines: readonly string[], documents = document('8-K', 'x')): Buffer {
  const head = ['<SUBMISSION>', '<ACCESSION-NUMBER>0000000001-24-000003', '<TYPE>8-K', '<FILING-DATE>20240215'];
  return Buffer.from([...head, ...lines, `${documents}</SUBMISSION>\n`].join('\n'));
}

function company(role: string, name: string, more: readonly string[] = []): string[] {
  return [`<${role}>`, '<COMPANY-DATA>', `<CONFORMED-NAME>${name}`, '<CIK>7', '</COMPANY-DATA>', ...more, `</${role}>`];
}

function without(lines: readonly string[], ...left: string[]): string[] {
  return lines.filter((line) => !left.includes(line));
}

const FORMER = ['<FORMER-COMPANY>', '<FORMER-CONFORMED-NAME>OLD', '<DATE-CHANGED>19940728', '</FORMER-COMPANY>'];
const TWO = [...company('FILER', 'ONE', FORMER), ...company('SUBJECT-COMPANY', 'TWO')];
const PARTIES = [
  { role: 'FILER', cik: '0000000007', name: 'ONE', formerNames: [{ name: 'OLD', changed: '1994-07-28' }] },
  { role: 'SUBJECT COMPANY', cik: '0000000007', name: 'TWO', formerNames: [] },
];

describe('the parties of a header', () => {
  it.each([
    ['closed', TWO],
    ['not closed', without(TWO, '</FILER>', '</SUBJECT-COMPANY>')],
    ['closed the second time only', without(TWO, '</FILER>')],
    ['without the closer of their data', without(TWO, '</COMPANY-DATA>')],
    ['without the closer of a former name', without(TWO, '</FORMER-COMPANY>')],
    ['closed tag by tag', TWO.map((line) => line.replace(/^<([A-Z-]+)>(.+)$/, '<$1>$2</$1>'))],
    ['on one line', [TWO.join('')]],
    ['indented', TWO.map((line) => `    ${line}`)],
    ['with empty lines between', TWO.map((line) => `${line}\n`)],
  ])('are the same in the feed when they are %s', (_, lines) => {
    expect(readSubmission(feed(lines))).toMatchObject({ filed: '2024-02-15', parties: PARTIES });
  });

  it('take their roles from the file, whatever comes next, in the spelling of the cooked header', () => {
    const roles = ['FILED-BY', 'FILED-FOR', 'SERIAL-COMPANY', 'ISSUING_ENTITY', 'UNDERWRITER', 'REPORTING-OWNER'];
    const { parties } = readSubmission(feed(roles.flatMap((role) => company(role, role))));
    expect(parties.map((party) => party.role)).toEqual([
      'FILED BY',
      'FILED FOR',
      'SERIAL COMPANY',
      'ISSUING ENTITY',
      'UNDERWRITER',
      'REPORTING-OWNER',
    ]);
  });

  it('do not hold the funds that a merger names by number', () => {
    const merger = ['<MERGER>', '<ACQUIRING-DATA>', '<CIK>8', '</ACQUIRING-DATA>', '<TARGET-DATA>', '<CIK>9'];
    const series = ['<SERIES-AND-CLASSES-CONTRACTS-DATA>', ...merger, '</TARGET-DATA>', '</MERGER>'];
    const lines = [...company('FILER', 'ONE'), ...series, '</SERIES-AND-CLASSES-CONTRACTS-DATA>'];
    expect(readSubmission(feed(lines)).parties.map((party) => party.role)).toEqual(['FILER']);
  });

  it('may have a number and no name, and are none without both', () => {
    const data = (name: string, cik: string): string =>
      `FILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t${name}\n\t\tCENTRAL INDEX KEY:\t${cik}\n\n`;
    const { parties } = readSubmission(cooked({ header: `${data('', '12')}${data('', '')}FILER:\n` }));
    expect(parties).toMatchObject([{ role: 'FILER', cik: '0000000012', name: '' }]);
  });

  it('file it where they stand under no key of their own', () => {
    const header = '\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tONE\n\t\tCENTRAL INDEX KEY:\t7\n';
    expect(readSubmission(cooked({ header })).parties).toMatchObject([{ role: 'FILER', name: 'ONE' }]);
  });

  it('are told by depth where spaces stand for tabs, as in 1994', () => {
    const header = [
      'CONFIRMING COPY:\t',
      'GROUP MEMBERS:\t\tA PARTNERS',
      '',
      'SUBJECT COMPANY:\t',
      '',
      '    COMPANY DATA:\t',
      '            COMPANY CONFORMED NAME:\t\t\tONE',
      '            CENTRAL INDEX KEY:\t\t\t7',
      '',
      '    FORMER COMPANY:\t',
      '            FORMER CONFORMED NAME:\tOLD',
      '            DATE OF NAME CHANGE:\t19940728',
      '',
      'FILED BY:\t',
      '',
      '    COMPANY DATA:\t',
      '            COMPANY CONFORMED NAME:\t\t\tTWO',
      '',
    ].join('\n');
    expect(readSubmission(cooked({ header })).parties).toMatchObject([
      { role: 'SUBJECT COMPANY', name: 'ONE', formerNames: [{ name: 'OLD', changed: '1994-07-28' }] },
      { role: 'FILED BY', name: 'TWO', cik: null },
    ]);
  });

  it('stand in tags after a cooked first line in a header that was served as the submission', () => {
    const lines = ['<SEC-HEADER>0000000001-96-000525.hdr.sgml : 19960213', '<TYPE>SC 13G/A', '<FILING-DATE>19960212'];
    const submission = readSubmission(Buffer.from([...lines, ...TWO, '</SEC-HEADER>', ''].join('\n')));
    const header = { accession: '0000000001-96-000525', form: 'SC 13G/A', filed: '1996-02-12', documents: [] };
    expect(submission).toMatchObject({ ...header, parties: PARTIES });
  });
});

describe('a value of a header', () => {
  it('may carry the name of a container', () => {
    const lines = [...company('FILER', 'ONE', ['<FORMER-NAME>OLD']), ...company('ISSUER', 'TWO', ['<FORMER-NAME>'])];
    const closed = [...lines.slice(0, -1), '<FORMER-CONFORMED-NAME>OLDER', '</FORMER-NAME>', '</ISSUER>'];
    const { parties } = readSubmission(feed(closed));
    expect(parties.map((party) => party.formerNames.map((former) => former.name))).toEqual([['OLD'], ['OLDER']]);
  });

  it('may hold a bracket', () => {
    expect(readSubmission(feed(company('FILER', 'A <B> C <5'))).parties[0]!.name).toBe('A <B> C <5');
  });
});
