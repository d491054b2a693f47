/** One timer a name; setting it anew forgets the one before. */
export class Timers {
  readonly #running = new Map<string, ReturnType<typeof setTimeout>>();

  set(name: string, ms: number, act: () => void): void {
    this.clear(name);
    this.#running.set(name, setTimeout(act, ms));
  }

  clear(name: string): void {
    clearTimeout(this.#running.get(name));
    this.#running.delete(name);
  }
}
