import fc from 'fast-check';
import type { Size } from '../src/ui/state.ts';
import { frame, SMALLEST } from '../src/view/frame.ts';
import { lineText, lineWidth } from '../src/view/line.ts';
import { status, watchUpdate } from './builders.ts';
import { Driver } from './driver.ts';
import { jobPageThere, jobsThere, midRun } from './scene.ts';

const SCENES: Readonly<Record<string, (driver: Driver) => Driver>> = {
  overview: midRun,
  workers: (driver) => midRun(driver).press('2', 'down', 'down'),
  jobs: (driver) => jobsThere(midRun(driver)),
  events: (driver) => midRun(driver).press('4'),
  facts: (driver) => midRun(driver).press('5'),
  'a worker': (driver) => midRun(driver).press('2', 'down', 'down', 'enter'),
  'a job': (driver) => jobPageThere(midRun(driver)),
  'a fact': (driver) => midRun(driver).press('5', 'enter'),
  help: (driver) => midRun(driver).press('?'),
  'a question': (driver) => midRun(driver).press('p'),
  'a filter': (driver) => midRun(driver).press('2', '/', 'w'),
  connecting: (driver) => driver,
  disconnected: (driver) =>
    midRun(driver).send({ type: 'monitor', event: { type: 'lost', attempt: 3, retryAtMs: 99_000, reason: 'refused' } }),
  nothing: (driver) => driver.hear(watchUpdate({ snapshot: true })),
};

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function expectFits(driver: Driver, size: Size): void {
  const lines = frame(driver.state, driver.nowMs);
  expect(lines.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
  for (const row of lines) {
    expect(lineWidth(row)).toBeLessThanOrEqual(Math.max(1, size.columns - 1));
    for (const piece of row) expect(piece.text).not.toMatch(CONTROL);
  }
}

describe.each(Object.entries(SCENES))('the view of %s', (_name, make) => {
  it.each([40, 80, 120, 200])('fits %i columns, and has no control character in it', (columns) => {
    const size = { columns, rows: 24 };
    expectFits(make(new Driver({ size })), size);
  });

  it('fits any size, and always has the same number of lines where it is not tiny', () => {
    const driver = make(new Driver());
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 220 }), fc.integer({ min: 1, max: 70 }), (columns, rows) => {
        driver.send({ type: 'resize', size: { columns, rows } });
        expectFits(driver, { columns, rows });
        if (columns >= SMALLEST.columns && rows >= SMALLEST.rows) {
          expect(frame(driver.state, driver.nowMs)).toHaveLength(rows - 1);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the overview', () => {
  it.each([40, 80, 120])('has the counts of all states, with a mark each, at %i columns', (columns) => {
    const text = midRun(new Driver({ size: { columns, rows: 40 } })).text();
    for (const expected of ['○ pending', '◐ processing', '● completed', '✗ failed', '⊘ cancelled']) {
      expect(text).toContain(expected);
    }
    expect(text).toMatch(/pending +21/);
    expect(text).toMatch(/completed +104/);
    expect(text).toContain('76% 105 of 138');
    expect(text).toContain('1,234');
    expect(text).toContain('4,321');
  });

  it('states the time left as an estimate, from a smoothed rate', () => {
    expect(midRun(new Driver()).lines()[3]).toBe(
      'Run 3f2a9c1b 76% 105 of 138, ✗ 1 failed, 2.0/s, about 16s left (estimate)',
    );
  });

  it('shows the worst first: what it waits for, a full disk, a pause', () => {
    const driver = new Driver();
    const base = status();
    const standstill = [{ reason: 'no_workers', text: 'no worker is connected; start one with worker connect' }];
    driver.hear(
      watchUpdate({ snapshot: true, status: { ...base, standstill, queue: { ...base.queue, diskFull: true } } }),
    );
    expect(driver.lines()[2]).toBe('! no worker is connected; start one with worker connect');
    expect(driver.text()).toContain('✗ disk full: nothing is acknowledged');
    driver.hear(watchUpdate({ status: { ...base, queue: { ...base.queue, paused: true } } }));
    expect(driver.lines()[0]).toContain('= paused');
  });
});

describe('what is not there', () => {
  it('looks different when it is loading, empty, failed and disconnected', () => {
    const loading = new Driver().text();
    const empty = new Driver().hear(watchUpdate({ snapshot: true })).text();
    const failed = new Driver().hear(watchUpdate({ snapshot: true })).press('3');
    failed.send({ type: 'jobs-failed', error: 'the coordinator is busy' });
    const lost = new Driver().send({
      type: 'monitor',
      event: { type: 'lost', attempt: 2, retryAtMs: 2000, reason: 'no coordinator answers at 127.0.0.1:50051' },
    });
    expect(loading).toContain('… connecting to 127.0.0.1:50051');
    expect(empty).toContain('No job yet. Queue some with: coordinator submit');
    expect(failed.text()).toContain('✗ the coordinator is busy');
    expect(lost.text()).toContain('✗ no coordinator answers at 127.0.0.1:50051 yet');
    expect(new Set([loading, empty, failed.text(), lost.text()]).size).toBe(4);
  });

  it('keeps what was known on show while the coordinator is away, with the attempt and the wait', () => {
    const driver = midRun(new Driver());
    driver.send({
      type: 'monitor',
      event: { type: 'lost', attempt: 4, retryAtMs: driver.nowMs + 1500, reason: 'refused' },
    });
    expect(driver.lines()[0]).toContain('✗ disconnected');
    expect(driver.lines()[2]).toBe('✗ connection lost, attempt 4 in 1.5s: refused');
    expect(driver.text()).toMatch(/completed +104/);
    driver.send({ type: 'monitor', event: { type: 'connecting', attempt: 4 } });
    expect(driver.lines()[2]).toBe('… reconnecting, attempt 4: refused');
    driver.hear(watchUpdate({ snapshot: true }));
    expect(driver.lines()[0]).toContain('● live');
  });

  it('says so when a coordinator that is connected says nothing any more', () => {
    const driver = midRun(new Driver());
    driver.wait(6000);
    expect(driver.lines()[0]).toContain('! silent for 6.0s');
  });

  it('says that a terminal is too small, with what matters most', () => {
    const driver = midRun(new Driver({ size: { columns: 24, rows: 6 } }));
    expect(driver.lines()).toEqual(['76% 8.4/s', 'too small, needs 30x10']);
  });
});

describe('lists', () => {
  it('make only the rows that are on show', () => {
    const driver = jobsThere(midRun(new Driver({ size: { columns: 100, rows: 20 } })));
    const rows = driver.lines().filter((text) => /0000910662-10-\d{6}/.test(text));
    expect(rows).toHaveLength(13);
  });

  it('mark the selected row with a sign, so that it shows without colours', () => {
    const rows = frame(midRun(new Driver()).press('2', 'down').state, 1000).map(lineText);
    expect(rows.filter((text) => text.startsWith('▸ '))).toEqual([expect.stringContaining('worker-2 ')]);
  });

  it('keep the columns that matter when it gets narrow', () => {
    const narrow = midRun(new Driver({ size: { columns: 40, rows: 20 } })).press('2');
    expect(narrow.lines()[3]).toMatch(/worker\* +slots +done/);
    const wide = midRun(new Driver({ size: { columns: 160, rows: 20 } })).press('2');
    for (const title of [
      'state',
      'worker*',
      'host',
      'version',
      'slots',
      'current filing',
      'done',
      'fail',
      'beat',
      'lag',
    ]) {
      expect(wide.lines()[3]).toContain(title);
    }
  });
});
