import { RateLimit } from '@filigree/base';

const taken = (limit: RateLimit, tries: number, nowMs: number): number => {
  let count = 0;
  for (let i = 0; i < tries; i++) if (limit.take(nowMs)) count += 1;
  return count;
};

describe('a rate limit', () => {
  it('lets a burst through, then so many a second, and no more than the burst after any rest', () => {
    const limit = new RateLimit(2, 5);
    expect(taken(limit, 100, 1_000)).toBe(5);
    expect(taken(limit, 100, 2_000)).toBe(2);
    expect(taken(limit, 100, 1e12)).toBe(5);
  });

  it('counts what it left out, once', () => {
    const limit = new RateLimit(1, 3);
    taken(limit, 10, 0);
    expect(limit.leftOut).toBe(7);
    expect(limit.takeLeftOut()).toBe(7);
    expect(limit.takeLeftOut()).toBe(0);
  });

  it('gives nothing for a clock that stands or goes back', () => {
    const limit = new RateLimit(1000, 1);
    expect(taken(limit, 10, 500)).toBe(1);
    expect(taken(limit, 10, 500)).toBe(0);
    expect(taken(limit, 10, 400)).toBe(0);
  });
});
