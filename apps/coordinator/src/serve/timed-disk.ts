import type { Clock } from '@filigree/base';
import type { Disk, DiskDone, DiskFile } from '@filigree/queue';

/** A disk that tells how long each sync took. */
export function timedDisk(disk: Disk, clock: Clock, onSync: (elapsedMs: number) => void): Disk {
  const timed = (done: DiskDone): DiskDone => {
    const startedMs = clock.monotonicMs();
    return (error) => {
      onSync(clock.monotonicMs() - startedMs);
      done(error);
    };
  };
  const wrap = (file: DiskFile): DiskFile => ({
    read: (into, position) => file.read(into, position),
    write: (bytes, position, done) => {
      file.write(bytes, position, done);
    },
    sync: (done) => {
      file.sync(timed(done));
    },
    writeAndSync: (bytes, position, done) => {
      file.writeAndSync(bytes, position, timed(done));
    },
    truncate: (sizeBytes) => file.truncate(sizeBytes),
    sizeBytes: () => file.sizeBytes(),
    close: () => file.close(),
  });
  return {
    makeDirectory: (dir) => disk.makeDirectory(dir),
    list: (dir) => disk.list(dir),
    open: async (path, mode) => wrap(await disk.open(path, mode)),
    rename: (from, to) => disk.rename(from, to),
    unlink: (path) => disk.unlink(path),
    syncDirectory: (dir) => disk.syncDirectory(dir),
    lock: (dir) => disk.lock(dir),
    defer: (act) => {
      disk.defer(act);
    },
  };
}
