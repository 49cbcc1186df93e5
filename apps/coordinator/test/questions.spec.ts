// Questions to a coordinator that works: none of them holds it up, and all of them end with it.

import { join } from 'node:path';
import { Bench, CLEAR, REPOSITORY } from '@filigree/testing';
import { openControlClient } from '@filigree/protocol';
import type { ControlClient } from '@filigree/protocol';

const SAMPLES = join(REPOSITORY, 'samples');

/** No machine ends it, and an empty graph has as much to join. */
const ENDLESS = `SELECT count(*) FROM ${Array.from({ length: 9 }, (_, at) => `sqlite_schema s${String(at)}`).join(', ')}`;
const BOMB = "SELECT group_concat(printf('%30000000d', value)) FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12]')";
const THIEF = "SELECT readfile('/etc/passwd')";

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.open();
});
afterEach(() => bench.end());

/** The code with which a query ends, or the number of its lines. */
async function outcomeOf(client: ControlClient, text: string): Promise<string | number> {
  let lines = 0;
  try {
    await client.askGraph('query', { text }, () => {
      lines += 1;
    });
    return lines;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('a coordinator that is asked what has no end', () => {
  it('settles its run, answers others, lets go of it when the client leaves, and stops when it is told to', async () => {
    const { process, address, port } = await bench.serve(SAMPLES);
    const open = (): ControlClient => openControlClient({ host: '127.0.0.1', port }, CLEAR);
    const [leaving, staying, other] = [open(), open(), open()];
    const left = outcomeOf(leaving, ENDLESS);
    const stayed = outcomeOf(staying, ENDLESS);
    await bench.connect(address);
    const submitted = await bench.run('coordinator', ['submit', '--coordinator', address, '--wait']);
    expect(submitted.code).toBe(0);
    leaving.close();
    await left;
    expect(await outcomeOf(other, 'SELECT count(*) > 0 FROM filing')).toBe(2);
    expect(await outcomeOf(other, BOMB)).toBe('TOO_LARGE');
    expect(await outcomeOf(other, THIEF)).toBe('USAGE');
    process.kill();
    expect((await process.ended).code).toBe(0);
    await stayed;
    for (const client of [staying, other]) client.close();
  });
});
