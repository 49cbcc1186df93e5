import { FiligreeError } from '@filigree/base';
import type { Reader } from './values.ts';

/** One flag and its environment variable: the source of parsing, validation, help and documentation. */
export interface Flag<T> {
  /** Long name without dashes, e.g. `queue-dir`; empty for a setting that only the environment may carry. */
  readonly name: string;
  /** What stands for the value in help, e.g. `DIR`; empty for a switch. */
  readonly value: string;
  readonly env: string;
  readonly help: string;
  /** The default as help prints it; empty when there is none. */
  readonly fallback: string;
  readonly repeats: boolean;
  /** Fixed words that completion may offer. */
  readonly choices: readonly string[];
  /** `--NAME` exists beside `--no-NAME`; the latter reads as this text. */
  readonly negative: string | null;
  /** The typed value. `texts` is empty when neither flag nor variable is given. */
  readonly convert: (texts: readonly string[], place: string) => T;
}

interface FlagBasics {
  readonly name: string;
  readonly help: string;
  readonly value?: string;
  readonly env?: string;
  readonly choices?: readonly string[];
  readonly negative?: string;
}

function basics(spec: FlagBasics): Omit<Flag<never>, 'convert' | 'fallback' | 'repeats'> {
  return {
    name: spec.name,
    help: spec.help,
    value: spec.value ?? '',
    env: spec.env ?? '',
    choices: spec.choices ?? [],
    negative: spec.negative ?? null,
  };
}

function single(texts: readonly string[], place: string): string | undefined {
  if (texts.length > 1) {
    throw new FiligreeError('USAGE', `${place} is given ${String(texts.length)} times, expected once`, {
      remedy: `give ${place} once`,
    });
  }
  return texts[0];
}

/** A flag that may be left out. */
export function optional<T>(spec: FlagBasics & { readonly read: Reader<T> }): Flag<T | undefined> {
  return {
    ...basics(spec),
    fallback: '',
    repeats: false,
    convert: (texts, place) => {
      const text = single(texts, place);
      return text === undefined ? undefined : spec.read(text, place);
    },
  };
}

/** A flag with a default, given as text so that help shows what is parsed. */
export function withDefault<T>(spec: FlagBasics & { readonly read: Reader<T>; readonly fallback: string }): Flag<T> {
  return {
    ...basics(spec),
    fallback: spec.fallback,
    repeats: false,
    convert: (texts, place) => spec.read(single(texts, place) ?? spec.fallback, place),
  };
}

/** A flag that may be given several times. */
export function repeated<T>(
  spec: FlagBasics & { readonly read: Reader<T>; readonly fallback?: string },
): Flag<readonly T[]> {
  return {
    ...basics(spec),
    fallback: spec.fallback ?? '',
    repeats: true,
    convert: (texts, place) => {
      const given = texts.length === 0 && spec.fallback !== undefined ? [spec.fallback] : texts;
      return given.map((text) => spec.read(text, place));
    },
  };
}

/** A switch: there or not. From the environment it reads true or false. */
export function switched(spec: FlagBasics & { readonly read: Reader<boolean> }): Flag<boolean> {
  return {
    ...basics(spec),
    fallback: '',
    repeats: false,
    convert: (texts, place) => (texts[0] === undefined ? false : spec.read(texts[0], place)),
  };
}

/** The typed values of a set of flags. */
export type FlagValues<F extends Readonly<Record<string, Flag<unknown>>>> = {
  readonly [K in keyof F]: F[K] extends Flag<infer T> ? T : never;
};

/** Thrown with one line for each wrong value. */
export class UsageErrors extends FiligreeError {
  readonly problems: readonly FiligreeError[];

  constructor(problems: readonly FiligreeError[]) {
    super('USAGE', problems.map((problem) => problem.message).join('; '));
    this.problems = problems;
  }
}

/**
 * Reads every flag from what was given on the command line, else from the environment, else its default.
 * An empty variable counts as unset. Throws UsageErrors with everything that is wrong, not only the first.
 */
export function resolveFlags<F extends Readonly<Record<string, Flag<unknown>>>>(
  flags: F,
  given: Readonly<Record<string, readonly string[] | undefined>>,
  env: Readonly<Record<string, string | undefined>>,
): FlagValues<F> {
  const values: Record<string, unknown> = {};
  const problems: FiligreeError[] = [];
  for (const [key, flag] of Object.entries(flags)) {
    const fromFlag = flag.name === '' ? undefined : given[flag.name];
    const fromEnv = flag.env === '' ? undefined : env[flag.env];
    const texts = fromFlag ?? (fromEnv === undefined || fromEnv === '' ? [] : [fromEnv]);
    const place = fromFlag === undefined && texts.length > 0 ? flag.env : `--${flag.name}`;
    try {
      values[key] = flag.convert(texts, place);
    } catch (error) {
      if (!(error instanceof FiligreeError)) throw error;
      problems.push(error);
    }
  }
  if (problems.length > 0) throw new UsageErrors(problems);
  return values as FlagValues<F>;
}
