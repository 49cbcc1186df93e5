import { Client, Metadata, credentials, status } from '@grpc/grpc-js';
import type { ChannelCredentials } from '@grpc/grpc-js';
import { guardedPaths } from '@filigree/protocol';
import type { KeyPairPem } from '../../src/certs/authority.ts';

/** How a call went: ANSWERED when the handler was reached and a message came, else the name of its status. */
export type Outcome = 'ANSWERED' | keyof typeof status;

const LIMIT_MS = 60_000;
const raw = (bytes: Buffer): Buffer => bytes;

/** TLS as a caller without our client library would do it; without a pair it shows no certificate. */
export function tls(authority: { readonly certificate: string }, pair?: KeyPairPem): ChannelCredentials {
  return credentials.createSsl(
    Buffer.from(authority.certificate),
    pair === undefined ? null : Buffer.from(pair.privateKey),
    pair === undefined ? null : Buffer.from(pair.certificate),
  );
}

/**
 * Calls the RPC at `path` on a connection of its own with one message, empty unless given. On the wire a stream of one
 * message is a unary call as well, so one way of calling tries them all.
 */
export function callRaw(
  address: string,
  channel: ChannelCredentials,
  path: string,
  options: { readonly token?: string; readonly message?: Uint8Array } = {},
): Promise<Outcome> {
  const client = new Client(address, channel, {
    'grpc.use_local_subchannel_pool': 1,
    'grpc.max_send_message_length': -1,
    'grpc.enable_retries': 0,
  });
  const metadata = new Metadata();
  if (options.token !== undefined) metadata.set('authorization', `Bearer ${options.token}`);
  return new Promise((resolve) => {
    const call = client.makeBidiStreamRequest(path, raw, raw, metadata, { deadline: Date.now() + LIMIT_MS });
    const finish = (outcome: Outcome): void => {
      call.cancel();
      client.close();
      resolve(outcome);
    };
    call.on('data', () => {
      finish('ANSWERED');
    });
    call.on('error', () => undefined);
    call.on('status', ({ code }) => {
      finish(status[code] as Outcome);
    });
    call.write(Buffer.from(options.message ?? []));
    call.end();
  });
}

// An AskGraphRequest with question "stats", which who may look may ask; to every other RPC an empty message is sent.
const ASK_STATS = Buffer.from('\n\u0005stats');

/** The outcome of each RPC in turn. */
export async function callEach(
  address: string,
  channel: ChannelCredentials,
  token?: string,
): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const path of guardedPaths()) {
    const message = path.endsWith('/AskGraph') ? { message: ASK_STATS } : {};
    outcomes[path] = await callRaw(address, channel, path, token === undefined ? message : { token, ...message });
  }
  return outcomes;
}

/** What is expected of each RPC: the same. */
export function eachIs(outcome: Outcome): Record<string, Outcome> {
  return Object.fromEntries(guardedPaths().map((path) => [path, outcome]));
}

const WORKER = ['WorkerService/Work', 'WorkerService/ReadFiling'];
const READ = ['GetStatus', 'Watch', 'Wait', 'ListJobs', 'GetJob', 'DumpGraph', 'AskGraph'];
const CHANGE = ['Submit', 'Retry', 'Cancel', 'Pause', 'Resume', 'Drain', 'Clear'];
const control = (methods: readonly string[]): string[] => methods.map((method) => `ControlService/${method}`);

/** Said a second time, in other words than the table that is tested: what each role may do beyond health and reflection. */
export const MAY: Readonly<Record<string, readonly string[]>> = {
  worker: WORKER,
  viewer: control(READ),
  operator: control([...READ, ...CHANGE]),
  coordinator: [...WORKER, ...control([...READ, ...CHANGE])],
};

/** The RPCs that `role` must be refused, of all there are. */
export function forbiddenTo(role: string): string[] {
  return guardedPaths().filter(
    (path) => path.startsWith('/filigree.v1.') && !MAY[role]!.includes(path.slice('/filigree.v1.'.length)),
  );
}
