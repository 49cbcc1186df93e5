import { FiligreeError } from '@filigree/base';
import type { AiMode, FailureClass, Verdict } from '@filigree/queue';
import type { AiMode__Output as WireAiMode } from '../generated/filigree/v1/AiMode.ts';
import type { FailureClass__Output as WireFailureClass } from '../generated/filigree/v1/FailureClass.ts';
import type { _filigree_v1_Settled_Verdict__Output as WireVerdict } from '../generated/filigree/v1/Settled.ts';

const MODE_TO_WIRE = { auto: 'AI_MODE_AUTO', on: 'AI_MODE_ON', off: 'AI_MODE_OFF' } as const;
const MODE_FROM_WIRE: Readonly<Record<WireAiMode, AiMode | null>> = {
  AI_MODE_UNSPECIFIED: null,
  AI_MODE_AUTO: 'auto',
  AI_MODE_ON: 'on',
  AI_MODE_OFF: 'off',
};

export function modeToWire(mode: AiMode): WireAiMode {
  return MODE_TO_WIRE[mode];
}

/** Throws USAGE for a mode that is not said or not known. */
export function modeFromWire(mode: WireAiMode, place: string): AiMode {
  const found = MODE_FROM_WIRE[mode] as AiMode | null | undefined;
  if (found === null || found === undefined) {
    throw new FiligreeError('USAGE', `${place} is ${String(mode)}, expected AI_MODE_AUTO, AI_MODE_ON or AI_MODE_OFF`, {
      remedy: 'set it',
    });
  }
  return found;
}

const CLASS_TO_WIRE = {
  retryable: 'FAILURE_CLASS_RETRYABLE',
  fatal: 'FAILURE_CLASS_FATAL',
  overloaded: 'FAILURE_CLASS_OVERLOADED',
  worker: 'FAILURE_CLASS_WORKER',
} as const;
const CLASS_FROM_WIRE: Readonly<Record<WireFailureClass, FailureClass>> = {
  FAILURE_CLASS_UNSPECIFIED: 'retryable',
  FAILURE_CLASS_RETRYABLE: 'retryable',
  FAILURE_CLASS_FATAL: 'fatal',
  FAILURE_CLASS_OVERLOADED: 'overloaded',
  FAILURE_CLASS_WORKER: 'worker',
};

export function classToWire(failureClass: FailureClass): WireFailureClass {
  return CLASS_TO_WIRE[failureClass];
}

/** A class that a newer worker may have is taken as retryable. */
export function classFromWire(failureClass: WireFailureClass): FailureClass {
  return (CLASS_FROM_WIRE[failureClass] as FailureClass | undefined) ?? 'retryable';
}

export function verdictToWire(verdict: Verdict): WireVerdict {
  return `VERDICT_${verdict}`;
}

/** A verdict that a newer coordinator may have ends the job for this worker, like STALE. */
export function verdictFromWire(verdict: WireVerdict): Verdict {
  if (verdict === 'VERDICT_ACCEPTED') return 'ACCEPTED';
  return verdict === 'VERDICT_DUPLICATE' ? 'DUPLICATE' : 'STALE';
}
