import * as fc from 'fast-check';
import { FLAGS, UsageErrors, nearest, resolveFlags } from '../src/index.ts';

const { year, filings, filingsRoots, ai, listen, graph, json, metrics, limit } = FLAGS;

function problems(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof UsageErrors) return error.problems.map((problem) => `${problem.message}; ${problem.remedy}`);
    throw error;
  }
  return [];
}

describe('flags and environment', () => {
  it('takes the flag before the variable, the variable before the default, and an empty variable as unset', () => {
    const flags = { filings, listen };
    const env = { FILINGS_DIR: 'from-env', LISTEN: '' };
    expect(resolveFlags(flags, { filings: ['given'] }, env)).toEqual({
      filings: 'given',
      listen: { host: '127.0.0.1', port: 50051 },
    });
    expect(resolveFlags(flags, {}, env).filings).toBe('from-env');
  });

  it('collects what may be given several times and refuses what may be given once', () => {
    expect(resolveFlags({ filingsRoots }, { filings: ['a', 'b'] }, {}).filingsRoots).toEqual(['a', 'b']);
    expect(problems(() => resolveFlags({ year }, { year: ['2009', '2010'] }, {}))).toEqual([
      '--year is given 2 times, expected once; give --year once',
    ]);
  });

  it('tells everything that is wrong at once, naming flag or variable', () => {
    const wrong = problems(() =>
      resolveFlags({ year, limit, ai }, { year: ['abc'], limit: ['-1'] }, { USE_AI_EXTRACTION: 'mabye' }),
    );
    expect(wrong).toHaveLength(3);
    expect(wrong[0]).toContain("--year is 'abc'");
    expect(wrong[1]).toContain("--limit is '-1'");
    expect(wrong[2]).toContain("USE_AI_EXTRACTION is 'mabye'");
  });

  it.each([
    ['true', 'on'],
    ['false', 'off'],
    ['auto', 'auto'],
    ['', 'auto'],
  ])('reads USE_AI_EXTRACTION=%s as %s', (text, mode) => {
    expect(resolveFlags({ ai }, {}, { USE_AI_EXTRACTION: text }).ai).toBe(mode);
  });

  it.each([
    ['host', { host: 'host', port: 50051 }],
    ['host:1', { host: 'host', port: 1 }],
    ['[::1]:7', { host: '::1', port: 7 }],
    ['10.0.0.5', { host: '10.0.0.5', port: 50051 }],
  ])('reads the address %s', (text, expected) => {
    expect(resolveFlags({ listen }, { listen: [text] }, {}).listen).toEqual(expected);
  });

  it.each(['', ':1', 'host:99999', 'host:x', 'a b', 'http://host'])('refuses the address %j', (text) => {
    expect(problems(() => resolveFlags({ listen }, { listen: [text] }, {}))).toHaveLength(1);
  });

  it('knows a graph by its scheme, and a mistyped word is no file name', () => {
    const read = (text: string): unknown => resolveFlags({ graph }, { graph: [text] }, {}).graph;
    expect(read('neo4j')).toEqual({ kind: 'neo4j' });
    expect(read('sqlite:x.db')).toEqual({ kind: 'sqlite', file: 'x.db' });
    expect(read('x.db')).toEqual({ kind: 'sqlite', file: 'x.db' });
    expect(problems(() => read('neo4'))).toHaveLength(1);
    expect(problems(() => read('postgres:x'))).toHaveLength(1);
  });

  it('tells whether the metrics address was given', () => {
    expect(resolveFlags({ metrics }, {}, {}).metrics).toBeUndefined();
    expect(resolveFlags({ metrics }, { metrics: ['off'] }, {}).metrics).toBeNull();
    expect(resolveFlags({ metrics }, {}, { METRICS: '0.0.0.0:1' }).metrics).toEqual({ host: '0.0.0.0', port: 1 });
  });

  it('never throws anything but usage errors, whatever is given', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 2 }), (texts) => {
        for (const flag of Object.values(FLAGS)) {
          problems(() => resolveFlags({ flag }, { [flag.name]: texts }, {}));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('describes every flag, and two of one name that mean different things have different help', () => {
    for (const [key, flag] of Object.entries(FLAGS)) {
      expect([key, flag.help]).not.toEqual([key, '']);
      expect(flag.name === '' ? flag.env : flag.name).toMatch(/^[a-z0-9-]+$|^[A-Z0-9_]+$/);
    }
    expect(json.value).toBe('');
  });
});

describe('the nearest word', () => {
  it.each([
    ['sumbit', 'submit'],
    ['stauts', 'status'],
    ['load', 'load-graph'],
    ['WAIT', 'wait'],
    ['frobnicate', null],
    ['', null],
  ])('for %j is %j', (typed, expected) => {
    expect(nearest(typed, ['submit', 'status', 'load-graph', 'wait', 'jobs'])).toBe(expected);
  });
});
