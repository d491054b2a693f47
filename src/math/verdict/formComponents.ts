/** (dA)_{ab} beside A_a: the components of a differential are slopes of those of the form. */
import { derivative, minus, tensor } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Index, Sym } from "../expr/node";
import { isDifferential } from "../expr/questions";
import { nodes, transform } from "../expr/walk";

export function withFormComponents(claim: Claim): Claim {
  const all = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  if (!all.some((node) => formOf(node) !== undefined)) return claim;
  const carrier = (name: string): Sym | undefined =>
    all.flatMap((node) =>
      node.kind === "tensor" &&
      node.head.kind === "symbol" &&
      node.head.name === name &&
      node.indices.length === 1 &&
      node.indices[0]?.space === "lorentz"
        ? [node.head]
        : [],
    )[0];
  const written = (side: Expr): Expr =>
    transform(side, (node) => {
      const form = formOf(node);
      const head = form && carrier(form.name);
      if (!head || node.kind !== "tensor") return node;
      const [a, b] = node.indices as readonly [Index, Index];
      const slope = (by: Index, of: Index): Expr =>
        derivative({ kind: "index", index: by }, tensor(head, of));
      return minus(slope(a, b), slope(b, a));
    });
  return { ...claim, left: written(claim.left), right: written(claim.right) };
}

/** The A of (dA)_{ab}. */
function formOf(node: Expr): Sym | undefined {
  if (node.kind !== "tensor" || node.indices.length !== 2 || !isDifferential(node.head))
    return undefined;
  const [form] = node.head.kind === "function" ? node.head.args : [];
  const isOfSpacetime = node.indices.every(
    ({ space, value, place }) => space === "lorentz" && value === undefined && place === "down",
  );
  return isOfSpacetime && form?.kind === "symbol" ? form : undefined;
}
