// The engine of phrases and the learned choice, by what they promise; all sentences are made up.
import { extractEvents, learn, oddsOf } from '@filigree/extraction';
import { readingOf } from './support/fictional-filing.ts';

function types(form: string, ...paragraphs: readonly string[]): string[] {
  const reading = readingOf({
    form,
    period: '2010-03-01',
    documents: [{ paragraphs: [`FORM ${form}`, ...paragraphs] }],
  });
  return extractEvents(reading).map(({ type }) => type);
}

describe('the choice of events', () => {
  const learning = { rounds: 20, depth: 2, rate: 0.3, leaf: 0.1, ridge: 1, speaks: [1, 0] };
  const examples = [0, 1, 2, 3, 4, 5].map((at) => ({ row: [at, at % 2], told: at > 2, weight: 1 }));

  it('is the same for the same examples, and tells them apart', () => {
    const { start, trees } = learn(examples, learning);
    expect(learn(examples, learning)).toEqual({ start, trees });
    expect(examples.map(({ row }) => oddsOf(start, trees, row) > 0)).toEqual(examples.map(({ told }) => told));
  });

  it('never lets a number speak against a row that may only speak for it', () => {
    const contrary = examples.map((example) => ({ ...example, told: !example.told }));
    const { start, trees } = learn(contrary, learning);
    const odds = [0, 1, 2, 3, 4, 5].map((at) => oddsOf(start, trees, [at, 0]));
    expect(odds).toEqual([...odds].sort((a, b) => a - b));
  });

  it.each([
    [
      'On February 26, 2010, the Compensation Committee amended the employment agreements of its officers.',
      'corporate_information',
    ],
    ['On February 26, 2010, Otto Brandl resigned as Chief Financial Officer.', 'management_change'],
  ])('tells pay from a change of management under item 5.02: %s', (text, type) => {
    expect(types('8-K', 'Item 5.02 Departure of Directors or Certain Officers', text)).toEqual([type]);
  });
});
