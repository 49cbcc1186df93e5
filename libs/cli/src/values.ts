import { FiligreeError } from '@filigree/base';
import { nearest, orList } from './nearest.ts';

/** Turns the text of a flag or an environment variable into a value. `place` names it in errors: `--year` or `LISTEN`. */
export type Reader<T> = (text: string, place: string) => T;

/** A network address as the user gave it; `0` lets the system choose the port. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** Which graph store: an embedded file or the Neo4j of the environment. */
export type GraphTarget = { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'neo4j' };

/** The error of a wrong value: names the place, the value and what was expected. */
export function wrongValue(place: string, value: string, expected: string, remedy?: string): FiligreeError {
  return new FiligreeError('USAGE', `${place} is '${value}', expected ${expected}`, {
    remedy: remedy ?? `give ${place} ${expected}`,
  });
}

/** Any text but the empty one. */
export const readText: Reader<string> = (text, place) => {
  if (text.trim() === '') throw wrongValue(place, text, 'some text');
  return text;
};

/** A name that others see: what a coordinator would refuse for good (docs/protocol.md, Limits) is refused here at once. */
export const readName: Reader<string> = (text, place) => {
  if (text.trim() !== '' && text.length <= 128 && !/\p{Cc}/u.test(text)) return text;
  throw wrongValue(place, text.slice(0, 40), 'one line of text, of 128 characters at most');
};

/** A whole number from `least` to `most`. */
export function readInteger(least: number, most: number, what: string, example: string): Reader<number> {
  return (text, place) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) throw wrongValue(place, text, what, `give one such as ${place} ${example}`);
    return value;
  };
}

/** One word of a fixed list; the nearest is named when another is given. */
export function readChoice<const T extends string>(choices: readonly T[]): Reader<T> {
  return (text, place) => {
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    const guess = nearest(text, choices);
    throw wrongValue(
      place,
      text,
      orList(choices),
      guess === null ? `give ${place} ${choices[0] ?? ''}` : `did you mean ${guess}?`,
    );
  };
}

/** true, 1, yes, on; false, 0, no, off. For switches that come from the environment. */
export const readSwitch: Reader<boolean> = (text, place) => {
  if (/^(true|1|yes|on)$/i.test(text)) return true;
  if (/^(false|0|no|off)$/i.test(text)) return false;
  throw wrongValue(place, text, 'true or false');
};

/** A calendar day, YYYY-MM-DD. */
export const readDate: Reader<string> = (text, place) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isRealDay(text))
    throw wrongValue(place, text, 'a date YYYY-MM-DD', `give one such as ${place} 2010-06-30`);
  return text;
};

function isRealDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** HOST, HOST:PORT, [V6]:PORT; a bare HOST gets `defaultPort`. */
export function readHostPort(defaultPort: number): Reader<HostPort> {
  return (text, place) => {
    const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/[\]]+))(?::(\d{1,5}))?$/.exec(text);
    const port = match?.[3] === undefined ? defaultPort : Number(match[3]);
    const host = match?.[1] ?? match?.[2];
    if (host === undefined || port > 65535) {
      throw wrongValue(
        place,
        text,
        'HOST or HOST:PORT with a port up to 65535',
        `give one such as ${place} 127.0.0.1:${String(defaultPort)}`,
      );
    }
    return { host, port };
  };
}

/** HOST:PORT, or `off` for none. */
export function readHostPortOrOff(defaultPort: number): Reader<HostPort | null> {
  const readAddress = readHostPort(defaultPort);
  return (text, place) => (text === 'off' ? null : readAddress(text, place));
}

/** `sqlite:FILE`, a bare FILE, or `neo4j`. */
export const readGraph: Reader<GraphTarget> = (text, place) => {
  if (text === 'neo4j') return { kind: 'neo4j' };
  const file = text.startsWith('sqlite:') ? text.slice('sqlite:'.length) : text;
  const isScheme = /^[a-z0-9+]{2,}:/i.test(file);
  if (file === '' || isScheme || (text === file && nearest(text, ['neo4j', 'sqlite']) !== null)) {
    throw wrongValue(
      place,
      text,
      'sqlite:FILE or neo4j',
      `give ${place} sqlite:.filigree/graph.db, or neo4j with NEO4J_URI set`,
    );
  }
  return { kind: 'sqlite', file };
};

/** A central index key, up to ten digits; returned with leading zeros, ten digits. */
export const readCik: Reader<string> = (text, place) => {
  if (!/^\d{1,10}$/.test(text))
    throw wrongValue(place, text, 'a CIK of up to ten digits', `give one such as ${place} 1087711`);
  return text.padStart(10, '0');
};

/** An http or https address, without a trailing slash. */
export const readUrl: Reader<string> = (text, place) => {
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw wrongValue(place, text, 'an address that begins with http:// or https://');
  return text.replace(/\/+$/, '');
};

/** The address as a client or a person writes it. */
export function formatHostPort(address: HostPort): string {
  return address.host.includes(':')
    ? `[${address.host}]:${String(address.port)}`
    : `${address.host}:${String(address.port)}`;
}

/** The graph as `--graph` takes it. */
export function formatGraph(graph: GraphTarget): string {
  return graph.kind === 'neo4j' ? 'neo4j' : `sqlite:${graph.file}`;
}
