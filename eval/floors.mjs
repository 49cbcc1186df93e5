// The limits that the figures keep: floors of the sets' figures, ceilings of the counts of what cannot be true (floors.json).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { evalDir } from './places.mjs';

const FILE = join(evalDir, 'floors.json');
/** How far below its figure a floor is laid. */
const MARGIN = 0.01;
const SHARES = {
  roles: ['f1'],
  strict: ['f1'],
  events: ['f1', 'main_recall', 'date_accuracy'],
  ownership: ['f1'],
  holdings: ['f1'],
};
/** A share of hits means something, and keeps a floor, from so many hits on. */
const FEWEST_HITS = 20;
const FIRE = ['title', 'employer', 'subsidiary', 'bought', 'persons_right', 'pairs_related'];

const readLimits = () => JSON.parse(readFileSync(FILE, 'utf8'));

/** Numbers of a tree as [path, number]: pool.roles.f1 and the like. */
const leaves = (tree, path = []) =>
  typeof tree === 'number'
    ? [[path, tree]]
    : Object.entries(tree).flatMap(([key, value]) => leaves(value, [...path, key]));

const at = (tree, path) => path.reduce((value, key) => value?.[key], tree);

/** What does not keep its limit, in words, and how many limits there are. `figures` is by set, `counts` by check. */
export function broken(limits, figures, counts) {
  const floors = leaves(limits.at_least).map(([path, floor]) => {
    const got = at(figures, path);
    return { holds: got >= floor, says: `${path.join(' ')} is ${String(got)}, expected at least ${String(floor)}` };
  });
  const ceilings = Object.entries(limits.at_most).map(([check, ceiling]) => {
    const got = counts[check];
    return { holds: got <= ceiling, says: `${check}: ${String(got)}, expected at most ${String(ceiling)}` };
  });
  const all = [...floors, ...ceilings];
  return { limits: all.length, broken: all.filter(({ holds }) => !holds).map(({ says }) => says) };
}

const below = (figure) => Math.max(0, Number((figure - MARGIN).toFixed(3)));

function floorsOf(name, figures) {
  if (name === 'fire') return Object.fromEntries(FIRE.map((share) => [share, below(figures[share])]));
  const measured = Object.entries(SHARES).filter(([kind]) => figures[kind] !== undefined);
  const floors = measured.map(([kind, shares]) => {
    const { recall, gold } = figures[kind];
    const known = shares.filter(
      (share) =>
        figures[kind][share] !== undefined && (share !== 'date_accuracy' || Math.round(recall * gold) >= FEWEST_HITS),
    );
    return [kind, Object.fromEntries(known.map((share) => [share, below(figures[kind][share])]))];
  });
  return { ...Object.fromEntries(floors), quotes: { verbatim: 1, offsets: 1 } };
}

/** The limits laid anew: no floor falls, no ceiling rises. */
export function raised(limits, figures, counts) {
  const higher = (old, now) =>
    Object.fromEntries(
      Object.entries(now).map(([key, value]) => [
        key,
        typeof value === 'number' ? Math.max(value, old?.[key] ?? 0) : higher(old?.[key], value),
      ]),
    );
  const sets = Object.entries(figures).map(([name, of]) => [name, higher(limits.at_least[name], floorsOf(name, of))]);
  const ceilings = Object.entries(counts).map(([check, count]) => [
    check,
    Math.min(count, limits.at_most[check] ?? count),
  ]);
  return { at_least: Object.fromEntries(sets), at_most: Object.fromEntries(ceilings) };
}

/** Prints what does not keep its limit; true if everything does. */
export function keepsLimits(figures, counts) {
  const found = broken(readLimits(), figures, counts);
  for (const says of found.broken) process.stdout.write(`NOT OK: ${says}\n`);
  const kept = found.limits - found.broken.length;
  process.stdout.write(`${String(kept)} of ${String(found.limits)} figures keep their limits\n`);
  return found.broken.length === 0;
}

/** Writes the limits anew. */
export async function raiseLimits(figures, counts) {
  const text = JSON.stringify(raised(readLimits(), figures, counts));
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), filepath: FILE }));
}
