import { FiligreeError } from './errors.ts';

const OUT_OF_SPACE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** What the operating system says of a place that is not as it should be; everything else is the program's fault. */
const UNUSABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'EIO', 'ENXIO']);

/**
 * The operating system's error about a file or directory as users see it: DISK_FULL or LOCAL_STATE, both with a remedy. Anything
 * else is given back as it is.
 */
export function placeError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof FiligreeError) return error;
  const { code = '', path, syscall = 'use' } = error as NodeJS.ErrnoException;
  if (path === undefined) return error;
  const what = `${path}: ${syscall} failed (${code})`;
  if (OUT_OF_SPACE.has(code))
    return new FiligreeError('DISK_FULL', `${what}: no space is left on its disk`, {
      remedy: 'make room there, or name a place on another disk',
      cause: error,
    });
  if (!UNUSABLE.has(code)) return error;
  return new FiligreeError('LOCAL_STATE', what, {
    remedy: 'give this user the right to it, or name another place',
    cause: error,
  });
}
