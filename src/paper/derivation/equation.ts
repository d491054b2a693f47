/** What a stated relation between two expressions allows: a definition, a constraint, an algebra, a property, a domain. */
import { constant, dot, minusOne, num, power, quotient, symbol } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Expr, Relation, Sym } from "../../math/expr/node";
import { factorsOf, nameSquared, typeOf } from "../../math/expr/questions";
import { replace, some } from "../../math/expr/walk";
import { headOf, isHead, leadsBack } from "./head";
import { propertyOf } from "./property";
import { partialsOf } from "./totalDifferential";

/** The facts, or why there are none. */
export function factsOf(left: Expr, relation: Relation, right: Expr): readonly Fact[] | string {
  switch (relation) {
    case "=":
    case ":=":
    case "≡":
      if (!isTurned(left, right)) return equality(left, right);
      return factorsOf(left).every((factor) => factor.kind === "symbol" && factor.grassmann)
        ? []
        : "plain numbers do not anticommute";
    case "<":
    case ">":
    case "≤":
    case "≥":
    case "≠":
      return inequality(left, relation, right);
    case "≪":
      return right === num(1) && left.kind === "symbol"
        ? [{ kind: "domain", symbol: left, domain: "small" }]
        : muchLess(left, right);
    case "≫":
      return right === num(1) && left.kind === "symbol"
        ? [
            { kind: "property", property: "large", of: [left] },
            { kind: "domain", symbol: left, domain: "positive" },
          ]
        : muchLess(right, left);
    default:
      return `${relation} states nothing that can be used`;
  }
}

/** AB = −BA of plain numbers would say that AB = 0. */
export function isTurned(left: Expr, right: Expr): boolean {
  const [one, other] = [left, right].map((side) =>
    side.kind === "product" ? side.factors.filter((factor) => factor !== minusOne) : [],
  );
  const signs = [left, right].flatMap((side) => factorsOf(side).filter((one) => one === minusOne));
  return (
    signs.length === 1 &&
    one?.length === 2 &&
    other?.length === 2 &&
    one[0] === other[1] &&
    one[1] === other[0] &&
    one.every((factor) => factor.kind === "symbol" && factor.type === "scalar")
  );
}

const muchLess = (less: Expr, more: Expr): readonly Fact[] | string =>
  [less, more].every(isMonomial)
    ? [{ kind: "property", property: "much-less", of: [less, more] }]
    : "≪ is understood between products of names";

/** p, k_BT, ħω/2, 1. */
function isMonomial(side: Expr): boolean {
  switch (side.kind) {
    case "symbol":
      return side.type === "scalar";
    case "labelled":
    case "constant":
    case "num":
      return true;
    case "product":
      return side.factors.every(isMonomial);
    case "quotient":
      return isMonomial(side.over) && isMonomial(side.under);
    case "power":
      return isMonomial(side.base) && side.exponent.kind === "num";
    default:
      return false;
  }
}

function equality(left: Expr, right: Expr): readonly Fact[] {
  if (left === right) return [];
  const property = propertyOf(left, right);
  if (property) return property;
  const partials = partialsOf(left, right);
  if (partials) return partials;
  if (left.kind === "bracket") return [{ kind: "algebra", left, right }];
  const lengths = [left, right].map(squaredLength);
  if (lengths[0] && (lengths[1] || right.kind === "symbol" || right.kind === "labelled"))
    return lengthOf(lengths[0], lengths[1] ?? right);
  if (isNotation(left, right)) return [];
  const ofSquares = bySquares(left, right);
  if (ofSquares) return equality(...ofSquares);
  if (isHead(left) && headOf(left) && !leadsBack(left, right))
    return [{ kind: "definition", head: wholeOf(left, right), body: right }];
  const solved = solvedFor(left, right);
  if (solved && !leadsBack(solved.head, right)) return [{ kind: "definition", ...solved }];
  return [{ kind: "constraint", left, right }];
}

/** F(s) of F(q²) = 1 − q²a²/6, which shows q in no other way. */
function bySquares(left: Expr, right: Expr): readonly [Expr, Expr] | undefined {
  const [square, ...more] = left.kind === "call" ? left.args : [];
  const root = square && more.length === 0 ? nameSquared(square) : undefined;
  if (!square || !root) return undefined;
  const put = new Map([[square, symbol(`${root.name}²`)]]);
  const [head, body] = [replace(left, put), replace(right, put)];
  return some(body, (part) => part === root) ? undefined : [head, body];
}

/** |𝐤|² of |𝐤|. */
function squaredLength(side: Expr): Expr | undefined {
  const [vector] = side.kind === "function" && side.name === "abs" ? side.args : [];
  return vector && typeOf(vector) === "three-vector" ? dot(vector, vector) : undefined;
}

/** |𝐩| = |𝐤|, |𝐩| = k. */
const lengthOf = (left: Expr, right: Expr): readonly Fact[] =>
  right.kind === "dot"
    ? left === right
      ? []
      : [{ kind: "constraint", left, right }]
    : [
        { kind: "constraint", left, right: power(right, num(2)) },
        { kind: "domain", symbol: right, domain: "nonnegative" },
      ];

/** p^μ = (E, 𝐩) says what p is. */
function wholeOf(left: Expr, right: Expr): Expr {
  if (left.kind !== "tensor" || left.indices.length !== 1) return left;
  const [index] = left.indices;
  const isUp = index?.place === "up" && index.space === "lorentz" && index.value === undefined;
  return isUp && isOfComponents(right) ? left.head : left;
}

const isOfComponents = (side: Expr): boolean =>
  side.kind === "tuple" || (side.kind === "product" && side.factors.some(isOfComponents));

/** 1/λ = x, ln Z = x, √s = x: what they say of the name. */
function solvedFor(
  left: Expr,
  right: Expr,
): { readonly head: Expr; readonly body: Expr } | undefined {
  const of = (head: Expr | undefined, body: Expr) =>
    head && isHead(head) && headOf(head) ? { head, body } : undefined;
  if (left.kind === "quotient" && left.over.kind === "num")
    return of(left.under, quotient(left.over, right));
  if (left.kind === "power" && left.exponent === num(-1))
    return of(left.base, quotient(num(1), right));
  if (left.kind !== "function" || left.args.length !== 1 || left.parameters.length > 0)
    return undefined;
  if (left.name === "ln" || left.name === "log")
    return of(left.args[0], power(constant("e"), right));
  return left.name === "sqrt" ? of(left.args[0], power(right, num(2))) : undefined;
}

/** p̸ = γ^μ p_μ, p² = p_μ p^μ: the sign itself says so. */
const isNotation = (left: Expr, right: Expr): boolean =>
  (left.kind === "slash" &&
    right.kind === "product" &&
    some(right, (part) => part.kind === "symbol" && part.role === "gamma")) ||
  (left.kind === "dot" &&
    left.left === left.right &&
    right.kind === "product" &&
    right.factors.length === 2 &&
    right.factors.every(
      (factor) => factor.kind === "tensor" && nameOf(factor.head) === nameOf(left.left),
    ));

const nameOf = (expr: Expr): string | undefined => (expr.kind === "symbol" ? expr.name : undefined);

function inequality(
  left: Expr,
  relation: "<" | ">" | "≤" | "≥" | "≠",
  right: Expr,
): readonly Fact[] {
  const zero = num(0);
  if (right === zero && (left.kind === "symbol" || left.kind === "labelled")) {
    const domain = ({ ">": "positive", "≥": "nonnegative", "≠": "nonzero" } as const)[
      relation as ">"
    ];
    if (domain) return [{ kind: "domain", symbol: left, domain }];
  }
  if (left === zero && right.kind === "symbol" && (relation === "<" || relation === "≤"))
    return [
      { kind: "domain", symbol: right, domain: relation === "<" ? "positive" : "nonnegative" },
    ];
  return [{ kind: "inequality", left, relation, right }];
}
