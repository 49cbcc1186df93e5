import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverFilings, unpackFiling } from '@filigree/edgar';
import { REPOSITORY } from '@filigree/testing';
import { processFiling } from '../src/processing/process-filing.ts';

// Small filings that real damage happened to, which live beside the repository and are never copied into it.
const CASES = join(REPOSITORY, '../shared/cases');
const describeCases = ((): jest.Describe => {
  if (existsSync(CASES)) return describe;
  process.stderr.write(`SKIPPED: ${CASES} is absent, its filings are not read\n`);
  return describe.skip;
})();

const KINDS = ['roles', 'events', 'ownership', 'ratings', 'debt', 'holdings', 'trades'] as const;

/** The facts of a filing without their places in its text, which a mended twin has elsewhere. */
async function factsOf(bytes: Buffer): Promise<Record<string, unknown[]>> {
  const nowMs = (): number => 0;
  const { facts } = await processFiling(unpackFiling(bytes, 'a.txt'), 'a.txt', null, nowMs, () => undefined);
  return Object.fromEntries(
    KINDS.map((kind) => [kind, facts[kind].map((fact) => ({ ...fact, start: 0, end: 0, quote: '' }))]),
  );
}

const latin1 = (change: (text: string) => string) => (bytes: Buffer) =>
  Buffer.from(change(bytes.toString('latin1')), 'latin1');

// The same filing without what is wrong with it.
const twins: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  '08-comment-bang.txt': latin1((text) => text.replace(/<!-- made by hand --!>/, '')),
  '08-comment-empty.txt': latin1((text) => text.replace('<!--->', '')),
  '08-doctype-typo.txt': latin1((text) => text.replace('<!--DOCTYPE', '<!DOCTYPE')),
  '09-utf8-one-stray-byte.txt': (bytes) => {
    const at = bytes.indexOf(Buffer.from('group\x92s', 'latin1')) + 5;
    return Buffer.concat([bytes.subarray(0, at), Buffer.from('’'), bytes.subarray(at + 1)]);
  },
  '09-cp1252-one-undefined-byte.txt': latin1((text) => text.replace('\x9d', '')),
  '10-nul-in-html.txt': latin1((text) => text.replaceAll('\0', '')),
  '10-nul-padding.txt': latin1((text) => text.replaceAll('\0', '')),
  '11-header-without-indent.txt': latin1((text) =>
    text
      .replace(/^(?:COMPANY DATA|FILING VALUES):/gm, '\t$&')
      .replace(
        /^(?:COMPANY CONFORMED NAME|CENTRAL INDEX KEY|STANDARD INDUSTRIAL CLASSIFICATION|FORM TYPE|SEC ACT):/gm,
        '\t\t$&',
      ),
  ),
  '12-plain-named-entity.txt': (bytes) => Buffer.from(bytes.toString().replaceAll('&eacute;', 'é')),
  '12-plain-146.txt': (bytes) => Buffer.from(bytes.toString().replaceAll('&#146;', '’')),
  '13-form4-bare.txt': latin1((text) =>
    text
      .replace('<ownershipDocument>', '<XML>\n<?xml version="1.0"?>\n<ownershipDocument>')
      .replace('</TEXT>', '</XML>\n</TEXT>'),
  ),
  '13-form4-bom.txt': latin1((text) => text.replace('\xef\xbb\xbf', '')),
  '14-line-a-div.txt': latin1((text) => text.replaceAll('</div>\n<div>', '\n')),
  '14-line-a-pre.txt': latin1((text) => text.replaceAll('</pre>\n<pre>', '\n')),
  '19-ctrl-z-behind-the-end.txt': latin1((text) => text.replace('\x1a', '')),
};

describeCases('a damaged filing', () => {
  it.each(Object.entries(twins))('gives the facts of its twin without damage: %s', async (name, mend) => {
    const damaged = readFileSync(join(CASES, name));
    const mended = mend(damaged);
    expect(mended.equals(damaged)).toBe(false);
    const facts = await factsOf(mended);
    expect(facts['roles']!.length).toBeGreaterThan(0);
    expect(await factsOf(damaged)).toEqual(facts);
  });

  it.each(['01-whole-filing.txt.gz', '16-name-9k.txt'])('gives its three roles and its event: %s', async (name) => {
    const { roles, events } = await factsOf(readFileSync(join(CASES, name)));
    expect([roles!.length, events!.length]).toEqual([3, 1]);
  });

  it('is passed over where a whole copy lies beside it', async () => {
    const { filings, copies } = await discoverFilings({ roots: [join(CASES, '07-two-copies')] });
    expect(filings.map(({ path }) => path)).toEqual(['b/0009911001-10-000101.txt']);
    expect(copies).toHaveLength(1);
  });
});
