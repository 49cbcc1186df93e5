import { readFileSync } from 'node:fs';

/** Headings and queries of the page of useful Cypher. */
export function cookbook(): [string, string][] {
  const page = readFileSync(new URL('../../../../docs/cypher.md', import.meta.url), 'utf8');
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) =>
      [...section.matchAll(/```cypher\n([\s\S]*?)```/g)].map((match): [string, string] => [
        section.split('\n')[0] ?? '',
        match[1] ?? '',
      ]),
    );
}
