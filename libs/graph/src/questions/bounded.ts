import { FiligreeError } from '@filigree/base';
import type { GraphReader } from '../store/store.ts';
import { ANSWER_LIMITS } from './limits.ts';

/** An answer that would take more than it may. */
export function tooLarge(what: string): FiligreeError {
  return new FiligreeError('TOO_LARGE', `the answer would take ${what}`, {
    remedy: 'narrow the question: more of the name, --from and --to, --type, --company, or ask with graph query',
  });
}

/** Throws TOO_LARGE where more was found than an answer may look at. */
export function checkCount(count: number, what: 'nodes' | 'relationships'): void {
  if (count > ANSWER_LIMITS[what]) throw tooLarge(`more than ${String(ANSWER_LIMITS[what])} ${what}`);
}

/** Called before each read; throws where the answer may not go on. */
export type MayGoOn = () => void | Promise<void>;

/** A reader for one answer: each read may be the last, and none gives more than an answer may look at. */
export function boundedReader(reader: GraphReader, mayGoOn: MayGoOn): GraphReader {
  const bounded =
    <A extends unknown[], T>(what: 'nodes' | 'relationships', read: (...args: A) => Promise<T[]>) =>
    async (...args: A): Promise<T[]> => {
      await mayGoOn();
      const found = await read(...args);
      checkCount(found.length, what);
      return found;
    };
  return {
    nodes: bounded('nodes', (keys) => reader.nodes(keys)),
    touching: bounded('relationships', (keys, types) => reader.touching(keys, types)),
    stated: bounded('relationships', (accession) => reader.stated(accession)),
    named: bounded('nodes', (label, beginnings) => reader.named(label, beginnings)),
    filings: bounded('nodes', (beginning, limit) => reader.filings(beginning, limit)),
    events: bounded('nodes', (filter) => reader.events(filter)),
  };
}
