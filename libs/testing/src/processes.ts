import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, from source and from dist alike. */
export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** The scripts of the three commands; they run from dist. */
export const PROGRAMS = {
  coordinator: join(REPOSITORY, 'apps/coordinator/bin/coordinator.js'),
  worker: join(REPOSITORY, 'apps/worker/bin/worker.js'),
  tui: join(REPOSITORY, 'apps/tui/bin/tui.js'),
  'example-worker': join(REPOSITORY, 'examples/worker.mjs'),
} as const;
export type ProgramName = keyof typeof PROGRAMS;

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What a command printed and how it ended. */
export interface Output extends Ending {
  readonly stdout: string;
  readonly stderr: string;
}

/** A real process of a test. */
export interface TestProcess {
  readonly pid: number;
  readonly ended: Promise<Ending>;
  stdout(): string;
  stderr(): string;
  /** Resolves to the match in what it prints, now or later; rejects when it ends before, with what it printed. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal?: NodeJS.Signals): void;
}

// What the machine's own settings would change in a test.
const FOREIGN =
  /^(?:COORDINATOR|LISTEN|QUEUE_DIR|FILINGS_DIR|GRAPH|WORKER_ID|OLLAMA_|USE_AI_EXTRACTION|NEO4J_|SEC_|INSECURE|METRICS|HEALTH|TLS_|TOKEN_FILE|NODE_OPTIONS|FILIGREE_|(?:https?|grpc|all|no|no_grpc)_proxy$)/i;

function cleanEnvironment(extra: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

/** Temporary directory and processes of one test; `end` kills and removes all of it, whatever happened. */
export class Bench {
  readonly dir: string;
  readonly #alive = new Set<TestProcess>();

  private constructor(dir: string) {
    this.dir = dir;
  }

  static async open(): Promise<Bench> {
    return new Bench(await mkdtemp(join(tmpdir(), 'filigree-test-')));
  }

  /** Starts a command in the temporary directory. */
  start(program: ProgramName, args: readonly string[], env: Readonly<Record<string, string>> = {}): TestProcess {
    const child = spawn(process.execPath, [PROGRAMS[program], ...args], {
      cwd: this.dir,
      env: cleanEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let hasEnded = false;
    const watchers = new Set<() => void>();
    const changed = (): void => {
      for (const watcher of [...watchers]) watcher();
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      changed();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      changed();
    });
    const ended = new Promise<Ending>((resolve) => {
      // `close` comes after the last output.
      child.once('close', (code, signal) => {
        hasEnded = true;
        this.#alive.delete(started);
        changed();
        resolve({ code, signal });
      });
    });
    const started: TestProcess = {
      pid: child.pid ?? -1,
      ended,
      stdout: () => stdout,
      stderr: () => stderr,
      printed: (pattern) =>
        new Promise((resolve, reject) => {
          const look = (): void => {
            const found = pattern.exec(stdout) ?? pattern.exec(stderr);
            if (found === null && !hasEnded) return;
            watchers.delete(look);
            if (found !== null) resolve(found);
            else reject(new Error(`${program} ended before it printed ${String(pattern)}:\n${stdout}${stderr}`));
          };
          watchers.add(look);
          look();
        }),
      kill: (signal = 'SIGTERM') => {
        child.kill(signal);
      },
    };
    this.#alive.add(started);
    return started;
  }

  /** Runs a command to its end. */
  async run(
    program: ProgramName,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Output> {
    const started = this.start(program, args, env);
    const ending = await started.ended;
    return { ...ending, stdout: started.stdout(), stderr: started.stderr() };
  }

  /** Starts a coordinator on a free port, or on the one given, and waits until it serves. */
  async serve(
    filings: string,
    args: readonly string[] = [],
    port = 0,
  ): Promise<{ readonly process: TestProcess; readonly address: string; readonly port: number }> {
    const started = this.start('coordinator', [
      'serve',
      '--filings',
      filings,
      '--listen',
      `127.0.0.1:${String(port)}`,
      '--metrics',
      'off',
      ...args,
    ]);
    const found = await started.printed(/serving on (127\.0\.0\.1:(\d+))/);
    return { process: started, address: found[1]!, port: Number(found[2]) };
  }

  /** Starts a worker without a model and waits until it is connected. */
  async connect(address: string, args: readonly string[] = []): Promise<TestProcess> {
    const started = this.start('worker', ['connect', '--coordinator', address, '--no-ai', ...args]);
    await started.printed(/connected to/);
    return started;
  }

  /** Kills what still runs and removes the directory. May be called twice. */
  async end(): Promise<void> {
    const alive = [...this.#alive];
    for (const started of alive) started.kill('SIGKILL');
    await Promise.all(alive.map((started) => started.ended));
    await rm(this.dir, { recursive: true, force: true });
  }
}
