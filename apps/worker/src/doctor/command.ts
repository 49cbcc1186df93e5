import { EXIT, FiligreeError, describeError, exitCodeOf, systemClock } from '@filigree/base';
import {
  CLIENT_FLAGS,
  MODEL_FLAGS,
  NEO4J_FLAGS,
  defineCommand,
  formatHostPort,
  printJson,
  printLine,
} from '@filigree/cli';
import type { Io, Values } from '@filigree/cli';
import { openNeo4jStore, parseNeo4jSettings } from '@filigree/graph';
import { openControlClient } from '@filigree/protocol';
import { openModel } from '../model/open-model.ts';

interface Finding {
  readonly ok: boolean;
  readonly text: string;
}

interface Check {
  readonly name: string;
  /** Rejects with what is wrong. */
  readonly look: () => Promise<Finding>;
}

type DoctorValues = Values<(typeof CLIENT_FLAGS)[number] | (typeof MODEL_FLAGS)[number]>;

const fine = (text: string): Finding => ({ ok: true, text });

async function lookAtCoordinator(values: DoctorValues): Promise<Finding> {
  const client = openControlClient(values.coordinator, values);
  try {
    const { version, workers } = await client.status();
    return fine(`version ${version} answers at ${client.place} with ${String(workers.length)} workers`);
  } catch (error) {
    // A worker's own credentials may not read the status: who answers so is there.
    if (error instanceof FiligreeError && error.code === 'PERMISSION_DENIED') {
      return fine(`it answers at ${formatHostPort(values.coordinator)} and knows this worker`);
    }
    throw error;
  } finally {
    client.close();
  }
}

async function lookAtModel(values: DoctorValues, io: Io): Promise<Finding> {
  if (values.ai === 'off') return fine('not used (--no-ai)');
  const model = await openModel(values, io.cwd);
  try {
    await model.check();
    return fine(`${model.info()?.name ?? values.ollamaModel} answers`);
  } catch (error) {
    if (values.ai === 'on') throw error;
    return fine(`not there, rules alone are used: ${describeError(error)}`);
  }
}

async function lookAtNeo4j(io: Io): Promise<Finding> {
  if ((io.env['NEO4J_URI'] ?? '') === '') return fine('not used (NEO4J_URI is not set): deltas go to the coordinator');
  const store = await openNeo4jStore(parseNeo4jSettings(io.env));
  try {
    const { nodes } = await store.stats();
    return fine(`it answers: ${String(nodes.Filing)} filings, ${String(nodes.Company)} companies`);
  } finally {
    await store.close();
  }
}

/** `worker doctor`: looks at everything that a worker needs and says what to do. */
export const doctorCommand = defineCommand({
  name: 'doctor',
  summary: 'check coordinator, model and Neo4j, and say what to do',
  flags: [...CLIENT_FLAGS, ...MODEL_FLAGS, ...NEO4J_FLAGS],
  examples: ['worker doctor', 'worker doctor --ai on --json'],
  async run(values, _args, io) {
    const checks: Check[] = [
      { name: 'coordinator', look: () => lookAtCoordinator(values) },
      { name: 'model', look: () => lookAtModel(values, io) },
      { name: 'neo4j', look: () => lookAtNeo4j(io) },
    ];
    let exitCode: number = EXIT.done;
    for (const { name, look } of checks) {
      const startedMs = systemClock.monotonicMs();
      let finding: Finding;
      try {
        finding = await look();
      } catch (error) {
        finding = { ok: false, text: describeError(error) };
        // The gravest one counts.
        exitCode = Math.max(exitCode, exitCodeOf(error));
      }
      const elapsedMs = Math.round(systemClock.monotonicMs() - startedMs);
      if (values.json) await printJson(io, { check: name, ...finding, elapsed_ms: elapsedMs });
      else await printLine(io, `${finding.ok ? 'ok     ' : 'problem'}  ${name.padEnd(12)} ${finding.text}`);
    }
    return exitCode;
  },
});
