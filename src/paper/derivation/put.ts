/** What an equation put to use in a step consists of. */
import { zero } from "../../math/expr/build";
import type { Premise } from "../../math/expr/claim";
import type { Earlier, Places } from "./earlier";
import type { Equation } from "./eliminate";
import type { Reading, Use } from "./paper";
import { citedIn, type Scope } from "./reach";
import { rewrite } from "./rewrite";

/** Without what goes with it. */
export type Put = Omit<Use, "beside">;

/** The readings with the equation put in; undefined where it does not occur, or makes a whole side vanish that the step does not say vanishes. */
export function inserted(
  equation: Equation,
  readings: readonly Reading[],
): readonly Reading[] | undefined {
  const changed = readings.map(({ left, right }) => ({
    left: rewrite(left, equation),
    right: rewrite(right, equation),
  }));
  const isSame = changed.every(
    ({ left, right }, i) => left === readings[i]?.left && right === readings[i]?.right,
  );
  return isSame || changed.some((put, i) => isEmptied(put, readings[i])) ? undefined : changed;
}

const isEmptied = (put: Reading, before: Reading | undefined): boolean =>
  hasZeroSide(put) && before !== undefined && !hasZeroSide(before);

const hasZeroSide = ({ left, right }: Reading): boolean => left === zero || right === zero;

export const isCited = ({ labels }: Earlier, { page, statement }: Scope): boolean =>
  labels.some((label) => page.cites.includes(label) || citedIn(statement).includes(label));

/** In the derivation of a statement, or in its paragraph. */
export const isNear = (other: Earlier, { page, derivation }: Scope): boolean =>
  other.derivation === derivation ||
  other.display === page.at ||
  (other.paragraph === page.display.paragraph && other.section === page.section);

/** An equation written a second time is no better known than before. */
export const isSaidAgain = (one: Reading, other: Equation): boolean =>
  (one.left === other.left && one.right === other.right) ||
  (one.left === other.right && one.right === other.left);

/** Equations as one premise. */
export function said(equations: readonly Earlier[], places: Places): Premise {
  const latex = equations.map((other) => other.latex).join(", ");
  const premise: Premise = { id: "stated", name: latex, latex, source: "stated", facts: [] };
  const [first] = equations;
  if (first) places.set(premise, first.where);
  return premise;
}
