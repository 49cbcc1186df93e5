import type { Colour, Line, Span } from './line.ts';

// The sixteen colours that every terminal has, by their SGR numbers (ECMA-48).
const COLOURS: Readonly<Record<Colour, number>> = {
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
  gray: 90,
};

function codesOf(span: Span, colours: boolean): string {
  const codes: number[] = [];
  if (span.bold === true) codes.push(1);
  if (span.dim === true) codes.push(2);
  if (span.inverse === true) codes.push(7);
  if (colours && span.colour !== undefined) codes.push(COLOURS[span.colour]);
  return codes.join(';');
}

/** The line as a terminal takes it; every style ends where it began. Without `colours`, bold and reverse remain. */
export function lineAnsi(row: Line, colours: boolean): string {
  let out = '';
  for (const span of row) {
    const codes = codesOf(span, colours);
    out += codes === '' ? span.text : `\u001b[${codes}m${span.text}\u001b[0m`;
  }
  return out;
}
