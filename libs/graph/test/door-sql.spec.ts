// The door for free queries in SQL: what hostile ones get, what harmless ones get, and what each may take.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openSqliteStore } from '@filigree/graph';
import type { GraphStore, QueryResult } from '@filigree/graph';
import { Door } from '../src/door/door.ts';
import { QUERY_LIMITS } from '../src/door/limits.ts';
import type { QueryLimits } from '../src/door/limits.ts';
import { checkSql } from '../src/door/sql/check.ts';
import { checkPlan } from '../src/door/sql/plan.ts';
import { runSql } from '../src/door/sql/run.ts';
import { fileUri } from '../src/sqlite/reading.ts';
import { delta } from './support/filings.ts';
import { fill } from './support/questions.ts';

const SECRET = 'root:secret:0:0';
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
/** Joins that no machine ends; it is no recursion and makes no large value. */
const ENDLESS = `SELECT count(*) FROM ${Array.from({ length: 9 }, (_, at) => `statement s${String(at)}`).join(', ')}`;

let directory: string;
let file: string;
let store: GraphStore;
let hostile: string[];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'filigree-door-'));
  file = join(directory, 'graph.db');
  writeFileSync(join(directory, 'secret'), SECRET);
  store = await openSqliteStore(file);
  await fill(store);
  const places = fixture('hostile-sql') as string[];
  hostile = [
    ...places.map((query) => query.replaceAll('{dir}', directory)),
    `SELECT ${'('.repeat(2000)}1${')'.repeat(2000)}`,
    `SELECT ${'1+'.repeat(5000)}1`,
    `SELECT '${'x'.repeat(70_000)}'`,
    `SELECT ${Array.from({ length: 700 }, () => '1').join(' UNION ALL SELECT ')}`,
    `SELECT ${Array.from({ length: 3000 }, () => '1').join(', ')}`,
    `SELECT 'x' LIKE '${'%a'.repeat(30_000)}'`,
    `SELECT * FROM ${Array.from({ length: 70 }, (_, at) => `node n${String(at)}`).join(', ')}`,
  ];
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

interface Outcome {
  readonly query: string;
  readonly code: string;
  readonly text: string;
}

async function outcomeOf(query: string): Promise<Outcome> {
  try {
    return { query, code: 'ANSWERED', text: JSON.stringify(await store.query(query)) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { query, code: code ?? 'CRASHED', text: message };
  }
}

describe('a hostile query', () => {
  it('reads no file and writes none, however it is spelled, and leaves the graph as it was', async () => {
    expect(hostile.length).toBeGreaterThan(200);
    const before = readdirSync(directory).sort();
    const dumped = await dumpHash();
    const outcomes: Outcome[] = [];
    for (const query of hostile) outcomes.push(await outcomeOf(query));
    expect(outcomes.filter(({ code }) => !['ANSWERED', 'USAGE', 'TOO_LARGE'].includes(code))).toEqual([]);
    expect(outcomes.filter(({ text }) => text.includes(SECRET) || text.includes('726f6f743a'))).toEqual([]);
    // Whatever of the list is answered is answered because it does no harm.
    expect(outcomes.filter(({ code }) => code === 'ANSWERED').map(({ query }) => query.slice(0, 60))).toEqual([]);
    expect(readdirSync(directory).sort()).toEqual(before);
    expect(await dumpHash()).toBe(dumped);
    expect(await store.write([{ delta: delta(77), token: 77 }])).toEqual([{ outcome: 'written' }]);
  });

  it('reads no file either if its words are not looked at: what SQLite made of it is looked at as well', () => {
    const before = readdirSync(directory).sort();
    const connection = new Database(`file:${file}?mode=ro`);
    let refusals = 0;
    for (const query of hostile.filter((one) => one.includes(directory))) {
      try {
        checkPlan(connection, query);
      } catch {
        refusals++;
        continue;
      }
      // SQLite has left the call out: its value is not needed.
      expect(JSON.stringify(connection.prepare(query).raw().all())).not.toContain(SECRET);
    }
    connection.close();
    expect(refusals).toBeGreaterThan(100);
    expect(readdirSync(directory).sort()).toEqual(before);
  });

  it('leaves words that only look like harm alone', () => {
    for (const query of [
      "SELECT 'readfile(1)'",
      "SELECT 'a;b' -- ; PRAGMA",
      'SELECT c.name AS "readfile" FROM company c',
    ])
      expect(() => checkSql(query)).not.toThrow();
  });
});

async function dumpHash(): Promise<string> {
  let all = '';
  for await (const line of store.dump()) all += line;
  return all;
}

describe('a harmless query', () => {
  it('gets its rows: joins, aggregates, windows, dates, JSON, patterns, unions, subqueries, any quoting', () => {
    const pairs = fixture('harmless-sql') as [query: string, rows: unknown[][]][];
    const answered = pairs.map(([text]): (typeof pairs)[number] => {
      const rows: unknown[][] = [];
      const statement = checkSql(text);
      runSql(
        { kind: 'sqlite', uri: fileUri(file, 'mode=ro'), text, statement },
        QUERY_LIMITS,
        () => undefined,
        (row) => rows.push([...row]),
      );
      return [text, rows.slice(0, 3)];
    });
    expect(answered).toEqual(pairs);
  });

  it('is refused with what to do where it is no query, or asks for what is not there', async () => {
    await expect(store.query('SELECT nowhere FROM company')).rejects.toMatchObject({
      code: 'USAGE',
      message: 'query: no such column: nowhere',
    });
    await expect(store.query('SELECT * FROM companies')).rejects.toMatchObject({
      code: 'USAGE',
      remedy: expect.stringContaining('docs/security.md') as string,
    });
  });
});

describe('what one query may take', () => {
  const asked = async (text: string, limits: Partial<QueryLimits>): Promise<QueryResult> => {
    const door = new Door({ ...QUERY_LIMITS, ...limits });
    try {
      return await door.ask({ kind: 'sqlite', uri: fileUri(file, 'mode=ro'), text, statement: text });
    } finally {
      await door.close();
    }
  };
  const tooMuch = (message: string): unknown => ({
    code: 'TOO_LARGE',
    message: expect.stringContaining(message) as string,
  });
  const ten = "SELECT value, printf('%1000d', value) FROM json_each('[1,2,3,4,5,6,7,8,9,10]')";

  it.each([
    ['rows', ten, { rows: 9 }, 'more than 9 rows'],
    ['bytes of a value', ten, { valueBytes: 999 }, 'a value of more than 999 bytes'],
    ['bytes of the answer', ten, { answerBytes: 5000 }, 'an answer of more than 5000 bytes'],
    [
      'memory of SQLite',
      "SELECT length(printf('%40000000d', 1))",
      { sqliteBytes: 20_000_000 },
      'more memory than it may',
    ],
    ['memory of its process', ten, { processBytes: 1000 }, 'more than 1000 bytes of memory'],
    ['time', ENDLESS, { timeMs: 300 }, 'longer than 0.3 seconds'],
  ])('has a limit for %s', async (_name, query, limits, message) => {
    await expect(asked(query, limits)).rejects.toMatchObject(tooMuch(message) as object);
  });

  it('has a limit for the length of its text', () => {
    expect(() => checkSql(`SELECT '${'x'.repeat(QUERY_LIMITS.textBytes)}'`)).toThrow(/longer than 65536 bytes/);
  });

  it('ends with the one who asked, and so do those that wait; more than may wait are refused', async () => {
    const door = new Door({ ...QUERY_LIMITS, atOnce: 1, waiting: 1 });
    const ask = (signal?: AbortSignal): Promise<QueryResult> =>
      door.ask({ kind: 'sqlite', uri: fileUri(file, 'mode=ro'), text: ENDLESS, statement: ENDLESS }, signal);
    const [first, second] = [new AbortController(), new AbortController()];
    const running = ask(first.signal);
    const waiting = ask(second.signal);
    await expect(ask()).rejects.toMatchObject({ code: 'OVERLOADED' });
    second.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    const next = ask();
    // It ends while the door closes, before anybody looks.
    next.catch(() => undefined);
    first.abort();
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await door.close();
    await expect(next).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('holds up no write, and does not outlive its store', async () => {
    const other = await openSqliteStore(file);
    const endless = other.query(ENDLESS);
    endless.catch(() => undefined);
    for (const at of [1, 2, 3]) {
      expect(await other.write([{ delta: delta(80 + at), token: 100 + at }])).toEqual([{ outcome: 'written' }]);
    }
    await other.close();
    await expect(endless).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
