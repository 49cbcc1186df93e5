import { FaultDisk } from '@filigree/testing';
import type { DiskFault, DiskOperation } from '@filigree/testing';
import { KeyValues, rowsAt, seeded } from './journal-model.ts';
import type { Change } from './journal-model.ts';
import { settle } from './journal-rig.ts';

/** Several lives over one disk, each ended by a kill, a power loss or a clean end; what must hold is checked at each start. */
async function story(seed: number): Promise<{ lives: number; compactions: number; cuts: number }> {
  const random = seeded(seed);
  const waiting: (() => void)[] = [];
  let faultsAllowed = false;
  const fault = (operation: DiskOperation): DiskFault | null => {
    if (!faultsAllowed || random() > 0.01) return null;
    if (operation.kind === 'write')
      return { code: random() < 0.8 ? 'ENOSPC' : 'EIO', writtenBytes: Math.floor(random() * operation.lengthBytes) };
    return operation.kind === 'sync' ? { code: 'EIO' } : null;
  };
  let isSlow = false;
  const disk = new FaultDisk({
    fault,
    complete: (_operation, end) => {
      if (isSlow) waiting.push(end);
      else queueMicrotask(end);
    },
  });
  let changes: Change[] = [];
  let acknowledged = 0;
  let compactions = 0;
  let cuts = 0;
  const lives = 6;
  for (let life = 0; life < lives; life += 1) {
    const owner = new KeyValues();
    const process = disk.attach();
    isSlow = faultsAllowed = false;
    await owner.open(process, 'strict');
    const { journal } = owner;
    if (journal.recovery.tornTail !== null) cuts += 1;
    expect(journal.lastSeq).toBeGreaterThanOrEqual(acknowledged);
    changes = changes.filter((change) => change.seq <= journal.lastSeq);
    const found = [...owner.rows].map(([key, row]) => [key, row.value] as const);
    expect(new Map(found)).toEqual(rowsAt(changes, journal.lastSeq));
    isSlow = true;
    faultsAllowed = life > 0;
    for (let steps = Math.floor(random() * 400); steps > 0 && owner.fatal === 0; steps -= 1) {
      const chance = random();
      if (chance < 0.5)
        owner.set(
          Math.floor(random() * 40),
          Math.floor(random() * 1e6),
          random() < 0.1 ? 900 : Math.floor(random() * 60),
        );
      else if (chance < 0.53) owner.clock.advance(60);
      else
        waiting.splice(0, 1 + Math.floor(random() * 2)).forEach((end) => {
          end();
        });
      if (chance > 0.45) await settle();
    }
    compactions += disk.paths().some((path) => path.endsWith('.snap')) ? 1 : 0;
    acknowledged = owner.durableSeq;
    changes.push(...owner.appended);
    if (random() < 0.3) process.kill(random);
    else disk.losePower(random);
    waiting.length = 0;
  }
  return { lives, compactions, cuts };
}

describe('whatever the disk loses', () => {
  it('every start finds a prefix of what was appended with all that was acknowledged in it', async () => {
    const sums = { lives: 0, compactions: 0, cuts: 0 };
    for (let seed = 1; seed <= 60; seed += 1) {
      const { lives, compactions, cuts } = await story(seed).catch((error: unknown) => {
        throw new Error(`seed ${String(seed)}: ${String(error)}`, { cause: error });
      });
      sums.lives += lives;
      sums.compactions += compactions;
      sums.cuts += cuts;
    }
    // The stories would prove nothing if they never tore a batch or wrote a snapshot.
    expect(sums.compactions).toBeGreaterThan(50);
    expect(sums.cuts).toBeGreaterThan(30);
  });
});
