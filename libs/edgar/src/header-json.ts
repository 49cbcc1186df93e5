import type { Submission } from './types.ts';

/** A filing's header in the form of `worker extract --header` (docs: commands). */
export interface HeaderJson {
  readonly file: string;
  readonly accession: string | null;
  readonly form: string | null;
  readonly filed: string | null;
  readonly period: string | null;
  readonly parties: readonly {
    readonly role: string;
    readonly cik: string | null;
    readonly name: string;
    readonly sic: string | null;
    readonly former_names: readonly string[];
  }[];
  readonly documents: readonly {
    readonly sequence: number | null;
    readonly type: string | null;
    readonly filename: string | null;
    readonly size: number;
  }[];
}

/** The line of `worker extract --header` for one filing; `file` is the path exactly as the user gave it. */
export function headerJson(submission: Submission, file: string): HeaderJson {
  const { accession, form, filed, period } = submission;
  return {
    file,
    accession,
    form,
    filed,
    period,
    parties: submission.parties.map(({ role, cik, name, sic, formerNames }) => ({
      role,
      cik,
      name,
      sic,
      former_names: formerNames.map((former) => former.name),
    })),
    documents: submission.documents.map(({ sequence, type, filename, size }) => ({ sequence, type, filename, size })),
  };
}
