export interface Terminals {
  start(
    session: string,
    size: { readonly columns: number; readonly rows: number },
    argv: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): void;
  press(session: string, ...keys: readonly string[]): void;
  resize(session: string, size: { readonly columns: number; readonly rows: number }): void;
  capture(session: string, styles?: boolean): string;
  waitFor(session: string, what: string, test: (text: string) => boolean, timeoutMs?: number): Promise<string>;
  close(): void;
}

/** Programs in real terminals, by tmux. */
export function openTerminals(name: string): Terminals;
