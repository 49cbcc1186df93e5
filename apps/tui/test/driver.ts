import { initialState } from '../src/ui/state.ts';
import type { Effect, Message, Size, State } from '../src/ui/state.ts';
import { update } from '../src/ui/update.ts';
import { frame, pageRows } from '../src/view/frame.ts';
import { lineText } from '../src/view/line.ts';
import type { WatchUpdateView } from '@filigree/protocol';

/** A monitor without a terminal: messages in, effects and text out. */
export class Driver {
  state: State;
  nowMs = 1000;
  readonly effects: Effect[] = [];

  constructor(options: { readonly size?: Size; readonly readOnly?: boolean } = {}) {
    const { size = { columns: 120, rows: 40 }, readOnly = false } = options;
    this.state = initialState({ size, place: '127.0.0.1:50051', readOnly });
  }

  send(message: Message): this {
    const next = update(this.state, message, this.nowMs, (state) => pageRows(state, this.nowMs));
    this.state = next.state;
    this.effects.push(...next.effects);
    return this;
  }

  hear(changed: WatchUpdateView): this {
    return this.send({ type: 'monitor', event: { type: 'update', update: changed } });
  }

  press(...names: readonly string[]): this {
    for (const name of names) this.send({ type: 'key', name });
    return this;
  }

  /** Lets time pass, with the tick that comes once a second. */
  wait(ms: number): this {
    this.nowMs += ms;
    return this.send({ type: 'tick' });
  }

  /** The effects since the last call. */
  take(): Effect[] {
    return this.effects.splice(0);
  }

  lines(): string[] {
    return frame(this.state, this.nowMs).map(lineText);
  }

  text(): string {
    return this.lines().join('\n');
  }
}
