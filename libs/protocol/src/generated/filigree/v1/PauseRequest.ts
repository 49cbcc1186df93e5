// Original file: ../../proto/filigree/v1/control.proto


/**
 * No field.
 */
export interface PauseRequest {
}

/**
 * No field.
 */
export interface PauseRequest__Output {
}
