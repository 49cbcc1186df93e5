// What a filing prints may be of any length. It is bounded where it enters the graph, before any id is made of it, so that
// ids can be made again from what is stored.

import type { Submission } from '@filigree/edgar';
import type { FilingFacts } from '@filigree/extraction';
import { boundedText } from '../model/bounded-text.ts';
import { storableText } from '../model/canonical.ts';
import { MAX_LIST_ENTRIES, MAX_QUOTE_BYTES } from '../model/limits.ts';

/** Facts and header whose texts every store keeps alike, none above its bound; what was cut ends in an ellipsis. */
export interface Bounded {
  readonly submission: Submission;
  readonly facts: FilingFacts;
  /** Texts and lists that were cut, those of the header as it was read among them. */
  readonly cut: number;
}

class Bounds {
  cut = 0;

  /** The value with all its texts bounded; the very same one where nothing is to be done. */
  of<T>(value: T, key = ''): T {
    if (typeof value === 'string') return this.#text(value, key) as T;
    if (Array.isArray(value)) return this.#list(value as readonly unknown[], key) as T;
    if (typeof value !== 'object' || value === null) return value;
    let changed: Record<string, unknown> | null = null;
    for (const [name, item] of Object.entries(value)) {
      const bounded: unknown = this.of<unknown>(item, name);
      if (bounded === item) continue;
      changed ??= { ...(value as Record<string, unknown>) };
      changed[name] = bounded;
    }
    return (changed ?? value) as T;
  }

  #text(text: string, key: string): string {
    const storable = storableText(text);
    const bounded = boundedText(storable, key === 'quote' ? MAX_QUOTE_BYTES : undefined);
    if (bounded !== storable) this.cut++;
    return bounded;
  }

  #list(list: readonly unknown[], key: string): readonly unknown[] {
    const isLong = (key === 'items' || key === 'formerNames') && list.length > MAX_LIST_ENTRIES;
    if (isLong) this.cut++;
    const kept = isLong ? list.slice(0, MAX_LIST_ENTRIES) : list;
    const bounded = kept.map((item) => this.of(item, key));
    return isLong || bounded.some((item, at) => item !== kept[at]) ? bounded : list;
  }
}

export function bounded(submission: Submission, facts: FilingFacts): Bounded {
  const bounds = new Bounds();
  const { form, items, parties } = submission;
  const head = bounds.of({ form, items, parties });
  return {
    submission: { ...submission, ...head },
    facts: bounds.of(facts),
    cut: bounds.cut + (submission.cutValues ?? 0),
  };
}
