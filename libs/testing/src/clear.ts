/** What a client in the clear shows a coordinator on loopback: no credential. */
export const CLEAR = {
  tlsCert: undefined,
  tlsKey: undefined,
  tlsCa: undefined,
  tokenFile: undefined,
  insecure: false,
} as const;
