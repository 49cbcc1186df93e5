import { createInterface } from 'node:readline/promises';
import { FiligreeError, safeText } from '@filigree/base';
import type { Io } from '@filigree/cli';

/** Asks before something is destroyed, unless `yes`. Throws USAGE where nobody can answer, CANCELLED on anything but yes. */
export async function confirm(io: Io, question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) {
    throw new FiligreeError('USAGE', `this asks first (${question}), and nobody can answer here`, {
      remedy: 'give --yes',
    });
  }
  const prompt = createInterface({ input: io.stdin, output: io.stderr });
  try {
    const answer = await prompt.question(`${safeText(question)} [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new FiligreeError('CANCELLED', 'nothing was changed');
  } finally {
    prompt.close();
  }
}
