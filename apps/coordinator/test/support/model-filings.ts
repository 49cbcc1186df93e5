import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a model can say of a filing of `writeModelFiling`: the fact that rules cannot settle. */
export function rightAnswer(town: string): string {
  const role = {
    quote: guests(town),
    person: 'Orla Penhaligon',
    title: 'Chief Technology Officer',
    organization: 'Tarnwick Minerals plc',
    status: 'current',
  };
  return JSON.stringify({ roles: [role] });
}

function guests(town: string): string {
  return `The guests were led through the new laboratory in ${town} by Orla Penhaligon; the badge on her coat read Chief Technology Officer.`;
}

/** The accession number of the filing with that number. */
export function modelAccession(number: number): string {
  return `0009999199-10-${String(number).padStart(6, '0')}`;
}

/**
 * Writes a fictional filing below `dir`: rules find who signed it and what it announces, and leave exactly one passage to a model. The town
 * stands in that passage only, so that a scripted model knows which filing it is asked about.
 */
export async function writeModelFiling(dir: string, number: number, town: string): Promise<void> {
  const accession = modelAccession(number);
  await mkdir(dir, { recursive: true });
  await writeFile(
    join(dir, `${accession}.txt`),
    `<SEC-DOCUMENT>${accession}.txt : 20100512
<SEC-HEADER>${accession}.hdr.sgml : 20100512
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t6-K
FILED AS OF DATE:\t\t20100512

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tTARNWICK MINERALS PLC
\t\tCENTRAL INDEX KEY:\t\t\t0009900991
</SEC-HEADER>
<DOCUMENT>
<TYPE>6-K
<SEQUENCE>1
<FILENAME>a.htm
<TEXT>
<html><body>
<p>Tarnwick Minerals plc announces its results for the first quarter of 2010.</p>
<p>${guests(town)}</p>
<p>Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be signed on its behalf by the undersigned, thereunto duly authorized.</p>
<p>TARNWICK MINERALS PLC</p>
<p>By: /s/ Jorun Havelock<br>Name: Jorun Havelock<br>Title: Chief Financial Officer</p>
</body></html>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`,
  );
}
