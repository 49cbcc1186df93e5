import { EXIT, FiligreeError, describeError } from '@filigree/base';
import type { ErrorCode } from '@filigree/base';
import { MODEL_FLAGS, defineCommand, note, printData, printJson, printJsonLine, writeAll } from '@filigree/cli';
import type { Io } from '@filigree/cli';
import { filingText, headerJson, readFilingBytes, readFilingFile } from '@filigree/edgar';
import type { Losses } from '@filigree/edgar';
import { factsJson, prettyFacts } from '@filigree/extraction';
import type { Asking } from '@filigree/extraction';
import { processFiling } from '../processing/process-filing.ts';
import { askingFor } from './asking.ts';

// Trouble of the model's service is the run's, not the file's.
const PASSING: readonly ErrorCode[] = ['UNREACHABLE', 'OVERLOADED'];

interface Form {
  readonly header: boolean;
  readonly text: boolean;
  readonly pretty: boolean;
}

async function extractOne(file: string, form: Form, asking: Asking | null, io: Io): Promise<void> {
  if (form.header || form.text) {
    const { bytes, submission } = await readFilingFile(file);
    if (form.header) {
      await printJson(io, headerJson(submission, file));
      return;
    }
    const { text, losses } = filingText(bytes, submission);
    sayLosses(file, losses, io);
    await printData(io, text);
    return;
  }
  const bytes = await readFilingBytes(file);
  const { facts, text } = await processFiling(
    bytes,
    file,
    asking,
    () => performance.now(),
    () => undefined,
  );
  sayLosses(file, text.losses, io);
  if (form.pretty) await writeAll(io.stdout, prettyFacts(facts, text, { color: isColourful(io) }));
  else await printJsonLine(io, factsJson(facts, file, text.losses));
}

// What gives no facts is told, so that nobody takes silence for an empty filing.
function sayLosses(file: string, losses: Losses, io: Io): void {
  const told = Object.entries(losses).map(([reason, count]) => `${String(count)} x ${reason}`);
  if (told.length > 0) note(io, `${file}: gives no facts: ${told.join(', ')}`);
}

function isColourful(io: Io): boolean {
  return (io.env['NO_COLOR'] ?? '') === '' && process.stdout.isTTY;
}

/** `worker extract`: one JSON line a filing, in the order given. */
export const extractCommand = defineCommand({
  name: 'extract',
  summary: 'print the facts of filings',
  flags: [...MODEL_FLAGS, 'header', 'text', 'pretty', 'json'],
  args: [{ name: 'FILE', help: 'full submission text files (.txt or .nc)', required: true, repeats: true }],
  examples: [
    'worker extract samples/2010/*.txt',
    'worker extract --header samples/2010/*.txt',
    'worker extract --pretty samples/2010/*.txt',
  ],
  async run(values, files, io) {
    if ([values.header, values.text, values.pretty].filter(Boolean).length > 1) {
      throw new FiligreeError('USAGE', 'more than one of --header, --text and --pretty is given', {
        remedy: 'give one of them',
      });
    }
    const asking = values.header || values.text ? null : await askingFor(values, io);
    let unreadable = 0;
    for (const file of files) {
      try {
        await extractOne(file, values, asking, io);
      } catch (error) {
        if (!(error instanceof FiligreeError) || PASSING.includes(error.code)) throw error;
        unreadable++;
        if (values.text || values.pretty) note(io, `error: ${describeError(error)}`);
        else await printJson(io, { file, error: describeError(error), ...error.detail });
      }
    }
    return unreadable > 0 ? EXIT.someFailed : EXIT.done;
  },
});
