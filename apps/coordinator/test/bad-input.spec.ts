import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';

const SAMPLES = join(REPOSITORY, 'samples');

describe('bad input', () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await Bench.open();
    await mkdir(join(bench.dir, 'empty'));
    await mkdir(join(bench.dir, 'stray'));
    await writeFile(join(bench.dir, 'stray', 'notes.txt'), 'no filing');
    await writeFile(join(bench.dir, 'file'), '');
  });
  afterAll(async () => {
    await bench.end();
  });

  // What is given, the exit code, and what the one line must name: the place, the value, the remedy.
  const cases: [string, string[], number, string[]][] = [
    ['a year that is none', ['load-graph', '--year', 'abc'], 2, ['--year', "'abc'", '--year 2010']],
    ['a limit that is none', ['submit', '--limit', '0'], 2, ['--limit', "'0'", '--limit 10']],
    [
      'filings that do not exist',
      ['load-graph', '--filings', 'nowhere'],
      2,
      ['--filings nowhere', 'does not exist', '--filings DIR'],
    ],
    [
      'filings of a server that do not exist',
      ['serve', '--filings', 'nowhere'],
      2,
      ['--filings nowhere', 'does not exist'],
    ],
    ['filings that are a file', ['load-graph', '--filings', 'file'], 2, ['--filings file', 'directory']],
    [
      'a directory that is empty',
      ['load-graph', '--filings', 'empty', '--workers', '1', '--metrics', 'off'],
      2,
      ['empty', 'no filing', '--filings DIR'],
    ],
    [
      'a directory without filings',
      ['load-graph', '--filings', 'stray', '--workers', '1', '--metrics', 'off'],
      2,
      ['stray', '1 files looked at', '1 are no filings'],
    ],
    [
      'a queue directory below a file',
      ['load-graph', '--filings', SAMPLES, '--queue-dir', 'file/queue'],
      4,
      ['file/queue', '--queue-dir'],
    ],
    [
      'a queue directory where nothing can be made',
      ['load-graph', '--filings', SAMPLES, '--queue-dir', '/proc/filigree/queue'],
      4,
      ['/proc/filigree/queue', '--queue-dir'],
    ],
    [
      'a coordinator that is not there',
      ['status', '--coordinator', '127.0.0.1:1'],
      3,
      ['127.0.0.1:1', 'coordinator serve'],
    ],
    ['a wait without a coordinator', ['wait', '--coordinator', '127.0.0.1:1'], 3, ['127.0.0.1:1', 'coordinator serve']],
    [
      'a submit without a coordinator',
      ['submit', '--coordinator', '127.0.0.1:1'],
      3,
      ['127.0.0.1:1', 'coordinator serve'],
    ],
    ['an unknown command', ['sumbit'], 2, ['sumbit', 'submit', '--help']],
    ['an unknown flag', ['submit', '--yaer', '2010'], 2, ['--yaer', '--year', 'submit --help']],
    ['an unknown mode', ['submit', '--ai', 'atuo'], 2, ['--ai', "'atuo'", 'auto']],
    [
      'an unknown type of event',
      ['graph', 'events', '--type', 'acquisiton'],
      2,
      ['--type', "'acquisiton'", 'acquisition?'],
    ],
    [
      'an open address in the clear',
      ['serve', '--filings', 'empty', '--listen', '0.0.0.0:0'],
      2,
      ['0.0.0.0', '--tls-cert', '--insecure'],
    ],
    ['Neo4j without its address', ['load-graph', '--filings', SAMPLES, '--graph', 'neo4j'], 2, ['NEO4J_URI']],
  ];

  it.each(cases)(
    '%s ends with one line that names it',
    async (_name, args, code, words) => {
      const output = await bench.run('coordinator', args);
      expect(output.stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(output.stderr).toMatch(/^error: /);
      for (const word of words) expect(output.stderr).toContain(word);
      expect(output.stdout).toBe('');
      expect(output.code).toBe(code);
    },
    300_000,
  );

  it('tells of a port in use and of a queue directory that another coordinator holds', async () => {
    const { port, address } = await bench.serve('empty', ['--queue-dir', 'held', '--graph', 'held.db']);
    const taken = await bench.run('coordinator', [
      'serve',
      '--filings',
      'empty',
      '--listen',
      address,
      '--queue-dir',
      'other',
      '--graph',
      'other.db',
      '--metrics',
      'off',
    ]);
    expect(taken.code).toBe(4);
    expect(taken.stderr).toContain(`--listen 127.0.0.1:${String(port)}: the port is in use`);

    const held = await bench.run('coordinator', [
      'load-graph',
      '--filings',
      SAMPLES,
      '--queue-dir',
      'held',
      '--graph',
      'other.db',
    ]);
    expect(held.code).toBe(4);
    expect(held.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(held.stderr).toContain('--distributed');
  });

  it('refuses filings outside the directories of serve', async () => {
    const { address } = await bench.serve('empty', ['--queue-dir', 'refusing', '--graph', 'refusing.db']);
    for (const filings of [SAMPLES, 'stray', '/etc']) {
      const output = await bench.run('coordinator', ['submit', '--filings', filings, '--coordinator', address]);
      expect(output.stderr).toContain('lies in none of the coordinator');
      expect(output.code).toBe(2);
    }
  });
});
