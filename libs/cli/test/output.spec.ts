import { PassThrough } from 'node:stream';
import { cellWidth, systemClock } from '@filigree/base';
import { formatTable, makeLogger, printData, printError, printJson, printLine, progressLine } from '../src/index.ts';
import type { Io } from '../src/index.ts';

const EVIL = 'Acme\u009b2J\u202egnp\u2028\u200bplc\u{e0041}';
const CLEAN = 'Acme 2J gnp plc';

const said = (stream: PassThrough): string => String(stream.read() ?? '');

function makeIo(
  isTTY: boolean,
  env: Record<string, string> = {},
): { io: Io; stdout: PassThrough; stderr: PassThrough } {
  const stdout = Object.assign(new PassThrough(), { isTTY });
  const stderr = new PassThrough();
  return { io: { stdin: new PassThrough(), stdout, stderr, env, cwd: '.' }, stdout, stderr };
}

describe('output', () => {
  it('has no line that a terminal would obey', async () => {
    const { io, stdout } = makeIo(false);
    await printLine(io, `${EVIL}\nforged: line`);
    expect(said(stdout)).toBe(`${CLEAN} forged: line\n`);
  });

  it('as JSON is exact, by escapes', async () => {
    const { io, stdout } = makeIo(false);
    await printJson(io, { name: EVIL });
    const line = said(stdout);
    expect(JSON.parse(line)).toEqual({ name: EVIL });
    expect(line).toBe('{"name":"Acme\\u009b2J\\u202egnp\\u2028\\u200bplc\\udb40\\udc41"}\n');
  });

  it('of data is exact in a pipe and safe on a terminal', async () => {
    for (const [isTTY, expected] of [
      [false, `${EVIL}\nb\n`],
      [true, `${CLEAN}\nb\n`],
    ] as const) {
      const { io, stdout } = makeIo(isTTY);
      await printData(io, `${EVIL}\nb`);
      expect(said(stdout)).toBe(expected);
    }
  });

  it('of an internal error with its stack has no line that a terminal would obey', () => {
    const { io, stderr } = makeIo(false, { FILIGREE_DEBUG: '1' });
    printError(new Error(EVIL), io);
    const text = said(stderr);
    expect(text).toContain(`internal error: ${CLEAN}\nError: ${CLEAN}\n`);
    expect(text).not.toMatch(/[\u0080-\u009f\u202e\u2028]/);
  });
});

describe('a log', () => {
  it('shows hostile fields and messages safely on a terminal, and exactly in JSON', () => {
    for (const isTTY of [true, false]) {
      const stream = Object.assign(new PassThrough(), { isTTY });
      makeLogger(stream, systemClock).log('warn', EVIL, { worker: EVIL });
      const line = said(stream);
      expect(line).not.toMatch(/[\u0080-\u009f\u202e\u2028\u200b\udb40]/);
      if (isTTY) expect(line).toContain(`warn: ${CLEAN} worker=${CLEAN}`);
      else expect(JSON.parse(line)).toMatchObject({ message: EVIL, worker: EVIL });
    }
  });
});

describe('a table', () => {
  it('has columns at the same cell in each row, whatever the script', () => {
    const names = [
      '株式会社 スカルネス',
      '👨‍👩‍👧 Family plc',
      'Zu\u0308rich AG',
      'Plain Inc.',
      EVIL,
      `a${'\u0301'.repeat(40)}`,
    ];
    const lines = formatTable([['company', 'n', 'state'], ...names.map((name, at) => [name, at, 'here'])]);
    const places = lines.slice(1).map((line) => cellWidth(line.slice(0, line.indexOf('here'))));
    expect(new Set(places).size).toBe(1);
    expect(lines[0]!.indexOf('state')).toBe(places[0]);
    expect(lines[5]).toContain(CLEAN);
  });
});

describe('the progress bar', () => {
  it('is narrower than the terminal where a hint has wide characters', () => {
    const progress = { done: 25, total: 100, failed: 2, ratePerSecond: 5, hint: '株式会社'.repeat(20) };
    for (let columns = 2; columns < 220; columns++)
      expect(cellWidth(progressLine(progress, columns))).toBeLessThan(columns);
  });
});
