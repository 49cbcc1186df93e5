import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cellWidth } from '@filigree/base';
import { Bench } from '@filigree/testing';

const PATIENCE_MS = 300_000;

// What no line that a person may see contains: controls, directions, line separators, what has no shape, towers of marks.
const HOSTILE =
  /[^\P{Cc}\n]|\p{Zl}|\p{Zp}|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]|[\u{e0000}-\u{e007f}]|\p{Mn}{5}/u;
const BEFORE_THE_MARK = /^\ufeff/;

const EVIL = '\u009b31m\u202eegami\u2028\u200bLine\u{e0041}\u0085';
/** The same without controls, which no name of a worker may hold. */
const EVIL_NAME = '\u202eegami\u2028\u200bLine\u{e0041}';
const TOWER = `Z${'\u0301'.repeat(30)}`;
const NAMES = [
  '株式会社 スカルネス マリン',
  '👨‍👩‍👧 FAMILY PLC',
  `EVIL ${EVIL} PLC`,
  `${TOWER}ALGO AG`,
  '=1+1 PLC',
  'PLAIN PLC',
];

const filing = (accession: string, company: string, cik: number): string => `<SEC-DOCUMENT>${accession}.txt : 20100303
<SEC-HEADER>${accession}.hdr.sgml : 20100303
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t6-K
FILED AS OF DATE:\t\t20100303

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\t${company}
\t\tCENTRAL INDEX KEY:\t\t\t${String(cik).padStart(10, '0')}
</SEC-HEADER>
<DOCUMENT>
<TYPE>6-K
<SEQUENCE>1
<FILENAME>a.htm
<TEXT>
<html><body><p>Ms. Orla Fenwick has been appointed Chief Financial Officer of the company with effect from 1 April 2010.</p>
</body></html>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;

describe('hostile text in filings, file names and the names of workers', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
    const dir = join(bench.dir, 'filings', 'evil\u202egnp.dir\u009b');
    await mkdir(dir, { recursive: true });
    for (const [at, name] of NAMES.entries()) {
      const accession = `0009911001-10-00${String(at).padStart(4, '0')}`;
      await writeFile(join(dir, `${accession}.txt`), filing(accession, name, 9912000 + at));
    }
    await writeFile(join(dir, '0009911001-10-000099.txt'), 'no filing\u202e\u009b');
  });
  afterEach(() => bench.end());

  it(
    'reach no terminal, log or table of the commands, and JSON keeps them exact',
    async () => {
      const { process: served, address } = await bench.serve('filings');
      const worker = await bench.connect(address, ['--id', `evil${EVIL_NAME}株式会社`]);
      const plain = await bench.connect(address, ['--id', 'plain']);
      const at = ['--coordinator', address];
      const submitted = await bench.run('coordinator', ['submit', '--no-ai', '--wait', ...at]);
      const outputs: Record<string, string> = { submit: submitted.stdout + submitted.stderr };
      const ask = async (title: string, program: 'coordinator' | 'tui', ...args: string[]): Promise<string> => {
        const { stdout, stderr } = await bench.run(program, args);
        outputs[title] = stdout + stderr;
        return stdout;
      };
      const query = 'SELECT name, cik FROM company ORDER BY cik';
      const [jobs, status, json, table, csv, dump] = await Promise.all([
        ask('jobs', 'coordinator', 'jobs', ...at),
        ask('status', 'coordinator', 'status', ...at),
        ask('jobs json', 'coordinator', 'jobs', '--json', ...at),
        ask('query', 'coordinator', 'graph', 'query', query, ...at),
        ask('csv', 'coordinator', 'graph', 'query', '--csv', query, ...at),
        ask('dump', 'coordinator', 'graph', 'dump', ...at),
        ask('job', 'coordinator', 'job', '3', ...at),
        bench.run('worker', ['connect', ...at, '--id', `evil${EVIL}`]).then(({ code, stdout, stderr }) => {
          outputs['an id with controls'] = stdout + stderr;
          expect(code).toBe(2);
        }),
        ask('no such job', 'coordinator', 'job', `x${EVIL}`, ...at),
        ask('monitor', 'tui', '--once', ...at),
      ]);
      for (const started of [worker, plain]) started.kill();
      await Promise.all([worker.ended, plain.ended]);
      served.kill();
      await served.ended;
      outputs['log of the coordinator'] = served.stderr() + served.stdout();
      outputs['log of the worker'] = worker.stderr();

      for (const [title, text] of Object.entries(outputs))
        expect([title, HOSTILE.exec(text.replace(BEFORE_THE_MARK, ''))?.[0] ?? '']).toEqual([title, '']);

      const companies = json.split('\n').flatMap((line) => /"company":("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? []);
      expect(companies.map((text) => JSON.parse(text) as string)).toEqual(
        expect.arrayContaining([NAMES[1], expect.stringMatching(/^Z\u0301{20}/), expect.stringContaining('\u202e')]),
      );
      expect(dump).toContain('\\u202e');
      expect(csv.split('\r\n').join('\n')).toContain("'=1+1 PLC");
      // Columns stand at the same cell in each row.
      const places = (text: string, mark: RegExp): number[] =>
        text.split('\n').flatMap((line) => {
          const found = mark.exec(line);
          return found === null ? [] : [cellWidth(line.slice(0, found.index))];
        });
      expect(new Set(places(table, /\b000991200\d/)).size).toBe(1);
      expect(places(table, /\b000991200\d/)).toHaveLength(NAMES.length);
      expect(places(status, /connected/)).toHaveLength(2);
      expect(new Set(places(status, /connected/)).size).toBe(1);
      expect(new Set(places(jobs, /0009911001-10/)).size).toBe(1);
    },
    PATIENCE_MS,
  );
});
