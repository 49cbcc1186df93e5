import { filingText, readSubmission } from '@filigree/edgar';
import { processorMs } from '@filigree/testing';
import { cooked, document } from '../support/build.ts';

const MEGABYTE = 1024 * 1024;

// A filing of `sizeBytes`, made in place: a copy of its parts would count as memory of the reader.
function largeFiling(sizeBytes: number): Buffer {
  const [head, tail] = cooked({ documents: document('GRAPHIC', '@') })
    .toString()
    .split('@') as [string, string];
  const bytes = Buffer.alloc(sizeBytes, `M${'A'.repeat(60)}\n`);
  bytes.write(`${head}begin 644 a.jpg\n`);
  bytes.write(tail, sizeBytes - tail.length);
  return bytes;
}

describe('a large filing', () => {
  it('of 400 MB is read with under 200 MB above its own size', () => {
    const bytes = largeFiling(400 * MEGABYTE);
    const before = process.memoryUsage().rss;
    const submission = readSubmission(bytes);
    expect(submission.documents).toMatchObject([{ content: 'binary' }]);
    expect(submission.documents[0]!.size).toBeGreaterThan(399 * MEGABYTE);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEGABYTE);
  });

  it.each([
    ['nothing but <', '<', 'html'],
    ['nothing but < in a plain document', '<', 'plain'],
    ['one line', 'word ', 'plain'],
    ['comments that never end', '<!-- ', 'html'],
    ['scripts that never end', '<script>x', 'html'],
    ['quotes that never end', '<a ="x>y', 'html'],
    ['cells that never end', '<table><td>x', 'html'],
    ['hidden parts that never end', '<i style="display:none">x', 'html'],
    ['entities that never end', '&#', 'html'],
    ['two people side by side', '<table><tr><td>By: a<td>By: b', 'html'],
    ['closers in the middle of lines', '</DOCUMENT> ', 'plain'],
  ])('of %s takes time in proportion to its length', (_, unit, kind) => {
    const build = (sizeBytes: number): Buffer => {
      const body = (kind === 'html' ? '<html><body>' : '') + unit.repeat(Math.ceil(sizeBytes / unit.length));
      return cooked({ documents: document('6-K', body) });
    };
    const read = (bytes: Buffer) => (): void => {
      filingText(bytes, readSubmission(bytes));
    };
    const small = build(MEGABYTE / 4);
    const large = build(4 * MEGABYTE);
    read(small)();
    const one = Math.max(5, processorMs(read(small)));
    // Sixteen times the length; quadratic work would be 256 times as long.
    expect(processorMs(read(large))).toBeLessThan(one * 80);
  });
});
