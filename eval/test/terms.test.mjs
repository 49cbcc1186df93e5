import assert from 'node:assert/strict';
import { test } from 'node:test';

import { byConfidence } from '../sources.mjs';
import { termsOf } from '../terms.mjs';

const post = (rest) => ({
  person: 'Ida B. Moss',
  organization: 'Lund AB',
  role: 'cfo',
  status: 'appointed',
  from: null,
  to: null,
  ...rest,
});

test('of labelled begins and ends of posts that were found, those that facts carry are told apart', () => {
  const of = (label, fact) =>
    termsOf([{ path: 'x', labels: { roles: [post(label)] } }], new Map([['x', { facts: { roles: [post(fact)] } }]]));
  const none = { labelled: 0, same: 0, other: 0, absent: 0 };
  assert.deepEqual(of({}, { from: '2010-01-01' }), none);
  assert.deepEqual(of({ from: '2010-06-01' }, { from: '2010-06-01', person: 'Ida Moss' }), {
    ...none,
    labelled: 1,
    same: 1,
  });
  assert.deepEqual(of({ from: '2012' }, { from: '2012-01-01' }), { ...none, labelled: 1, same: 1 });
  assert.deepEqual(of({ from: '2010-06-01', to: '2011-01-01' }, { from: '2010-06-02' }), {
    labelled: 2,
    same: 0,
    other: 1,
    absent: 1,
  });
  assert.deepEqual(of({ from: '2010-06-01' }, { status: 'former', from: '2010-06-01' }), none);
});

test('facts are counted by steps of what they claim', () => {
  const said = [0.97, 0.9, 1, 0.89].map((confidence, nth) => ({
    kind: 'roles',
    source: 's',
    confidence,
    wrong: nth === 1,
  }));
  assert.deepEqual(byConfidence(said), [
    { kind: 'roles', from: 0.9, facts: 3, right: 2, wrong: 1, confidence: 0.957 },
    { kind: 'roles', from: 0.8, facts: 1, right: 1, wrong: 0, confidence: 0.89 },
  ]);
});
