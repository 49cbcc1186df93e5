import { EXIT } from '@filigree/base';
import { argument, defineCommand, printJsonLine, printLine, printLines, readChoice, writeAll } from '@filigree/cli';
import type { Io } from '@filigree/cli';
import { answerJson, answerText, answersCsv } from '@filigree/graph';
import type { Answer } from '@filigree/graph';
import type { QuestionName } from './answer.ts';
import { TARGET_FLAGS, ask } from './target.ts';
import type { TargetValues } from './target.ts';

async function printAnswers(
  values: TargetValues & { readonly csv: boolean },
  io: Io,
  question: QuestionName,
  args: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const answers: Answer[] = [];
  await ask(values, io, question, args, (line) => {
    answers.push(JSON.parse(line) as Answer);
  });
  if (values.json) for (const answer of answers) await printJsonLine(io, answerJson(answer));
  else if (values.csv) for (const line of answersCsv(answers)) await writeAll(io.stdout, `${line}\n`);
  else {
    for (const [at, answer] of answers.entries()) {
      if (at > 0) await printLine(io, '');
      await printLines(io, answerText(answer));
    }
  }
  return EXIT.done;
}

const FLAGS = [...TARGET_FLAGS, 'csv'] as const;

const companyCommand = defineCommand({
  name: 'graph company',
  summary: 'people, posts, events, owners and owned of a company, each with the sentence that says so',
  flags: [...FLAGS, 'at'],
  args: [argument('name', 'name (also nearly), CIK, or id of the company')],
  examples: ['coordinator graph company "Acergy S.A."', 'coordinator graph company 1087711 --at 2010-06-30 --json'],
  run: (values, [name], io) => printAnswers(values, io, 'company', { name, at: values.at }),
});

const personCommand = defineCommand({
  name: 'graph person',
  summary: 'posts, events, holdings and trades of everyone of that name',
  flags: [...FLAGS, 'at'],
  args: [argument('name', 'name (also nearly) or id of the person')],
  examples: ['coordinator graph person "Ana Botín"', 'coordinator graph person "Ana Botín" --csv'],
  run: (values, [name], io) => printAnswers(values, io, 'person', { name, at: values.at }),
});

const filingCommand = defineCommand({
  name: 'graph filing',
  summary: 'everything that one filing says',
  flags: FLAGS,
  args: [argument('accession', 'accession number, with or without dashes')],
  examples: ['coordinator graph filing 0000950103-10-001750'],
  run: (values, [accession], io) => printAnswers(values, io, 'filing', { accession }),
});

const eventsCommand = defineCommand({
  name: 'graph events',
  summary: 'events by type, days and company, oldest first',
  flags: [...FLAGS, 'eventType', 'from', 'to', 'company'],
  examples: [
    'coordinator graph events --type management_change --from 2010-01-01 --to 2010-12-31',
    'coordinator graph events --company "Acergy S.A." --csv',
  ],
  async run(values, _args, io) {
    const { eventType: type, from, to, company } = values;
    if (type !== undefined) {
      // Loaded here: no other command of the graph needs the library that reads filings.
      const { EVENT_TYPES } = await import('@filigree/extraction');
      readChoice(EVENT_TYPES)(type, '--type');
    }
    return printAnswers(values, io, 'events', { type, from, to, company });
  },
});

/** What people ask without Cypher or SQL. */
export const questionCommands = [companyCommand, personCommand, filingCommand, eventsCommand];
