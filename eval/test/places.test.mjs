import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

import { evalDir, isBlind, labelledPaths, readablePath, readableFilings, shared } from '../places.mjs';

const skip = existsSync(shared) ? false : 'SKIPPED: ../shared is absent, so no labelled filings can be looked for';

test('the blind set is refused by whatever path it is asked for', { skip }, () => {
  for (const path of [
    'gold/blind.jsonl',
    'gold/blind',
    'gold/./blind/x.txt',
    'filings/../gold/blind/x.txt',
    join(shared, 'sealed/x'),
  ])
    assert.throws(() => readablePath(path), /is blind/, path);
  assert.equal(readablePath('gold/dev.jsonl'), join(shared, 'gold/dev.jsonl'));
});

test('a filing of the blind set is refused wherever a copy of it lies', { skip }, () => {
  const name = basename(Object.values(labelledPaths()).find((path) => path.startsWith('gold/blind/')));
  assert.equal(isBlind(join('filings/2010', name)), true);
});

test('the filings that may be read are many and hold nothing blind', { skip }, () => {
  const paths = readableFilings();
  assert.ok(paths.length > 700);
  assert.deepEqual(paths.filter(isBlind), []);
});

test('no module but blind.mjs and the guard names the blind set', () => {
  const naming = readdirSync(evalDir).filter(
    (name) => name.endsWith('.mjs') && readFileSync(join(evalDir, name), 'utf8').includes("'blind.jsonl'"),
  );
  assert.deepEqual(naming.sort(), ['blind.mjs', 'places.mjs']);
});
