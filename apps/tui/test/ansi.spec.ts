import { lineAnsi } from '../src/view/ansi.ts';
import { frame } from '../src/view/frame.ts';
import { lineText, span } from '../src/view/line.ts';
import { Driver } from './driver.ts';
import { midRun } from './scene.ts';

describe('lines for a terminal', () => {
  it('end every style where it began', () => {
    expect(lineAnsi([span('a', { colour: 'red', bold: true }), span('b')], true)).toBe('\u001b[1;31ma\u001b[0mb');
  });

  it('use no colour but the sixteen of every terminal', () => {
    const text = frame(midRun(new Driver()).state, 1000)
      .map((row) => lineAnsi(row, true))
      .join('');
    const codes = [...text.matchAll(/\u001b\[([\d;]*)m/g)].flatMap((match) => match[1]!.split(';').map(Number));
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) {
      expect([0, 1, 2, 7].includes(code) || (code >= 30 && code <= 37) || (code >= 90 && code <= 97)).toBe(true);
    }
  });

  it('have no colour without colours, and the same words', () => {
    for (const row of frame(midRun(new Driver()).press('2', 'down').state, 1000)) {
      const plain = lineAnsi(row, false);
      expect(plain).not.toMatch(/\u001b\[[\d;]*(3[0-7]|9[0-7])m/);
      expect(plain.replaceAll(/\u001b\[[\d;]*m/g, '').trimEnd()).toBe(lineText(row));
    }
  });
});
