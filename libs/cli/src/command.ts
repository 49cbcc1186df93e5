import type { Readable, Writable } from 'node:stream';
import type { FlagKey, Values } from './flags.ts';

/** The process around a command, so that tests can give another. */
export interface Io {
  readonly stdin: Readable;
  /** `isTTY` where a terminal shows it. */
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** A positional argument: `NAME`, `[NAME]` when it may be left out, `NAME...` when there may be several. */
export interface ArgumentSpec {
  readonly name: string;
  readonly help: string;
  readonly required: boolean;
  readonly repeats: boolean;
}

/** One command: the source of its parsing, help, completion and documentation. */
export interface CommandSpec {
  /** One word, or two for a command in a group: `graph dump`. */
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly FlagKey[];
  readonly args: readonly ArgumentSpec[];
  /** Whole command lines that work as they stand. */
  readonly examples: readonly string[];
  /** Does the work; resolves to the exit code, rejects with a FiligreeError. */
  readonly run: (values: Values<FlagKey>, args: readonly string[], io: Io) => Promise<number>;
}

/**
 * Declares a command whose `run` sees exactly the flags it lists, typed.
 * The program hands over what `flags` names and nothing else, which is what makes the cast below sound.
 */
export function defineCommand<const K extends FlagKey>(spec: {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly K[];
  readonly args?: readonly ArgumentSpec[];
  readonly examples: readonly string[];
  readonly run: (values: Values<K>, args: readonly string[], io: Io) => Promise<number>;
}): CommandSpec {
  return {
    name: spec.name,
    summary: spec.summary,
    flags: spec.flags,
    args: spec.args ?? [],
    examples: spec.examples,
    run: spec.run as CommandSpec['run'],
  };
}

/** A required positional argument. */
export function argument(name: string, help: string): ArgumentSpec {
  return { name, help, required: true, repeats: false };
}
