/** Derivatives written out by the rules of sums, products, powers and composition, until they act on names alone. */
import {
  call,
  derivative,
  func,
  num,
  one,
  power,
  primed,
  product,
  sum,
  symbol,
  zero,
} from "../expr/build";
import { formalPartial } from "../expr/eulerLagrange";
import type { By, Expr, Sym } from "../expr/node";
import { nodes, replace, transform } from "../expr/walk";

/** `varies`: the names that are not constant. */
export const writtenOut = (side: Expr, varies: ReadonlySet<string>): Expr =>
  transform(side, (node) =>
    node.kind === "derivative" && node.operand && node.order === one
      ? derived(node.by, node.operand, varies)
      : node,
  );

/** Names under a derivative vary, and those that say so. */
export function varyingIn(sides: readonly Expr[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of sides.flatMap((side) => [...nodes(side)])) {
    const inner = node.kind === "derivative" && node.operand ? headOf(node.operand) : undefined;
    if (inner?.kind === "symbol") found.add(inner.name);
    if (node.kind === "symbol" && (node.dependsOn || isPlaceOrField(node))) found.add(node.name);
    if (node.kind === "call" || node.kind === "ket" || node.kind === "bra") found.add(node.kind);
  }
  return found;
}

/** A coordinate, and what is called as fields are: nobody says that it stays the same. */
const isPlaceOrField = ({ name, type, role }: Sym): boolean =>
  role === "coordinate" ||
  (role === undefined &&
    (type === "scalar" ? /^[ABEFJUVWΦΨφϕψχρσfghu]$/u.test(name) : type !== "label"));

const headOf = (node: Expr): Expr =>
  node.kind === "tensor"
    ? node.head
    : node.kind === "involution" || (node.kind === "derivative" && node.operand)
      ? headOf(node.operand as Expr)
      : node;

function derived(by: By, operand: Expr, varies: ReadonlySet<string>): Expr {
  if (!isVarying(operand, varies)) return hasName(operand) ? zero : derivative(by, operand);
  switch (operand.kind) {
    case "sum":
      return sum(...operand.terms.map((term) => derived(by, term, varies)));
    case "product":
      return sum(
        ...operand.factors.flatMap((factor, at) =>
          isVarying(factor, varies)
            ? [
                product(
                  ...operand.factors.slice(0, at),
                  derived(by, factor, varies),
                  ...operand.factors.slice(at + 1),
                ),
              ]
            : [],
        ),
      );
    case "quotient":
      return isVarying(operand.under, varies)
        ? derivative(by, operand)
        : product(power(operand.under, num(-1)), derived(by, operand.over, varies));
    case "power": {
      const { base, exponent } = operand;
      if (exponent !== num(2)) return derivative(by, operand);
      const slope = derived(by, base, varies);
      return sum(product(slope, base), product(base, slope));
    }
    case "call": {
      const [argument] = operand.args;
      return operand.args.length === 1 && argument && isVarying(argument, varies)
        ? product(call(primed(operand.head), argument), derived(by, argument, varies))
        : derivative(by, operand);
    }
    case "function": {
      const [argument, ...more] = operand.args;
      const slope =
        argument && more.length === 0 && operand.parameters.length === 0
          ? formalPartial(func(operand.name, [place]), place)
          : undefined;
      return argument && slope
        ? product(replace(slope, new Map([[place, argument]])), derived(by, argument, varies))
        : derivative(by, operand);
    }
    default:
      return derivative(by, operand);
  }
}

const place = symbol("x°");

const isVarying = (node: Expr, varies: ReadonlySet<string>): boolean =>
  [...nodes(node)].some((part) =>
    part.kind === "symbol" ? varies.has(part.name) : varies.has(part.kind),
  );

const hasName = (node: Expr): boolean => [...nodes(node)].some(({ kind }) => kind === "symbol");
