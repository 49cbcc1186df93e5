import type { Submission } from '../types.ts';
import { isoDate, isoDateTime } from './dates.ts';
import type { HeaderNode } from './header-tree.ts';
import { parseHeaderTree } from './header-tree.ts';
import { isWrapper, readParties, sameKey, valueOf } from './parties.ts';

/** What a header alone says of a submission. */
export type SubmissionHeader = Omit<Submission, 'documents'>;

const DEEPEST_WRAPPER = 3;
const ACCESSION = /^(\d{10})-?(\d{2})-?(\d{6})$/;

/** An accession number with dashes, from 18 digits with or without them; null for anything else. */
export function asAccession(value: string | null): string | null {
  const match = value === null ? null : ACCESSION.exec(value.trim());
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}

/** The accession number that a file name states: 18 digits, with or without dashes, before the first dot. */
export function accessionOfFileName(fileName: string | undefined): string | null {
  const name = fileName?.split(/[\\/]/).pop()?.split('.')[0];
  return asAccession(name ?? null);
}

// The first line of a cooked file: `<SEC-DOCUMENT>ACCESSION.txt : YYYYMMDD`.
function accessionOfFirstLine(root: HeaderNode): string | null {
  for (const line of root.children) {
    const stem = /^\s*([\d-]{18,20})\./.exec(line.value)?.[1];
    if (stem !== undefined && /^(SEC|IMS)-(DOCUMENT|HEADER)$/.test(line.key)) return asAccession(stem);
  }
  return null;
}

// The feed wraps the whole header in SUBMISSION, the cooked one in SEC-HEADER where its closer exists.
function unwrap(root: HeaderNode, depth = 0): HeaderNode {
  const children: HeaderNode[] = [];
  for (const child of root.children) {
    children.push(child);
    if (depth < DEEPEST_WRAPPER && isWrapper(child))
      for (const inner of unwrap(child, depth + 1).children) children.push(inner);
  }
  return { key: '', value: '', children };
}

/** Reads the decoded header of a submission, whatever its dialect. */
export function readHeader(header: string, fileName?: string): SubmissionHeader {
  const { root, cutValues } = parseHeaderTree(header);
  const top = unwrap(root);
  const items = top.children.filter(
    (line) => /^(ITEM INFORMATION|ITEMS)$/.test(sameKey(line.key)) && line.value !== '',
  );
  return {
    accession:
      asAccession(valueOf(top, 'ACCESSION NUMBER')) ?? accessionOfFirstLine(top) ?? accessionOfFileName(fileName),
    form: valueOf(top, 'CONFORMED SUBMISSION TYPE', 'TYPE'),
    filed: isoDate(valueOf(top, 'FILED AS OF DATE', 'FILING DATE')),
    period: isoDate(valueOf(top, 'CONFORMED PERIOD OF REPORT', 'PERIOD')),
    accepted: isoDateTime(valueOf(top, 'ACCEPTANCE DATETIME')),
    items: items.map((line) => line.value),
    parties: readParties(root),
    ...(cutValues > 0 && { cutValues }),
  };
}
