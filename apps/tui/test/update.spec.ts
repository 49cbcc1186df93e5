import { counts, event, fact, job, jobDetail, run, status, watchUpdate, worker } from './builders.ts';
import { Driver } from './driver.ts';

const QUERY = { state: '', form: '', company: '', text: '', runId: '' };

function live(options: { readonly readOnly?: boolean } = {}): Driver {
  const driver = new Driver(options);
  const workers = ['w1', 'w2', 'w3'].map((id) => worker(id));
  driver.hear(
    watchUpdate({
      snapshot: true,
      status: status({ workers, jobs: counts({ pending: 2, failed: 1 }), runs: [run('run-1')] }),
      events: [event(1, { kind: 'failed', jobId: 7, text: 'it broke' })],
      facts: [fact(7, 'Ana Botín → Chief Executive, Santander UK, appointed')],
    }),
  );
  driver.take();
  return driver;
}

/** The jobs view with its first page there. */
function withJobs(driver: Driver): Driver {
  const jobs = [job(9, { state: 'pending' }), job(8, { state: 'failed', error: 'no root' }), job(7)];
  driver.press('3').send({ type: 'jobs', query: QUERY, token: 0, answer: { jobs, nextPage: 0, total: 3 } });
  driver.take();
  return driver;
}

describe('keys', () => {
  it('go to a view by number and through the views by tab', () => {
    const driver = live();
    expect(driver.press('4').state.ui.view).toBe('events');
    expect(driver.press('tab').state.ui.view).toBe('facts');
    expect(driver.press('tab').state.ui.view).toBe('overview');
    expect(driver.press('shift-tab').state.ui.view).toBe('facts');
  });

  it('quit by q and by ctrl-c, also while something is asked or typed', () => {
    expect(live().press('q').take()).toEqual([{ kind: 'quit' }]);
    expect(live().press('p', 'ctrl-c').take()).toEqual([{ kind: 'quit' }]);
    expect(live().press('2', '/', 'ctrl-c').take()).toEqual([{ kind: 'quit' }]);
  });

  it('pause only after y, and resume what is paused', () => {
    const driver = live();
    expect(driver.press('p').take()).toEqual([]);
    expect(driver.lines().at(-1)).toContain('Pause granting?');
    expect(driver.press('n').take()).toEqual([]);
    expect(driver.press('p', 'y').take()).toEqual([{ kind: 'pause' }]);
    const now = status();
    driver.hear(watchUpdate({ status: { ...now, queue: { ...now.queue, paused: true } } }));
    expect(driver.press('p', 'y').take()).toEqual([{ kind: 'resume' }]);
  });

  it('drain the selected worker after y, and the one whose page is open', () => {
    const driver = live().press('2', 'down');
    expect(driver.press('d', 'y').take()).toEqual([{ kind: 'drain', workerId: 'w2' }]);
    driver.press('enter');
    expect(driver.take()).toEqual([{ kind: 'watch-log', workerId: 'w2' }]);
    expect(driver.press('d', 'y').take()).toEqual([{ kind: 'drain', workerId: 'w2' }]);
    expect(driver.press('esc').take()).toEqual([{ kind: 'watch-log', workerId: '' }]);
  });

  it('retry a failed job at once and cancel a pending one after y', () => {
    const driver = withJobs(live());
    expect(driver.press('down', 'r').take()).toEqual([
      { kind: 'retry', selection: { jobIds: [8], state: '', runId: '' } },
    ]);
    expect(driver.press('up', 'c').take()).toEqual([]);
    expect(driver.press('y').take()).toEqual([{ kind: 'cancel', selection: { jobIds: [9], state: '', runId: '' } }]);
  });

  it('refuse to retry what has not failed, and say why', () => {
    const driver = withJobs(live());
    expect(driver.press('r').take()).toEqual([]);
    expect(driver.lines().at(-1)).toContain('is pending: only failed and cancelled jobs can be retried');
  });

  it('change nothing with --read-only, and say so', () => {
    const driver = withJobs(live({ readOnly: true }));
    for (const name of ['p', 'r', 'c']) {
      expect(driver.press(name, 'y').take()).toEqual([]);
      expect(driver.press(name).lines().at(-1)).toContain('read-only');
    }
    expect(driver.press('2', 'd', 'y').take()).toEqual([]);
  });

  it('change nothing while the coordinator is away', () => {
    const driver = live().send({
      type: 'monitor',
      event: { type: 'lost', attempt: 2, retryAtMs: 5000, reason: 'gone' },
    });
    expect(driver.press('p', 'y').take()).toEqual([]);
    expect(driver.lines().at(-1)).toContain('not connected');
  });
});

describe('a filter', () => {
  it('narrows the list while it is typed and counts what matches', () => {
    const driver = live().press('2', '/', 'w', '2');
    expect(driver.lines().at(-1)).toMatch(/^\/w2█ +1 of 3 match$/);
    expect(driver.text()).toContain('▸ ○ idle     w2');
    expect(driver.text()).not.toContain('w3');
    driver.press('enter');
    expect(driver.lines().at(-1)).toMatch(/^\/w2 +1 of 3 match$/);
    expect(driver.press('esc').text()).toContain('w3');
  });

  it('takes every key as text while it is typed', () => {
    const driver = live().press('2', '/', 'q', 'p', 'space', '3');
    expect(driver.state.ui.filters.workers).toBe('qp 3');
    expect(driver.take()).toEqual([]);
    expect(driver.press('backspace', 'backspace').state.ui.filters.workers).toBe('qp');
    expect(driver.press('esc').state.ui.filters.workers).toBe('');
  });

  it('of jobs is asked of the coordinator, one question at a time, the newest last', () => {
    const driver = withJobs(live()).press('/', 'x');
    expect(driver.take()).toEqual([{ kind: 'list-jobs', query: { ...QUERY, text: 'x' }, token: 0 }]);
    expect(driver.press('y').take()).toEqual([]);
    driver.send({
      type: 'jobs',
      query: { ...QUERY, text: 'x' },
      token: 0,
      answer: { jobs: [job(1)], nextPage: 0, total: 1 },
    });
    expect(driver.take()).toEqual([{ kind: 'list-jobs', query: { ...QUERY, text: 'xy' }, token: 0 }]);
    expect(driver.text()).toContain('… loading');
  });

  it('goes through the states of jobs by key', () => {
    const driver = withJobs(live()).press('s');
    expect(driver.take()).toEqual([{ kind: 'list-jobs', query: { ...QUERY, state: 'pending' }, token: 0 }]);
  });
});

describe('pages', () => {
  it('open a job, fetch it again every second, and close', () => {
    const driver = withJobs(live()).press('down', 'enter');
    expect(driver.take()).toEqual([{ kind: 'get-job', jobId: 8 }]);
    driver.send({ type: 'job', jobId: 8, detail: jobDetail({ job: job(8, { state: 'failed', error: 'no root' }) }) });
    expect(driver.text()).toContain('no root');
    expect(driver.wait(500).take()).toEqual([]);
    expect(driver.wait(600).take()).toContainEqual({ kind: 'get-job', jobId: 8 });
    expect(driver.press('esc').state.ui.pages).toEqual([]);
  });

  it('say what the coordinator said when a job cannot be shown', () => {
    const driver = withJobs(live()).press('enter');
    driver.send({ type: 'job-failed', jobId: 9, error: 'job 9 is not in the queue' });
    expect(driver.text()).toContain('✗ job 9 is not in the queue');
  });

  it('open the job of an event, and the worker of one that has no job', () => {
    const driver = live().press('4', 'enter');
    expect(driver.take()).toEqual([{ kind: 'get-job', jobId: 7 }]);
    driver.press('esc').hear(watchUpdate({ events: [event(2, { kind: 'joined', worker: 'w3', jobId: 0 })] }));
    driver.take();
    expect(driver.press('enter').take()).toContainEqual({ kind: 'watch-log', workerId: 'w3' });
  });

  it('show the passage, the file and the address of a fact', () => {
    const text = live().press('5', 'enter').text();
    expect(text).toContain('Ana Botín → Chief Executive, Santander UK, appointed');
    expect(text).toContain('│ They said: Ana Botín');
    expect(text).toContain('2010/000091066210000292.txt');
    expect(text).toContain(
      'https://www.sec.gov/Archives/edgar/data/891478/000091066210000292/0000910662-10-000292-index.htm',
    );
  });

  it('ask the graph for the address of a filing that came without its CIK', () => {
    const driver = live().hear(watchUpdate({ facts: [fact(8, 'B', { cik: '' })] }));
    expect(driver.press('5', 'enter').take()).toEqual([{ kind: 'find-address', accession: '0000910662-10-000292' }]);
    expect(driver.text()).toContain('… asking the graph');
    driver.send({ type: 'address', accession: '0000910662-10-000292', address: 'https://www.sec.gov/Archives/x' });
    expect(driver.text()).toContain('https://www.sec.gov/Archives/x');
  });

  it('stack: help over a job over the list, and back one by one', () => {
    const driver = withJobs(live()).press('enter', '?');
    expect(driver.state.ui.pages.map((page) => page.kind)).toEqual(['job', 'help']);
    expect(driver.press('esc').state.ui.pages.map((page) => page.kind)).toEqual(['job']);
    expect(driver.press('esc').state.ui.pages).toEqual([]);
  });

  it('scroll to their end and no further', () => {
    const driver = new Driver({ size: { columns: 80, rows: 12 } });
    driver.hear(watchUpdate({ snapshot: true })).press('?', 'end');
    const scroll = driver.state.ui.pages[0]?.scroll ?? 0;
    expect(scroll).toBeGreaterThan(5);
    expect(driver.press('down', 'down').state.ui.pages[0]?.scroll).toBe(scroll);
    expect(driver.press('up').state.ui.pages[0]?.scroll).toBe(scroll - 1);
  });

  it('take the log of the worker whose page is open, and of no other', () => {
    const driver = live().press('2', 'enter');
    driver.send({ type: 'log', workerId: 'w1', events: [event(5, { kind: 'log', text: 'warn: slow disk' })] });
    driver.send({ type: 'log', workerId: 'w2', events: [event(6, { kind: 'log', text: 'other' })] });
    expect(driver.text()).toContain('warn: slow disk');
    expect(driver.text()).not.toContain('other');
  });
});

describe('the selection', () => {
  it('survives workers that come and go', () => {
    const driver = live().press('2', 'down');
    driver.hear(watchUpdate({ status: status({ workers: [worker('a1'), worker('w0')] }), gone: ['boot-w1'] }));
    expect(driver.text()).toMatch(/▸ ○ idle +w2/);
  });

  it('stays on a fact while others are found, and follows them from the first row', () => {
    const driver = live();
    driver.press('5');
    driver.hear(watchUpdate({ facts: [fact(8, 'B'), fact(8, 'C')] }));
    expect(driver.text()).toMatch(/▸ roles +C/);
    driver.press('down').hear(watchUpdate({ facts: [fact(9, 'D')] }));
    expect(driver.text()).toMatch(/▸ roles +B/);
  });
});

describe('a coordinator that was lost', () => {
  it('is said to be back when it is, and whether it is the same', () => {
    const driver = live().send({ type: 'monitor', event: { type: 'lost', attempt: 2, retryAtMs: 5000, reason: 'x' } });
    driver.hear(watchUpdate({ snapshot: true, status: status({ epoch: 2 }) }));
    expect(driver.lines().at(-1)).toBe('✓ connected again: a new life, epoch 2');
    expect(driver.wait(6000).lines().at(-1)).toContain('? help');
  });

  it('has its log watched again when it is back, with the lines that were there', () => {
    const driver = live().press('2', 'enter');
    driver.send({ type: 'log', workerId: 'w1', events: [event(5, { kind: 'log', text: 'warn: slow disk' })] });
    driver.take();
    driver.send({ type: 'monitor', event: { type: 'lost', attempt: 2, retryAtMs: 5000, reason: 'x' } });
    expect(driver.take()).toEqual([]);
    driver.hear(watchUpdate({ snapshot: true, status: status({ workers: [worker('w1')] }) }));
    expect(driver.take()).toEqual([{ kind: 'watch-log', workerId: 'w1' }]);
    expect(driver.text()).toContain('warn: slow disk');
  });
});
