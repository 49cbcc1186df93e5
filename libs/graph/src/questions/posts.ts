// Who held which post on a day, decided from dated statements.

/** One statement on a post. */
export interface Post {
  /** Ids of the identity clusters of person and company. */
  readonly person: string;
  readonly company: string;
  readonly title: string;
  readonly role: string;
  readonly status: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The day from which the statement speaks. */
  readonly asOf: string;
  readonly filed: string;
  readonly accession: string;
}

// A company has one of each; who resigns as one of these is it no more, whatever the title printed elsewhere in the filing.
const SINGLE: ReadonlySet<string> = new Set(['ceo', 'cfo', 'chair']);

function ends(post: Post): boolean {
  return post.status === 'resigned' || post.status === 'former';
}

function order(a: Post, b: Post): number {
  const key = (post: Post): string => `${post.asOf} ${post.filed} ${post.accession}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

function groups<T extends Post>(posts: readonly T[]): T[][] {
  const byPost = new Map<string, T[]>();
  for (const post of posts) {
    const key = JSON.stringify([post.person, post.company, post.role]);
    byPost.set(key, [...(byPost.get(key) ?? []), post]);
  }
  return [...byPost.values()];
}

function titleOf(post: Post): string {
  return post.title.toLowerCase();
}

/** What the latest filing that speaks says: several titles of one class may be held and left in it. */
function heldByLatest<T extends Post>(known: readonly T[]): T[] {
  const last = known.at(-1);
  if (last === undefined) return [];
  const latest = known.filter((post) => order(post, last) === 0);
  const left = latest.filter(ends);
  const held = latest.filter((post) => !ends(post));
  if (SINGLE.has(last.role) && left.some((post) => post.status === 'resigned')) return [];
  const leftTitles = new Set(left.map(titleOf));
  return held.filter((post) => !leftTitles.has(titleOf(post)));
}

/**
 * The posts held on `date`: per person, company and role, the latest statement not after it; `resigned` and `former` end it, a nomination is no post.
 * Where no statement is that old, one from later counts that says the post was held on that day (since before it, and not until before it).
 */
export function postsAt<T extends Post>(posts: readonly T[], date: string): T[] {
  const result: T[] = [];
  for (const group of groups(posts.filter((post) => post.status !== 'nominated'))) {
    const sorted = [...group].sort(order);
    const known = sorted.filter((post) => post.asOf <= date);
    if (known.length > 0) {
      result.push(
        ...heldByLatest(known).filter(
          (post) => (post.to === null || post.to >= date) && (post.from === null || post.from <= date),
        ),
      );
      continue;
    }
    const told = sorted.find(
      (post) => post.from !== null && post.from <= date && (post.to === null ? !ends(post) : post.to >= date),
    );
    if (told !== undefined) result.push(told);
  }
  return result;
}

/** Statements that say the same (person, company, role, status, title) as one: the latest, with the first day on which it was said and how often. */
export function history<T extends Post>(
  posts: readonly T[],
): (T & { readonly firstAsOf: string; readonly filings: number })[] {
  const same = new Map<string, T[]>();
  for (const post of [...posts].sort(order)) {
    const key = JSON.stringify([post.person, post.company, post.role, post.status, titleOf(post)]);
    same.set(key, [...(same.get(key) ?? []), post]);
  }
  return [...same.values()].map((group) => {
    const last = group.at(-1)!;
    const told = <K extends 'from' | 'to'>(key: K): string | null =>
      group.map((post) => post[key]).findLast((value) => value !== null) ?? null;
    return {
      ...last,
      from: told('from'),
      to: told('to'),
      firstAsOf: group[0]!.asOf,
      filings: new Set(group.map((post) => post.accession)).size,
    };
  });
}
