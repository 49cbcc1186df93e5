import { join } from 'node:path';
import { openControlClient } from '@filigree/protocol';
import type { ControlClient, JobDetailView } from '@filigree/protocol';
import { Bench, CLEAR, startScriptedOllama } from '@filigree/testing';
import type { FactLine } from '@filigree/queue';
import type { ChatBehaviour, ScriptedOllama, TestProcess } from '@filigree/testing';
import { modelAccession, rightAnswer, writeModelFiling } from './support/model-filings.ts';

// A whole worker against a model service of every bad kind. The town in a filing's passage says what the service does.
const PATIENCE_MS = 300_000;

interface Statistics {
  readonly processed: number;
  readonly failed: number;
  readonly model_calls: number;
  readonly drops: Readonly<Record<string, number>>;
  readonly auto_without_model: number;
}

const invented = JSON.stringify({
  roles: [
    {
      quote: 'Desmond Farquhar is Chief Executive Officer of Acme Holdings Inc.',
      person: 'Desmond Farquhar',
      title: 'Chief Executive Officer',
      organization: 'Acme Holdings Inc.',
      status: 'current',
    },
  ],
});

/** What it does to filings that break it, and what is said of that. */
const BREAKING: Readonly<Record<string, { readonly does: ChatBehaviour; readonly said: RegExp }>> = {
  Errorvik: {
    does: { kind: 'error', error: 'unexpected EOF' },
    said: /answered the question with an error: unexpected EOF; see its log/,
  },
  Dropvik: { does: { kind: 'drop' }, said: /broke off its answer to the question/ },
  Ruinvik: {
    does: { kind: 'status', status: 500, error: 'llama runner ended' },
    said: /answered 500: llama runner ended/,
  },
  Fullvik: { does: { kind: 'status', status: 503, error: 'no slot for this' }, said: /answered 503: no slot for this/ },
};

/** What the service does when it is asked about a town; `asked` counts from 0. */
const SCRIPT: Readonly<Record<string, (town: string, asked: number) => ChatBehaviour>> = {
  Goodby: (town) => ({ kind: 'answer', text: rightAnswer(town) }),
  Slowton: (town) => ({ kind: 'answer', text: rightAnswer(town), delayMs: 1500 }),
  Dropwick: (town, asked) => (asked === 0 ? { kind: 'drop' } : { kind: 'answer', text: rightAnswer(town) }),
  Halfhaven: () => ({ kind: 'answer', text: '{"roles":[{"quote":"The guests we' }),
  Wrongham: () => ({ kind: 'answer', text: '{"roles":"none","events":[1,null],"people":[{"name":"Orla"}]}' }),
  Fableford: () => ({ kind: 'answer', text: invented }),
  Echoley: () => ({ kind: 'repeat' }),
  Ponderley: () => ({ kind: 'thinking' }),
  Busybridge: (town, asked) =>
    asked === 0 ? { kind: 'status', status: 503, error: 'busy' } : { kind: 'answer', text: rightAnswer(town) },
  Breakwater: () => ({ kind: 'status', status: 500, error: 'the runner has ended' }),
  ...Object.fromEntries(Object.entries(BREAKING).map(([town, { does }]) => [town, () => does])),
  ...Object.fromEntries(
    Array.from({ length: 5 }, (_, number) => [
      `Well${String.fromCharCode(97 + number)}ham`,
      (town: string): ChatBehaviour => ({ kind: 'answer', text: rightAnswer(town) }),
    ]),
  ),
  Lostmodel: () => ({ kind: 'status', status: 404, error: 'model not found' }),
  Silentsea: () => ({ kind: 'hang' }),
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, twin) => [
      `Twin${String.fromCharCode(97 + twin)}ham`,
      (town: string): ChatBehaviour => ({ kind: 'answer', text: rightAnswer(town), delayMs: 1500 }),
    ]),
  ),
};
const TOWNS = Object.keys(SCRIPT);
/** Those that each end their job. */
const ANSWERING = [
  'Goodby',
  'Slowton',
  'Dropwick',
  'Halfhaven',
  'Wrongham',
  'Fableford',
  'Echoley',
  'Ponderley',
  'Busybridge',
  'Breakwater',
];
const townIn = (user: string): string => TOWNS.find((name) => user.includes(name)) ?? 'Goodby';

describe('a worker whose model service', () => {
  let bench: Bench;
  let service: ScriptedOllama;
  let address: string;
  let control: ControlClient;

  beforeEach(async () => {
    bench = await Bench.open();
    const asked = new Map<string, number>();
    service = await startScriptedOllama({
      script: (_number, user) => {
        const town = townIn(user);
        const times = asked.get(town) ?? 0;
        asked.set(town, times + 1);
        return SCRIPT[town]!(town, times);
      },
    });
  });
  afterEach(async () => {
    control.close();
    await bench.end();
    await service.close();
  });

  async function connectedWorker(
    mode: 'auto' | 'on',
    towns: readonly string[],
    args: readonly string[] = [],
    urls = service.url,
  ): Promise<TestProcess> {
    for (const town of towns) await writeModelFiling(join(bench.dir, 'filings'), TOWNS.indexOf(town) + 1, town);
    const served = await bench.serve('filings');
    ({ address } = served);
    control = openControlClient({ host: '127.0.0.1', port: served.port }, CLEAR);
    const worker = bench.start(
      'worker',
      ['connect', '--coordinator', address, '--ai', mode, '--no-pull', '--id', 'asker', ...args],
      { OLLAMA_BASE_URL: urls, OLLAMA_MODEL: 'scripted' },
    );
    await worker.printed(/connected to/);
    return worker;
  }

  async function submitted(mode: 'auto' | 'on'): Promise<Statistics> {
    const { stdout } = await bench.run('coordinator', [
      'submit',
      '--ai',
      mode,
      '--wait',
      '--json',
      '--coordinator',
      address,
    ]);
    return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Statistics;
  }

  const job = (town: string): Promise<JobDetailView> =>
    control.getJob({ jobId: 0, accession: modelAccession(TOWNS.indexOf(town) + 1) });
  const fromModel = ({ facts }: JobDetailView): FactLine[] => facts.filter(({ source }) => source.startsWith('model:'));
  const fromRules = ({ facts }: JobDetailView): FactLine[] =>
    facts.filter(({ source }) => !source.startsWith('model:'));

  it.each(['on', 'auto'] as const)(
    'is slow, drops, babbles, invents, repeats itself or is busy ends each job as it should (--ai %s)',
    async (mode) => {
      // A service that breaks on a question fails the job that must have its answer.
      const towns = ANSWERING.filter((town) => mode === 'auto' || town !== 'Breakwater');
      await connectedWorker(mode, towns);
      const statistics = await submitted(mode);
      expect(statistics).toMatchObject({ processed: towns.length, failed: 0 });
      const jobs = new Map<string, JobDetailView>();
      for (const town of towns) jobs.set(town, await job(town));

      for (const found of jobs.values()) {
        expect(found.job.state).toBe('completed');
        expect(fromRules(found).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['roles', 'events']));
      }
      const answered = ['Goodby', 'Slowton', 'Busybridge', ...(mode === 'on' ? ['Dropwick'] : [])];
      expect(towns.filter((town) => fromModel(jobs.get(town)!).length === 1).sort()).toEqual([...answered].sort());
      // Busy costs no failure; what had to be asked again was.
      expect(jobs.get('Busybridge')).toMatchObject({ job: { attempts: 2, failures: 0 } });
      // A service that lives and drops one question has failed at it.
      const dropped = mode === 'on' ? 1 : 0;
      expect(jobs.get('Dropwick')).toMatchObject({ job: { attempts: 1 + dropped, failures: dropped } });
      expect(statistics.auto_without_model).toBe(mode === 'on' ? 0 : 2);
      expect(statistics.drops).toMatchObject({
        'quote not in passage': 1,
        'answer is no JSON': 1,
        'answer cut': 1,
        'answer is thinking only': 1,
      });
    },
    PATIENCE_MS,
  );

  it(
    'breaks on some filings fails those, each after three attempts, while the others are done meanwhile',
    async () => {
      const good = TOWNS.filter((town) => town.startsWith('Well'));
      const bad = Object.keys(BREAKING);
      // Those that break it stand before the others, and one question is asked at a time.
      await connectedWorker('on', [...bad, ...good], ['--concurrency', '1', '--ai-concurrency', '1']);
      expect(await submitted('on')).toMatchObject({ processed: good.length, failed: bad.length });
      for (const town of good) expect(await job(town)).toMatchObject({ job: { attempts: 1, failures: 0 } });
      for (const town of bad) {
        const failed = (await job(town)).job;
        expect(failed).toMatchObject({ state: 'failed', failures: 3 });
        expect(failed.error).toMatch(BREAKING[town]!.said);
        expect(failed.error).not.toMatch(/cannot be reached|start it/);
        // A service that says busy is believed once.
        expect([town, failed.attempts]).toEqual([town, town === 'Fullvik' ? 4 : 3]);
      }
    },
    PATIENCE_MS,
  );

  it(
    'lost the model gives its filing back unharmed and is drained (--ai on), or goes on with rules (--ai auto)',
    async () => {
      const worker = await connectedWorker('on', ['Lostmodel']);
      await bench.run('coordinator', ['submit', '--ai', 'on', '--coordinator', address]);
      expect(await worker.ended).toEqual({ code: 0, signal: null });
      expect(await job('Lostmodel')).toMatchObject({ job: { state: 'pending', failures: 0 } });

      expect(await control.cancel({ jobIds: [], state: 'pending', runId: '' })).toBe(1);
      const second = ['--coordinator', address, '--ai', 'auto', '--id', 'second'];
      const env = { OLLAMA_BASE_URL: service.url, OLLAMA_MODEL: 'scripted' };
      await bench.start('worker', ['connect', ...second], env).printed(/connected to/);
      expect(await submitted('auto')).toMatchObject({ processed: 1, failed: 0, auto_without_model: 1 });
      const done = await job('Lostmodel');
      expect(fromRules(done).length).toBeGreaterThan(0);
      expect(fromModel(done)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'is still thinking hears nothing more of a job that was cancelled',
    async () => {
      await connectedWorker('on', ['Silentsea']);
      await bench.run('coordinator', ['submit', '--ai', 'on', '--coordinator', address]);
      await until(() => service.chats.length === 1);
      expect(service.chats[0]!.aborted()).toBe(false);
      expect(await control.cancel({ jobIds: [], state: 'processing', runId: '' })).toBe(1);
      await until(() => service.chats[0]!.aborted());
      expect(await job('Silentsea')).toMatchObject({ job: { state: 'cancelled' } });
    },
    PATIENCE_MS,
  );

  it(
    'has a second one beside it shares the questions, as many at once as --ai-concurrency says, while it goes on reading',
    async () => {
      const other = await startScriptedOllama({
        script: (_number, user) => ({ kind: 'answer', text: rightAnswer(townIn(user)), delayMs: 1500 }),
      });
      const towns = TOWNS.filter((town) => town.startsWith('Twin'));
      try {
        const worker = ['--ai-concurrency', '4'];
        await connectedWorker('on', towns, worker, `${service.url},${other.url}`);
        expect(await submitted('on')).toMatchObject({ processed: towns.length, failed: 0, model_calls: towns.length });
        expect(service.chats.length + other.chats.length).toBe(towns.length);
        expect(Math.abs(service.chats.length - other.chats.length)).toBeLessThanOrEqual(2);
        expect(service.mostAtOnce()).toBe(2);
        expect(other.mostAtOnce()).toBe(2);
      } finally {
        await other.close();
      }
    },
    PATIENCE_MS,
  );
});

/** Looks again until it holds; the test's own limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((again) => setTimeout(again, 20));
}
