import assert from 'node:assert/strict';
import { test } from 'node:test';

import { drawStrata } from '../sample.mjs';
import { bySource } from '../sources.mjs';

const candidates = Array.from({ length: 400 }, (_, n) => ({
  n,
  words: n % 2 === 0 ? 9000 : 100,
  form: n % 4 < 2 ? '6-K' : '10-K',
}));

test('a sample is the same for the same seed and another for another', () => {
  assert.deepEqual(drawStrata(candidates, 50, 'abc'), drawStrata(candidates, 50, 'abc'));
  assert.notDeepEqual(drawStrata(candidates, 50, 'abc'), drawStrata(candidates, 50, 'abd'));
});

test('half of a sample is long, half of it is of other forms than 6-K, and no fact is drawn twice', () => {
  const drawn = drawStrata(candidates, 48, '1f');
  assert.equal(drawn.filter(({ words }) => words > 5000).length, 24);
  assert.equal(drawn.filter(({ form }) => form !== '6-K').length, 24);
  assert.equal(new Set(drawn).size, 48);
});

test('what one kind of filing lacks is drawn from the others', () => {
  const few = candidates.filter(({ n }) => n % 4 !== 0 || n < 8);
  assert.equal(drawStrata(few, 100, '1f').length, 100);
});

test('a fact counts as wrong for its rule where the scorer called it wrong', () => {
  const fact = (child, source) => ({ parent: 'Lund AB', child, kind: 'stake', source });
  const filings = [{ path: 'x', labels: { accession: 'a', ownership: [] } }];
  const facts = {
    roles: [],
    events: [],
    holdings: [],
    ownership: [fact('Moss Oy', 'one'), fact('Varga Kft', 'one'), fact('Ida Oy', 'two')],
  };
  const misses = [
    { what: 'wrong', kind: 'ownership', accession: 'a', fact: fact('MOSS OY', 'one') },
    { what: 'missed', kind: 'ownership', accession: 'a', fact: fact('Ida Oy', 'two') },
  ];
  const rows = bySource({ name: 'dev', filings }, new Map([['x', { facts }]]), misses);
  assert.deepEqual(rows, [
    { set: 'dev', kind: 'ownership', source: 'one', facts: 2, right: 1, wrong: 1 },
    { set: 'dev', kind: 'ownership', source: 'two', facts: 1, right: 1, wrong: 0 },
  ]);
});
