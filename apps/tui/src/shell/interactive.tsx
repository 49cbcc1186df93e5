import type { WriteStream, ReadStream } from 'node:tty';
import { render } from 'ink';
import type { Clock, Random } from '@filigree/base';
import type { ControlClient } from '@filigree/protocol';
import { initialState } from '../ui/state.ts';
import type { Effect, Message, State } from '../ui/state.ts';
import { update } from '../ui/update.ts';
import { frame, pageRows } from '../view/frame.ts';
import { followCoordinator, pause } from './follow-coordinator.ts';
import { makeCanvas } from './canvas.ts';
import { makePainter } from './painter.ts';
import { makePerformer } from './perform.ts';
import { Screen } from './screen.tsx';
import { takeTerminal } from './terminal.ts';

// Ages and stopwatches move on although nothing comes.
const TICK_MS = 1000;

/** Shows the monitor until `q` or until `signal` aborts; the terminal is then as it was before. */
export async function runInteractive(options: {
  readonly client: ControlClient;
  readonly readOnly: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { client, readOnly, clock, random, stdin, stdout } = options;
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  options.signal.addEventListener('abort', end);
  if (options.signal.aborted) return;

  const now = (): number => clock.monotonicMs();
  const terminal = takeTerminal(stdout, () => {
    terminal.clear();
    canvas.forget();
    send({ type: 'resize', size: terminal.size() });
  });
  const canvas = makeCanvas(stdout, () => terminal.size());
  let state: State = initialState({ size: terminal.size(), place: client.place, readOnly });
  const performer = makePerformer(client, (message) => {
    send(message);
  });

  const perform = (effect: Effect): void => {
    if (effect.kind === 'quit') end();
    else void performer.perform(effect);
  };
  const send = (message: Message): void => {
    if (ending.signal.aborted) return;
    const next = update(state, message, now(), (at) => pageRows(at, now()));
    state = next.state;
    next.effects.forEach(perform);
    if (message.type === 'key' || message.type === 'resize') painter.touchForKey();
    else painter.touch();
  };
  const onKey = (name: string): void => {
    send({ type: 'key', name });
  };
  const screen = () => <Screen lines={frame(state, now())} onKey={onKey} />;
  // With `debug` Ink gives each frame to the canvas whole and at once; the pace is the painter's.
  const instance = render(screen(), {
    stdin,
    stdout: canvas.stream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const painter = makePainter(clock, stdout, () => {
    instance.rerender(screen());
  });

  try {
    await Promise.race([
      followCoordinator({
        client,
        ask: { facts: true, workerLog: '' },
        clock,
        random,
        signal: ending.signal,
        tell: (event) => {
          send({ type: 'monitor', event });
        },
      }),
      ticking(clock, ending.signal, () => {
        send({ type: 'tick' });
      }),
    ]);
  } finally {
    options.signal.removeEventListener('abort', end);
    end();
    painter.stop();
    performer.stop();
    instance.unmount();
    terminal.leave();
  }
}

async function ticking(clock: Clock, signal: AbortSignal, tick: () => void): Promise<void> {
  while (!signal.aborted) {
    await pause(clock, TICK_MS, signal);
    tick();
  }
}
