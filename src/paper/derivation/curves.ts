/** “$C$ is the unit circle”, “a circle $C$ of radius $R$ about $a$”, “$C$ is the circle $|z| = R$”. */
import { negate, one, sum, zero } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import type { ProsePiece } from "../latex/manuscript";
import type { Context } from "../notation/context";
import { chainOf } from "./chain";
import { readOne } from "./membership";
import { type ProseFormula, wordsIn } from "./proseFormula";

export interface Curve {
  readonly facts: readonly Fact[];
  /** The formulas it is said with. */
  readonly formulas: readonly ProseFormula[];
}

/** A circle that the formula at `i` names. */
export function curveIn(
  sentence: readonly ProsePiece[],
  i: number,
  context: Context,
): Curve | undefined {
  const piece = sentence[i];
  const words = (at: number): string => wordsIn(sentence[at]);
  const formula = (at: number): ProseFormula | undefined => {
    const found = sentence[at];
    return found?.kind === "math" ? found : undefined;
  };
  const read = (at: number): Expr | undefined => {
    const nodes = formula(at)?.nodes;
    return nodes && readOne(nodes, context);
  };
  const [before, after] = [words(i - 1), words(i + 1)];
  if (piece?.kind !== "math" || !/circle/i.test(before + after)) return undefined;
  if (otherwise.test(sentence.map((_, at) => words(at)).join(" "))) return undefined;
  const name = readOne(piece.nodes, context);
  if (name?.kind !== "symbol") return undefined;
  const circle = (
    centre: Expr,
    radius: Expr,
    ...more: readonly (ProseFormula | undefined)[]
  ): Curve => ({
    facts: [{ kind: "property", property: "circle", of: [name, centre, radius] }],
    formulas: [piece, ...more.flatMap((one) => one ?? [])],
  });
  if (unitAfter.test(after) || (unitBefore.test(before) && !about.test(after)))
    return circle(zero, one);
  const second = formula(i + 2);
  if (!second) return undefined;
  if (ofRadius.test(after) || (circleBefore.test(before) && radiusOnly.test(after))) {
    const radius = read(i + 2);
    if (!radius) return undefined;
    const rest = words(i + 3);
    if (aboutOrigin.test(rest)) return circle(zero, radius, second);
    const centre = aboutName.test(rest) ? read(i + 4) : undefined;
    return centre && circle(centre, radius, second, formula(i + 4));
  }
  if (!isCircle.test(after)) return undefined;
  const found = equationOf(second, context);
  return found && circle(found.centre, found.radius, second);
}

const turned = "(?:positively oriented |counter-?clockwise |anti-?clockwise |closed )?";
/** A part of a circle, and one passed through the other way. */
const otherwise =
  /\b(half|arc|semi-?circle|quarter|upper|lower|negatively|indented)\b|(?<!counter-?|anti-?)\bclockwise\b/i;
const is = "^\\s*(?:is|be|denotes|stands for|runs along|,)\\s+(?:taken (?:as|to be) )?(?:the|an?) ";
const unitAfter = new RegExp(
  `${is}${turned}unit circle\\b(?! (?:about|around|cent(?:er|re)d))|${is}${turned}unit circle (?:about|around|cent(?:er|re)d (?:at|on)) (?:the origin|zero)`,
  "i",
);
const unitBefore = /\bunit circle,?\s*$/i;
const circleBefore = /\bcircle\s*$/i;
const ofRadius = new RegExp(`${is}${turned}circle (?:of|with) radius\\s*$`, "i");
const radiusOnly = /^\s*(?:of|with) radius\s*$/i;
const about = /^\s*(?:around|about|cent(?:er|re)d|with cent(?:er|re))/i;
const aboutOrigin = /^\s*(?:around|about|cent(?:er|re)d (?:at|on|about)) (?:the origin|zero)\b/i;
const aboutName =
  /^\s*(?:around|about|cent(?:er|re)d (?:at|on|about)|with cent(?:er|re))\s*(?:the point )?$/i;
const isCircle = new RegExp(`${is}${turned}circle\\s*$`, "i");

/** |z| = R, |z − a| = R. */
function equationOf(
  { nodes }: ProseFormula,
  context: Context,
): { readonly centre: Expr; readonly radius: Expr } | undefined {
  const { sides, joints } = chainOf(nodes);
  if (joints.length !== 1 || joints[0]?.relation !== "=") return undefined;
  const [left, radius] = sides.map((side) => readOne(side, context));
  const place = left?.kind === "function" && left.name === "abs" ? left.args[0] : undefined;
  if (!place || !radius) return undefined;
  const centre = place.kind === "sum" ? negate(sum(...place.terms.slice(1))) : zero;
  const from = place.kind === "sum" ? place.terms[0] : place;
  return from?.kind === "symbol" ? { centre, radius } : undefined;
}
