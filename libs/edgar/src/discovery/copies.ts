import { judgeFile } from '../files/wholeness-disk.ts';
import type { Judged } from '../files/wholeness-disk.ts';
import type { FoundFiling } from './discover.ts';

const RANK: Readonly<Record<Judged['wholeness'], number>> = {
  whole: 2,
  'header only': 1,
  'cut off': 0,
  damaged: -1,
  'no submission': -1,
};

interface Copy {
  readonly filing: FoundFiling;
  readonly judged: Judged;
}

async function judge(filing: FoundFiling): Promise<Copy> {
  const unreadable: Judged = { wholeness: 'damaged', sizeBytes: 0 };
  return { filing, judged: await judgeFile(filing.file).catch(() => unreadable) };
}

// Of two that are not whole the longer one; else the first.
function isBetter({ judged: one }: Copy, { judged: other }: Copy): boolean {
  const ranks = RANK[one.wholeness] - RANK[other.wholeness];
  return ranks !== 0 ? ranks > 0 : one.wholeness !== 'whole' && one.sizeBytes > other.sizeBytes;
}

function tell(chosen: Copy, copies: readonly Copy[]): string {
  const others = copies
    .filter((copy) => copy !== chosen)
    .map(({ filing, judged }) => `${filing.path} (${judged.wholeness})`);
  return `${chosen.filing.accession}: ${chosen.filing.path} (${chosen.judged.wholeness}) is used, not ${others.join(', ')}`;
}

/** The filings that a scan finds, each accession once: the first of its copies, until the best of them is chosen. */
export class Copies {
  readonly #filings: FoundFiling[];
  /** Place among the filings, -1 for one that the filter does not let through. */
  readonly #places = new Map<string, number>();
  readonly #repeated = new Map<string, FoundFiling[]>();
  /** Files whose filing was found before. */
  repeated = 0;

  /** `filings` is filled in the order of finding. */
  constructor(filings: FoundFiling[]) {
    this.#filings = filings;
  }

  add(filing: FoundFiling, matches: boolean): void {
    const place = this.#places.get(filing.accession);
    if (place !== undefined) this.repeated++;
    if (!matches) {
      if (place === undefined) this.#places.set(filing.accession, -1);
      return;
    }
    if (place === undefined || place === -1) {
      this.#places.set(filing.accession, this.#filings.length);
      this.#filings.push(filing);
      return;
    }
    const others = this.#repeated.get(filing.accession);
    if (others === undefined) this.#repeated.set(filing.accession, [filing]);
    else others.push(filing);
  }

  /**
   * Puts the best copy of each filing in the place of the first: whole before a header alone before one that is cut off or
   * damaged. Returns a line for each filing of which not all copies are whole.
   */
  async choose(signal?: AbortSignal): Promise<string[]> {
    const told: string[] = [];
    for (const [accession, others] of this.#repeated) {
      signal?.throwIfAborted();
      const place = this.#places.get(accession)!;
      const copies: Copy[] = [];
      for (const filing of [this.#filings[place]!, ...others]) copies.push(await judge(filing));
      const chosen = copies.reduce((best, copy) => (isBetter(copy, best) ? copy : best));
      this.#filings[place] = chosen.filing;
      if (copies.some(({ judged }) => judged.wholeness !== 'whole')) told.push(tell(chosen, copies));
    }
    return told;
  }
}
