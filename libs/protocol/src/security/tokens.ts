import { createHash, timingSafeEqual } from 'node:crypto';
import { FiligreeError } from '@filigree/base';
import { ROLES } from './access.ts';
import type { Role } from './access.ts';

interface KnownToken {
  readonly role: Role;
  readonly digest: Buffer;
}

const MIN_TOKEN_CHARS = 16;
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Tokens that a coordinator accepts. Compared by digest in constant time. */
export interface TokenTable {
  /** The role of a token; null for an unknown one. */
  roleOf(token: string): Role | null;
}

/**
 * Reads a token file of a coordinator: one token a line, before it its role and a space (`worker 9f3c...`); a line
 * without a role is an operator's and a worker's alike. Errors: USAGE naming file and line.
 */
export function parseTokens(text: string, file: string): TokenTable {
  const known: KnownToken[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const words = line.trim().split(/\s+/);
    if (words[0] === '' || words[0]!.startsWith('#')) return;
    const token = words.at(-1)!;
    const role = words.length === 1 ? 'coordinator' : ROLES.find((name) => name === words[0]);
    if (role === undefined || words.length > 2) {
      throw new FiligreeError('USAGE', `${file}:${index + 1}: expected ROLE TOKEN with a role of ${ROLES.join(', ')}`, {
        remedy: 'correct the line',
      });
    }
    if (token.length < MIN_TOKEN_CHARS) {
      throw new FiligreeError(
        'USAGE',
        `${file}:${index + 1}: a token of ${token.length} characters, expected at least ${MIN_TOKEN_CHARS}`,
        {
          remedy: 'make one with `openssl rand -hex 32`',
        },
      );
    }
    known.push({ role, digest: digestOf(token) });
  });
  if (known.length === 0)
    throw new FiligreeError('USAGE', `${file} holds no token`, { remedy: 'make one with `openssl rand -hex 32`' });
  return {
    roleOf(token) {
      const digest = digestOf(token);
      let role: Role | null = null;
      for (const entry of known) if (timingSafeEqual(entry.digest, digest)) role ??= entry.role;
      return role;
    },
  };
}

/** The token of a client's file: its last word, so that a line of the coordinator's file serves both. */
export function clientToken(text: string): string {
  return (
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .find((line) => line !== '' && !line.startsWith('#'))
      ?.split(/\s+/)
      .at(-1) ?? ''
  );
}
