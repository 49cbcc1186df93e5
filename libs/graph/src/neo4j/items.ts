import type { GraphDelta } from '../model/delta.ts';
import type { Fence } from './statements.ts';

/** A filing to write, read and digested once however often it is tried. */
export interface Item {
  /** Its place in the batch. */
  readonly at: number;
  readonly delta: GraphDelta;
  readonly token: number;
  readonly digest: string;
}

export type Outcome = 'written' | 'stale';

export function fenceOf({ delta, token, digest }: Item): Fence {
  return { accession: delta.accession, token, digest };
}
