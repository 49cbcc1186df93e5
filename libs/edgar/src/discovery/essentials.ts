import { findAtLineStart } from '../container/bytes.ts';
import { decodeBytes } from '../container/decode.ts';
import { findBeginning, withCapitalTags } from '../container/dialect.ts';
import { readHeader } from '../container/header.ts';
import { findHeader } from '../container/read-submission.ts';

/** What a scan keeps of a filing's header: enough to filter, to order and to queue it. */
export interface FilingEssentials {
  /** With dashes; empty until the whole file is hashed, where neither header nor file name states it. */
  readonly accession: string;
  readonly form: string | null;
  readonly filed: string | null;
  readonly parties: readonly { readonly cik: string | null; readonly name: string }[];
}

const LONGEST_HEAD = 4096;

/**
 * What the beginning of a file says. `stray`: no filing at all. `more`: the header does not end within these bytes, and
 * the file goes on (`whole` false).
 */
export function readEssentials(read: Buffer, whole: boolean, fileName: string): FilingEssentials | 'stray' | 'more' {
  const beginning = findBeginning(read);
  if (beginning.dialect === 'none') return 'stray';
  const bytes = withCapitalTags(read, beginning);
  if (beginning.dialect !== 'documents') {
    const { start, end } = findHeader(bytes, beginning);
    if (end === -1 && !whole) return 'more';
    const header = readHeader(decodeBytes(bytes.subarray(start, end === -1 ? bytes.length : end)), fileName);
    const parties = header.parties.map(({ cik, name }) => ({ cik, name }));
    return { accession: header.accession ?? '', form: header.form, filed: header.filed, parties };
  }
  const header = readHeader('', fileName);
  const typeAt = findAtLineStart(bytes, '<TYPE>', beginning.start, Math.min(bytes.length, LONGEST_HEAD));
  const line = typeAt === -1 ? '' : decodeBytes(bytes.subarray(typeAt + 6, typeAt + 100)).split(/[\r\n]/)[0]!;
  return { accession: header.accession ?? '', form: line.trim() === '' ? null : line.trim(), filed: null, parties: [] };
}
