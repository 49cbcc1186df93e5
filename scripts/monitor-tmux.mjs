// Programs in real terminals, by tmux: started at a size, given keys, and read as text.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A tmux server of its own; `close` ends it and all that runs in it, and may be called twice. */
export function openTerminals(name) {
  // A server that was told to end is still there for a moment: another one must not get its name.
  const directory = mkdtempSync(join(tmpdir(), `${name}-`));
  const socket = join(directory, 'socket');
  const tmux = (...args) => execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });
  let isOpen = false;
  return {
    /** Starts `argv` in a terminal of this size. */
    start(session, { columns, rows }, argv, env = {}) {
      const quoted = argv.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
      const settings = Object.entries(env).map(([key, value]) => `${key}='${value}'`);
      tmux(
        'new-session',
        '-d',
        '-s',
        session,
        '-x',
        `${columns}`,
        '-y',
        `${rows}`,
        `exec env -u CI ${settings.join(' ')} ${quoted}`,
      );
      tmux('set-option', '-t', session, 'status', 'off');
      isOpen = true;
    },
    /** Presses keys, by tmux' names. */
    press(session, ...keys) {
      for (const key of keys) tmux('send-keys', '-t', session, key);
    },
    resize(session, { columns, rows }) {
      tmux('resize-window', '-t', session, '-x', `${columns}`, '-y', `${rows}`);
    },
    /** What the terminal shows; with `styles`, as a terminal would be told to show it. */
    capture(session, styles = false) {
      return tmux('capture-pane', '-p', ...(styles ? ['-e'] : []), '-t', session);
    },
    /** Resolves to what the terminal shows once `test` holds for it. */
    async waitFor(session, what, test, timeoutMs = 240_000) {
      const endMs = performance.now() + timeoutMs;
      for (;;) {
        const text = this.capture(session);
        if (test(text)) return text;
        if (performance.now() > endMs) throw new Error(`${session} does not show ${what}:\n${text}`);
        await sleep(100);
      }
    },
    close() {
      if (isOpen) tmux('kill-server');
      isOpen = false;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
