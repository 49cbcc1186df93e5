// What is drawn at random for readers to judge: the same for the same seed and the same code.
import { createHash } from 'node:crypto';

import { EvalError } from './places.mjs';

/** The seed that a flag gives: a commit, or other hexadecimal digits. */
export function readSeed(seed) {
  if (!/^[0-9a-f]+$/i.test(seed ?? ''))
    throw new EvalError(`--seed ${seed}, expected hexadecimal digits, such as a commit`);
  return seed.toLowerCase();
}

/** The whole number that a flag gives, which says how many of `what` are drawn. */
export function readCount(flag, text, what) {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new EvalError(`--${flag} ${text}, expected how many ${what}`);
  return Number(text);
}

/** Whole numbers below a limit, drawn from the seed by SHA-256 in counter mode. */
export function makeDraw(seed) {
  let count = 0;
  return (limit) => {
    count += 1;
    const bytes = createHash('sha256')
      .update(`${seed} ${String(count)}`)
      .digest();
    return Number(bytes.readBigUInt64BE() % BigInt(limit));
  };
}

/** `count` of the items, without repetition. */
export function drawSome(items, count, draw) {
  const rest = [...items];
  const drawn = [];
  while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(draw(rest.length), 1));
  return drawn;
}
