import { history, postsAt } from '@filigree/graph';
import type { Post } from '@filigree/graph';

function post(over: Partial<Post>): Post {
  return {
    person: 'ana',
    company: 'acme',
    title: 'CEO',
    role: 'ceo',
    status: 'current',
    from: null,
    to: null,
    asOf: '2010-01-01',
    filed: '2010-01-01',
    accession: 'a1',
    ...over,
  };
}

function held(posts: readonly Post[], date: string): string[] {
  return postsAt(posts, date).map(({ person, title, asOf }) => `${person} ${title} ${asOf}`);
}

describe('a post at a date', () => {
  const current = post({});
  const resigned = post({ status: 'resigned', asOf: '2010-06-30', filed: '2010-05-01', accession: 'a2' });

  it('is told by the latest statement not after it', () => {
    const later = post({ title: 'Chief Executive', asOf: '2010-03-01', filed: '2010-03-01', accession: 'a3' });
    expect(held([later, current], '2010-02-01')).toEqual(['ana CEO 2010-01-01']);
    expect(held([later, current], '2010-03-01')).toEqual(['ana Chief Executive 2010-03-01']);
    expect(held([later, current], '2009-12-31')).toEqual([]);
  });

  it('ends with a resignation on the day it takes effect, not when it is announced', () => {
    expect(held([resigned, current], '2010-06-29')).toEqual(['ana CEO 2010-01-01']);
    expect(held([resigned, current], '2010-06-30')).toEqual([]);
  });

  it('begins with an appointment on its day', () => {
    const appointed = post({
      person: 'bea',
      status: 'appointed',
      from: '2010-12-01',
      asOf: '2010-12-01',
      filed: '2010-06-30',
    });
    expect(held([appointed], '2010-11-30')).toEqual([]);
    expect(held([appointed], '2010-12-01')).toEqual(['bea CEO 2010-12-01']);
  });

  it('is not taken up by a nomination, nor ended by one', () => {
    const nominated = post({ status: 'nominated', asOf: '2010-04-01', filed: '2010-04-01', accession: 'a4' });
    expect(held([current, nominated], '2010-05-01')).toEqual(['ana CEO 2010-01-01']);
    expect(held([nominated], '2010-05-01')).toEqual([]);
  });

  it('ends when `former` is said later, and by role, not for other posts of the person', () => {
    const former = post({ status: 'former', asOf: '2010-08-01', filed: '2010-08-01', accession: 'a5' });
    const director = post({ role: 'director', title: 'Director' });
    expect(held([current, former, director], '2010-09-01')).toEqual(['ana Director 2010-01-01']);
  });

  it('keeps a second title of one class that the same filing does not end', () => {
    const was = post({ role: 'officer', title: 'Vice President', status: 'former' });
    const is = post({ role: 'officer', title: 'President' });
    expect(held([was, is], '2010-02-01')).toEqual(['ana President 2010-01-01']);
  });

  it('counts as ended for a chief who signs the very filing that tells of the resignation', () => {
    const signs = post({ title: 'Chief Executive Officer' });
    const leaves = post({ title: 'CEO', status: 'resigned' });
    expect(held([signs, leaves], '2010-01-01')).toEqual([]);
  });

  it('is told by a later filing that says since when, where no older one speaks', () => {
    const since = post({ from: '1999-01-01' });
    expect(held([since], '2005-01-01')).toEqual(['ana CEO 2010-01-01']);
    expect(held([since], '1998-12-31')).toEqual([]);
    const then = post({
      status: 'former',
      from: '2001-01-01',
      to: '2004-12-31',
      asOf: '2004-12-31',
      filed: '2010-01-01',
    });
    expect(held([then], '2003-01-01')).toEqual(['ana CEO 2004-12-31']);
    expect(held([then], '2005-01-01')).toEqual([]);
  });
});

describe('the history of posts', () => {
  it('tells what several filings say once, with the first and the latest day', () => {
    const again = post({ title: 'ceo', asOf: '2010-09-01', filed: '2010-09-01', accession: 'a9', from: '2008-01-01' });
    expect(history([again, post({})])).toMatchObject([
      { firstAsOf: '2010-01-01', asOf: '2010-09-01', from: '2008-01-01', filings: 2 },
    ]);
  });
});
