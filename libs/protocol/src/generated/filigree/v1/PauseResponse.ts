// Original file: ../../proto/filigree/v1/control.proto


/**
 * No field.
 */
export interface PauseResponse {
}

/**
 * No field.
 */
export interface PauseResponse__Output {
}
