/** The equations of motion of a Lagrangian that is written out in fields and their first derivatives. */
import {
  call,
  derivative,
  func,
  minusOne,
  num,
  one,
  power,
  primed,
  product,
  quotient,
  sum,
} from "./build";
import type { By, Call, Expr } from "./node";
import { throughProducts, times } from "./productRule";
import { isNumeral, isSpinor } from "./questions";
import { children, nodes, some } from "./walk";

export interface Motion {
  readonly field: Expr;
  /** ∂ℒ/∂φ − ∂_μ ∂ℒ/∂(∂_μφ), which vanishes. */
  readonly vanishing: Expr;
}

/** One for each field; none for a field that occurs in a way no rule here covers. */
export const equationsOfMotion = (lagrangian: Expr): readonly Motion[] =>
  fieldsIn(lagrangian).flatMap((field, _, fields): readonly Motion[] => {
    const variations = varied(lagrangian, field);
    if (!variations || variations.length === 0) return [];
    const vanishing = sum(
      ...variations.map(({ factor, along }) =>
        along ? product(minusOne, sloped(factor, along, fields.flatMap(withOwn))) : factor,
      ),
    );
    return [{ field, vanishing }];
  });

/** What is differentiated; of a field and its conjugate the conjugate, whose equation says what the field does. */
function fieldsIn(lagrangian: Expr): readonly Expr[] {
  const moved = [...nodes(lagrangian)].flatMap((node) =>
    node.kind === "derivative" && node.operand && isField(node.operand) ? [node.operand] : [],
  );
  const conjugated = moved.flatMap((field) => (field.kind === "involution" ? [field.operand] : []));
  return [...new Set(moved)].filter((field) => !conjugated.includes(field));
}

const isField = (node: Expr): boolean =>
  (node.kind === "symbol" && !isSpinor(node)) ||
  (node.kind === "call" && node.head.kind === "symbol") ||
  (node.kind === "labelled" && isField(node.head) && node.labels.every(isNumeral)) ||
  (node.kind === "involution" && node.sort === "conjugate" && isField(node.operand));

/** `factor` times δφ, or times its derivative `along`. */
interface Variation {
  readonly factor: Expr;
  readonly along?: By;
}

/** All variations; undefined where something is no rule of this kind. */
function varied(node: Expr, field: Expr): readonly Variation[] | undefined {
  if (node === field) return [{ factor: one }];
  if (!shows(node, field)) return [];
  const of = (part: Expr): readonly Variation[] | undefined => varied(part, field);
  switch (node.kind) {
    case "derivative":
      return node.operand === field && node.order === one && isAlong(node.by)
        ? [{ factor: one, along: node.by }]
        : undefined;
    case "call": {
      const [argument, ...more] = node.args;
      if (!argument || shows(node.head, field)) return undefined;
      if (more.length > 0) return slotwise(node, field);
      return times(of(argument), (f) => product(f, call(primed(node.head), argument)));
    }
    case "function": {
      const [argument, ...more] = node.args;
      const slope = argument && more.length === 0 ? slopes[node.name]?.(argument) : undefined;
      return argument && slope && times(of(argument), (f) => product(f, slope));
    }
    default:
      return throughProducts(node, of, (part) => shows(part, field), numbersFirst);
  }
}

/** ∂V(x,y)/∂x, where x itself stands in one place. */
const slotwise = (node: Call, field: Expr): readonly Variation[] | undefined =>
  node.args.filter((one) => shows(one, field)).every((one) => one === field)
    ? [{ factor: derivative({ kind: "variable", variable: field, style: "partial" }, node) }]
    : undefined;

/** ½·2 is 1, wherever the 2 came from. */
function numbersFirst(...factors: readonly Expr[]): Expr {
  const flat = factors.flatMap((factor) => (factor.kind === "product" ? factor.factors : [factor]));
  return product(...flat.filter(isNumeral), ...flat.filter((factor) => !isNumeral(factor)));
}

/** φ varies where φ* does. */
const withOwn = (field: Expr): readonly Expr[] =>
  field.kind === "involution" ? [field, field.operand] : [field];

/** The derivative of a sum of products, constants before it. */
function sloped(node: Expr, along: By, fields: readonly Expr[]): Expr {
  if (node.kind === "sum") return sum(...node.terms.map((term) => sloped(term, along, fields)));
  const varies = (part: Expr): boolean => some(part, (inner) => fields.includes(inner));
  if (node.kind === "quotient" && !varies(node.under))
    return quotient(sloped(node.over, along, fields), node.under);
  const factors = node.kind === "product" ? node.factors : [node];
  return product(
    ...factors.filter((factor) => !varies(factor)),
    derivative(along, product(...factors.filter(varies))),
  );
}

const slopes: Readonly<Record<string, (argument: Expr) => Expr>> = {
  exp: (x) => func("exp", [x]),
  sin: (x) => func("cos", [x]),
  cos: (x) => product(minusOne, func("sin", [x])),
  sinh: (x) => func("cosh", [x]),
  cosh: (x) => func("sinh", [x]),
  ln: (x) => power(x, minusOne),
  sqrt: (x) => quotient(one, product(num(2), func("sqrt", [x]))),
};

/** ∂F/∂φ of what is written out, whatever else stands in it held; undefined where something is no rule of this kind. */
export function formalPartial(node: Expr, field: Expr): Expr | undefined {
  const terms = varied(node, field)?.flatMap(({ factor, along }) => (along ? [] : [factor]));
  return terms && sum(...terms);
}

/** φ* stands for itself beside φ. */
const shows = (node: Expr, field: Expr): boolean =>
  node === field || (!isConjugate(node) && children(node).some((child) => shows(child, field)));

const isConjugate = (node: Expr): boolean =>
  node.kind === "involution" && node.sort === "conjugate";

/** ∂_μ and d/dt. */
const isAlong = (by: By): boolean =>
  by.kind === "index" ? by.covariant !== true : by.kind === "variable" && by.style !== "functional";
