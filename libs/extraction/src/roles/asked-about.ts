import { foldName } from '../reading/index.ts';
import type { Reading, Sentence } from '../reading/index.ts';

const ABOUT =
  /\b(?:[Ii]nformation|[Dd]etails|[Qq]uestions|[Ii]nquiries|[Ee]nquiries)\s+(?:regarding|about|on|concerning|relating to)\s+(?:the\s+)?((?:\p{Lu}[\p{L}\p{N}&.’'-]*\s+){1,5})(?:please\s+)?(?:contact|call|visit)\b/u;

/** "For further information regarding Acme contact ...": the organization whose people such a sentence names, or null. */
export function askedAbout(reading: Reading, sentence: Sentence): string | null {
  const said = ABOUT.exec(reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200)))?.[1];
  if (said === undefined) return null;
  const short = foldName(said);
  if (short === '') return null;
  const meant = reading.organizations.find(({ name }) => `${foldName(name)} `.startsWith(`${short} `));
  return meant?.name ?? null;
}
