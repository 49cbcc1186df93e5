import { FiligreeError } from '@filigree/base';
import { filingText, readSubmission } from '@filigree/edgar';
import { createHash } from 'node:crypto';

/** Random numbers that a seed decides, so that a failure can be shown again. */
export function seeded(seed: string): () => number {
  let counter = 0;
  return () => {
    const digest = createHash('sha256').update(`${seed}/${counter++}`).digest();
    return digest.readUInt32LE(0) / 2 ** 32;
  };
}

const TOKENS = [
  '<DOCUMENT>',
  '</DOCUMENT>\n',
  '<TEXT>',
  '</TEXT>',
  '<SEC-HEADER>',
  '</SEC-HEADER>\n',
  '\n<REPORTING-OWNER>\n',
  '</REPORTING-OWNER>\n',
  '<table>',
  '<td rowspan=999 colspan=999>',
  '</table>',
  '<div style="display:none">',
  '<!--',
  '-->',
  '<script>',
  '<',
  '>',
  '"',
  '&#x',
  '\0',
  '\r',
  '\n\t\t\t:',
  'begin 644 x\n',
  '<PAGE>',
  'By: x      By: y\n',
];

/** One to four changes of a file: bytes flipped, a part removed, repeated or moved, a token put in, the end cut off. */
export function mutate(bytes: Buffer, random: () => number): Buffer {
  let result = bytes;
  const place = (): number => Math.floor(random() * (result.length + 1));
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
    const at = place();
    const end = Math.min(result.length, at + Math.floor(random() * 2000));
    const kind = Math.floor(random() * 6);
    const before = result.subarray(0, at);
    if (kind === 0) result = Buffer.concat([before, result.subarray(end)]);
    else if (kind === 1) result = Buffer.concat([result.subarray(0, end), result.subarray(at)]);
    else if (kind === 2)
      result = Buffer.concat([before, Buffer.from(TOKENS[Math.floor(random() * TOKENS.length)]!), result.subarray(at)]);
    else if (kind === 3) result = Buffer.from(before);
    else if (kind === 4) {
      const to = place();
      result = Buffer.concat([result.subarray(0, to), result.subarray(at, end), result.subarray(to)]);
    } else {
      result = Buffer.from(result);
      for (let flips = 0; flips < 20 && result.length > 0; flips++)
        result[Math.floor(random() * result.length)] = Math.floor(random() * 256);
    }
  }
  return result;
}

/** What a reader may make of any bytes: a filing whose text is consistent, or BAD_FILING with an offset in the file. */
export function readAnything(bytes: Buffer): 'filing' | 'error' {
  try {
    const submission = readSubmission(bytes);
    const { text, blocks } = filingText(bytes, submission);
    let at = 0;
    for (const block of blocks) {
      if (block.start !== at || block.end < block.start || block.end > text.length)
        throw new Error(`block at ${block.start}`);
      at = block.end + 1;
    }
    return 'filing';
  } catch (error) {
    const offset = error instanceof FiligreeError && error.code === 'BAD_FILING' ? error.detail['offset'] : undefined;
    if (typeof offset === 'number' && offset >= 0 && offset <= bytes.length) return 'error';
    throw error;
  }
}
