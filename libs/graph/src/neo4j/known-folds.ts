/** So many nodes are remembered; those unused the longest go first. */
const MAX_NODES = 20_000;

/**
 * What this process last saw of shared nodes: a guess that saves asking, never a truth. Whoever writes by it has the database
 * check it under the nodes' locks.
 */
export class KnownFolds {
  private readonly folds = new Map<string, string>();

  /** The encoded fold of the node with this key when it was last seen; the empty string where it was never seen or had none. */
  get(key: string): string {
    const fold = this.folds.get(key);
    if (fold === undefined) return '';
    this.folds.delete(key);
    this.folds.set(key, fold);
    return fold;
  }

  set(key: string, fold: string): void {
    this.folds.delete(key);
    this.folds.set(key, fold);
    if (this.folds.size <= MAX_NODES) return;
    for (const [oldest] of this.folds) {
      this.folds.delete(oldest);
      return;
    }
  }

  forget(key: string): void {
    this.folds.delete(key);
  }
}
