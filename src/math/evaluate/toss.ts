/** A coin for each name: of two branches that will do, samples take sometimes the one, sometimes the other. */
import type { Scope } from "./scope";

/** True in about half of all samples, and the same for one name wherever it stands in a sample. */
export const toss = <E>(scope: Scope<E>, name: string): boolean =>
  (scope.field.integer(scope.draw(`${name} ?`, "natural")) ?? 0) % 2 === 1;
