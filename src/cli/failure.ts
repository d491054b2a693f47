/** What goes wrong at the door: bad usage, unreadable input. Exit code 2, nothing half-written. */
export class Failure extends Error {
  readonly remedy: string;
  constructor(what: string, remedy: string) {
    super(what);
    this.remedy = remedy;
  }
}
