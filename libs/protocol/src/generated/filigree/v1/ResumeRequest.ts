// Original file: ../../proto/filigree/v1/control.proto


/**
 * No field.
 */
export interface ResumeRequest {
}

/**
 * No field.
 */
export interface ResumeRequest__Output {
}
