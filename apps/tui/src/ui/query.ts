import { JOB_STATES } from '../model/progress.ts';

/** Which jobs the list shows. Empty means any. */
export interface JobQuery {
  readonly state: string;
  readonly form: string;
  readonly company: string;
  readonly text: string;
  readonly runId: string;
}

export interface ParsedQuery {
  readonly query: JobQuery;
  /** What is wrong with the filter, for a person; empty when nothing. */
  readonly problem: string;
}

// A word, or KEY:WORD, where WORD may be in quotes.
const WORD = /(?:(state|form|company|run):)?(?:"([^"]*)"?|(\S+))/gi;

/**
 * What a filter such as `state:failed form:6-K company:"banco santander" timeout` asks for. Words without a key are
 * looked for in accession, path, company and error. `state` is the one chosen by key; one in the filter wins.
 */
export function parseJobFilter(filter: string, state: string): ParsedQuery {
  const found: Record<string, string> = { state, form: '', company: '', run: '' };
  const words: string[] = [];
  let problem = '';
  for (const match of filter.matchAll(WORD)) {
    const name = match[1]?.toLowerCase();
    const value = match[2] ?? match[3] ?? '';
    if (name === undefined) words.push(value);
    else if (name === 'state' && value !== '' && !(JOB_STATES as readonly string[]).includes(value)) {
      problem = `state is '${value}', expected ${JOB_STATES.join(', ')}`;
    } else found[name] = value;
  }
  return {
    query: {
      state: found['state'] ?? '',
      form: found['form'] ?? '',
      company: found['company'] ?? '',
      text: words.join(' ').trim(),
      runId: found['run'] ?? '',
    },
    problem,
  };
}

export function sameQuery(a: JobQuery, b: JobQuery): boolean {
  return (
    a.state === b.state && a.form === b.form && a.company === b.company && a.text === b.text && a.runId === b.runId
  );
}
