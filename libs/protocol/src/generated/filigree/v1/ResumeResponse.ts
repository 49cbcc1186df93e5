// Original file: ../../proto/filigree/v1/control.proto


/**
 * No field.
 */
export interface ResumeResponse {
}

/**
 * No field.
 */
export interface ResumeResponse__Output {
}
