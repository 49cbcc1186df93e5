/**
 * Whether the journal has outgrown its snapshot: then a new snapshot is written and the segments before it are deleted.
 * The directory stays under twice the snapshot plus `aboveBytes` plus two segments. All sizes in bytes.
 */
export function shouldCompact(journalBytes: number, snapshotBytes: number, aboveBytes: number): boolean {
  return journalBytes >= Math.max(aboveBytes, snapshotBytes);
}
