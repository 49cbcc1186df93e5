import type { AiMode, Filing, RunOptions } from '@filigree/queue';
import type { Chance } from './chance.ts';

/** One run that the simulated client submits. */
export interface PlannedRun {
  readonly runId: string;
  readonly options: RunOptions;
  readonly filings: readonly Filing[];
  readonly atMs: number;
  readonly batch: number;
}

/** A worker, through all its boots. */
export interface PlannedWorker {
  readonly id: string;
  readonly slots: number;
  readonly ahead: number;
  readonly hasModel: boolean;
}

/** What a seed is about; drawn once, before anything happens. */
export interface Plan {
  readonly graph: 'sqlite' | 'neo4j';
  readonly workers: readonly PlannedWorker[];
  readonly runs: readonly PlannedRun[];
  /** Faults stop at this time. */
  readonly calmMs: number;
  /** Mean time between two faults, in ms. */
  readonly faultEveryMs: number;
  /** Only workers and the network suffer: streams live long enough for old leases to come to light. */
  readonly sparesCoordinator: boolean;
  readonly flipsBits: boolean;
  /** The queue directory is once deleted, or put back as it was. */
  readonly losesQueue: 'never' | 'deleted' | 'restored';
  readonly tokensPerEpoch: number;
  readonly delayMs: number;
}

const MODES: readonly AiMode[] = ['off', 'off', 'auto', 'on'];

export function drawPlan(chance: Chance): Plan {
  const calmMs = chance.between(40_000, 200_000);
  const universe = chance.int(6, 24);
  const workers = Array.from({ length: chance.int(1, 5) }, (_, i) => {
    const slots = chance.int(1, 4);
    return { id: `w${String(i + 1)}`, slots, ahead: chance.int(0, slots - 1), hasModel: i === 0 || chance.flip(0.4) };
  });
  const runs = Array.from({ length: chance.int(1, 4) }, (_, i) => drawRun(chance, i, universe, calmMs));
  return {
    graph: chance.flip(0.5) ? 'sqlite' : 'neo4j',
    workers,
    runs,
    calmMs,
    faultEveryMs: chance.skewed(2_500, 40_000),
    sparesCoordinator: chance.flip(0.3),
    flipsBits: chance.flip(0.15),
    losesQueue: chance.flip(0.08) ? (chance.flip(0.5) ? 'deleted' : 'restored') : 'never',
    tokensPerEpoch: chance.flip(0.2) ? chance.int(3, 12) : 2 ** 32,
    delayMs: chance.skewed(2, 400),
  };
}

function drawRun(chance: Chance, index: number, universe: number, calmMs: number): PlannedRun {
  const count = chance.int(1, universe);
  const first = chance.int(0, universe - count);
  const filings = Array.from({ length: count }, (_, i) => filingOf(first + i + 1));
  const mode = chance.pick(MODES)!;
  const options: RunOptions = {
    mode,
    priority: chance.int(-2, 2),
    force: index > 0 && chance.flip(0.5),
    graphId: 'sim',
    extractorVersion: '1',
    model: mode === 'off' ? null : 'llama3.2',
    description: 'simulated',
    submittedWallMs: 0,
  };
  return {
    runId: `run-${String(index + 1)}`,
    options,
    filings,
    atMs: index === 0 ? 0 : chance.between(0, calmMs * 0.8),
    batch: chance.int(1, 12),
  };
}

function filingOf(n: number): Filing {
  const accession = n % 7 === 0 ? `sha256:${String(n)}` : `0000000042-24-${String(n).padStart(6, '0')}`;
  return {
    accession,
    path: `f/${accession}.txt`,
    root: 0,
    sizeBytes: n,
    form: '8-K',
    filed: '2024-01-02',
    company: `C${String(n)}`,
  };
}
