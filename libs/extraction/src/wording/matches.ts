/**
 * All matches of a global pattern that needs at least one letter, in order. `matchAll` makes a copy of the pattern at every
 * call and with it, once in a while, compiles it anew, which for a long pattern takes longer than a hundred sentences; this
 * keeps what is compiled.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
