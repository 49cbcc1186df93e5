import { MAX_COUNTED_NAMES } from './limits.ts';

/** Names that workers choose, within bounds: each new one would be a line of metrics for as long as the coordinator lives. */
export class CountedNames {
  readonly #known = new Set<string>();

  /** The name itself while there is room for it, else `other`. */
  bounded(name: string): string {
    if (this.#known.has(name)) return name;
    if (this.#known.size >= MAX_COUNTED_NAMES) return 'other';
    this.#known.add(name);
    return name;
  }
}
