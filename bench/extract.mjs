// npm run bench -- extract [--files DIR]: from filing to graph delta without a model, on one core, and hostile text.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { amendedAccession, filingText, readSubmission } from '@filigree/edgar';
import { extractByRules } from '@filigree/extraction';
import { buildDelta } from '@filigree/graph';

export const about = 'filings/s and MB/s from file to graph delta by rules, on one core; hostile text';

const STAGES = ['container', 'text', 'rules', 'delta'];

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** One filing through every stage; milliseconds by stage and the size. */
function process(path) {
  const file = readFileSync(path);
  const marks = [performance.now()];
  const submission = readSubmission(file, path);
  marks.push(performance.now());
  const text = filingText(file, submission);
  marks.push(performance.now());
  const facts = extractByRules(submission, text);
  marks.push(performance.now());
  buildDelta(submission, facts, amendedAccession(submission, text));
  marks.push(performance.now());
  return {
    path,
    bytes: file.length,
    characters: text.text.length,
    spent: STAGES.map((_, at) => marks[at + 1] - marks[at]),
  };
}

function total(list) {
  return list.reduce((sum, value) => sum + value, 0);
}

/** A plain-text filing whose body is one piece of text repeated to a size. */
function hostileFiling(piece, size, start) {
  const body = start + piece.repeat(Math.ceil(size / piece.length));
  return Buffer.from(
    '<SEC-DOCUMENT>0000000001-10-000001.txt : 20100104\n<SEC-HEADER>0000000001-10-000001.hdr.sgml : 20100104\n' +
      'ACCESSION NUMBER:\t\t0000000001-10-000001\nCONFORMED SUBMISSION TYPE:\t6-K\nFILED AS OF DATE:\t\t20100104\n\n' +
      'FILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t\tHOSTILE CORP\n\t\tCENTRAL INDEX KEY:\t\t\t0000000001\n</SEC-HEADER>\n' +
      `<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n${body}\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n`,
  );
}

const HOSTILE = {
  capitals: 'ABCDEF',
  'capital words': 'Abc Def ',
  commas: ',',
  'Mr. ': 'Mr. ',
  titles: 'President and ',
  parentheses: '("A',
  'open brackets': '(',
  'line breaks': 'By:\n',
  'signature marks': '/s/ ',
  'signature lines': '/s/\n',
  'the Company': 'the Company ',
  initials: 'A. B. C. ',
  digits: '7',
  'capitals, commas': 'ACME, BORE, ',
  'names, titles': 'John Heron\nPresident\n',
  'two columns': 'Ann Lee\tBob Ray\n',
  'defined terms': 'Acme Corp. (the "Company") ',
  subsidiaries: 'Acme Corp., a subsidiary of Bore Inc., ',
  months: 'March 1, ',
  exhibits: 'Exhibit 99.1\n',
  'nested tables': '<TABLE><TR><TD>A\n',
  'one-word cells': '<TR><TD>word</TD></TR>\n',
  'one row': '<TD>Word</TD>',
  'open tags': '<a ',
};
/** Pieces that are read as HTML stand behind a beginning that says so. */
const HTML_START = '<HTML><BODY><TABLE><TR>';

function hostile() {
  for (const [name, piece] of Object.entries(HOSTILE)) {
    const times = [500_000, 1_000_000].map((size) => {
      const file = hostileFiling(piece, size, piece.startsWith('<') ? HTML_START : '');
      const started = performance.now();
      const submission = readSubmission(file, 'hostile.txt');
      extractByRules(submission, filingText(file, submission));
      return performance.now() - started;
    });
    console.log(
      `  ${name.padEnd(16)} 0.5 MB ${times[0].toFixed(0).padStart(5)} ms   1 MB ${times[1].toFixed(0).padStart(5)} ms`,
    );
  }
}

export function run(args) {
  const { values } = parseArgs({
    args,
    options: { files: { type: 'string' }, slowest: { type: 'string', default: '3' } },
  });
  const directory = values.files ?? join(dirname(import.meta.dirname), '..', 'shared', 'filings');
  const files = filesBelow(directory).sort();
  for (const path of files.slice(0, 20)) process(path);
  const done = files.map(process);
  const bytes = total(done.map((one) => one.bytes));
  const milliseconds = total(done.map((one) => total(one.spent)));
  console.log(
    `${done.length} filings, ${(bytes / 1e6).toFixed(1)} MB, ${(total(done.map((one) => one.characters)) / 1e6).toFixed(1)} M characters of text, one core`,
  );
  console.log(
    `${((done.length / milliseconds) * 1000).toFixed(1)} filings/s   ${(bytes / milliseconds / 1000).toFixed(1)} MB/s   ${(milliseconds / 1000).toFixed(2)} s`,
  );
  STAGES.forEach((stage, at) =>
    console.log(`  ${stage.padEnd(10)} ${(total(done.map((one) => one.spent[at])) / 1000).toFixed(2)} s`),
  );
  const slow = done
    .map((one) => ({ ...one, pace: total(one.spent) / (one.bytes / 1e6) }))
    .sort((a, b) => total(b.spent) - total(a.spent));
  console.log('slowest filings');
  for (const one of slow.slice(0, Number(values.slowest)))
    console.log(
      `  ${total(one.spent).toFixed(0).padStart(6)} ms  ${(one.bytes / 1e6).toFixed(2)} MB  ${one.pace.toFixed(0)} ms/MB  rules ${one.spent[2].toFixed(0)} ms  ${one.path.split('/').at(-1)}`,
    );
  console.log('hostile text');
  hostile();
}
