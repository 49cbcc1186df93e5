import { parseArgs } from 'node:util';
import { systemClock } from '@filigree/base';
import { nodeDisk, openJournal } from '@filigree/queue';
import { benchDirectory, describeProbe, mebibytes, micro, percentiles, probeSync, whole } from './support/disk.mjs';

export const about = 'records per second into the leases file, by records in flight, and the time to read them again';

const RECORD_TYPE = 2;
const PAYLOAD = Buffer.alloc(40, 7);

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string' },
      seconds: { type: 'string', default: '1' },
      records: { type: 'string', default: '1000000' },
    },
  });
  const seconds = Number(values.seconds);
  const { dir, remove } = benchDirectory(values.dir);
  try {
    console.log(describeProbe(probeSync(dir)));
    for (const fsync of ['strict', 'interval']) {
      for (const inFlight of [1, 8, 64, 1024])
        await closedLoop(`${dir}/${fsync}-${String(inFlight)}`, fsync, inFlight, seconds);
    }
    await fill(`${dir}/fill`, Number(values.records));
  } finally {
    remove();
  }
}

/** `inFlight` clients, each of which appends its next record when its last one is durable. */
async function closedLoop(dir, fsync, inFlight, seconds) {
  const started = new Map();
  const times = [];
  let isOver = false;
  const journal = await open(dir, fsync, (seq) => {
    const now = performance.now();
    let done = 0;
    for (let each = durable + 1; each <= seq; each += 1) {
      times.push(now - started.get(each));
      started.delete(each);
      done += 1;
    }
    durable = seq;
    if (!isOver) for (; done > 0; done -= 1) next(now);
  });
  let durable = 0;
  const next = (now) => started.set(journal.append(RECORD_TYPE, PAYLOAD), now);
  const start = performance.now();
  for (let client = 0; client < inFlight; client += 1) next(start);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  isOver = true;
  const elapsed = (performance.now() - start) / 1000;
  const { batches, records } = journal.stats();
  await journal.close();
  const [p50, p99] = percentiles(times, 0.5, 0.99);
  const rates = `${whole(records / elapsed).padStart(11)} records/s ${whole(batches / elapsed).padStart(7)} batches/s`;
  console.log(
    `${fsync.padEnd(8)} ${String(inFlight).padStart(5)} in flight ${rates}  durable p50 ${micro(p50)}, p99 ${micro(p99)}`,
  );
}

/** Appends as fast as the disk takes it, then reads all of it again. */
async function fill(dir, records) {
  const atOnce = 20_000;
  const journal = await open(dir, 'strict', () => undefined);
  const start = performance.now();
  for (let count = 0; count < records; count += atOnce) {
    let seq = 0;
    for (let each = 0; each < Math.min(atOnce, records - count); each += 1) seq = journal.append(RECORD_TYPE, PAYLOAD);
    await journal.whenDurable(seq - atOnce);
  }
  await journal.whenDurable(journal.lastSeq);
  const elapsed = (performance.now() - start) / 1000;
  const { batches, writtenBytes } = journal.stats();
  await journal.close();
  console.log(
    `fill     ${whole(records / elapsed)} records/s in ${whole(batches)} batches, ${mebibytes(writtenBytes)}`,
  );
  const again = await open(dir, 'strict', () => undefined);
  console.log(`replay   ${whole(again.recovery.records)} records in ${again.recovery.elapsedMs.toFixed(0)} ms`);
  await again.close();
}

function open(dir, fsync, onDurable) {
  return openJournal({
    dir,
    disk: nodeDisk,
    clock: systemClock,
    fsync,
    onSnapshotRow: () => undefined,
    onRecord: () => undefined,
    onDurable,
    onDiskFull: (isFull) => console.error(isFull ? 'the disk is full' : 'there is room again'),
    onFatal: (error) => {
      throw error;
    },
  });
}
