import { FiligreeError } from '@filigree/base';

const OUT_OF_SPACE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** True for a write that failed for want of space; a failed sync never is, for what it left behind is unknown. */
export function isOutOfSpace(error: NodeJS.ErrnoException): boolean {
  return OUT_OF_SPACE.has(error.code ?? '') && error.syscall !== 'fdatasync' && error.syscall !== 'fsync';
}

export function diskFullError(path: string, cause: unknown): FiligreeError {
  return new FiligreeError('DISK_FULL', `${path} cannot be written: no space is left on its disk`, {
    remedy: 'make room on that disk, or choose another with --queue-dir',
    detail: { path },
    cause,
  });
}

/** A queue directory that cannot be made, read or written. */
export function unusableError(dir: string, cause: unknown): FiligreeError {
  if (cause instanceof FiligreeError) return cause;
  const error = cause as NodeJS.ErrnoException;
  if (isOutOfSpace(error)) return diskFullError(dir, cause);
  return new FiligreeError('LOCAL_STATE', `the queue directory ${dir} cannot be used (${error.message})`, {
    remedy: 'give this user the right to write there, or choose another directory with --queue-dir',
    detail: { path: dir },
    cause,
  });
}

/** A write or sync that failed for good while the journal was open. */
export function failedDiskError(path: string, cause: NodeJS.ErrnoException): FiligreeError {
  return new FiligreeError(
    'LOCAL_STATE',
    `${path} could not be written to disk (${cause.message}); what it holds now is unknown`,
    {
      remedy: 'check the disk, then start the coordinator again: it recovers by reading the journal',
      detail: { path },
      cause,
    },
  );
}

/** Damage that no torn write explains. */
export function corruptError(path: string, offset: number, what: string, lastBatch: number): FiligreeError {
  return new FiligreeError(
    'CORRUPT',
    `${path} is damaged at offset ${String(offset)}: ${what}; the last batch read is ${String(lastBatch)}`,
    {
      remedy:
        'restore the queue directory from a copy, or run `coordinator salvage` to recover the rest and list what is left out',
      detail: { file: path, offset, last_batch: lastBatch },
    },
  );
}
