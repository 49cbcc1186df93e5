const HTTP2_CANCEL = 8;

interface InterceptedCall {
  /** Of a handler's call: the call below it. */
  readonly call?: InterceptedCall;
  /** Of an interceptor: the call below it. */
  readonly nextCall?: InterceptedCall;
  /** Of the lowest: the HTTP/2 stream. */
  readonly stream?: { close(code: number): void };
}

/**
 * Ends a call whose other side does not read. A status would wait behind what is not read, for ever, and grpc-js has no public
 * way to reset a stream: this walks down to it. The handler's call is told `cancelled`.
 */
export function resetCall(call: object): void {
  let at: InterceptedCall | undefined = call;
  while (at !== undefined) {
    if (at.stream !== undefined) {
      at.stream.close(HTTP2_CANCEL);
      return;
    }
    at = at.call ?? at.nextCall;
  }
}
