import { resolve } from 'node:path';
import { EXIT } from '@filigree/base';
import { argument, defineCommand, note, printJson, printLine } from '@filigree/cli';

const DAYS = 825;

/** `coordinator certs DIR`: a private authority and a certificate a role, for a first set-up. */
export const certsCommand = defineCommand({
  name: 'certs',
  summary: 'make a private authority and certificates for coordinator, workers, operators and viewers',
  flags: ['host', 'json'],
  args: [argument('DIR', 'an empty or new directory')],
  examples: ['coordinator certs certs', 'coordinator certs certs --host filigree.example.com --host 10.0.0.5'],
  async run(values, [directory = ''], io) {
    // Loaded here: no other command needs the library that signs certificates.
    const { writeCertificates } = await import('../certs/write-certificates.ts');
    const files = await writeCertificates({
      directory: resolve(io.cwd, directory),
      hosts: values.host,
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
