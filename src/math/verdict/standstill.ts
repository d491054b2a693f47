/** Derivatives of things nobody said to vary: they vanish, and a claim must not lean on that. */

import { surveyed } from "../evaluate/survey";
import { fieldsIn } from "../evaluate/taylor/fieldsIn";
import { isPlace } from "../evaluate/taylor/targets";
import { product } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { By, Expr, Sym } from "../expr/node";
import { children, nodes, some, symbolsOf } from "../expr/walk";
import { partsOf } from "./facts";

/** The first operand in which nothing depends on anything, in the words "∂ of …"; undefined where all vary. */
export function standingStill(sides: readonly Expr[], facts: readonly Fact[]): Expr | undefined {
  const varying = new Set([
    ...surveyed(sides, facts).hidden,
    ...[...sides, ...facts.flatMap(partsOf)]
      .flatMap((part) => [...nodes(part)])
      .flatMap(differentiated),
    ...defined(facts),
  ]);
  for (const side of sides)
    for (const node of nodes(side))
      for (const { by, operand } of derivativesIn(node))
        if (hasSymbol(operand) && !someValue(operand, (part) => varies(part, by, varying)))
          return operand;
  return unsaidLength(sides, facts) ?? leftOut(sides, facts);
}

/** ∂_i(x_j/r): r may be the length of x. */
export function unsaidLength(sides: readonly Expr[], facts: readonly Fact[]): Expr | undefined {
  const all = sides.flatMap((side) => [...nodes(side)]);
  const known = (node: Expr) =>
    node.kind === "symbol" && node.name === "r" && node.type !== "scalar";
  if (all.some(known) || defined(facts).includes("r")) return undefined;
  for (const node of all)
    if (node.kind === "derivative" && node.by.kind !== "variable" && node.operand) {
      const radius = [...symbolsOf(node.operand)].find(isRadius);
      const place = radius && [...symbolsOf(node.operand)].some(isPlace);
      if (radius && place) return radius;
    }
  return undefined;
}

const isRadius = ({ name, type, role, dependsOn }: Sym): boolean =>
  name === "r" && type === "scalar" && role === undefined && !dependsOn;

/** ẋ² + ẏ² = r²φ̇² with x = r cos φ, |∂φ|² = ρ²(∂θ)² with φ = ρe^{iθ}: what changes x as φ does, and whose own change is left out. */
function leftOut(sides: readonly Expr[], facts: readonly Fact[]): Expr | undefined {
  const moving = new Set(
    sides
      .flatMap((side) => [...nodes(side)])
      .flatMap((node) => (isRate(node) ? [innermost(node)] : [])),
  );
  const shown = new Set(sides.flatMap((side) => [...nodes(side)]).flatMap(differentiated));
  for (const fact of facts) {
    if (fact.kind !== "definition" || !moving.has(innermost(fact.head))) continue;
    const names = [...symbolsOf(fact.body)];
    if (!names.some(({ name }) => moving.has(name))) continue;
    const still = names.find((symbol) => isCoordinate(symbol) && !shown.has(symbol.name));
    if (still) return still;
  }
  return undefined;
}

/** d/dt, ∂_μ and □. */
const isRate = (node: Expr): boolean =>
  node.kind === "derivative" &&
  (node.by.kind === "variable"
    ? node.by.style !== "partial"
    : node.by.kind === "index" || node.by.kind === "dalembertian");

const isCoordinate = (symbol: Sym): boolean =>
  isPlace(symbol) || /^[rρθφϕχησh]$/u.test(symbol.name);

/** Derivatives with their operand, bare ones with all that stands to their right. */
function* derivativesIn(node: Expr): Generator<{ readonly by: By; readonly operand: Expr }> {
  if (node.kind === "derivative" && node.operand) yield { by: node.by, operand: node.operand };
  if (node.kind === "bracket" && node.sort !== "poisson")
    for (const [one, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const)
      for (const factor of one.kind === "product" ? one.factors : [one])
        if (factor.kind === "derivative" && !factor.operand)
          yield { by: factor.by, operand: other };
  if (node.kind !== "product") return;
  for (const [at, factor] of node.factors.entries())
    if (factor.kind === "derivative" && !factor.operand && at + 1 < node.factors.length)
      yield { by: factor.by, operand: product(...node.factors.slice(at + 1)) };
}

/** A bare name under a derivative varies, or the derivative would not be written. */
function differentiated(node: Expr): readonly string[] {
  if (node.kind === "sum" || node.kind === "product")
    return fieldsIn(node).map(({ symbol }) => symbol.name);
  if (node.kind !== "derivative" || !node.operand) return [];
  const inner = innermost(node.operand);
  return inner ? [inner] : [];
}

function innermost(node: Expr): string | undefined {
  switch (node.kind) {
    case "symbol":
      return node.name;
    case "tensor":
    case "labelled":
    case "primed":
      return innermost(node.head);
    case "involution":
      return innermost(node.operand);
    case "derivative":
      return node.operand && innermost(node.operand);
    default:
      return undefined;
  }
}

const defined = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap((fact) => {
    const name = fact.kind === "definition" ? innermost(fact.head) : undefined;
    return name ? [name] : [];
  });

const hasSymbol = (operand: Expr): boolean =>
  some(
    operand,
    (node) => node.kind === "symbol" && node.role === undefined && node.domain !== "integer",
  );

/** Among the parts but labels: t in θ_t is no time. */
const someValue = (node: Expr, test: (part: Expr) => boolean): boolean =>
  test(node) ||
  (node.kind === "labelled"
    ? someValue(node.head, test)
    : [...children(node)].some((part) => someValue(part, test)));

function varies(node: Expr, by: By, varying: ReadonlySet<string>): boolean {
  switch (node.kind) {
    case "call":
    case "primed":
    case "integral":
    case "series":
    case "opaque":
    case "hole":
      return true;
    case "symbol":
      return (
        node.dependsOn !== undefined ||
        node.role !== undefined ||
        node.type === "three-vector" ||
        (isPlace(node) && !isAnotherThan(node, by)) ||
        (node.name === "r" && by.kind !== "index") ||
        isAlong(node, by) ||
        varying.has(node.name) ||
        isVariable(node, by)
      );
    case "derivative":
      return true;
    default:
      return false;
  }
}

/** x, y and z under ∇. */
const isAlong = (node: Sym, by: By): boolean =>
  by.kind !== "index" && by.kind !== "variable" && /^[xyz]$/.test(node.name);

/** A place under a partial derivative by time. */
const isAnotherThan = (node: Sym, by: By): boolean =>
  by.kind === "variable" &&
  by.style === "partial" &&
  by.variable.kind === "symbol" &&
  by.variable.name === "t" &&
  node !== by.variable;

const isVariable = (node: Expr, by: By): boolean =>
  by.kind === "variable" && some(by.variable, (part) => part === node);
