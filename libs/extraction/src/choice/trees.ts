// Boosted trees of depth two and three: what they say of a row of numbers, and how they are learned from rows with answers.

/**
 * A tree as numbers: feature, threshold, then the branch of rows up to the threshold and that of the others; a leaf is -1 and
 * its value.
 */
export type Tree = readonly number[];

/** The odds of a row, as a logarithm: above 0 the row is more likely than not. */
export function oddsOf(start: number, trees: readonly Tree[], row: readonly number[]): number {
  return trees.reduce<number>((sum, tree) => sum + leafOf(tree, row), start);
}

const LEAF = -1;

/** Where the branch that begins at `at` ends. */
function branchEnd(tree: Tree, at: number): number {
  let open = 1;
  let end = at;
  for (; open > 0; end += 2) open += tree[end] === LEAF ? -1 : 1;
  return end;
}

function leafOf(tree: Tree, row: readonly number[]): number {
  let at = 0;
  while (tree[at] !== LEAF) at = row[tree[at]!]! <= tree[at + 1]! ? at + 2 : branchEnd(tree, at + 2);
  return tree[at + 1]!;
}

/** From logarithmic odds to a share between 0 and 1. */
export function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** A row of numbers with its answer. */
export interface Example {
  readonly row: readonly number[];
  readonly told: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** How trees are learned. */
export interface Learning {
  readonly rounds: number;
  readonly depth: number;
  /** The part of each tree that is added. */
  readonly rate: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leaf: number;
  /** Added to a leaf's second derivatives: draws its value to 0. */
  readonly ridge: number;
  /** By feature: 1 where a higher number never speaks against a row, -1 where it never speaks for it, else 0. */
  readonly speaks: readonly number[];
}

interface Point {
  readonly row: readonly number[];
  readonly gradient: number;
  readonly curve: number;
}

/** What a branch may say: a feature that speaks for a row in one place does not speak against it in another. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

interface Split {
  readonly feature: number;
  readonly at: number;
  /** Between what the two branches say. */
  readonly middle: number;
}

const sum = (points: readonly Point[], key: 'gradient' | 'curve'): number =>
  points.reduce((all, point) => all + point[key], 0);
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const within = (value: number, { least, most }: Bounds): number => Math.min(most, Math.max(least, value));

function bestSplit(points: readonly Point[], learning: Learning): Split | undefined {
  const { leaf, ridge, speaks } = learning;
  const gradient = sum(points, 'gradient');
  const curve = sum(points, 'curve');
  const worth = (g: number, h: number) => (g * g) / (h + ridge);
  let best: (Split & { readonly gain: number }) | undefined;
  for (let feature = 0; feature < (points[0]?.row.length ?? 0); feature++) {
    const sorted = [...points].sort((a, b) => a.row[feature]! - b.row[feature]!);
    let g = 0;
    let h = 0;
    for (let i = 0; i + 1 < sorted.length; i++) {
      g += sorted[i]!.gradient;
      h += sorted[i]!.curve;
      const here = sorted[i]!.row[feature]!;
      const next = sorted[i + 1]!.row[feature]!;
      if (here === next || h < leaf || curve - h < leaf) continue;
      const [low, high] = [g / (h + ridge), (gradient - g) / (curve - h + ridge)];
      if ((high - low) * (speaks[feature] ?? 0) < 0) continue;
      const gain = worth(g, h) + worth(gradient - g, curve - h) - worth(gradient, curve);
      if (gain > (best?.gain ?? 1e-9)) best = { feature, at: round((here + next) / 2), middle: (low + high) / 2, gain };
    }
  }
  return best;
}

function grow(points: readonly Point[], depth: number, learning: Learning, bounds: Bounds): Tree {
  const split = depth === 0 ? undefined : bestSplit(points, learning);
  if (split === undefined) {
    const value = sum(points, 'gradient') / (sum(points, 'curve') + learning.ridge);
    return [LEAF, round(learning.rate * within(value, bounds))];
  }
  const { feature, at, middle } = split;
  const under = { least: bounds.least, most: Math.min(bounds.most, middle) };
  const over = { least: Math.max(bounds.least, middle), most: bounds.most };
  const direction = learning.speaks[feature] ?? 0;
  const [low, high] = direction === 0 ? [bounds, bounds] : direction > 0 ? [under, over] : [over, under];
  return [
    feature,
    at,
    ...grow(
      points.filter(({ row }) => row[feature]! <= at),
      depth - 1,
      learning,
      low,
    ),
    ...grow(
      points.filter(({ row }) => row[feature]! > at),
      depth - 1,
      learning,
      high,
    ),
  ];
}

const ANY: Bounds = { least: -Infinity, most: Infinity };

/** Trees that tell the examples apart; the same for the same examples in the same order. */
export function learn(examples: readonly Example[], learning: Learning): { start: number; trees: Tree[] } {
  const all = examples.reduce((total, { weight }) => total + weight, 0);
  const told = examples.reduce((total, { told: yes, weight }) => total + (yes ? weight : 0), 0);
  const start = round(Math.log((told + 1) / (all - told + 1)));
  const odds = examples.map(() => start);
  const trees: Tree[] = [];
  for (let nth = 0; nth < learning.rounds; nth++) {
    const points = examples.map(({ row, told: yes, weight }, at): Point => {
      const share = shareOf(odds[at]!);
      return { row, gradient: weight * ((yes ? 1 : 0) - share), curve: weight * share * (1 - share) };
    });
    const tree = grow(points, learning.depth, learning, ANY);
    trees.push(tree);
    examples.forEach(({ row }, at) => {
      odds[at] = odds[at]! + leafOf(tree, row);
    });
  }
  return { start, trees };
}
