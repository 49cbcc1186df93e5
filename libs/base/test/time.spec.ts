import { systemClock } from '@filigree/base';

const DAY_MS = 86_400_000;
const SYSTEM_LIMIT_MS = 2 ** 31 - 1;

describe('the clock of this process', () => {
  const system = globalThis.setTimeout;
  let set: { act: () => void; delayMs: number }[];

  beforeEach(() => {
    set = [];
    globalThis.setTimeout = ((act: () => void, delayMs: number) => {
      set.push({ act, delayMs });
      return system(() => undefined, 0);
    }) as unknown as typeof setTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = system;
  });

  it('waits longer than a timer of the system can, which would fire at once', () => {
    let fired = 0;
    systemClock.after(49 * DAY_MS, () => fired++);
    const waited = [];
    while (fired === 0) {
      const next = set.shift()!;
      waited.push(next.delayMs);
      next.act();
    }
    expect(Math.max(...waited)).toBeLessThanOrEqual(SYSTEM_LIMIT_MS);
    expect(waited.reduce((sum, delayMs) => sum + delayMs, 0)).toBe(49 * DAY_MS);
  });
});
