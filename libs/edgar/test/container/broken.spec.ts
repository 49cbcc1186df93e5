import { filingText, headerJson, readFilingFile } from '@filigree/edgar';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const DATA = join(import.meta.dirname, '../data');

async function read(name: string): Promise<{ text: string; line: ReturnType<typeof headerJson> }> {
  const { bytes, submission } = await readFilingFile(join(DATA, name));
  return { text: filingText(bytes, submission).text, line: headerJson(submission, name) };
}

const FAILURES: readonly (readonly [string, RegExp])[] = [
  ['empty.txt', /no EDGAR submission/],
  ['minutes.txt', /no EDGAR submission/],
  ['refusal-page.txt', /no EDGAR submission/],
  ['only-preamble.txt', /no EDGAR submission/],
  ['cut-in-header.txt', /truncated filing: the header/],
  ['cut-in-document.txt', /truncated filing: document 2 .* the end of the file/],
  ['unclosed-first-document.txt', /truncated filing: document 1 .* the next document/],
];

const TEXTS: readonly (readonly [string, RegExp])[] = [
  ['cut-between-documents.txt', /^Gorsefield Pumps Ltd announced/],
  ['header-only.txt', /^$/],
  ['no-header.txt', /without a header\.$/],
  ['pem-marker-in-title.txt', /^Gorsefield Pumps Ltd has moved/],
  ['bare-cr.txt', /\nName: Osric Penhallow\nTitle: Company Secretary$/],
  ['windows-1252.txt', /director Zoë Åkerblad said: “The valves hold – for now\.” Price: €12\./],
  ['empty-values.txt', /^Item 8\.01/],
  ['feed.nc', /^The trust paid/],
  ['ex-27.txt', /<MULTIPLIER> 1,000\n[^]*< \.01/],
  ['cut-at-1023.txt', /^(?:Pump \d+ of Gorsefield was tested for \d+ hours\. ?)+/],
  ['picture-without-end.txt', /Title: Company Secretary$/],
];

describe('odd and broken submissions', () => {
  it.each(FAILURES)('%s is refused, with the reason and the place', async (name, reason) => {
    await expect(read(name)).rejects.toMatchObject({
      code: 'BAD_FILING',
      message: expect.stringMatching(reason) as unknown,
      detail: { offset: expect.any(Number) as unknown, file: join(DATA, name) },
    });
  });

  it.each(TEXTS)('%s gives its text', async (name, text) => {
    expect((await read(name)).text).toMatch(text);
  });

  it('are all in one of the two tables', () => {
    const known = [...FAILURES, ...TEXTS].map(([name]) => name).sort();
    const there = readdirSync(DATA).filter((name) => name !== 'README.md');
    expect(there.sort()).toEqual(known);
  });

  it('keep what their headers say', async () => {
    expect((await read('feed.nc')).line.parties.map((party) => party.role)).toEqual(['FILER', 'DEPOSITOR']);
    const { parties, documents } = (await read('empty-values.txt')).line;
    expect(parties).toMatchObject([{ sic: null, name: 'GORSEFIELD: PUMPS & VALVES' }]);
    expect(parties[0]!.former_names).toHaveLength(2);
    expect(documents).toMatchObject([{ sequence: null, type: '8-K', filename: null }]);
    expect((await read('no-header.txt')).line).toMatchObject({ parties: [], filed: null, form: '6-K' });
    expect((await read('cut-between-documents.txt')).line.documents).toHaveLength(1);
  });

  it('join lines that were cut at 1023 bytes without losing or adding a word', async () => {
    const pumps = [
      ...(await read('cut-at-1023.txt')).text.matchAll(/Pump (\d+) of Gorsefield was tested for (\d+) hours\./g),
    ];
    expect(pumps.length).toBeGreaterThan(40);
    pumps.forEach(([, pump, hours], nth) => {
      expect([Number(pump), Number(hours)]).toEqual([nth + 1, 7 * (nth + 1)]);
    });
  });
});
