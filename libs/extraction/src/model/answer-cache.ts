import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Question, Reply } from './types.ts';

/** Answers on disk, by model digest and the whole question, so that a second run of a filing asks nothing. */
export interface AnswerCache {
  get(digest: string, question: Question): Promise<Reply | null>;
  put(digest: string, question: Question, reply: Reply): Promise<void>;
}

interface Stored {
  readonly text: string;
  readonly outcome: Reply['outcome'];
}

/**
 * A cache in `directory`, one small file an answer in 256 folders. Several processes may share it: a file appears whole,
 * by rename. What cannot be read counts as absent, and what cannot be written is not kept: a cache never fails a job.
 */
export function makeAnswerCache(directory: string): AnswerCache {
  const pathOf = (digest: string, question: Question): { folder: string; path: string } => {
    const key = createHash('sha256')
      .update(JSON.stringify([digest, question.system, question.user, question.schema, question.maxOutputTokens]))
      .digest('hex');
    const folder = join(directory, key.slice(0, 2));
    return { folder, path: join(folder, `${key.slice(2)}.json`) };
  };
  return {
    async get(digest, question) {
      try {
        const stored = JSON.parse(await readFile(pathOf(digest, question).path, 'utf8')) as Stored;
        if (typeof stored.text !== 'string') return null;
        return {
          text: stored.text,
          outcome: stored.outcome,
          promptTokens: 0,
          outputTokens: 0,
          elapsedMs: 0,
          cached: true,
        };
      } catch {
        return null;
      }
    },
    async put(digest, question, reply) {
      // A timeout says nothing of the question; it may go well next time.
      if (reply.outcome === 'timeout') return;
      const { folder, path } = pathOf(digest, question);
      const draft = `${path}.${randomUUID()}`;
      const stored: Stored = { text: reply.text, outcome: reply.outcome };
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, JSON.stringify(stored));
        await rename(draft, path);
      } catch {
        return;
      }
    },
  };
}
