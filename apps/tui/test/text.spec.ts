import fc from 'fast-check';
import { barCells, sparkline } from '../src/text/bars.ts';
import { formatLatency, formatPercent, formatRate, formatShort, formatTimeOfDay } from '../src/text/numbers.ts';

describe('numbers for people', () => {
  it('keeps durations short', () => {
    expect([0, 850, 4200, 59_400, 200_000, 7_500_000].map(formatShort)).toEqual([
      '0ms',
      '850ms',
      '4.2s',
      '59s',
      '3m20s',
      '2h05m',
    ]);
  });

  it('gives a latency as many digits as help', () => {
    expect([0.144, 8.21, 120.4, 1559, 35_040].map(formatLatency)).toEqual([
      '0.14 ms',
      '8.2 ms',
      '120 ms',
      '1.6 s',
      '35.0 s',
    ]);
  });

  it('says 100% only when all is done and 0% only when nothing is', () => {
    expect(formatPercent(999_999, 1_000_000)).toBe('99%');
    expect(formatPercent(1, 1_000_000)).toBe('1%');
    expect(formatPercent(5, 5)).toBe('100%');
    expect(formatPercent(0, 5)).toBe('0%');
    expect(formatPercent(0, 0)).toBe('0%');
  });

  it('gives a rate as many digits as help', () => {
    expect([0, 8.44, 99.94, 1234.5].map(formatRate)).toEqual(['0.0/s', '8.4/s', '99.9/s', '1235/s']);
  });

  it('has no time of day for what was before the coordinator', () => {
    expect(formatTimeOfDay(0)).toBe('--:--:--');
    expect(formatTimeOfDay(Date.UTC(2026, 0, 5, 12, 30, 5))).toBe('12:30:05');
  });
});

describe('bars', () => {
  it('scales a sparkline to its highest value and shows everything above zero', () => {
    expect(sparkline([0, 1, 4, 8])).toBe(' ▁▄█');
    expect(sparkline([0, 0])).toBe('  ');
    expect(sparkline([0.0001, 1000])).toBe('▁█');
  });

  it('is full only when all is done, and never hides a failure', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.nat(50),
        fc.nat(2000),
        fc.integer({ min: 4, max: 120 }),
        (done, failed, rest, cells) => {
          const total = done + failed + rest;
          const bar = barCells({ done, failed, total }, cells);
          expect(bar.done + bar.failed + bar.rest).toBe(cells);
          expect(Math.min(bar.done, bar.failed, bar.rest)).toBeGreaterThanOrEqual(0);
          if (total > 0) expect(bar.rest === 0).toBe(rest === 0);
          if (failed > 0 && Math.round(((done + failed) / total) * cells) > 0) expect(bar.failed).toBeGreaterThan(0);
        },
      ),
    );
  });
});
