// Which proxy stands between this machine and an address, by the variables that say so. Loopback never has one: a proxy
// would look for it on its own machine.
import { BlockList, isIP } from 'node:net';
import { FiligreeError } from './errors.ts';
import { isIn, isLoopback, plainHost } from './loopback.ts';

/** A proxy, and the variable that names it. */
export interface Proxy {
  readonly url: URL;
  readonly variable: string;
  /** For messages, without its password: `http://proxy.example.com:3128 (HTTPS_PROXY)`. */
  readonly shown: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

// The first that is set counts.
const VARIABLES = {
  http: ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'],
  https: ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'],
  // Those that grpc-js reads.
  grpc: ['grpc_proxy', 'https_proxy', 'http_proxy'],
} as const;
const EXCEPTIONS = {
  http: ['no_proxy', 'NO_PROXY'],
  https: ['no_proxy', 'NO_PROXY'],
  grpc: ['no_grpc_proxy', 'no_proxy', 'NO_PROXY'],
} as const;

// Names below `localhost` lead here (RFC 6761), and an address "of any interface", as a target, is this machine too.
function isHere(host: string): boolean {
  const plain = plainHost(host);
  return isLoopback(plain) || plain.endsWith('.localhost') || plain === '0.0.0.0' || plain === '::';
}

// `host`, `.domain`, `*.domain`, an address or a range of them, each with or without `:port`; `*` means all. A name also
// stands for the names below it.
function isException(entry: string, host: string, port: number): boolean {
  if (entry === '*') return true;
  const range = /^(.+)\/(\d{1,3})$/.exec(entry);
  if (range !== null) {
    const [, net = '', bits = ''] = range;
    const version = isIP(net);
    if (version === 0 || Number(bits) > (version === 4 ? 32 : 128)) return false;
    const list = new BlockList();
    list.addSubnet(net, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
    return isIn(list, host);
  }
  const [, name = '', only] = /^(\[.+\]|[^:]*|[^:]*:.*:[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
  if (only !== undefined && Number(only) !== port) return false;
  const plain = plainHost(name.replace(/^\*?\./, ''));
  return plain !== '' && (host === plain || host.endsWith(`.${plain}`));
}

/**
 * The proxy on the way to an address, or null. For `grpc` what grpc-js can use, for the others also `https:` proxies.
 * Throws USAGE for a proxy of another kind (SOCKS) on the way of `http` and `https`.
 */
export function proxyFor(
  kind: keyof typeof VARIABLES,
  target: { readonly host: string; readonly port: number },
  env: Environment,
): Proxy | null {
  const variable = VARIABLES[kind].find((name) => (env[name] ?? '').trim() !== '');
  if (variable === undefined || isHere(target.host)) return null;
  const host = plainHost(target.host);
  const exceptions = EXCEPTIONS[kind]
    .flatMap((name) => (env[name] ?? '').split(/[\s,]+/))
    .filter((entry) => entry !== '');
  if (exceptions.some((entry) => isException(entry, host, target.port))) return null;
  const given = env[variable]!.trim();
  const address = kind === 'grpc' || given.includes('://') ? given : `http://${given}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (kind === 'grpc' && url?.protocol !== 'http:') return null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new FiligreeError('USAGE', `${variable} is ${shownAddress(url, given)}, expected http://HOST:PORT`, {
      remedy: `set it to an HTTP proxy, or NO_PROXY to ${target.host}`,
    });
  }
  return { url, variable, shown: `${url.protocol}//${url.host} (${variable})` };
}

function shownAddress(url: URL | null, given: string): string {
  return url === null ? JSON.stringify(given.replace(/^.*@/, '')) : `${url.protocol}//${url.host}`;
}
