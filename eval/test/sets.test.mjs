import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { evalDir, shared } from '../places.mjs';
import { ownLabels } from '../sets.mjs';

const skip = existsSync(shared) ? false : 'SKIPPED: ../shared is absent, so nothing says which filings are blind';

/** Runs the check on a folder of label files, each given by its name and the filings that it labels. */
function withLabels(files, check) {
  const folder = mkdtempSync(join(tmpdir(), 'filigree-labels-'));
  try {
    for (const [name, filings] of Object.entries(files))
      writeFileSync(join(folder, name), filings.map((file) => JSON.stringify({ file })).join('\n'));
    check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const filesOf = (filings) => filings.map(({ labels }) => labels.file);

test('labels whose file begins with held- are a set of their own', { skip }, () => {
  const files = {
    'a.jsonl': ['forms/a.txt'],
    'held-a.jsonl': ['forms/b.txt', 'forms/c.txt'],
    'z.jsonl': ['forms/d.txt'],
  };
  withLabels(files, (folder) => {
    assert.deepEqual(filesOf(ownLabels(false, folder)), ['forms/a.txt', 'forms/d.txt']);
    assert.deepEqual(filesOf(ownLabels(true, folder)), ['forms/b.txt', 'forms/c.txt']);
  });
});

test('a filing that is held out stays so under its other names', { skip }, () => {
  withLabels(
    { 'a.jsonl': ['forms/0000000001-10-000002.txt'], 'held-b.jsonl': ['sgml/000000000110000002.nc'] },
    (folder) => {
      assert.throws(() => ownLabels(true, folder), /is labelled in a held-/);
    },
  );
});

test('a filing that is held out and labelled for all to read is refused', { skip }, () => {
  withLabels({ 'a.jsonl': ['forms/a.txt'], 'held-b.jsonl': ['forms/../forms/a.txt'] }, (folder) => {
    for (const held of [true, false])
      assert.throws(() => ownLabels(held, folder), /forms\/a\.txt is labelled in a held-/);
  });
});

test('the choice of events does not learn from what is held out', () => {
  const sets = /const SETS = \[(.*)\]/.exec(readFileSync(join(evalDir, 'train.mjs'), 'utf8'))[1];
  assert.match(sets, /'own'/);
  assert.doesNotMatch(sets, /held/);
});
