import { mkdirSync, writeFileSync } from 'node:fs';

/** A submission of one short document, all of it invented. */
function submission(accession) {
  return `<SEC-DOCUMENT>${accession}.txt : 20240301
<SEC-HEADER>${accession}.hdr.sgml : 20240301
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t1
CONFORMED PERIOD OF REPORT:\t20240229
FILED AS OF DATE:\t\t20240301

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tBENCHMARK HOLDINGS INC
\t\tCENTRAL INDEX KEY:\t\t\t0009900999
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>a.txt
<TEXT>
Nothing happened.
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;
}

/** Writes one filing into a directory of its own below `dir`; its accession number and its directory. */
export function writeFiling(dir, number) {
  const accession = `0009900999-24-${String(number).padStart(6, '0')}`;
  const own = `${dir}/${String(number)}`;
  mkdirSync(own, { recursive: true });
  writeFileSync(`${own}/${accession}.txt`, submission(accession));
  return { accession, dir: own };
}
