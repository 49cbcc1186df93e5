// Original file: ../../proto/filigree/v1/control.proto


/**
 * No field: the state of everything.
 */
export interface GetStatusRequest {
}

/**
 * No field: the state of everything.
 */
export interface GetStatusRequest__Output {
}
