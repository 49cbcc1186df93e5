import { submissionBytes } from '@filigree/testing';
import { processFiling, toDelta } from '../src/processing/process-filing.ts';

const FILING = submissionBytes({
  form: '6-K',
  filer: 'TARNWICK MINERALS PLC',
  filed: '2010-05-12',
  documents: [
    {
      type: 'EX-99.1',
      paragraphs: [
        'Tarnwick Minerals plc (the "Company") welcomes a new colleague in Leeds.',
        'Orla Penhaligon is the founder of Penmarrow Assay Limited. Jane Rivers is the founder of Lindby Optik AB.',
        'Lindby Optik AB owns 40% of Penmarrow Assay Limited. Penmarrow Assay Limited owns Lindby Optik AB.',
      ],
    },
  ],
});

describe('what is told of a processed filing', () => {
  it('counts the facts that each named check refused among what was dropped', async () => {
    const processed = await processFiling(
      FILING,
      'a.txt',
      null,
      () => 0,
      () => undefined,
    );
    const { summary } = toDelta(processed, FILING.length, { facts: 10, factChars: 1000 });
    expect(summary.drops).toEqual({ 'title is founder': 2, 'owns its owner': 1 });
    expect(processed.facts.ownership).toMatchObject([{ parent: 'Lindby Optik AB', percent: 40 }]);
  });
});
