import { headerJson, readFilingFile } from '@filigree/edgar';
import { join } from 'node:path';
import { describeShared, SHARED, sharedFiles } from '../support/shared.ts';
import { SGML } from './sgml-expected.ts';

describeShared('the real submissions of every dialect', () => {
  it.each(SGML)(
    'reads $file as a person does',
    async ({ file, accession, form, filed, period, parties, documents }) => {
      const { submission } = await readFilingFile(join(SHARED, 'sgml', file));
      expect(submission).toMatchObject({ accession, form, filed, period });
      const readParties = submission.parties.map((party) => [
        party.role,
        party.cik,
        party.name,
        party.sic,
        ...party.formerNames.map((former) => former.name),
      ]);
      expect(readParties).toEqual(parties);
      const read = submission.documents.map(({ sequence, type, filename, content }) => [
        sequence,
        type,
        filename,
        content,
      ]);
      expect(read).toEqual(documents);
    },
  );

  it('reads a header of 239 filers without a document', async () => {
    const { submission } = await readFilingFile(join(SHARED, 'sgml', 'Midcap.40App.header.txt'));
    expect(submission).toMatchObject({
      accession: '0001193125-24-003453',
      form: '40-APP',
      filed: '2024-01-05',
      documents: [],
    });
    expect(submission.parties).toHaveLength(239);
    expect(new Set(submission.parties.map((party) => party.role))).toEqual(new Set(['FILER']));
    expect(submission.parties[0]).toMatchObject({ cik: '0001278752', name: 'MidCap Financial Investment Corp' });
    expect(submission.parties[0]!.formerNames).toEqual([
      { name: 'APOLLO INVESTMENT CORP', changed: '2004-02-27' },
      { name: 'APOLLO CAPITAL CORP', changed: '2004-02-04' },
    ]);
    expect(submission.parties[3]).toMatchObject({ cik: '0001467760', sic: '6798' });
    expect(submission.parties[238]).toMatchObject({
      cik: '0002006758',
      name: 'Middle Market Apollo Institutional Private Lending',
      stateOfIncorporation: 'E9',
    });
  });

  it('gives the same parties for the feed form and the cooked form of one submission', async () => {
    const stem = join(SHARED, 'sgml', '0001104659-25-002604');
    const feed = await readFilingFile(`${stem}.nc`);
    const cooked = await readFilingFile(`${stem}.txt`);
    const withoutSicName = (file: typeof feed) => file.submission.parties.map((party) => ({ ...party, sicName: null }));
    expect(withoutSicName(feed)).toEqual(withoutSicName(cooked));
  });

  it('has addresses, items and the time of acceptance', async () => {
    const { submission } = await readFilingFile(join(SHARED, 'sgml', '0001213900-25-032135.txt'));
    expect(submission.accepted).toBe('2025-04-15T16:30:25');
    expect(submission.items[0]).toBe('Results of Operations and Financial Condition');
    expect(submission.items).toHaveLength(4);
    expect(submission.parties[0]!.businessAddress).toEqual({
      street: ['44370 OLD WARM SPRINGS BLVD.'],
      city: 'FREMONT',
      state: 'CA',
      zip: '94538',
      phone: '510-668-0881',
    });
  });

  it('reads the container of each of the filings of 2009 and 2010', async () => {
    const files = [...sharedFiles('filings', '2009'), ...sharedFiles('filings', '2010')];
    expect(files.length).toBeGreaterThan(200);
    for (const file of files) {
      const { submission } = await readFilingFile(file);
      const digits = file.split('/').pop()!.slice(0, 18);
      expect(submission.accession?.replaceAll('-', '')).toBe(digits);
      expect(submission.form).toMatch(/^6-K(?:\/A)?$/);
      expect(submission.filed?.slice(0, 4)).toBe(file.split('/').at(-2));
      expect(submission.parties[0]!.cik).toMatch(/^\d{10}$/);
      expect(submission.documents[0]!.type).toMatch(/^6-K/);
    }
  });

  it('prints the header line in the order of the file', async () => {
    const file = join(SHARED, 'sgml', '0001127602-25-001055.txt');
    const line = headerJson((await readFilingFile(file)).submission, 'some/path.txt');
    expect(Object.keys(line)).toEqual(['file', 'accession', 'form', 'filed', 'period', 'parties', 'documents']);
    expect(line.parties[1]).toEqual({
      role: 'ISSUER',
      cik: '0000001750',
      name: 'AAR CORP',
      sic: '3720',
      former_names: ['ALLEN AIRCRAFT RADIO INC'],
    });
    expect(line.documents[0]).toEqual({ sequence: 1, type: '4', filename: 'form4.xml', size: 3395 });
  });
});
