/** Strings by small numbers, given explicitly so that replay and snapshot agree whatever their order. 0 is nothing. */
export class Interned {
  readonly #names: (string | undefined)[] = [undefined];
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#names.length - 1;
  }

  /** The number of `name`, or 0. */
  number(name: string): number {
    return this.#numbers.get(name) ?? 0;
  }

  name(number: number): string {
    return this.#names[number] ?? '';
  }

  /** The number that the next new name gets. */
  get next(): number {
    return this.#names.length;
  }

  set(number: number, name: string): void {
    while (this.#names.length <= number) this.#names.push(undefined);
    this.#names[number] = name;
    this.#numbers.set(name, number);
  }
}
