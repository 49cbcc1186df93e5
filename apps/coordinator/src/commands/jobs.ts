import { EXIT } from '@filigree/base';
import {
  CLIENT_FLAGS,
  argument,
  defineCommand,
  formatCount,
  formatTable,
  note,
  printJson,
  printLines,
} from '@filigree/cli';
import type { CommandSpec } from '@filigree/cli';
import type { ControlJobView } from '@filigree/protocol';
import { withClient } from './client.ts';
import { jobDetailJson, jobJson, jobLines, jobName } from './job-text.ts';

const DEFAULT_LIMIT = 100;
const PAGE = 1000;

function row(job: ControlJobView): (string | number)[] {
  return [job.jobId, job.state, job.accession, job.form, job.filed, job.attempts, job.worker, job.company, job.error];
}

/** `coordinator jobs`: lists jobs, newest first. */
const jobsCommand = defineCommand({
  name: 'jobs',
  summary: 'list jobs, and why they failed',
  flags: [...CLIENT_FLAGS, 'state', 'formOnly', 'company', 'textFilter', 'run', 'limit'],
  examples: ['coordinator jobs', 'coordinator jobs --state failed', 'coordinator jobs --company oderland --json'],
  run: (values, _args, io) =>
    withClient(values, async (client) => {
      const limit = values.limit ?? DEFAULT_LIMIT;
      const rows: (string | number)[][] = [];
      let shown = 0;
      let total = 0;
      let page = 0;
      do {
        const answer = await client.listJobs({
          state: values.state ?? '',
          form: values.formOnly ?? '',
          company: values.company ?? '',
          text: values.textFilter ?? '',
          runId: values.run ?? '',
          limit: Math.min(PAGE, limit - shown),
          page,
        });
        if (page === 0) ({ total } = answer);
        shown += answer.jobs.length;
        page = answer.nextPage;
        for (const job of answer.jobs) {
          if (values.json) await printJson(io, jobJson(job));
          else rows.push(row(job));
        }
      } while (page !== 0 && shown < limit);
      if (values.json) await printJson(io, { jobs: shown, total });
      else {
        if (rows.length > 0) {
          const heading = ['job', 'state', 'accession', 'form', 'filed', 'attempts', 'worker', 'company', 'error'];
          await printLines(io, formatTable([heading, ...rows]));
        }
        note(io, `${formatCount(shown)} of ${formatCount(total)} jobs`);
      }
      return EXIT.done;
    }),
});

/** `coordinator job ID`: one job with its attempts. */
const jobCommand = defineCommand({
  name: 'job',
  summary: 'show one job with its attempts, error and facts',
  flags: [...CLIENT_FLAGS],
  args: [argument('ID', "the job's number, or its filing's accession number")],
  examples: ['coordinator job 12', 'coordinator job 0009999101-10-000029 --json'],
  run: (values, [id = ''], io) =>
    withClient(values, async (client) => {
      const detail = await client.getJob(jobName(id));
      if (values.json) await printJson(io, jobDetailJson(detail));
      else await printLines(io, jobLines(detail));
      return EXIT.done;
    }),
});

/** Commands that look at jobs. */
export const lookingCommands: readonly CommandSpec[] = [jobsCommand, jobCommand];
