/** What could not be read of a manuscript, said so that its author can act. */
export interface Problem {
  readonly file: string;
  /** Counted from 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly what: string;
  readonly remedy: string;
}
