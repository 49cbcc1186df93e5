import fc from 'fast-check';
import { makePainter } from '../src/shell/painter.ts';
import type { Painter } from '../src/shell/painter.ts';
import { FakeClock } from './fake-clock.ts';

interface Run {
  readonly clock: FakeClock;
  readonly painter: Painter;
  readonly frames: number[];
  readonly output: { writableNeedDrain: boolean };
}

function start(): Run {
  const clock = new FakeClock();
  const frames: number[] = [];
  const output = { writableNeedDrain: false };
  const painter = makePainter(clock, output, () => frames.push(clock.nowMs));
  return { clock, painter, frames, output };
}

function mostInASecond(frames: readonly number[]): number {
  return frames.reduce((most, from) => Math.max(most, frames.filter((at) => at >= from && at < from + 1000).length), 0);
}

describe('the pace of frames', () => {
  it('is four a second when no key is pressed, however often data change', () => {
    const { clock, painter, frames } = start();
    for (let tick = 0; tick < 2000; tick++) {
      painter.touch();
      clock.pass(5);
    }
    expect(frames.length).toBeGreaterThanOrEqual(38);
    expect(mostInASecond(frames)).toBe(4);
  });

  it('is never above ten a second, whatever keys and data do', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('data', 'key'), fc.integer({ min: 0, max: 120 })), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, (all) => {
        const { clock, painter, frames } = start();
        for (const [kind, waitMs] of all) {
          if (kind === 'key') painter.touchForKey();
          else painter.touch();
          clock.pass(waitMs);
        }
        clock.pass(2000);
        expect(mostInASecond(frames)).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('answers a key at once after a frame for data, and within 100 ms when keys come five a second', () => {
    const { clock, painter, frames } = start();
    for (let press = 0; press < 50; press++) {
      for (let tick = 0; tick < 20; tick++) {
        painter.touch();
        clock.pass(10);
      }
      const pressedMs = clock.nowMs;
      painter.touchForKey();
      clock.pass(100);
      expect(frames.some((at) => at >= pressedMs && at <= pressedMs + 100)).toBe(true);
    }
  });

  it('shows the last change, even when nothing comes after it', () => {
    const { clock, painter, frames } = start();
    painter.touch();
    clock.pass(10);
    painter.touch();
    clock.pass(1000);
    expect(frames).toEqual([0, 260]);
    expect(clock.waiting).toBe(0);
  });

  it('waits while the terminal takes nothing, and then shows the newest state once', () => {
    const { clock, painter, frames, output } = start();
    output.writableNeedDrain = true;
    for (let tick = 0; tick < 100; tick++) {
      painter.touch();
      clock.pass(50);
    }
    expect(frames).toEqual([]);
    output.writableNeedDrain = false;
    clock.pass(200);
    expect(frames).toHaveLength(1);
  });

  it('leaves no timer behind when it is stopped', () => {
    const { clock, painter, frames } = start();
    painter.touch();
    painter.stop();
    painter.stop();
    painter.touchForKey();
    clock.pass(1000);
    expect(frames).toEqual([]);
    expect(clock.waiting).toBe(0);
  });
});
