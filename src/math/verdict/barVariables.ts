/** [F]ₐᵇ names no variable: it is the one that is integrated over beside it, that stands nowhere else, or that F shows alone. */
import { minus } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Bar, Expr, Sym } from "../expr/node";
import { children, nodes, some, symbolsOf, transform } from "../expr/walk";

export function withBarVariables(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  if (!sides.some((side) => some(side, isDifference))) return claim;
  const integrated = new Set(sides.flatMap((side) => [...nodes(side)]).flatMap(variablesOf));
  const outside = new Set(sides.flatMap((side) => [...symbolsOutside(side)]));
  const named = (side: Expr): Expr =>
    transform(side, (node) => {
      if (node.kind !== "bar" || !isDifference(node)) return node;
      const [known] = node.at;
      const variable = known?.variable ?? variableOf(node, integrated, outside);
      return variable ? difference(node, variable) : node;
    });
  return { ...claim, left: named(claim.left), right: named(claim.right) };
}

const isDifference = (node: Expr): boolean =>
  node.kind === "bar" && node.from !== undefined && node.to !== undefined;

const variablesOf = (node: Expr): readonly Expr[] =>
  node.kind === "integral" ? node.measures.map(({ variable }) => variable) : [];

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
    inside,
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
