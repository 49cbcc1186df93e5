import fc from 'fast-check';
import { AT_TOP, cursorAt, cursorIndex, refreshCursor, windowTop } from '../src/ui/cursor.ts';
import { parseJobFilter } from '../src/ui/query.ts';

const keysOf = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }).map((list) => list.map(String));

describe('the selection', () => {
  it('stays on its row however the rows around it change', () => {
    fc.assert(
      fc.property(keysOf, keysOf, fc.nat(40), (before, after, place) => {
        fc.pre(before.length > 1);
        const index = 1 + (place % (before.length - 1));
        const cursor = refreshCursor(cursorAt(before, index), before);
        const mixed = [...after.filter((key) => key !== before[index]), before[index]!].sort();
        expect(mixed[cursorIndex(cursor, mixed)]).toBe(before[index]);
      }),
    );
  });

  it('stays near its place when its row goes', () => {
    const cursor = cursorAt(['a', 'b', 'c', 'd'], 2);
    expect(cursorIndex(cursor, ['a', 'b', 'd'])).toBe(2);
    expect(cursorIndex(cursor, ['a'])).toBe(0);
    expect(cursorIndex(cursor, [])).toBe(-1);
  });

  it('follows the newest row of a feed while it stands on the first', () => {
    expect(cursorIndex(AT_TOP, ['9', '8'])).toBe(0);
    expect(cursorIndex(cursorAt(['8', '7'], 0), ['9', '8', '7'])).toBe(0);
    expect(cursorIndex(cursorAt(['8', '7'], 1), ['9', '8', '7'])).toBe(2);
  });

  it('is always within the rows that are on show, which are never more than fit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(499),
        fc.integer({ min: 1, max: 60 }),
        (count, at, height) => {
          const index = at % count;
          const top = windowTop(count, index, height);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(index).toBeGreaterThanOrEqual(top);
          expect(index).toBeLessThan(top + height);
          if (count >= height) expect(top + height).toBeLessThanOrEqual(count);
        },
      ),
    );
  });
});

describe('the filter of jobs', () => {
  it('takes words for text, and KEY:VALUE for state, form, company and run', () => {
    expect(parseJobFilter('state:failed form:6-K company:"banco santander" time out', '')).toEqual({
      query: { state: 'failed', form: '6-K', company: 'banco santander', text: 'time out', runId: '' },
      problem: '',
    });
  });

  it('lets the state in the filter win over the one chosen by key', () => {
    expect(parseJobFilter('state:failed', 'pending').query.state).toBe('failed');
    expect(parseJobFilter('x', 'pending').query.state).toBe('pending');
  });

  it('names a state that there is not, and those that there are', () => {
    expect(parseJobFilter('state:done', '').problem).toBe(
      "state is 'done', expected pending, processing, completed, failed, cancelled",
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseJobFilter(text, '').query.text).toBe('string');
      }),
    );
  });
});
