import { FiligreeError } from '@filigree/base';

/** A filing that cannot be read: what is wrong, at which byte, and what to do. */
export function badFiling(offset: number, problem: string, remedy: string, fileName?: string): FiligreeError {
  const place = fileName === undefined ? '' : `${fileName}: `;
  return new FiligreeError('BAD_FILING', `${place}${problem} (byte ${offset})`, {
    remedy,
    detail: fileName === undefined ? { offset } : { offset, file: fileName },
  });
}

/** What was opened at `offset` is not closed before `end`, where the file ends or something else begins. */
export function truncated(
  offset: number,
  what: string,
  closer: string,
  end: { readonly offset: number; readonly is: 'the end of the file' | 'the next document' },
  fileName?: string,
): FiligreeError {
  return badFiling(
    offset,
    `truncated filing: ${what} is not closed, expected ${closer} before ${end.is} at byte ${end.offset}`,
    'get the file again, it is incomplete',
    fileName,
  );
}
