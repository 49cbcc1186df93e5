import { FiligreeError } from '@filigree/base';
import type { FilingText, Submission } from '@filigree/edgar';
import { factsOfReading } from '../extract.ts';
import { Refusals } from '../facts/refusals.ts';
import type { FilingFacts, RoleClass } from '../facts.ts';
import { makeReading } from '../reading/index.ts';
import { classOfTitle } from '../roles/classes.ts';
import type { AskModel, ModelUse } from './types.ts';
import { extractWithModel } from './with-model.ts';

/** How the model is asked about a filing. */
export interface Asking {
  readonly ask: AskModel;
  /** Name of the model. */
  readonly model: string;
  /** The model must answer: without it the filing is not done. Else rules go on alone when it fails. */
  readonly required: boolean;
  readonly signal?: AbortSignal;
}

export interface ExtractedFiling {
  readonly facts: FilingFacts;
  readonly ran: 'rules' | 'model';
  /** What asking cost; null when nothing was asked. */
  readonly use: ModelUse | null;
  /** How many of the rules' facts each named check refused; the model's are in `use`. */
  readonly refused: Readonly<Record<string, number>>;
}

/**
 * The facts of a filing by rules and, where `asking` is given, by the model on what rules cannot settle. Errors: those of
 * `ask`; where the model is not required only OVERLOADED (ask later) and CANCELLED.
 */
export async function extractFiling(
  submission: Submission,
  text: FilingText,
  fileAccession: string,
  asking: Asking | null,
): Promise<ExtractedFiling> {
  const reading = makeReading(submission, text);
  const refusals = new Refusals();
  const rules = factsOfReading(reading, submission.accession ?? fileAccession, refusals);
  const byRules = { facts: rules, ran: 'rules', use: null, refused: refusals.counts() } as const;
  if (asking === null) return byRules;
  try {
    const { ask, model, signal } = asking;
    const { facts, use } = await extractWithModel(reading, rules, {
      ask,
      model,
      classifyTitle: postOf,
      ...(signal === undefined ? {} : { signal }),
    });
    return { ...byRules, facts, ran: 'model', use };
  } catch (error) {
    if (asking.required || !isModelsFailure(error)) throw error;
    return byRules;
  }
}

// The service is away, lacks the model or broke on the question: nothing that waiting or another try by a job would mend.
function isModelsFailure(error: unknown): boolean {
  return error instanceof FiligreeError && ['UNREACHABLE', 'NOT_FOUND', 'INTERNAL'].includes(error.code);
}

// What the rules class as "other" or "signatory" is no title that a model's word would make a post.
function postOf(title: string): RoleClass | null {
  const role = classOfTitle(title);
  return role === 'other' || role === 'signatory' ? null : role;
}
