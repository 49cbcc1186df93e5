import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';

const PATIENCE_MS = 300_000;
const SAMPLES = ['000999910110000047', '000999910210000009', '000999910210000022', '000999910210000025'];

/** A filing whose header has these parties. */
function filing(accession: string, parties: readonly string[]): string {
  const party = (name: string, at: number): string =>
    `FILER:\n\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\t${name}\n\t\tCENTRAL INDEX KEY:\t\t\t${String(9_000_000 + at)}\n`;
  return [
    `<SEC-DOCUMENT>${accession}.txt : 20100511`,
    `<SEC-HEADER>${accession}.hdr.sgml : 20100511`,
    `ACCESSION NUMBER:\t\t${accession}`,
    'CONFORMED SUBMISSION TYPE:\t6-K',
    'FILED AS OF DATE:\t\t20100511',
    '',
    ...parties.map(party),
    '</SEC-HEADER>',
    '<DOCUMENT>\n<TYPE>6-K\n<SEQUENCE>1\n<TEXT>\nNothing is said here.\n</TEXT>\n</DOCUMENT>',
    '</SEC-DOCUMENT>\n',
  ].join('\n');
}

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
});
afterAll(() => bench.end());

it(
  'a filing of 6,000 parties and one with names of megabytes leave the worker its slots and its stream: all jobs are done',
  async () => {
    const filings = join(bench.dir, 'filings');
    await mkdir(filings);
    const many = Array.from({ length: 6_000 }, (_, at) => `PARTY ${String(at)} OF THE LONG LIST OF PARTIES LTD`);
    await writeFile(join(filings, 'a-many.txt'), filing('0009999101-10-000901', many));
    const huge = ['N'.repeat(3_000_000), 'É'.repeat(1_000_000)];
    await writeFile(join(filings, 'b-huge.txt'), filing('0009999101-10-000902', huge));
    for (const name of SAMPLES) {
      await copyFile(join(REPOSITORY, 'samples/2010', `${name}.txt`), join(filings, `${name}.txt`));
    }
    const { address, process: coordinator } = await bench.serve(filings);
    const worker = await bench.connect(address, ['--concurrency', '1']);
    const run = await bench.run('coordinator', ['submit', '--no-ai', '--wait', '--json', '--coordinator', address]);
    expect(JSON.parse(run.stdout)).toMatchObject({ processed: 6, failed: 0, texts_cut: 2 });
    // One stream from beginning to end: nothing that was sent ended it.
    expect(worker.stderr().match(/connected to/g)).toHaveLength(1);
    expect(coordinator.stderr()).not.toMatch(/stream .*ended|left/);
    const jobs = await bench.run('coordinator', ['jobs', '--json', '--coordinator', address]);
    for (const line of jobs.stdout.trimEnd().split('\n')) expect(line.length).toBeLessThan(5_000);
    const dump = await bench.run('coordinator', ['graph', 'dump', '--coordinator', address]);
    expect(dump.stdout.match(/"type":"PARTY_TO"/g)?.length).toBeGreaterThanOrEqual(6_002);
    expect(dump.stdout).toMatch(/"name":"N{999}…"/);
  },
  PATIENCE_MS,
);
