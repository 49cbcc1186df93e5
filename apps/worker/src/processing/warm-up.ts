import { processFiling, toDelta } from './process-filing.ts';
import type { TellingLimits } from './messages.ts';
import type { ProcessedDelta } from './process-filing.ts';

// An invented filing with something for every reader: a header, prose and a table, an officer's change, a deal and a holder.
const FILING = `<SEC-DOCUMENT>0009900997-10-000001.txt : 20100301
<SEC-HEADER>0009900997-10-000001.hdr.sgml : 20100301
ACCESSION NUMBER:		0009900997-10-000001
CONFORMED SUBMISSION TYPE:	8-K
CONFORMED PERIOD OF REPORT:	20100226
ITEM INFORMATION:		Departure of Directors or Certain Officers; Election of Directors
FILED AS OF DATE:		20100301

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			EMBER HOLDINGS INC
		CENTRAL INDEX KEY:			0009900997
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>a.htm
<TEXT>
<html><body>
<p>Item 5.02 Departure of Directors or Certain Officers; Election of Directors.</p>
<p>On February 26, 2010, Jane Q. Kindle resigned as Chief Financial Officer of Ember Holdings Inc. (the &#8220;Company&#8221;).
The Board of Directors appointed Robert Tinder, 52, as Chief Financial Officer, effective March 1, 2010.</p>
<p>Item 1.01 Entry into a Material Definitive Agreement.</p>
<p>On February 25, 2010, the Company entered into a merger agreement with Flint Works LLC, its wholly owned subsidiary.</p>
<table><tr><td>Name</td><td>Shares beneficially owned</td><td>Percent of class</td></tr>
<tr><td>Hearth Capital Partners, L.P.</td><td>1,200,000</td><td>12.5%</td></tr></table>
<p>SIGNATURES</p><p>EMBER HOLDINGS INC</p><p>By: /s/ Robert Tinder</p><p>Name: Robert Tinder</p>
<p>Title: Chief Financial Officer</p>
</body></html>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`;

/**
 * Takes an invented filing through everything that a filing goes through, so that patterns are compiled before the first real
 * one: in a new thread that costs more than most filings do. Returns what was found in it.
 */
export async function warmUp(limits: TellingLimits): Promise<ProcessedDelta> {
  const bytes = new TextEncoder().encode(FILING);
  const untold = (): void => undefined;
  return toDelta(await processFiling(bytes, '', null, () => 0, untold), bytes.length, limits);
}
