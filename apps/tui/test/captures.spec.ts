import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The pictures in the documentation are of a real run (scripts/monitor-captures.mjs), and say what the books said.

const directory = fileURLToPath(new URL('../../../docs/monitor/', import.meta.url));
const read = (name: string): string => readFileSync(`${directory}${name}`, 'utf8');

interface Numbers {
  readonly jobs: Readonly<Record<string, number>>;
  readonly graph: Readonly<Record<string, number>>;
  readonly workers: readonly { readonly id: string; readonly completed: number; readonly failed: number }[];
  readonly epoch: number;
}

const figures = JSON.parse(read('figures.json')) as {
  readonly middle: Readonly<Record<string, { readonly before: Numbers; readonly after: Numbers }>>;
  readonly rest: Numbers;
};

/** The number that stands behind `label`. */
function shown(text: string, label: string): number {
  const match = new RegExp(`(?<![\\w,])${label} +([\\d,]+)`).exec(text);
  if (match === null) throw new Error(`${label} is not on the screen`);
  return Number(match[1]!.replaceAll(',', ''));
}

const STATES = ['pending', 'processing', 'completed', 'failed', 'cancelled'];
const GRAPH = ['companies', 'people', 'filings', 'relationships'];
const SIZES = ['80x24', '120x40', '200x60'];

describe('the captures', () => {
  it.each(SIZES)('of the rested run at %s have the numbers of coordinator status --json', (size) => {
    const text = read(`rest-${size}.txt`);
    const { jobs, graph, workers, epoch } = figures.rest;
    for (const state of STATES) expect([state, shown(text, state)]).toEqual([state, jobs[state]]);
    for (const label of GRAPH) expect([label, shown(text, label)]).toEqual([label, graph[label]]);
    expect(text).toMatch(new RegExp(`events +${graph['events']!.toLocaleString('en-US')} `));
    expect(text).toContain(`100% ${String(jobs['completed'])} of ${String(jobs['completed'])}, ended after`);
    expect(text).toContain(`Workers ${String(workers.length)}  0 of`);
    expect(text).toContain(`epoch ${String(epoch)} `);
  });

  it.each(SIZES)('of the running one at %s have numbers between those before and after', (size) => {
    const text = read(`middle-${size}.txt`);
    const { before, after } = figures.middle[size]!;
    const total = Object.values(before.jobs).reduce((sum, count) => sum + count, 0);
    const completed = shown(text, 'completed');
    expect(completed).toBeGreaterThanOrEqual(before.jobs['completed']!);
    expect(completed).toBeLessThanOrEqual(after.jobs['completed']!);
    expect(STATES.reduce((sum, state) => sum + shown(text, state), 0)).toBe(total);
    expect(text).toMatch(new RegExp(`Run \\w+ \\d+% ${String(completed)} of ${String(total)}, .*left \\(estimate\\)`));
    for (const label of GRAPH) {
      expect(shown(text, label)).toBeGreaterThanOrEqual(before.graph[label]!);
      expect(shown(text, label)).toBeLessThanOrEqual(after.graph[label]!);
    }
  });

  it('of once has the numbers of coordinator status --json', () => {
    const text = read('once.txt');
    for (const state of STATES) expect([state, shown(text, state)]).toEqual([state, figures.rest.jobs[state]]);
    for (const label of GRAPH) expect([label, shown(text, label)]).toEqual([label, figures.rest.graph[label]]);
  });

  it('of the coordinator that was killed say so, keep what was known, and show it back', () => {
    const lost = read('lost-120x40.txt');
    expect(lost).toContain('✗ disconnected');
    expect(lost).toMatch(/✗ connection lost, attempt \d+ in \d/);
    expect(shown(lost, 'completed')).toBeGreaterThan(0);
    const back = read('back-120x40.txt');
    expect(back).toMatch(/● live .*epoch 2/);
    expect(back).toContain('✓ connected again: a new life, epoch 2');
    expect(shown(back, 'completed')).toBeGreaterThanOrEqual(shown(lost, 'completed'));
  });

  it('of the workers have everyone with what they did', () => {
    const text = read('workers-120x40.txt');
    const { after } = figures.middle['200x60']!;
    for (const worker of after.workers) {
      const row = text.split('\n').find((each) => each.includes(`${worker.id} `)) ?? '';
      const match = / ([\d,]+) +([\d,]+) +\S+ +\S+$/.exec(row);
      expect([worker.id, match?.[2]]).toEqual([worker.id, String(worker.failed)]);
      expect(Number(match?.[1])).toBeGreaterThanOrEqual(worker.completed);
    }
  });

  it('of a fact show its passage, file and address', () => {
    const text = read('fact-120x40.txt');
    expect(text).toMatch(/^file +20(09|10)\/\d+\.txt$/m);
    expect(text).toMatch(/^Passage, characters \d+ to \d+ of the text$/m);
    expect(text).toMatch(/^│ \S/m);
    expect(text).toMatch(
      /^at sec\.gov https:\/\/www\.sec\.gov\/Archives\/edgar\/data\/\d+\/\d{18}\/[\d-]{20}-index\.htm$/m,
    );
  });

  it('fit their terminals, and have nothing of the machine in them', () => {
    for (const name of readdirSync(directory).filter((each) => each.endsWith('.txt'))) {
      const [, columns = '80', rows = '60'] = /-(\d+)x(\d+)\.txt$/.exec(name) ?? [];
      const lines = read(name).trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(Number(rows) - 1);
      for (const text of lines) {
        expect([...text].length).toBeLessThanOrEqual(Number(columns) - 1);
        expect(text).not.toMatch(/\/(tmp|root|home|work)\b/);
      }
    }
  });

  it('include a picture with the colours of the terminal', () => {
    const svg = read('monitor.svg');
    const completed = shown(read('middle-120x40.txt'), 'completed');
    expect(svg).toContain('Filigree');
    expect(new Set([...svg.matchAll(/fill="(#\w{6})"/g)].map((match) => match[1])).size).toBeGreaterThan(4);
    expect(svg.replaceAll(/<[^>]*>/g, ' ')).toMatch(/● completed\s+\d/);
    expect(completed).toBeGreaterThan(0);
  });
});
