/** dF = −S dT − p dV: what stands before a differential is the derivative with the others held fixed. */
import { derivative, product, quotient } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Expr, Sym } from "../../math/expr/node";

/** The definitions S = −(∂F/∂T)_V and p = −(∂F/∂V)_T; undefined where a side is no such sum. */
export function partialsOf(left: Expr, right: Expr): readonly Fact[] | undefined {
  const state = differentialOf(left);
  const terms = (right.kind === "sum" ? right.terms : [right]).map(termOf);
  const known = terms.flatMap((term) => term ?? []);
  if (!state || known.length < terms.length || known.length < 2) return undefined;
  const names = [state, ...known.flatMap(({ factor, variable }) => [factor, variable])];
  if (new Set(names).size < names.length) return undefined;
  return known.map(({ coefficient, factor, variable }) => {
    const held = known.flatMap((other) => (other.variable === variable ? [] : [other.variable]));
    const slope = derivative({ kind: "variable", variable, style: "partial", held }, state);
    return { kind: "definition", head: factor, body: quotient(slope, coefficient) };
  });
}

interface Term {
  readonly coefficient: Expr;
  readonly factor: Sym;
  readonly variable: Sym;
}

/** A number times one quantity times one differential. */
function termOf(term: Expr): Term | undefined {
  const factors = term.kind === "product" ? term.factors : [term];
  const variables = factors.flatMap((factor) => differentialOf(factor) ?? []);
  const others = factors.filter((factor) => !differentialOf(factor));
  const names = others.filter((factor): factor is Sym => factor.kind === "symbol");
  const numbers = others.filter((factor) => factor.kind === "num");
  const [variable, factor] = [variables[0], names[0]];
  if (!variable || !factor || variables.length > 1 || names.length > 1) return undefined;
  if (names.length + numbers.length < others.length) return undefined;
  return { coefficient: product(...numbers), factor, variable };
}

const differentialOf = (node: Expr): Sym | undefined => {
  if (node.kind !== "function" || node.name !== "d") return undefined;
  const [of] = node.args;
  return of?.kind === "symbol" ? of : undefined;
};
