import { FiligreeError } from '@filigree/base';

/** A filing that cannot be read: what is wrong, at which byte, and what to do. */
export function badFiling(offset: number, problem: string, remedy: string, fileName?: string): FiligreeError {
  const place = fileName === undefined ? '' : `${fileName}: `;
  return new FiligreeError('BAD_FILING', `${place}${problem} (byte ${offset})`, {
    remedy,
    detail: fileName === undefined ? { offset } : { offset, file: fileName },
  });
}

/** The file ends before what was opened at `offset` is closed. */
export function truncated(
  offset: number,
  what: string,
  closer: string,
  size: number,
  fileName?: string,
): FiligreeError {
  return badFiling(
    offset,
    `truncated filing: ${what} is not closed, expected ${closer} before the end at byte ${size}`,
    'get the file again, it is incomplete',
    fileName,
  );
}
