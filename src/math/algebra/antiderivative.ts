/** Elementary antiderivatives of one variable. */
import { constant, func, minusOne, num, one, power, product, quotient, sum } from "../expr/build";
import type { Expr, Func } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { some } from "../expr/walk";
import { rationalOf } from "./rational";
import { termOf } from "./term";
import { tidy } from "./tidy";

export function antiderivative(f: Expr, x: Expr): Expr | undefined {
  if (!some(f, (part) => part === x)) return product(f, x);
  if (f === x) return quotient(power(x, num(2)), num(2));
  if (f.kind === "power" && f.base === x) {
    const exponent = rationalOf(f.exponent);
    if (!exponent) return undefined;
    const next = rationalOf(sum(exponent, one));
    if (!next || next.numerator === 0n) return undefined;
    return quotient(power(x, next), next);
  }
  if (f.kind === "power" && f.base === constant("e")) {
    const slope = slopeAlong(f.exponent, x);
    return slope && quotient(f, slope);
  }
  if (f.kind === "product") return bySubstitution(f.factors, x);
  return f.kind === "function" ? ofFunction(f, x) : undefined;
}

function ofFunction(f: Func, x: Expr): Expr | undefined {
  const [argument, more] = f.args;
  const slope = argument && !more && slopeAlong(argument, x);
  if (!slope) return undefined;
  if (f.name === "sin") return quotient(product(minusOne, func("cos", f.args)), slope);
  return f.name === "cos" ? quotient(func("sin", f.args), slope) : undefined;
}

/** c, where the node is c·x. */
function slopeAlong(node: Expr, x: Expr): Expr | undefined {
  if (node === x) return one;
  const factors = factorsOf(node);
  if (!factors.includes(x)) return undefined;
  const rest = product(...factors.filter((factor) => factor !== x));
  return some(rest, (part) => part === x) ? undefined : rest;
}

/** x^{n−1} e^{cxⁿ}. */
function bySubstitution(factors: readonly Expr[], x: Expr): Expr | undefined {
  const exponential = factors.find(
    (factor) => factor.kind === "power" && factor.base === constant("e"),
  );
  if (exponential?.kind !== "power") return undefined;
  const inner = powerOf(exponential.exponent, x);
  const outer = powerOf(product(...factors.filter((factor) => factor !== exponential)), x);
  if (!inner || !outer || inner.exponent !== outer.exponent + 1n) return undefined;
  return tidy(product(quotient(outer.rest, product(num(inner.exponent), inner.rest)), exponential));
}

/** c·xⁿ. */
function powerOf(
  node: Expr,
  x: Expr,
): { readonly rest: Expr; readonly exponent: bigint } | undefined {
  const found = termOf(node).powers.find(([base]) => base === x)?.[1];
  if (found?.denominator !== 1n) return undefined;
  const rest = tidy(product(node, power(x, num(-found.numerator))));
  return some(rest, (part) => part === x) ? undefined : { rest, exponent: found.numerator };
}
