// Random messages of any type that a .proto file describes, and damage to the bytes of good ones.
import { loadSync } from '@grpc/proto-loader';
import { join } from 'node:path';

const includeDirs = [join(import.meta.dirname, '../../proto')];
const FILES = ['filigree/v1/worker.proto', 'filigree/v1/control.proto', 'grpc/health/v1/health.proto'];

/** All services and types of the .proto files. */
export const definitions = loadSync(FILES, { includeDirs, longs: Number, enums: String, defaults: true });

const TEXTS = [
  '',
  'x',
  'honest-1',
  'neo4j',
  'ollama',
  'completed',
  'pending',
  'stats',
  'query',
  'company',
  '{"text":"SELECT * FROM sqlite_master"}',
  '{"name":"Fiction"}',
  '../../../../etc/passwd',
  '/',
  'constructor',
  '__proto__',
  'a\nb\0c\u001b[2J\u202e\u2028',
  '\u{1f600}'.repeat(41),
  '2010-02-30',
  '0009999101-10-000029',
];
const NUMBERS = [0, 1, 2, 3, 127, 255, 4096, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 63];
const DOUBLES = [0, -1, 0.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -1e308];
const SIGNED = new Set(['TYPE_SINT32', 'TYPE_INT32', 'TYPE_SINT64', 'TYPE_INT64']);

/** `known.tokens` are tokens of leases, which random numbers never meet. */
export function makeMessages(random, known = { tokens: [] }) {
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];

  const text = () => {
    const kind = random();
    if (kind < 0.6) return pick(TEXTS);
    if (kind < 0.95) return String.fromCharCode(...Array.from({ length: below(40) }, () => 32 + below(400)));
    return pick(TEXTS)
      .slice(0, 2)
      .repeat(2 ** below(19));
  };
  const number = () => {
    if (known.tokens.length > 0 && random() < 0.4) return pick(known.tokens);
    return random() < 0.7 ? pick(NUMBERS) : below(2 ** 20);
  };
  const bytes = () => Buffer.from(Array.from({ length: random() < 0.9 ? below(64) : below(20_000) }, () => below(256)));

  const scalar = (type) => {
    if (type === 'TYPE_STRING') return text();
    if (type === 'TYPE_BYTES') return bytes();
    if (type === 'TYPE_BOOL') return random() < 0.5;
    if (type === 'TYPE_DOUBLE' || type === 'TYPE_FLOAT') return random() < 0.5 ? pick(DOUBLES) : random() * 1000;
    if (SIGNED.has(type)) return pick([-101, -1, 0, 1, 100, 2 ** 31 - 1, -(2 ** 31)]);
    return number();
  };

  const find = (scope, typeName) => {
    const name = typeName.replace(/^\./, '');
    const nested = scope.nestedType?.find((one) => one.name === name.split('.').at(-1));
    return nested ?? definitions[name]?.type ?? definitions[`filigree.v1.${name}`]?.type;
  };

  // Long lists in long lists would take longer to write than to refuse.
  let budget = 0;
  const fill = (type, depth) => {
    const message = {};
    const density = pick([0.1, 0.4, 0.9]);
    for (const field of type.field) {
      if (random() > density || budget <= 0) continue;
      budget -= 1;
      const one = () => {
        if (field.type === 'TYPE_ENUM') return below(6);
        budget -= 1;
        if (field.type !== 'TYPE_MESSAGE') return scalar(field.type);
        const inner = find(type, field.typeName);
        return inner === undefined || depth > 4 ? {} : fill(inner, depth + 1);
      };
      const inner = field.type === 'TYPE_MESSAGE' ? find(type, field.typeName) : undefined;
      if (inner?.options?.mapEntry) {
        const value = inner.field[1];
        const count = below(4);
        message[field.name] = Object.fromEntries(Array.from({ length: count }, () => [text(), scalar(value.type)]));
      } else if (field.label === 'LABEL_REPEATED') {
        message[field.name] = Array.from({ length: random() < 0.97 ? below(4) : below(6000) }, one);
      } else message[field.name] = one();
    }
    return message;
  };

  return {
    below,
    pick,
    text,
    bytes,
    /** A message of the type, e.g. `filigree.v1.WorkerFrame`. */
    message: (name) => {
      budget = 8_000;
      return fill(definitions[name].type, 0);
    },
    /** Some bytes flipped, left out, doubled or cut off. */
    damage(good) {
      let result = Buffer.from(good);
      for (let changes = 1 + below(4); changes > 0; changes--) {
        const at = below(result.length + 1);
        const kind = below(4);
        if (kind === 0) result = Buffer.concat([result.subarray(0, at), result.subarray(at + below(9))]);
        else if (kind === 1) result = Buffer.concat([result.subarray(0, at), bytes(), result.subarray(at)]);
        else if (kind === 2) result = Buffer.from(result.subarray(0, at));
        else if (result.length > 0) result[below(result.length)] = below(256);
      }
      return result;
    },
  };
}

/** The bytes of a random message; null where it cannot be written down. */
export function encoded(serialize, message) {
  try {
    return Buffer.from(serialize(message));
  } catch {
    return null;
  }
}
