import { processFiling, toDelta } from '../src/processing/process-filing.ts';

const FILING = `<SEC-DOCUMENT>0009999199-10-000001.txt : 20100512
<SEC-HEADER>0009999199-10-000001.hdr.sgml : 20100512
ACCESSION NUMBER:		0009999199-10-000001
CONFORMED SUBMISSION TYPE:	6-K
FILED AS OF DATE:		20100512

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			TARNWICK MINERALS PLC
		CENTRAL INDEX KEY:			0009900991
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>1
<FILENAME>ex991.htm
<TEXT>
<html><body>
<p>Tarnwick Minerals plc (the "Company") welcomes a new colleague in Leeds.</p>
<p>Orla Penhaligon is the founder of Penmarrow Assay Limited. Jane Rivers is the founder of Lindby Optik AB.</p>
<p>Lindby Optik AB owns 40% of Penmarrow Assay Limited. Penmarrow Assay Limited owns Lindby Optik AB.</p>
</body></html>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;

describe('what is told of a processed filing', () => {
  it('counts the facts that each named check refused among what was dropped', async () => {
    const bytes = Buffer.from(FILING);
    const processed = await processFiling(
      bytes,
      'a.txt',
      null,
      () => 0,
      () => undefined,
    );
    const { summary } = toDelta(processed, bytes.length, { facts: 10, factChars: 1000 });
    expect(summary.drops).toEqual({ 'title is founder': 2, 'owns its owner': 1 });
    expect(processed.facts.ownership).toMatchObject([{ parent: 'Lindby Optik AB', percent: 40 }]);
  });
});
