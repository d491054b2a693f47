/** “By the equation of motion”: what the Lagrangian of the text says of its fields. */
import { zero } from "../../math/expr/build";
import type { Premise } from "../../math/expr/claim";
import { equationsOfMotion, type Motion } from "../../math/expr/eulerLagrange";
import type { Expr } from "../../math/expr/node";
import { some } from "../../math/expr/walk";
import { toLatex } from "../notation/toLatex";
import { type Past, type Places, premiseOf } from "./earlier";
import type { Named } from "./named";
import { knownIn } from "./pages";
import type { Reading, Use } from "./paper";
import type { Reach, Scope } from "./reach";
import type { StatedPremise } from "./stated";

/** The Euler–Lagrange equations of the Lagrangian nearest above; unsaid where the paragraph does not name them. */
export function lagrangianUses(
  { page }: Scope,
  readings: readonly Reading[],
  named: readonly Named[],
  reach: Reach,
  past: Past,
  places: Places,
  stated: readonly StatedPremise[],
): readonly Use[] {
  const said = named.filter(({ id }) => id === "equation-of-motion");
  if (said.some(({ denied }) => denied)) return [];
  const sides = readings.flatMap(({ left, right }) => [left, right]);
  const nearest = [
    ...past
      .recent()
      .filter((other) => knownIn(other.chapter, page.chapter))
      .map(
        (other): Source => ({
          at: other.display,
          from: other.steps,
          premise: premiseOf(other, places),
          last: other.steps.length > 1 ? other.equation?.right : undefined,
        }),
      ),
    ...stated.map(({ at, premise }): Source => ({ at, from: [], premise, last: undefined })),
  ]
    .filter(({ premise }) => lagrangianOf(premise) !== undefined)
    .sort((a, b) => a.at - b.at)
    .at(-1);
  const lagrangian = nearest && lagrangianOf(nearest.premise);
  if (!nearest || !lagrangian) return [];
  const movedBy = (side: Expr): readonly Motion[] =>
    equationsOfMotion(side).filter(({ field }) => isMoved(field, sides));
  const first = movedBy(lagrangian);
  // L = T − V = ½mẋ² − V(x) says with its last side how x moves.
  const moved = first.length === 0 && nearest.last ? movedBy(nearest.last) : first;
  if (moved.length === 0) return [];
  const from = moved === first ? nearest.from.slice(0, 1) : nearest.from;
  const latex = moved.map(({ vanishing }) => `${toLatex(vanishing)} = 0`).join(",\\ ");
  const premise: Premise = {
    id: "equation-of-motion",
    name: "the equation of motion",
    latex,
    source: said.length > 0 ? "stated" : "tacit",
    facts: moved.map(({ vanishing }) => ({ kind: "constraint", left: vanishing, right: zero })),
  };
  const where = places.get(nearest.premise);
  if (where) places.set(premise, where);
  const beside = reach.about(sides).filter((offer) => !offer.from || !from.includes(offer.from));
  return [{ premise, from, lenient: false, readings, beside }];
}

/** Where a Lagrangian is written out. */
interface Source {
  readonly at: number;
  readonly from: readonly string[];
  readonly premise: Premise;
  /** The last side of its chain. */
  readonly last: Expr | undefined;
}

/** The ℒ or L of a premise that writes it out. */
function lagrangianOf({ facts: [fact] }: Premise): Expr | undefined {
  const head = fact?.kind === "definition" ? fact.head : undefined;
  const name = head?.kind === "labelled" || head?.kind === "call" ? head.head : head;
  return fact?.kind === "definition" && name?.kind === "symbol" && /^[Lℒ]$/u.test(name.name)
    ? fact.body
    : undefined;
}

/** The step differentiates the field or its conjugate, so that an equation of motion can matter. */
function isMoved(field: Expr, sides: readonly Expr[]): boolean {
  const own = field.kind === "involution" ? field.operand : field;
  return sides.some(
    (side) => some(side, ({ kind }) => kind === "derivative") && some(side, (part) => part === own),
  );
}
