import { optional, repeated, switched, withDefault } from './flag.ts';
import type { Flag } from './flag.ts';
import { readChoice, readInteger, readName, readSwitch, readText } from './values.ts';
import { wrongValue } from './values.ts';
import type { Reader } from './values.ts';

const AI_CHOICES = ['auto', 'on', 'off'] as const;
const JOB_STATES = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const;
const ENDED_STATES = ['completed', 'failed', 'cancelled'] as const;

// USE_AI_EXTRACTION is a switch, --ai a mode: true and false are read as well.
const readAiMode: Reader<(typeof AI_CHOICES)[number]> = (text, place) => {
  if (/^(true|1|yes)$/i.test(text)) return 'on';
  if (/^(false|0|no)$/i.test(text)) return 'off';
  return readChoice(AI_CHOICES)(text, place);
};

const readPriority: Reader<number> = (text, place) => {
  if (!/^-?\d{1,4}$/.test(text) || Math.abs(Number(text)) > 1000) {
    throw wrongValue(place, text, 'a whole number from -1000 to 1000', `give one such as ${place} 5`);
  }
  return Number(text);
};

/** How commands do their work and what they print. */
export const COMMAND_FLAGS = {
  ai: withDefault({
    name: 'ai',
    value: 'MODE',
    env: 'USE_AI_EXTRACTION',
    read: readAiMode,
    fallback: 'auto',
    choices: AI_CHOICES,
    negative: 'off',
    help: 'the local model: auto where it is there, on (wait for it), off; --no-ai is off',
  }),
  force: switched({ name: 'force', read: readSwitch, help: 'process again what was done before' }),
  priority: withDefault({
    name: 'priority',
    value: 'N',
    read: readPriority,
    fallback: '0',
    help: 'higher goes first',
  }),
  wait: switched({ name: 'wait', read: readSwitch, help: 'wait until the run has ended and print the statistics' }),
  run: optional({ name: 'run', value: 'ID', read: readText, help: 'the run, as submit printed it' }),
  json: switched({ name: 'json', read: readSwitch, help: 'print JSON, one object a line' }),
  csv: switched({ name: 'csv', read: readSwitch, help: 'print CSV' }),
  workers: withDefault({
    name: 'workers',
    value: 'N',
    read: readInteger(1, 256, 'a number of workers from 1 to 256', '4'),
    fallback: '2',
    help: 'worker processes to start',
  }),
  distributed: switched({
    name: 'distributed',
    read: readSwitch,
    help: 'use the running coordinator and its workers instead of starting some',
  }),
  tui: switched({ name: 'tui', read: readSwitch, help: 'show the monitor meanwhile' }),
  id: optional({
    name: 'id',
    value: 'ID',
    env: 'WORKER_ID',
    read: readName,
    help: 'label of this worker (default HOST-PID)',
  }),
  concurrency: withDefault({
    name: 'concurrency',
    value: 'N',
    read: readInteger(1, 64, 'a number from 1 to 64', '2'),
    fallback: '1',
    help: 'filings to process at once, each in a thread of its own',
  }),
  aiConcurrency: withDefault({
    name: 'ai-concurrency',
    value: 'N',
    read: readInteger(1, 64, 'a number from 1 to 64', '2'),
    fallback: '1',
    help: 'requests to the model at once',
  }),
  ollamaUrl: withDefault({
    name: 'ollama-url',
    value: 'URL',
    env: 'OLLAMA_BASE_URL',
    read: readText,
    fallback: 'http://127.0.0.1:11434',
    help: 'Ollama, several comma-separated',
  }),
  ollamaModel: withDefault({
    name: 'ollama-model',
    value: 'NAME',
    env: 'OLLAMA_MODEL',
    read: readText,
    fallback: 'llama3.2',
    help: 'the model to ask',
  }),
  aiUrl: optional({
    name: 'ai-url',
    value: 'URL',
    read: readText,
    help: 'a model server of the OpenAI kind, as openai:http://HOST:PORT',
  }),
  noPull: switched({ name: 'no-pull', read: readSwitch, help: 'with --ai on, do not download a model that is absent' }),
  grace: withDefault({
    name: 'grace',
    value: 'SECONDS',
    read: readInteger(0, 3600, 'seconds from 0 to 3600', '30'),
    fallback: '30',
    help: 'how long running filings may take to finish at the end',
  }),
  header: switched({ name: 'header', read: readSwitch, help: "print the filing's header instead of its facts" }),
  text: switched({ name: 'text', read: readSwitch, help: "print the filing's text instead of its facts" }),
  pretty: switched({ name: 'pretty', read: readSwitch, help: 'print the facts for a person, with their quotes' }),
  state: optional({
    name: 'state',
    value: 'STATE',
    read: readChoice(JOB_STATES),
    choices: JOB_STATES,
    help: 'only jobs in this state',
  }),
  states: repeated({
    name: 'state',
    value: 'STATE',
    read: readChoice(ENDED_STATES),
    choices: ENDED_STATES,
    help: 'only jobs in this state; may be given again',
  }),
  textFilter: optional({
    name: 'text',
    value: 'TEXT',
    read: readText,
    help: 'only jobs with this in accession, path, company or error',
  }),
  all: switched({ name: 'all', read: readSwitch, help: 'all jobs that are in such a state' }),
  yes: switched({ name: 'yes', read: readSwitch, help: 'do not ask' }),
  replace: switched({ name: 'replace', read: readSwitch, help: 'in the place of all that the graph holds' }),
  format: optional({
    name: 'format',
    value: 'FORMAT',
    read: readChoice(['cypher', 'csv', 'graphml']),
    choices: ['cypher', 'csv', 'graphml'],
    help: 'cypher, csv or graphml',
  }),
  host: repeated({
    name: 'host',
    value: 'HOST',
    read: readText,
    help: 'a name or address by which clients reach the coordinator; may be given again',
  }),
  out: optional({ name: 'out', value: 'FILE', read: readText, help: 'where to write (default standard output)' }),
  once: switched({ name: 'once', read: readSwitch, help: 'print one frame as text and end' }),
  readOnly: switched({ name: 'read-only', read: readSwitch, help: 'no key changes anything' }),
} as const satisfies Readonly<Record<string, Flag<unknown>>>;
