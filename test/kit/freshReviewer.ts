/** A reviewer with the usual settings, for tests and benches. */
import { Reviewer } from "../../src/review/reviewer";

export const freshReviewer = (macros: string | Readonly<Record<string, string>> = {}): Reviewer =>
  new Reviewer({ conventions: {}, assume: [], macros, search: true, seed: 1, version: "test" });
