import { EXPORT_FORMATS, exportLines } from '@filigree/graph';
import type { ExportFormat } from '@filigree/graph';
import { delta, event, role } from './support/filings.ts';
import { dumpOf, makeSqliteStores } from './support/stores.ts';

async function* each(lines: readonly string[]): AsyncIterable<string> {
  for (const line of lines) yield await Promise.resolve(line);
}

describe('an exported graph', () => {
  const stores = makeSqliteStores();
  let dump: string[] = [];
  beforeAll(async () => {
    const store = await stores.fresh();
    const quote = `=1+1 said O'Neil & "Sons" <Ltd> \\ in\ntwo lines \u0007`;
    const made = delta(
      1,
      { events: [event(quote, { amount: 5, currency: 'USD' })], roles: [role('Jon O’Neil', 'Acme Widgets plc')] },
      { items: ['2.02', '9.01'] },
    );
    await store.write([{ delta: made, token: 1 }]);
    dump = await dumpOf(store);
  });
  afterAll(() => stores.done());

  const exported = async (format: ExportFormat): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of exportLines(format, each(dump))) lines.push(line);
    return lines;
  };

  it.each(EXPORT_FORMATS)('as %s has a line for every node and relationship', async (format) => {
    const lines = await exported(format);
    const wanted = { cypher: /^(MERGE|MATCH) /, csv: /^(node|relationship),/, graphml: /^ {4}<(node|edge) / }[format];
    expect(lines.filter((line) => wanted.test(line))).toHaveLength(dump.length);
  });

  it('as Cypher is one statement a line, with text that cannot end early and floats that stay floats', async () => {
    const statement = (await exported('cypher')).find((line) => line.startsWith('MERGE (n:Event')) ?? '';
    expect(statement).not.toContain('\n');
    expect(statement).toContain('`amount`: 5.0');
    expect(statement).toContain(String.raw`=1+1 said O\'Neil & "Sons" <Ltd> \\ in\ntwo lines`);
  });

  it('as CSV begins with the mark that makes it UTF-8 and holds no cell that runs', async () => {
    const lines = await exported('csv');
    expect(lines[0]).toMatch(/^\ufeffentity,label,id,from_label,from_id,to_label,to_id,/);
    expect(lines.join('\n')).not.toMatch(/,"?=1\+1/);
    expect(lines.join('\n')).toContain('2.02; 9.01');
  });

  it('as GraphML declares every property it uses, escapes text and drops what XML cannot carry', async () => {
    const text = (await exported('graphml')).join('\n');
    const declared = new Set([...text.matchAll(/<key id="([^"]+)"/g)].map((match) => match[1]));
    const used = new Set([...text.matchAll(/<data key="([^"]+)"/g)].map((match) => match[1]));
    expect([...used].filter((key) => !declared.has(key))).toEqual([]);
    expect(text).toContain('&amp; &quot;Sons&quot; &lt;Ltd&gt;');
    expect(text).not.toContain('\u0007');
    expect(text.endsWith('</graphml>')).toBe(true);
  });
});
