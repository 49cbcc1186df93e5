import { FaultDisk, FaultDiskFile, PAGE_BYTES } from '@filigree/testing';
import type { DiskFile } from '@filigree/queue';

function write(file: DiskFile, text: string, position = 0): Promise<void> {
  return new Promise((resolve, reject) => {
    file.write(Buffer.from(text), position, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

function sync(file: DiskFile): Promise<void> {
  return new Promise((resolve, reject) => {
    file.sync((error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

const never = (): number => 0.999;
const content = (disk: FaultDisk, path: string): string => disk.file(path).content.toString();

describe('a fault disk', () => {
  it('keeps what was synced, and loses what was not, when the power fails', async () => {
    const disk = new FaultDisk();
    const process = disk.attach();
    const file = await process.open('d/a', 'create');
    await process.syncDirectory('d');
    await write(file, 'kept');
    await sync(file);
    await write(file, ' lost', 4);
    expect(content(disk, 'd/a')).toBe('kept lost');
    disk.losePower(never);
    expect(content(disk, 'd/a')).toBe('kept');
  });

  it('keeps what was written, synced or not, when only the process dies', async () => {
    const disk = new FaultDisk();
    const process = disk.attach();
    const file = await process.open('d/a', 'create');
    await write(file, 'written');
    process.kill(never);
    expect(content(disk, 'd/a')).toBe('written');
  });

  it('cuts the write that the process dies in anywhere', async () => {
    const disk = new FaultDisk({ complete: ({ kind }, end) => (kind === 'write' ? undefined : queueMicrotask(end)) });
    const process = disk.attach();
    const file = await process.open('d/a', 'create');
    void write(file, '0123456789');
    process.kill(() => 0.5);
    expect(content(disk, 'd/a')).toBe('01234');
  });

  it('forgets names that no directory sync made durable, the newest first', async () => {
    const disk = new FaultDisk();
    const process = disk.attach();
    for (const name of ['a', 'b', 'c', 'd']) await process.open(`d/${name}`, 'create');
    await process.syncDirectory('d');
    await process.unlink('d/a');
    await process.rename('d/b', 'd/e');
    disk.losePower(() => 0.4);
    expect(disk.paths()).toEqual(['d/b', 'd/c', 'd/d']);
  });

  it('never writes again what a failed sync let go', async () => {
    let fails = true;
    const disk = new FaultDisk({ fault: ({ kind }) => (kind === 'sync' && fails ? { code: 'EIO' } : null) });
    const process = disk.attach();
    const file = await process.open('d/a', 'create');
    await process.syncDirectory('d');
    await write(file, 'x'.repeat(PAGE_BYTES));
    await expect(sync(file)).rejects.toMatchObject({ code: 'EIO', syscall: 'fdatasync' });
    fails = false;
    await write(file, 'y', PAGE_BYTES);
    await sync(file);
    expect(content(disk, 'd/a')).toBe(`${'x'.repeat(PAGE_BYTES)}y`);
    disk.losePower(never);
    expect(content(disk, 'd/a')).toBe(`${'\0'.repeat(PAGE_BYTES)}y`);
  });

  it('has no more room than it is given', async () => {
    const disk = new FaultDisk();
    const file = await disk.attach().open('d/a', 'create');
    disk.capacityBytes = 6;
    await write(file, '1234');
    await expect(write(file, '56789', 4)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(content(disk, 'd/a')).toBe('123456');
    await write(file, 'abc');
    disk.capacityBytes = 100;
    await write(file, '789', 6);
    expect(content(disk, 'd/a')).toBe('abc456789');
  });

  it('lets go of directories with the life that held them', async () => {
    const disk = new FaultDisk();
    const process = disk.attach();
    await process.lock('d');
    await expect(disk.attach().lock('d')).rejects.toMatchObject({ code: 'LOCAL_STATE' });
    process.kill(never);
    (await disk.attach().lock('d')).release();
  });
});

describe('a file on it', () => {
  it('keeps exactly the pages that it is told to keep', () => {
    const file = new FaultDiskFile();
    for (const letter of 'abc') file.write(Buffer.alloc(PAGE_BYTES, letter), file.sizeBytes);
    expect(file.dirtyPages()).toEqual([0, 1, 2]);
    file.loseAllBut([0, 2], true);
    expect(['a', '\0', 'c'].map((letter) => letter.repeat(PAGE_BYTES)).join('')).toBe(file.content.toString());
  });
});
