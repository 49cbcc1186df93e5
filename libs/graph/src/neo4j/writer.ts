// One filing, one fenced write; several filings a transaction. New filings go in one statement where a guess at the nodes holds,
// all others step by step. A batch that fails is written one by one.

import { createHash } from 'node:crypto';
import { FiligreeError } from '@filigree/base';
import { compareUtf8 } from '../model/canonical.ts';
import { deltaText } from '../model/codec.ts';
import { admitted } from '../store/admit.ts';
import type { WriteRequest, WriteResult } from '../store/store.ts';
import type { Database } from './database.ts';
import type { Item, Outcome } from './items.ts';
import { KnownFolds } from './known-folds.ts';
import { writeNew } from './write-new.ts';
import { writeSteps } from './write-steps.ts';

const MAX_FILINGS_A_TRANSACTION = 64;
const MAX_RELATIONSHIPS_A_TRANSACTION = 4000;

/** Writes batches of filings, one batch at a time. */
export class Writer {
  private readonly database: Database;
  private readonly known = new KnownFolds();
  /** Whether the filings of the last group were new: those of the next are taken for the same. */
  private expectNew = true;

  constructor(database: Database) {
    this.database = database;
  }

  /** One result each, in order. Throws only where the database is away. */
  async write(batch: readonly WriteRequest[]): Promise<WriteResult[]> {
    const results: WriteResult[] = [];
    const items: Item[] = [];
    for (const [at, request] of batch.entries()) {
      const { token } = request;
      try {
        const delta = admitted(request);
        items.push({ at, delta, token, digest: createHash('sha256').update(deltaText(delta)).digest('hex') });
      } catch (error) {
        results[at] = { outcome: 'failed', error: error as FiligreeError };
      }
    }
    for (const group of groupsOf(items)) {
      const outcomes = await this.writeGroup(group);
      group.forEach((item, n) => {
        results[item.at] = outcomes[n]!;
      });
    }
    return results;
  }

  private async writeGroup(group: readonly Item[]): Promise<WriteResult[]> {
    try {
      const outcomes = await this.writeTogether(
        [...group].sort((a, b) => compareUtf8(a.delta.accession, b.delta.accession)),
      );
      return group.map((item) => ({ outcome: outcomes.get(item.delta.accession) ?? 'stale' }));
    } catch (error) {
      if (!(error instanceof FiligreeError)) throw error;
      if (error.code === 'UNREACHABLE' || error.code === 'UNAUTHENTICATED') throw error;
      if (group.length === 1) {
        if (error.code === 'OVERLOADED') throw error;
        return [{ outcome: 'failed', error }];
      }
    }
    const results: WriteResult[] = [];
    for (const item of group) results.push(...(await this.writeGroup([item])));
    return results;
  }

  private async writeTogether(items: readonly Item[]): Promise<ReadonlyMap<string, Outcome>> {
    if (this.expectNew && (await writeNew(this.database, items, this.known)))
      return new Map(items.map((item) => [item.delta.accession, 'written']));
    const steps = async (expectNew: boolean): ReturnType<typeof writeSteps> =>
      this.database.transaction((transaction) => writeSteps(transaction, items, expectNew));
    const done = (this.expectNew ? await steps(true) : null) ?? (await steps(false));
    this.expectNew = done?.allNew ?? false;
    for (const [key, fold] of done?.folds ?? []) {
      if (fold === null) this.known.forget(key);
      else this.known.set(key, fold);
    }
    return done?.outcomes ?? new Map<string, Outcome>();
  }
}

/** Groups that fit a transaction; a filing that comes twice goes in another group, in its order. */
function groupsOf(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  let group: Item[] = [];
  let relationships = 0;
  for (const item of items) {
    const count = item.delta.relationships.length;
    const full =
      group.length === MAX_FILINGS_A_TRANSACTION ||
      (group.length > 0 && relationships + count > MAX_RELATIONSHIPS_A_TRANSACTION);
    if (full || group.some((other) => other.delta.accession === item.delta.accession)) {
      groups.push(group);
      group = [];
      relationships = 0;
    }
    group.push(item);
    relationships += count;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
