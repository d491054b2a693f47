/** A formula as a list of terms: sums, products and definitions multiplied out, nothing exchanged yet. */
import { bra, inverse, ket, minusOne, num, one } from "../../expr/build";
import type { Expr, Func, Power } from "../../expr/node";
import { headKey } from "../given";
import { Beyond } from "../number/field";
import { applied } from "../substitute";
import { adjoint } from "./adjoint";
import { type Context, isVacuum } from "./context";
import { differentiatedTerms } from "./differentiated";
import { exponentialTerm } from "./exponents";
import { labelIn, letterOf, placed } from "./letters";
import { atomKey, difference } from "./linear";
import { normallyOrdered } from "./order";
import { isPlain } from "./plain";
import { integralTerms, seriesTerms } from "./ranges";
import { joined, type Letter, scaled, type Term, unit } from "./term";

/** Terms that are still followed up. */
const most = 3000;

type Terms = readonly Term[];

export function termsOf(context: Context, expr: Expr): Terms {
  if (isPlain(context, expr)) return [plainTerm(expr)];
  const defined = byDefinition(context, expr);
  if (defined) return defined;
  switch (expr.kind) {
    case "symbol":
    case "labelled":
    case "call":
      return [ofLetter(letterOf(context, expr))];
    case "sum":
      return expr.terms.flatMap((term) => termsOf(context, term));
    case "product":
      return productTerms(context, expr.factors);
    case "quotient":
      if (!isPlain(context, expr.under)) throw new Beyond("division by an operator");
      return termsOf(context, expr.over).map((term) => scaled(term, inverse(expr.under)));
    case "power":
      return powerTerms(context, expr);
    case "bracket": {
      if (expr.sort === "poisson") throw new Beyond("Poisson brackets of operators");
      const back = productTerms(context, [expr.right, expr.left]);
      return [
        ...productTerms(context, [expr.left, expr.right]),
        ...(expr.sort === "commutator" ? back.map((term) => scaled(term, minusOne)) : back),
      ];
    }
    case "involution":
      if (expr.sort !== "dagger" && (expr.sort !== "conjugate" || context.holds(expr.operand)))
        throw new Beyond(`the ${expr.sort} of an operator`);
      return termsOf(context, expr.operand).map(adjoint);
    case "dot":
      return termsOf(context, expr.left).flatMap((a) =>
        termsOf(context, expr.right).map((b) => dotted(a, b)),
      );
    case "function":
      return functionTerms(context, expr);
    case "integral":
      return integralTerms(context, expr, termsOf);
    case "series":
      return seriesTerms(context, expr, termsOf);
    case "ket":
    case "bra":
      return [stateTerm(context, expr.kind, expr.labels)];
    case "expectation":
      if (!expr.state) throw new Beyond("an average over an unknown state");
      return productTerms(context, [bra(expr.state), expr.operand, ket(expr.state)]);
    case "ordered":
      if (expr.sort !== "normal") throw new Beyond(`${expr.sort} ordering`);
      return termsOf(context, expr.operand).map(normallyOrdered);
    case "derivative":
      if (!expr.operand) throw new Beyond("an operator with nothing to act on");
      return differentiatedTerms(context, expr, termsOf(context, expr.operand));
    default:
      throw new Beyond(`an operator inside ${expr.kind}`);
  }
}

/** Numbers; one with components stands apart. */
const plainTerm = (expr: Expr): Term =>
  isVector(expr) ? { ...unit, vector: expr } : { ...unit, coefficient: [expr] };

function isVector(expr: Expr): boolean {
  switch (expr.kind) {
    case "symbol":
      return expr.type === "three-vector";
    case "labelled":
      return expr.head.type === "three-vector";
    case "sum":
      return expr.terms.some(isVector);
    case "product":
      return expr.factors.some(isVector);
    case "quotient":
      return isVector(expr.over);
    case "cross":
      return true;
    default:
      return false;
  }
}

const ofLetter = (letter: Letter): Term => ({ ...unit, letters: [letter] });

/** A bare derivative acts on all that stands to its right. */
function productTerms(context: Context, factors: readonly Expr[]): Terms {
  const flat = factors.flatMap((factor) => (factor.kind === "product" ? factor.factors : [factor]));
  const at = flat.findLastIndex((factor) => factor.kind === "derivative" && !factor.operand);
  const acting = flat[at];
  if (acting?.kind === "derivative") {
    const rest = productTerms(context, flat.slice(at + 1));
    const before = productTerms(context, flat.slice(0, at));
    return multiplied(before, differentiatedTerms(context, acting, rest));
  }
  return flat.map((factor) => termsOf(context, factor)).reduce(multiplied, [unit]);
}

function multiplied(left: Terms, right: Terms): Terms {
  if (left.length * right.length > most) throw new Beyond("so many terms under sums over modes");
  return left.flatMap((a) => right.map((b) => joined(a, b)));
}

function dotted(a: Term, b: Term): Term {
  if (!a.vector || !b.vector) throw new Beyond("a dot between these");
  const { vector: left, ...first } = a;
  const { vector: right, ...second } = b;
  return scaled(joined(first, second), { kind: "dot", left, right });
}

function powerTerms(context: Context, { base, exponent }: Power): Terms {
  if (base.kind === "constant" && base.name === "e") return [exponentialTerm(context, exponent)];
  const count =
    exponent.kind === "num" && exponent.denominator === 1n ? Number(exponent.numerator) : 0;
  if (count < 1 || count > 6) throw new Beyond("this power of an operator");
  const copies = Array.from({ length: count }, () => termsOf(context, base));
  const vector = copies.some((terms) => terms.some((term) => term.vector));
  if (!vector) return copies.reduce(multiplied);
  const [first, second, ...more] = copies;
  if (!first || !second || more.length > 0) throw new Beyond("this power of a vector operator");
  return first.flatMap((a) => second.map((b) => dotted(a, b)));
}

function functionTerms(context: Context, node: Func): Terms {
  const [argument, ...more] = node.args;
  if (!argument || more.length > 0) throw new Beyond(`${node.name} of an operator`);
  if (node.name === "exp") return [exponentialTerm(context, argument)];
  if (node.name !== "δ") throw new Beyond(`${node.name} of an operator`);
  const { form } = labelIn(context, argument);
  const kronecker = node.parameters.some((one) => one.kind === "symbol" && one.name.endsWith("?"));
  const [dimension] = node.parameters;
  const power = dimension?.kind === "num" ? dimension : num(isVector(argument) ? 3 : 1);
  return [{ ...unit, deltas: [{ form, continuous: !kronecker, power }] }];
}

function stateTerm(context: Context, kind: "ket" | "bra", labels: readonly Expr[]): Term {
  const empty = isVacuum(context, labels);
  return ofLetter({
    sort: kind,
    head: empty ? "vacuum" : "state",
    raised: false,
    order: 2,
    fermion: false,
    ladder: false,
    labels: empty ? [] : labels.map((label) => labelIn(context, label)),
  });
}

/** Operators and states that a premise writes with modes. */
function byDefinition(context: Context, expr: Expr): Terms | undefined {
  if (expr.kind === "bra") return byDefinition(context, ket(...expr.labels))?.map(adjoint);
  if (expr.kind === "labelled" && expr.head.name === "δ") return [kronecker(context, expr.labels)];
  const key = headKey(expr);
  const candidates = key ? context.given.definitions.get(key) : undefined;
  if (!key || !candidates) return undefined;
  if (context.inside.includes(key)) throw new Beyond("a definition that uses itself");
  const inner = { ...context, inside: [...context.inside, key] };
  for (const definition of candidates) {
    const application = applied(definition, expr);
    if (!application || application.indices.length > 0) continue;
    const bindings = application.bindings.map(([formal, actual]) => {
      const name = atomKey(formal);
      if (name === undefined) throw new Beyond("a definition with these labels");
      return [name, actual] as const;
    });
    return termsOf(inner, placed(application.body, new Map(bindings)));
  }
  return undefined;
}

function kronecker(context: Context, labels: readonly Expr[]): Term {
  const [first, second, ...more] = labels.map((label) => labelIn(context, label));
  if (!first || !second || more.length > 0) throw new Beyond("δ with these labels");
  return {
    ...unit,
    deltas: [{ form: difference(first.form, second.form), continuous: false, power: one }],
  };
}
