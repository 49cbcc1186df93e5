import { resolve } from 'node:path';
import { EXIT, systemClock } from '@filigree/base';
import { defineCommand, formatCount, printJson, printLine } from '@filigree/cli';
import { nodeDisk, salvage } from '@filigree/queue';

/** `coordinator salvage`: recovers what is whole of a damaged queue directory. */
export const salvageCommand = defineCommand({
  name: 'salvage',
  summary: 'recover a damaged queue directory and list what could not be read',
  flags: ['queueDir', 'json'],
  examples: ['coordinator salvage --queue-dir .filigree/queue'],
  async run(values, _args, io) {
    const report = await salvage({ dir: resolve(io.cwd, values.queueDir), disk: nodeDisk, clock: systemClock });
    for (const part of report.leftOut) {
      if (values.json) {
        await printJson(io, {
          file: part.file,
          offset: part.offset,
          end_offset: part.endOffset,
          what: part.what,
          first_seq: part.firstSeq,
          last_seq: part.lastSeq,
        });
      } else {
        const records =
          part.firstSeq === null
            ? ''
            : `, records ${String(part.firstSeq)} to ${String(part.lastSeq ?? part.firstSeq)}`;
        await printLine(
          io,
          `left out: ${part.file}, offset ${String(part.offset)} to ${String(part.endOffset)}${records}: ${part.what}`,
        );
      }
    }
    if (values.json) {
      await printJson(io, {
        was_damaged: report.wasDamaged,
        rows_kept: report.rowsKept,
        records_kept: report.recordsKept,
        left_out: report.leftOut.length,
        aside: report.aside === '' ? null : report.aside,
      });
    } else if (!report.wasDamaged) await printLine(io, `${values.queueDir} is whole: nothing was changed`);
    else {
      await printLine(
        io,
        `kept ${formatCount(report.rowsKept)} rows and ${formatCount(report.recordsKept)} records; the old files are in ${report.aside}`,
      );
      await printLine(
        io,
        'start the coordinator, then submit again what should be there: filings done before are not done twice',
      );
    }
    return EXIT.done;
  },
});
