import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';

const SAMPLES = join(REPOSITORY, 'samples', '2010');

interface Fact {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly confidence: number;
}

const folded = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('worker extract', () => {
  let bench: Bench;
  let files: string[];

  beforeAll(async () => {
    bench = await Bench.open();
    files = (await readdir(SAMPLES)).slice(0, 3).map((name) => join(SAMPLES, name));
    await writeFile(join(bench.dir, 'notes.txt'), 'no filing');
  });
  afterAll(() => bench.end());

  it('prints one line a file in the order given; a file that cannot be read gives an error line and exit code 1', async () => {
    const { code, stdout } = await bench.run('worker', [
      'extract',
      '--no-ai',
      files[0]!,
      'notes.txt',
      'absent.txt',
      files[1]!,
    ]);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => line['file'])).toEqual([files[0], 'notes.txt', 'absent.txt', files[1]]);
    expect(lines.map((line) => typeof line['error'])).toEqual(['undefined', 'string', 'string', 'undefined']);
    expect(code).toBe(1);
  });

  it('prints quotes that stand in the text that --text prints, at the offsets that it says', async () => {
    for (const file of files) {
      const { stdout: text, code } = await bench.run('worker', ['extract', '--text', file]);
      expect(code).toBe(0);
      const { stdout } = await bench.run('worker', ['extract', '--no-ai', file]);
      const facts = Object.values(JSON.parse(stdout) as Record<string, unknown>)
        .filter(Array.isArray)
        .flat() as Fact[];
      for (const { quote, start, end } of facts) expect(folded(text.slice(start, end))).toBe(folded(quote));
    }
  });

  it('prints headers with parties and documents', async () => {
    const { stdout } = await bench.run('worker', ['extract', '--header', ...files]);
    for (const line of stdout.trimEnd().split('\n')) {
      const header = JSON.parse(line) as { parties: { cik: string }[]; documents: { size: number }[] };
      expect(Object.keys(header)).toEqual(['file', 'accession', 'form', 'filed', 'period', 'parties', 'documents']);
      expect(header.parties[0]!.cik).toMatch(/^\d{10}$/);
      expect(header.documents[0]!.size).toBeGreaterThan(0);
    }
  });

  it('refuses two forms at once, and no file', async () => {
    expect((await bench.run('worker', ['extract', '--header', '--text', files[0]!])).code).toBe(2);
    expect(await bench.run('worker', ['extract'])).toMatchObject({ code: 2, stdout: '' });
  });
});
