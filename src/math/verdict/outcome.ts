/** What sampling found about two sides, before anything is decided from it. */
import type { Expr } from "../expr/node";
import type { Shown } from "../expr/shown";
import type { Sides } from "./plusMinus";
import type { OpenReason } from "./verdict";

export interface Holds {
  readonly kind: "holds";
  /** Chance that exact arithmetic agreed by accident; undefined: no exact proof. */
  readonly error: number | undefined;
  readonly points: number;
  readonly digits: number;
  /** Samples where a side is no real number were left out. */
  readonly realOnly?: boolean;
  /** It holds of integrals as linear functionals; the integrals themselves were not done. */
  readonly formal?: boolean;
  /** What was compared, where it was not the sides as written. */
  readonly sides?: Sides;
}

export interface Differs {
  readonly kind: "differs";
  readonly values: Readonly<Record<string, Shown>>;
  readonly left: Shown;
  readonly right: Shown;
}

export interface Undecided {
  readonly kind: "undecided";
  readonly why: OpenReason;
  readonly detail: string;
}

export type Outcome = Holds | Differs | Undecided;

/** The claim that was compared. */
export const asHeld = <C extends { readonly left: Expr; readonly right: Expr }>(
  claim: C,
  { sides }: Holds,
): C => (sides ? { ...claim, left: sides[0], right: sides[1] } : claim);

export const undecided = (why: OpenReason, detail: string): Undecided => ({
  kind: "undecided",
  why,
  detail,
});

/** A claim that splits into several holds where all of them do. */
export function all(outcomes: Iterable<Outcome>): Outcome {
  let result: Holds | undefined;
  for (const outcome of outcomes) {
    if (outcome.kind !== "holds") return outcome;
    result = result ? weaker(result, outcome) : outcome;
  }
  return result ?? undecided("vacuous", "nothing was compared");
}

const weaker = (a: Holds, b: Holds): Holds => ({
  kind: "holds",
  error: a.error === undefined || b.error === undefined ? undefined : a.error + b.error,
  points: Math.min(a.points, b.points),
  digits: Math.min(a.digits, b.digits),
  ...(a.realOnly || b.realOnly ? { realOnly: true } : {}),
  ...(a.formal || b.formal ? { formal: true } : {}),
  ...(b.sides ? { sides: b.sides } : {}),
});
