import type { Token } from '../frames/tokens.ts';
import type { LinkedPost } from './linked-post.ts';
import type { PostPhrase } from './post-phrases.ts';

/** Words that may stand between two posts of one person. */
const JOINING = new Set(
  (
    'of the a an both each our its their to and as also well been he she on or & in then later subsequently since from until prior that who serving role ' +
    'position positions most recently other including concurrently simultaneously additionally addition ' +
    'january february march april may june july august september october november december'
  ).split(' '),
);

/** Whether only small words stand between two posts, so that both are one person's: "and a director of", ", and". */
export function goesOnFrom(
  tokens: readonly Token[],
  from: number,
  to: number,
): { joins: boolean; past: boolean; present: boolean } {
  let [past, present] = [false, false];
  for (let at = from; at < to; at++) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'number' || kind === 'percent') continue;
    if (kind === 'mark') {
      if (lower === ',' || lower === ';' || lower === '-' || lower === '/') continue;
      return { joins: false, past, present };
    }
    if (kind !== 'word') return { joins: false, past, present };
    if (/^(?:was|were|formerly|previously|former|served|held|had)$/.test(lower)) past = true;
    else if (/^(?:is|are|serves|currently|has|now|presently|sits)$/.test(lower)) present = true;
    else if (!JOINING.has(lower)) return { joins: false, past, present };
  }
  return { joins: true, past, present };
}

/** "and to the managing director, B": the post has a holder of its own behind it. */
function namedBehind(tokens: readonly Token[], post: PostPhrase): boolean {
  const after = tokens[post.next + 2];
  return (
    tokens[post.next]?.lower === ',' &&
    tokens[post.next + 1]?.kind === 'person' &&
    (post.ours || post.its || tokens[post.first]?.lower === 'the') &&
    (after === undefined || (after.kind === 'mark' && after.lower !== '-'))
  );
}

/** "President of Acme Corp., the general partner of": what the organization is, said behind its name. */
export function isOrganizations(tokens: readonly Token[], last: LinkedPost, post: PostPhrase): boolean {
  return (
    last.post.organizations.length > 0 &&
    tokens[last.post.next]?.lower === ',' &&
    last.post.next + 1 === post.first &&
    /\b(?:general partner|managing member|sole member|owner|manager|trustee|administrator|advis[eo]r)$/i.test(
      post.title,
    )
  );
}

/** A post that is not the next one of whoever holds the last. */
export function standsApart(tokens: readonly Token[], last: LinkedPost, post: PostPhrase): boolean {
  return namedBehind(tokens, post) || isOrganizations(tokens, last, post);
}
