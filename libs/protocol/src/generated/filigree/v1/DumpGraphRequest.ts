// Original file: ../../proto/filigree/v1/control.proto


/**
 * No field.
 */
export interface DumpGraphRequest {
}

/**
 * No field.
 */
export interface DumpGraphRequest__Output {
}
