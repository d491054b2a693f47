/** ∫_{−∞}^∞ f(x) dx = ∫_{−∞}^∞ f(x − a) dx: where an integral of a function nobody knows is written down, it exists, so the function falls off. */
import { call as called, dot, func, negate, num, power, product, sum } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Call, Expr } from "../expr/node";
import { typeOf } from "../expr/questions";
import { nodes, some, symbolsOf, transform } from "../expr/walk";
import { partsOf } from "./facts";
import { isKink } from "./kinks";
import type { Sides } from "./plusMinus";
import { isUnknown } from "./stretched";

export interface Falling {
  readonly sides: Sides;
  readonly facts: readonly Fact[];
}

/** Both sides, and what is defined by f, with f(x) e^{−x²} for every f(x): as generic as f, and integrable. Undefined where more is asked of f than values. */
export function fallingOff([left, right]: Sides, facts: readonly Fact[]): Falling | undefined {
  const transforms = facts.filter(isTransform);
  const given = new Set(transforms.map(({ head }) => head.head));
  const everything = [left, right, ...transforms.map(({ body }) => body)].flatMap((side) => [
    ...nodes(side),
  ]);
  const unknown = everything.filter(
    (node) => isUnknown(node) && !(node.kind === "call" && given.has(node.head)),
  );
  const isPlain = unknown.every(
    (node) => node.kind === "call" && node.head.kind !== "primed" && node.args.every(hasSquare),
  );
  const asksMore = everything.some(({ kind }) => kind === "limit" || kind === "derivative");
  if (!isPlain || asksMore || everything.some(hasKinks)) return undefined;
  const heads = new Set(unknown.map((node) => (node as Call).head));
  const isSpokenOf = facts.some(
    (fact) =>
      !(isTransform(fact) && !heads.has(fact.head.head)) &&
      partsOf(fact).some((part) => some(part, (node) => heads.has(node))),
  );
  if (isSpokenOf) return undefined;
  const damped = (side: Expr): Expr =>
    transform(side, (node) =>
      node.kind === "call" && heads.has(node.head)
        ? product(
            called(node.head, ...node.args),
            func("exp", [negate(sum(...node.args.map(square)))]),
          )
        : node,
    );
  return {
    sides: [damped(left), damped(right)],
    facts: facts.map((fact) => (isTransform(fact) ? { ...fact, body: damped(fact.body) } : fact)),
  };
}

/** θ(x − a) under ∫dx: no quadrature sees where it jumps. */
const hasKinks = (node: Expr): boolean =>
  node.kind === "integral" &&
  some(
    node.integrand,
    (part) =>
      isKink(part) &&
      !some(part, isUnknown) &&
      node.measures.some(({ variable }) => some(part, (inner) => inner === variable)),
  );

/** f̃(k) = ∫ f(x) e^{−ikx} dx: what f is by a transform. */
const isTransform = (
  fact: Fact,
): fact is Extract<Fact, { kind: "definition" }> & { readonly head: Call } =>
  fact.kind === "definition" &&
  fact.head.kind === "call" &&
  some(fact.body, (node) => node.kind === "integral" && some(node.integrand, isUnknown));

const hasSquare = (arg: Expr): boolean =>
  [...symbolsOf(arg)].every(({ type }) => /^(?:scalar|three-vector|label)$/.test(type));

const square = (arg: Expr): Expr => (isVectorial(arg) ? dot(arg, arg) : power(arg, num(2)));

/** A vector, and what is added to or multiplied into one. */
const isVectorial = (arg: Expr): boolean =>
  arg.kind === "sum"
    ? arg.terms.some(isVectorial)
    : arg.kind === "product"
      ? arg.factors.some(isVectorial)
      : typeOf(arg) === "three-vector";
