import { resolve } from 'node:path';
import { EXIT } from '@filigree/base';
import { argument, defineCommand, note, printJson, printLine } from '@filigree/cli';

const DAYS = 825;

/** `coordinator certs DIR`: a private authority and a certificate a role, for a first set-up. */
export const certsCommand = defineCommand({
  name: 'certs',
  summary: 'make a private authority and certificates for coordinator, workers, operators and viewers',
  flags: ['json'],
  args: [
    argument('DIR', 'an empty or new directory'),
    { name: 'HOST', help: 'names or addresses by which clients reach the coordinator', required: false, repeats: true },
  ],
  examples: ['coordinator certs certs', 'coordinator certs certs filigree.example.com 10.0.0.5'],
  async run(values, [directory = '', ...hosts], io) {
    // Loaded here: no other command needs the library that signs certificates.
    const { writeCertificates } = await import('../certs/write-certificates.ts');
    const files = await writeCertificates({
      directory: resolve(io.cwd, directory),
      hosts,
      notBefore: new Date(),
      days: DAYS,
    });
    for (const file of files) {
      if (values.json) await printJson(io, { file });
      else await printLine(io, file);
    }
    note(
      io,
      `they are good for ${String(DAYS)} days; give each machine ca.crt and the pair of its role, and keep ca.key to yourself`,
    );
    return EXIT.done;
  },
});
