import type { AskModel } from '@filigree/extraction';

/** What jobs need of the model: who can be asked now, and asking. */
export interface ModelAccess {
  /** The model that can be asked now; null when none can. */
  readonly model: string | null;
  readonly ask: AskModel;
  /** Something failed that should not have: look whether the model is still there. */
  doubt(): void;
}

/** For workers that were told to leave the model alone. */
export const NO_MODEL: ModelAccess = {
  model: null,
  ask: () => Promise.reject(new Error('no model was opened')),
  doubt: () => undefined,
};
