import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CHECKS } from '../checks.mjs';

const post = (person, rest) => ({
  person,
  organization: 'Varga Tools, Inc.',
  title: 'Chief Executive Officer',
  role: 'ceo',
  status: 'current',
  from: null,
  quote: '',
  ...rest,
});
const own = (parent, child, kind = 'subsidiary') => ({ parent, child, kind, quote: '' });
const offences = (check, { roles = [], ownership = [] }, filed = '2010-05-04') =>
  CHECKS[check]({ roles, ownership }, filed).length;

test('owning oneself under another spelling is an offence, owning a company of like name is not', () => {
  assert.equal(offences('owns itself', { ownership: [own('Varga Tools Limited', 'Varga Tools Ltd.')] }), 1);
  assert.equal(offences('owns itself', { ownership: [own('Varga Tools Ltd.', 'Varga Tools')] }), 1);
  assert.equal(offences('owns itself', { ownership: [own('Varga Tools plc', 'Varga Tools N.V.')] }), 0);
  assert.equal(offences('owns itself', { ownership: [own('Varga Tools, Inc.', 'VARGA TOOLS INC')] }), 1);
  assert.equal(offences('owns itself', { ownership: [own('Varga Tools Holdings Inc.', 'Varga Tools Inc.')] }), 0);
});

test('two that own each other are one offence', () => {
  const ownership = [
    own('Varga Tools, Inc.', 'Lund AB'),
    own('Lund AB', 'Varga Tools Inc', 'stake'),
    own('Lund AB', 'Other AB'),
  ];
  assert.equal(offences('own each other', { ownership }), 1);
  assert.equal(offences('own each other', { ownership: ownership.slice(1) }), 0);
});

test('a current post that begins after the filing is an offence, one that is announced is not', () => {
  const check = 'current post begins after the filing';
  assert.equal(offences(check, { roles: [post('Ida Moss', { from: '2010-06-01' })] }), 1);
  assert.equal(offences(check, { roles: [post('Ida Moss', { from: '2010-06-01', status: 'appointed' })] }), 0);
  assert.equal(offences(check, { roles: [post('Ida Moss', { from: '2010-05-04' })] }), 0);
});

test('two chief executives of one organization are an offence, unless they share the post, are one person or one is gone', () => {
  const two = (rest) => offences('two current CEOs', { roles: [post('Ida B. Moss'), post('Per Lund', rest)] });
  assert.equal(two({}), 1);
  assert.equal(two({ status: 'former' }), 0);
  assert.equal(two({ organization: 'Lund AB' }), 0);
  assert.equal(two({ title: 'Co-Chief Executive Officer' }), 0);
  assert.equal(two({ person: 'Ida Moss' }), 0);
  assert.equal(
    offences('two current CFOs', { roles: [post('Ida Moss', { role: 'cfo' }), post('Per Lund', { role: 'cfo' })] }),
    1,
  );
});
