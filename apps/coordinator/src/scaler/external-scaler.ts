import type { ServerUnaryCall, ServerWritableStream, UntypedServiceImplementation, sendUnaryData } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { toWireError } from '@filigree/protocol';

/** What the scaler needs to know of the queue. */
export interface QueueDepth {
  /** Jobs pending and processing now. */
  open(): number;
  /** Calls back after each change of `open` to or from zero; the returned function ends that. */
  onActiveChange(changed: () => void): () => void;
}

/** Name of the one metric on offer. */
export const METRIC = 'filigree-jobs';
const DEFAULT_JOBS_PER_WORKER = 20;

interface ScaledObjectRef {
  readonly scalerMetadata?: Readonly<Record<string, string>>;
}

interface GetMetricsRequest {
  readonly scaledObjectRef?: ScaledObjectRef | null;
  readonly metricName?: string;
}

/**
 * KEDA's external scaler (proto/externalscaler): workers follow the number of jobs that are pending or processing, down
 * to none and back. Processing jobs count, or KEDA would take a worker away from its last filing.
 */
export function makeExternalScaler(queue: QueueDepth): UntypedServiceImplementation {
  return {
    IsActive(_call: ServerUnaryCall<ScaledObjectRef, object>, reply: sendUnaryData<object>) {
      reply(null, { result: queue.open() > 0 });
    },

    StreamIsActive(call: ServerWritableStream<ScaledObjectRef, object>) {
      let told: boolean | null = null;
      const tell = (): void => {
        const result = queue.open() > 0;
        if (result === told) return;
        told = result;
        call.write({ result });
      };
      const stop = queue.onActiveChange(tell);
      call.on('cancelled', () => {
        stop();
        call.end();
      });
      tell();
    },

    GetMetricSpec(call: ServerUnaryCall<ScaledObjectRef, object>, reply: sendUnaryData<object>) {
      try {
        const target = jobsPerWorker(call.request);
        reply(null, { metricSpecs: [{ metricName: METRIC, targetSize: Math.ceil(target), targetSizeFloat: target }] });
      } catch (error) {
        reply(toWireError(error));
      }
    },

    GetMetrics(call: ServerUnaryCall<GetMetricsRequest, object>, reply: sendUnaryData<object>) {
      const wanted = call.request.metricName ?? '';
      // KEDA puts its own prefix before the name ("s0-filigree-jobs").
      if (wanted !== '' && !wanted.endsWith(METRIC)) {
        const error = new FiligreeError('NOT_FOUND', `metric ${wanted} is not on offer, expected ${METRIC}`, {
          remedy: 'ask GetMetricSpec for the names',
        });
        reply(toWireError(error));
        return;
      }
      const open = queue.open();
      reply(null, { metricValues: [{ metricName: METRIC, metricValue: open, metricValueFloat: open }] });
    },
  };
}

function jobsPerWorker(reference: ScaledObjectRef): number {
  const given = reference.scalerMetadata?.['jobsPerWorker'];
  if (given === undefined || given === '') return DEFAULT_JOBS_PER_WORKER;
  const value = Number(given);
  if (Number.isFinite(value) && value > 0) return value;
  throw new FiligreeError('USAGE', `jobsPerWorker ${given} of the ScaledObject, expected a number above zero`, {
    remedy: 'correct the metadata of the trigger',
  });
}
