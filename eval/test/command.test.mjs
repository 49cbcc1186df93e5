import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { refuseWith } from '../blind.mjs';
import { withRow, withTable } from '../document.mjs';
import { evalDir, shared } from '../places.mjs';

const skip = existsSync(shared) ? false : 'SKIPPED: ../shared is absent, so nothing can be scored';
const evaluate = (...args) => spawnSync(process.execPath, [join(evalDir, 'main.mjs'), ...args], { encoding: 'utf8' });

for (const flags of [
  { misses: true },
  { rules: true },
  { 'by-company': true },
  { set: 'dev' },
  { ai: 'on' },
  { ai: 'off', scripted: 'good' },
])
  test(`the blind set does not go together with ${JSON.stringify(flags)}`, () => {
    assert.throws(() => refuseWith(flags), /sums over the whole blind set only/);
  });

for (const [args, says] of [
  [['--blind', '--misses'], /sums over the whole blind set only/],
  [['--set', 'held', '--misses'], /--set held prints sums over the whole set only, .* --misses/],
  [['--set', 'own,held', '--rules', '--json'], /does not go together with --rules/],
  [['--set', 'held', '--by-company'], /does not go together with --by-company/],
  [['--set', 'held', '--ai', 'on', '--scripted', 'good', '--misses'], /does not go together with --misses/],
  [['--set', 'blind'], /--set blind, expected some of dev/],
  [['--sample', '0', '--kind', 'posts', '--seed', 'ab'], /--sample 0, expected how many facts/],
  [['--sample', '5', '--kind', 'posts', '--seed', 'xyz'], /--seed xyz, expected hexadecimal/],
  [['--refused', '0', '--seed', 'ab'], /--refused 0, expected how many facts of each check/],
  [['--refused', '5'], /--seed undefined, expected hexadecimal/],
  [['--no-append'], /no-append/],
])
  test(`${args.join(' ')} ends with 2 and says why`, () => {
    const { status, stdout, stderr } = evaluate(...args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, says);
  });

test('a row goes to the end of the table below its heading, and a table is written anew', () => {
  const text = '# A\n| x |\n| - |\n### Set\n\nwords\n\n| y |\n| - |\n| 1 |\n\nmore\n| z |';
  assert.equal(withRow(text, '### Set', ['2', '3']), text.replace('| 1 |', '| 1 |\n| 2 | 3 |'));
  assert.equal(withTable(text, '### Set', [['a'], ['-']]), text.replace('| y |\n| - |\n| 1 |', '| a |\n| - |'));
  assert.throws(() => withRow(text, '### Other', ['2']), /no table below/);
});

test('a set is scored as JSON, with every quote verbatim and every offset right', { skip }, () => {
  const { status, stdout } = evaluate('--set', 'excerpts', '--rules', '--json');
  assert.equal(status, 0);
  const { sets, sources } = JSON.parse(stdout);
  assert.equal(sets.excerpts.filings, 14);
  assert.deepEqual([sets.excerpts.quotes.verbatim, sets.excerpts.quotes.offsets], [1, 1]);
  const posts = sources.filter(({ kind }) => kind === 'roles');
  assert.ok(posts.reduce((sum, row) => sum + row.right, 0) > 0);
  assert.ok(posts.reduce((sum, row) => sum + row.wrong, 0) <= sets.excerpts.strict.predicted);
});
