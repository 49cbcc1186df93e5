// A graph whose disk is really full: a file system in memory, which only root can make.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';

/** A file system of this size, or null where this user may make none, which is said loudly. */
function smallDisk(sizeBytes: number): string | null {
  const directory = mkdtempSync(join(tmpdir(), 'filigree-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(sizeBytes)}`, 'tmpfs', directory], { stdio: 'ignore' });
    return directory;
  } catch {
    process.stderr.write('SKIPPED: the test of a full disk, because this user may not mount a file system in memory\n');
    rmdirSync(directory);
    return null;
  }
}

interface Status {
  readonly jobs: Readonly<Record<string, number>>;
  readonly queue: { readonly disk_full: boolean };
  readonly standstill: readonly { readonly reason: string; readonly text: string }[];
}

describe('a full disk of the graph', () => {
  // The smaller one has no room for a single result, the larger one for some.
  it.each([120_000, 300_000])(
    'of %i bytes is told at once and once, costs no attempt, and the run goes on by itself',
    async (sizeBytes) => {
      const disk = smallDisk(sizeBytes);
      if (disk === null) return;
      const bench = await Bench.open();
      try {
        const serve = await bench.serve(join(REPOSITORY, 'samples'), ['--graph', `sqlite:${join(disk, 'graph.db')}`]);
        const at = ['--coordinator', serve.address];
        const submit = bench.start('coordinator', ['submit', '--no-ai', '--wait', '--json', ...at]);
        await bench.connect(serve.address);
        await serve.process.printed(/no space is left on its disk .*trying again by itself/);
        // Whoever waits is told as well.
        await submit.printed(/graph\.db: no space is left on its disk .*make room there/);
        const { stdout } = await bench.run('coordinator', ['status', '--json', ...at]);
        const status = JSON.parse(stdout) as Status;
        expect(status.queue.disk_full).toBe(true);
        expect(status.standstill[0]).toMatchObject({ reason: 'disk_full' });
        expect(status.standstill[0]!.text).toMatch(
          /graph\.db: no space is left.*; make room there; the queue goes on by itself/,
        );
        expect(status.jobs['failed']).toBe(0);
        execFileSync('mount', ['-o', 'remount,size=100000000', disk]);
        expect((await submit.ended).code).toBe(0);
        expect(JSON.parse(submit.stdout().trimEnd().split('\n').at(-1)!)).toMatchObject({ failed: 0 });
        const jobs = await bench.run('coordinator', ['jobs', '--json', ...at]);
        const attempts = jobs.stdout.match(/"attempts":(\d+)/g) ?? [];
        expect(new Set(attempts)).toEqual(new Set(['"attempts":1']));
        serve.process.kill();
        await serve.process.ended;
        expect(serve.process.stderr().match(/no space is left/g)).toHaveLength(1);
      } finally {
        await bench.end();
        execFileSync('umount', [disk]);
        rmdirSync(disk);
      }
    },
  );
});
