import type { FilingFacts } from '../facts.ts';
import { samePerson } from '../reading/fold.ts';
import type { Reading, Sentence, Span } from '../reading/index.ts';

/** Longer quotes are no quotes: they are dropped. */
export const MAX_QUOTE_CHARS = 600;
/** Lines shorter than this are read together: a name stands over its title. */
const SHORT_LINE = 80;
const LINES_TOGETHER = 3;
/** A list of choices longer than this would make the question slow to answer. */
const MAX_CHOICES = 40;

/** What one passage leaves to find out: for each kind of fact the sentences that may show it, by number from 1, and the names that it may hold. */
export interface Choices {
  /** What can be quoted of the passage, in text order. */
  readonly quotable: readonly Span[];
  /** Null where the passage names nobody beyond those whom rules settled. */
  readonly roles: {
    readonly sentences: readonly number[];
    readonly people: readonly string[];
    readonly organizations: readonly string[];
  } | null;
  /** Null where no sentence names two organizations and shows nothing to the rules. */
  readonly ownership: { readonly sentences: readonly number[]; readonly organizations: readonly string[] } | null;
  /** Null where rules found what the filing announces. */
  readonly events: { readonly sentences: readonly number[] } | null;
}

/**
 * The choices that a passage offers; null when rules settled all of it. A model is asked for no other kind of fact, and one
 * that is held to the schema can give no other quote and no other name. A pure function of its arguments.
 */
export function choicesOf(reading: Reading, passage: Span, facts: FilingFacts): Choices | null {
  const runs = quotableRuns(reading, passage);
  const roles = roleChoices(reading, runs, facts);
  const ownership = ownershipChoices(reading, runs, facts);
  const events = facts.events.length === 0 && runs.length > 0 ? { sentences: numbersOf(runs, runs) } : null;
  return roles === null && ownership === null && events === null ? null : { quotable: runs, roles, ownership, events };
}

function roleChoices(reading: Reading, runs: readonly Span[], facts: FilingFacts): Choices['roles'] {
  const unsettled = runs.filter((run) =>
    reading.peopleIn(run).some(({ name }) => !facts.roles.some((role) => samePerson(role.person, name))),
  );
  if (unsettled.length === 0) return null;
  const people = distinct(unsettled.flatMap((run) => reading.peopleIn(run).map(({ name }) => name)));
  const named = unsettled.flatMap((run) => reading.organizationsIn(run).map(({ name }) => name));
  const organizations = distinct(reading.filer === '' ? named : [reading.filer, ...named]);
  return organizations.length === 0 ? null : { sentences: numbersOf(runs, unsettled), people, organizations };
}

function ownershipChoices(reading: Reading, runs: readonly Span[], facts: FilingFacts): Choices['ownership'] {
  const namesIn = (run: Span): string[] => distinct(reading.organizationsIn(run).map(({ name }) => name));
  const pairs = runs.filter((run) => namesIn(run).length >= 2 && !facts.ownership.some((fact) => overlap(fact, run)));
  if (pairs.length === 0) return null;
  return { sentences: numbersOf(runs, pairs), organizations: distinct(pairs.flatMap(namesIn)) };
}

/** The sentences of a passage that are no longer than a quote may be; short lines one below the other count as one. */
export function quotableRuns(reading: Reading, passage: Span): Span[] {
  const runs: Span[] = [];
  let lines = 0;
  let last: Sentence | null = null;
  for (const sentence of reading.sentencesIn(passage)) {
    const start = Math.max(sentence.start, passage.start);
    const end = Math.min(sentence.end, passage.end);
    if (end <= start || end - start > MAX_QUOTE_CHARS) {
      last = null;
      continue;
    }
    const short = end - start <= SHORT_LINE;
    if (short && last !== null && last.end - last.start <= SHORT_LINE && lines < LINES_TOGETHER) {
      runs[runs.length - 1] = { start: runs.at(-1)!.start, end };
      lines += 1;
    } else {
      runs.push({ start, end });
      lines = 1;
    }
    last = sentence;
  }
  return runs;
}

function numbersOf(runs: readonly Span[], some: readonly Span[]): number[] {
  return some.map((run) => runs.indexOf(run) + 1).slice(0, MAX_CHOICES);
}

/** Whether two spans share a character. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const distinct = (values: readonly string[]): string[] => [...new Set(values)].slice(0, MAX_CHOICES);
