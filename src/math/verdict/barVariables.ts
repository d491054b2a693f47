/** [F]ₐᵇ names no variable: it is the one that is integrated over beside it, that stands nowhere else, or that F shows alone. */
import { call, minus, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Bar, Expr, Sym } from "../expr/node";
import { children, nodes, replace, some, symbolsOf, transform } from "../expr/walk";

export function withBarVariables(claim: Claim): Claim {
  if (![claim.left, claim.right].some((side) => some(side, isDifference))) return claim;
  const sides = withArgumentsShown([claim.left, claim.right]);
  const [left, right] = sides;
  const all = sides.flatMap((side) => [...nodes(side)]);
  const integrated = new Set(all.flatMap(variablesOf));
  const outside = new Set(sides.flatMap((side) => [...symbolsOutside(side)]));
  const named = (side: Expr): Expr =>
    transform(side, (node) => {
      if (node.kind !== "bar" || !isDifference(node)) return node;
      const [known] = node.at;
      const variable =
        known?.variable ?? betweenSameEnds(node, all) ?? variableOf(node, integrated, outside);
      return variable ? difference(node, variable) : node;
    });
  return { ...claim, left: named(left), right: named(right) };
}

/** f(x) for the f of ∫ df/dx dx, which has values at its ends. */
function withArgumentsShown(sides: readonly [Expr, Expr]): readonly [Expr, Expr] {
  const all = sides.flatMap((side) => [...nodes(side)]);
  const integrated = new Set(all.flatMap(variablesOf));
  const outside = new Set(sides.flatMap((side) => [...symbolsBeside(side)]));
  const shown = new Map<Expr, Expr>();
  for (const node of all) {
    if (node.kind !== "derivative" || node.by.kind !== "variable" || !node.operand) continue;
    const { variable } = node.by;
    const [name, more] = [...symbolsOf(node.operand)].filter((one) => one !== variable);
    if (!integrated.has(variable) || more || !name || outside.has(name)) continue;
    const isBare = !all.some((part) => part.kind === "call" && part.head === name);
    if (/^(?:scalar|function)$/.test(name.type) && name.role === undefined && isBare)
      shown.set(name, call(symbol(name.name, "function"), variable));
  }
  return [replace(sides[0], shown), replace(sides[1], shown)];
}

/** What stands under no integral and in no bar. */
function* symbolsBeside(node: Expr): Generator<Sym> {
  if (node.kind === "symbol") yield node;
  else if (node.kind !== "integral" && !isDifference(node))
    for (const part of children(node)) yield* symbolsBeside(part);
}

const isDifference = (node: Expr): boolean =>
  node.kind === "bar" && node.from !== undefined && node.to !== undefined;

const variablesOf = (node: Expr): readonly Expr[] =>
  node.kind === "integral" ? node.measures.map(({ variable }) => variable) : [];

/** x of ∫_a^b f dx beside [F]_a^b. */
function betweenSameEnds({ from, to }: Bar, all: readonly Expr[]): Expr | undefined {
  const measures = all.flatMap((node) => (node.kind === "integral" ? node.measures : []));
  const found = measures.filter(({ lower, upper }) => lower === from && upper === to);
  const variables = new Set(found.map(({ variable }) => variable));
  return variables.size === 1 ? [...variables][0] : undefined;
}

/** What stands in the claim beside bars and under no integral. */
function symbolsOutside(node: Expr): ReadonlySet<Sym> {
  if (node.kind === "symbol") return new Set([node]);
  const parts = isDifference(node)
    ? [(node as Bar).from as Expr, (node as Bar).to as Expr]
    : children(node);
  const found = new Set(parts.flatMap((part) => [...symbolsOutside(part)]));
  for (const variable of variablesOf(node)) found.delete(variable as Sym);
  return found;
}

function variableOf(
  { body }: Bar,
  integrated: ReadonlySet<Expr>,
  outside: ReadonlySet<Sym>,
): Sym | undefined {
  const inside = [...symbolsOf(body)].filter(
    ({ type, role }) => type === "scalar" && role === undefined,
  );
  for (const choice of [
    inside.filter((one) => integrated.has(one)),
    inside.filter((one) => !outside.has(one)),
    integrated.size > 0 || body.kind === "symbol" ? [] : inside,
  ]) {
    const [only, more] = choice;
    if (only && !more) return only;
    if (more) return undefined;
  }
  return undefined;
}

/** F(b) − F(a), as a limit where an end is infinite. */
function difference({ body, from, to }: Bar, variable: Expr): Expr {
  const at = (value: Expr): Expr =>
    some(value, (part) => part.kind === "constant" && part.name === "∞")
      ? intern({ kind: "limit", variable, to: value, body })
      : intern({ kind: "bar", body, at: [{ variable, value }] });
  return minus(at(to as Expr), at(from as Expr));
}
