import { createHash } from 'node:crypto';
import type { Submission } from '../types.ts';
import { asBuffer } from './bytes.ts';
import { decodeBytes } from './decode.ts';
import type { Beginning } from './dialect.ts';
import { findBeginning, startsWithAt, withCapitalTags } from './dialect.ts';
import { readDocuments } from './documents.ts';
import { badFiling, truncated } from './errors.ts';
import { readHeader } from './header.ts';

const NO_FILING =
  'no EDGAR submission: expected <SEC-DOCUMENT>, <IMS-DOCUMENT>, <SUBMISSION>, <SEC-HEADER> or <DOCUMENT> at the beginning';

/** The byte range of a header. `end` is -1 where the given bytes do not hold all of it. */
export function findHeader(bytes: Buffer, beginning: Beginning): { start: number; end: number } {
  const { dialect, start } = beginning;
  if (dialect === 'documents') return { start, end: start };
  const firstDocument = bytes.indexOf('<DOCUMENT>', start, 'latin1');
  const limit = firstDocument === -1 ? bytes.length : firstDocument;
  const closers = dialect === 'feed' ? ['</SUBMISSION>'] : ['</SEC-HEADER>', '</IMS-HEADER>'];
  for (const closer of closers) {
    const at = bytes.subarray(0, limit).indexOf(closer, start, 'latin1');
    if (at !== -1) return { start, end: at + closer.length };
  }
  return { start, end: firstDocument };
}

/**
 * Reads the container of a full submission: header, parties, documents. Nothing of the bodies is decoded.
 * `fileName` gives the accession where the header does not; without either it is `sha256:` of the content.
 * Throws BAD_FILING with a byte offset: no submission, or a truncated one.
 */
export function readSubmission(file: Uint8Array, fileName?: string): Submission {
  const written = asBuffer(file);
  const beginning = findBeginning(written);
  if (beginning.dialect === 'none') {
    const remedy = 'give the full submission text file that EDGAR serves (.txt or .nc)';
    throw badFiling(beginning.start, NO_FILING, remedy, fileName);
  }
  const bytes = withCapitalTags(written, beginning);
  const { start, end } = findHeader(bytes, beginning);
  if (end === -1) {
    const closer = startsWithAt(bytes, '<SUBMISSION>', start) ? '</SUBMISSION>' : '</SEC-HEADER>';
    throw truncated(start, 'the header', closer, { offset: bytes.length, is: 'the end of the file' }, fileName);
  }
  const header = readHeader(decodeBytes(bytes.subarray(start, end)), fileName);
  const documents = readDocuments(bytes, end, fileName);
  return {
    ...header,
    accession: header.accession ?? `sha256:${createHash('sha256').update(written).digest('hex')}`,
    form: header.form ?? documents[0]?.type ?? null,
    documents,
  };
}
