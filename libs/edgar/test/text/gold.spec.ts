import { filingText, readFilingFile } from '@filigree/edgar';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeShared, SHARED, sharedFiles } from '../support/shared.ts';

interface Labelled {
  readonly accession: string;
  readonly [kind: string]: string | readonly { readonly quote: string }[];
}

const KINDS = ['roles', 'events', 'ownership', 'ratings', 'debt'];
const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

describeShared('the text of real filings', () => {
  it('holds what readers quoted, but for quotes that join the columns of different people', async () => {
    const files = JSON.parse(readFileSync(join(SHARED, 'gold/files.json'), 'utf8')) as Record<string, string>;
    const lines = readFileSync(join(SHARED, 'gold/dev.jsonl'), 'utf8').trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as Labelled);
    let quotes = 0;
    const missing: string[] = [];
    for (const row of rows) {
      const { bytes, submission } = await readFilingFile(join(SHARED, 'filings', files[row.accession]!));
      const text = withoutSpace(filingText(bytes, submission).text);
      for (const kind of KINDS) {
        for (const { quote } of (row[kind] ?? []) as readonly { readonly quote: string }[]) {
          quotes++;
          if (!text.includes(withoutSpace(quote))) missing.push(`${row.accession}: ${quote}`);
        }
      }
    }
    expect(quotes).toBeGreaterThan(300);
    // The rest are stacks of contacts side by side that the readers quoted across.
    expect(missing.length / quotes).toBeLessThan(0.03);
  });

  it('has blocks that lie in order, cover it but for the line ends between them, and hold their cells', async () => {
    const files = [...sharedFiles('sgml'), ...sharedFiles('filings', '2009').slice(0, 30)];
    for (const file of files) {
      const { bytes, submission } = await readFilingFile(file);
      const { text, blocks } = filingText(bytes, submission);
      const wrong: unknown[] = [];
      let at = 0;
      for (const block of blocks) {
        const slice = text.slice(block.start, block.end);
        const cells = block.cells.map((cell) => text.slice(cell.start, cell.end)).join('\t');
        const fits = block.start === at && block.end > at && slice.trim() === slice;
        if (!fits || cells !== (block.kind === 'row' ? slice : '')) wrong.push({ file, block, slice });
        at = block.end + 1;
      }
      expect(wrong).toEqual([]);
      expect(at).toBe(blocks.length === 0 ? 0 : text.length + 1);
    }
  });
});
