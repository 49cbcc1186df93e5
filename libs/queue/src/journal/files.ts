import type { Disk, DiskFile } from './disk.ts';
import { FILE_HEADER_BYTES, encodeFileHeader } from './format.ts';

const ZEROS = Buffer.alloc(1 << 20);
const SEGMENT_NAME = /^journal-(\d{8,})\.log$/;
const SNAPSHOT_NAME = /^snapshot-(\d{8,})\.snap$/;
/** What a file is called until it is whole; such files are removed at start. */
export const TEMPORARY = '.tmp';

function numbered(prefix: string, number: number, suffix: string): string {
  return `${prefix}-${String(number).padStart(8, '0')}${suffix}`;
}

export function segmentPath(dir: string, number: number): string {
  return `${dir}/${numbered('journal', number, '.log')}`;
}

export function snapshotPath(dir: string, number: number): string {
  return `${dir}/${numbered('snapshot', number, '.snap')}`;
}

export interface QueueFiles {
  /** Numbers, rising. */
  readonly segments: readonly number[];
  readonly snapshots: readonly number[];
  /** Paths of files that were never finished. */
  readonly leftovers: readonly string[];
}

/** The journal's files in the directory; others are none of its business. */
export async function listFiles(disk: Disk, dir: string): Promise<QueueFiles> {
  const names = await disk.list(dir);
  const numbers = (pattern: RegExp): number[] =>
    names
      .flatMap((name) => pattern.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  return {
    segments: numbers(SEGMENT_NAME),
    snapshots: numbers(SNAPSHOT_NAME),
    leftovers: names.filter((name) => name.endsWith(TEMPORARY)).map((name) => `${dir}/${name}`),
  };
}

export function write(file: DiskFile, bytes: Buffer, position: number): Promise<void> {
  return new Promise((resolve, reject) => {
    file.write(bytes, position, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

export function sync(file: DiskFile): Promise<void> {
  return new Promise((resolve, reject) => {
    file.sync((error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

/** Writes zeros over `[from, to)`, synced piece by piece so that no sync beside it waits for all of them. */
export async function fillWithZeros(file: DiskFile, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += ZEROS.length) {
    await write(file, ZEROS.subarray(0, Math.min(ZEROS.length, to - at)), at);
    await sync(file);
  }
}

/** A segment that batches are written to. */
export interface Segment {
  readonly number: number;
  readonly path: string;
  readonly file: DiskFile;
}

/** Creates a segment: header and zeros on disk, its name too. On failure nothing of it is left. */
export async function createSegment(disk: Disk, dir: string, number: number, segmentBytes: number): Promise<Segment> {
  const path = segmentPath(dir, number);
  const file = await disk.open(path, 'create');
  try {
    const header = { number, flags: 0, startSeq: 0, epoch: 0, startSegment: 0, startBatch: 0 };
    await write(file, encodeFileHeader('segment', header), 0);
    await fillWithZeros(file, FILE_HEADER_BYTES, segmentBytes);
    await disk.syncDirectory(dir);
    return { number, path, file };
  } catch (error) {
    await file.close();
    await disk.unlink(path);
    throw error;
  }
}

/** Reads a whole file, into `into` where it is large enough. */
export async function readWhole(disk: Disk, path: string, into: Buffer): Promise<Buffer> {
  const file = await disk.open(path, 'read');
  try {
    const sizeBytes = await file.sizeBytes();
    const bytes = sizeBytes <= into.length ? into.subarray(0, sizeBytes) : Buffer.allocUnsafe(sizeBytes);
    return bytes.subarray(0, await file.read(bytes, 0));
  } finally {
    await file.close();
  }
}

/** The offset behind the last byte of `bytes[from, ...)` that is not zero; `from` when all are. */
export function endOfData(bytes: Buffer, from: number): number {
  let end = bytes.length;
  while (end > from) {
    const start = Math.max(from, end - ZEROS.length);
    if (bytes.compare(ZEROS, 0, end - start, start, end) !== 0) break;
    end = start;
  }
  while (end > from && bytes[end - 1] === 0) end -= 1;
  return end;
}
