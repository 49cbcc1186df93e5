import type { Writable } from 'node:stream';
import { cellWidth, safeJson, safeText } from '@filigree/base';
import type { Io } from './command.ts';

/** Writes and waits when the receiver is slow, so that a long output never piles up in memory. */
export async function writeAll(stream: Writable, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      stream.off('drain', go);
      stream.off('close', go);
      resolve();
    };
    stream.on('drain', go);
    stream.on('close', go);
  });
}

/** One object on one line of standard output, exact: what could harm a terminal is escaped. */
export async function printJson(io: Io, value: unknown): Promise<void> {
  await printJsonLine(io, JSON.stringify(value));
}

/** An object that is serialized already, as `printJson`. */
export async function printJsonLine(io: Io, json: string): Promise<void> {
  await writeAll(io.stdout, `${safeJson(json)}\n`);
}

/** One line for a person on standard output: safe text, whatever it was made of. */
export async function printLine(io: Io, line: string): Promise<void> {
  await writeAll(io.stdout, `${safeText(line)}\n`);
}

/** Lines for a person, as `printLine`. */
export async function printLines(io: Io, lines: Iterable<string>): Promise<void> {
  for (const line of lines) await printLine(io, line);
}

/** Lines for a program: exact in a file or a pipe; safe text where a terminal shows them. */
export async function printData(io: Io, text: string): Promise<void> {
  if (io.stdout.isTTY === true) await printLines(io, text.split('\n'));
  else await writeAll(io.stdout, `${text}\n`);
}

/** One line of progress, advice or warning: always on standard error. */
export function note(io: Io, line: string): void {
  io.stderr.write(`${safeText(line)}\n`);
}

/** Rows as lines of columns that are aligned by terminal cells; the first row is the heading. Numbers are right-aligned. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): string[] {
  const shown = rows.map((row) => row.map((cell) => safeText(String(cell))));
  const widths: number[] = [];
  for (const row of shown)
    row.forEach((text, column) => (widths[column] = Math.max(widths[column] ?? 0, cellWidth(text))));
  return shown.map((row, at) =>
    row
      .map((text, column) => {
        const space = ' '.repeat(widths[column]! - cellWidth(text));
        return typeof rows[at]![column] === 'number' ? space + text : text + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** 1,234,567. */
export function formatCount(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** 850 ms, 4.2 s, 3 min 20 s, 2 h 05 min. */
export function formatElapsed(ms: number): string {
  if (ms < 1000) return `${String(Math.round(ms))} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60).padStart(2, '0')} s`;
  const minutes = Math.round(seconds / 60);
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** 512 B, 57.5 MB. Powers of ten, as disks and networks count. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? String(Math.round(value)) : value.toFixed(1)} ${units[unit]!}`;
}
