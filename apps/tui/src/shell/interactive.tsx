import type { WriteStream, ReadStream } from 'node:tty';
import { render } from 'ink';
import type { Clock, Random } from '@filigree/base';
import type { ControlClient } from '@filigree/protocol';
import { initialState } from '../ui/state.ts';
import type { Effect, Message, State } from '../ui/state.ts';
import { update } from '../ui/update.ts';
import { lineAnsi } from '../view/ansi.ts';
import { frame, pageRows } from '../view/frame.ts';
import { followCoordinator, pause } from './follow-coordinator.ts';
import { makeCanvas } from './canvas.ts';
import { makeIntake } from './intake.ts';
import { makePainter } from './painter.ts';
import { makePerformer } from './perform.ts';
import { nowhere, Screen } from './screen.tsx';
import { takeTerminal } from './terminal.ts';

// Ages and stopwatches move on although nothing comes.
const TICK_MS = 1000;

/** Shows the monitor until `q` or until `signal` aborts; the terminal is then as it was before. */
export async function runInteractive(options: {
  readonly client: ControlClient;
  readonly readOnly: boolean;
  /** False leaves bold and reverse. */
  readonly colours: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { client, readOnly, colours, clock, random, stdin, stdout } = options;
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
  const canvas = makeCanvas(stdout);
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
  const draw = (lines: readonly string[]): void => {
    canvas.draw(lines);
  };
  const screen = () => {
    const lines = frame(state, now()).map((row) => lineAnsi(row, colours));
    return <Screen lines={lines} draw={draw} onKey={onKey} />;
  };
  const instance = render(screen(), {
    stdin,
    stdout: nowhere(),
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const painter = makePainter(clock, stdout, () => {
    instance.rerender(screen());
  });
  const intake = makeIntake(clock, (event) => {
    send({ type: 'monitor', event });
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
          intake.take(event);
        },
      }),
      ticking(clock, ending.signal, () => {
        send({ type: 'tick' });
      }),
    ]);
  } finally {
    options.signal.removeEventListener('abort', end);
    end();
    intake.stop();
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
