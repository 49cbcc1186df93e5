import assert from 'node:assert/strict';
import { test } from 'node:test';

import { broken, raised } from '../floors.mjs';

const limits = { at_least: { dev: { roles: { f1: 0.9 } }, fire: { title: 0.7 } }, at_most: { 'owns itself': 2 } };
const figures = (f1, title) => ({
  dev: { roles: { f1, role_accuracy: 0.95, status_accuracy: 0.95 } },
  fire: { title },
});

test('what keeps its limits is not told', () => {
  assert.deepEqual(broken(limits, figures(0.9, 0.71), { 'owns itself': 2 }), { limits: 3, broken: [] });
});

test('a figure below its floor, a count above its ceiling and a figure that is gone are told', () => {
  const { broken: told } = broken(limits, figures(0.899, undefined), { 'owns itself': 3 });
  assert.deepEqual(told, [
    'dev roles f1 is 0.899, expected at least 0.9',
    'fire title is undefined, expected at least 0.7',
    'owns itself: 3, expected at most 2',
  ]);
});

test('floors rise with better figures and never fall, ceilings fall and never rise', () => {
  const fire = { title: 0.6, employer: 0.5, subsidiary: 0.5, bought: 0.5, persons_right: 1, pairs_related: 0.5 };
  const anew = raised(limits, { ...figures(0.95), fire }, { 'owns itself': 1 });
  assert.equal(anew.at_least.dev.roles.f1, 0.94);
  assert.equal(anew.at_least.fire.title, 0.7);
  assert.equal(anew.at_least.fire.employer, 0.49);
  assert.equal(anew.at_most['owns itself'], 1);
  assert.equal(raised(limits, figures(0.95), { 'owns itself': 5 }).at_most['owns itself'], 2);
});
