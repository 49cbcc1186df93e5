import { checkDelta } from '../model/check-delta.ts';
import { decodeDelta } from '../model/codec.ts';
import type { GraphDelta } from '../model/delta.ts';
import type { WriteRequest } from './store.ts';

/** The delta of a request, decoded and checked: the one door to every store. Throws USAGE or TOO_LARGE naming what is wrong. */
export function admitted({ delta: given, terms }: WriteRequest): GraphDelta {
  const delta = given instanceof Uint8Array ? decodeDelta(given) : given;
  if (terms !== undefined) checkDelta(delta, terms);
  return delta;
}
