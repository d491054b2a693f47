/** Premises on the symmetry of tensors and matrices. */
import {
  deltaSymbol,
  down,
  index,
  metricSymbol,
  minus,
  negate,
  product,
  quotient,
  sum,
  symbol,
  tensor,
  trace,
  up,
  zero,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { everyNode, generic, unspecified } from "./names";

/** Tensors of second rank without a notation of their own, with the space of their indices. */
function secondRank(claim: Claim): ReadonlyMap<Sym, "lorentz" | "spatial"> {
  const found = new Map<Sym, "lorentz" | "spatial">();
  for (const node of everyNode(claim))
    if (
      node.kind === "tensor" &&
      node.indices.length === 2 &&
      node.head.kind === "symbol" &&
      node.head.role === undefined
    ) {
      const [a, b] = node.indices;
      if (a && b && a.space === b.space && (a.space === "lorentz" || a.space === "spatial"))
        found.set(node.head, a.space);
    }
  return found;
}

function definition(
  head: Sym,
  space: "lorentz" | "spatial",
  body: (t: (a: string, b: string) => Expr) => Expr,
): Fact {
  const written =
    (of: Sym) =>
    (a: string, b: string): Expr =>
      tensor(of, up(a, space), up(b, space));
  return { kind: "definition", head: written(head)("α", "β"), body: body(written(generic(head))) };
}

export const symmetricTensor: PremiseEntry = {
  id: "symmetric-tensor",
  name: "symmetry of a tensor",
  *apply(claim) {
    for (const [head, space] of secondRank(claim))
      if (!/^[Fωσ]/u.test(head.name))
        yield {
          latex: `${head.name}^{\\mu\\nu}=${head.name}^{\\nu\\mu}`,
          facts: [definition(head, space, (t) => sum(t("α", "β"), t("β", "α")))],
        };
  },
};

/** A trace or an element of the diagonal, which nobody writes of an antisymmetric tensor. */
const showsDiagonal = (claim: Claim, head: Sym): boolean =>
  [...everyNode(claim)].some(
    (node) =>
      node.kind === "tensor" &&
      node.head === head &&
      node.indices.length === 2 &&
      node.indices[0]?.name === node.indices[1]?.name,
  );

/** S and A of S_{μν}A^{μν}, where nothing else stands. */
function contracted(side: Expr): readonly [Sym, Sym] | undefined {
  const heads = (side.kind === "product" ? side.factors : []).map((factor) =>
    factor.kind === "tensor" && factor.indices.length === 2 && factor.head.kind === "symbol"
      ? factor.head
      : undefined,
  );
  const [one, other, ...more] = heads;
  return one && other && one !== other && more.length === 0 ? [one, other] : undefined;
}

export const antisymmetricTensor: PremiseEntry = {
  id: "antisymmetric-tensor",
  name: "antisymmetry of a tensor",
  *apply(claim) {
    const fields = secondRank(claim);
    const both = claim.right === zero ? contracted(claim.left) : undefined;
    for (const [one, other] of both ? [both, [both[1], both[0]] as const] : []) {
      const space = fields.get(one);
      if (!space || /^[Fωσ]/u.test(one.name) || /^[gηhSTGRδ]/u.test(other.name)) continue;
      yield {
        latex: `${other.name}^{\\mu\\nu}=-${other.name}^{\\nu\\mu},\\ ${one.name}^{\\mu\\nu}=${one.name}^{\\nu\\mu}`,
        facts: [
          definition(other, space, (t) => sum(t("α", "β"), negate(t("β", "α")))),
          definition(one, space, (t) => sum(t("α", "β"), t("β", "α"))),
        ],
      };
    }
    for (const [head, space] of secondRank(claim))
      if (
        !/^[gηhSTGRδ]/u.test(head.name) &&
        (/^[Fω]/u.test(head.name) || !showsDiagonal(claim, head))
      )
        yield {
          latex: `${head.name}^{\\mu\\nu}=-${head.name}^{\\nu\\mu}`,
          facts: [definition(head, space, (t) => sum(t("α", "β"), negate(t("β", "α"))))],
        };
  },
};

const unit = symbol("1", "matrix", { role: "identity" });

export const traceless: PremiseEntry = {
  id: "traceless",
  name: "tracelessness",
  *apply(claim) {
    for (const a of unspecified(claim)) {
      const free = generic(a);
      const body = minus(free, product(quotient(trace(free), trace(unit)), unit));
      yield { latex: `\\mathrm{Tr}\\,${a.name}=0`, facts: [{ kind: "definition", head: a, body }] };
    }
    for (const [head, space] of secondRank(claim)) {
      const unity = space === "lorentz" ? metricSymbol : deltaSymbol;
      const free = generic(head);
      const own = tensor(
        free,
        up("λ", space),
        index("λ", space === "lorentz" ? "down" : "up", space),
      );
      const size = tensor(
        unity,
        up("σ", space),
        space === "lorentz" ? down("σ", space) : up("σ", space),
      );
      const fact = definition(head, space, (t) =>
        minus(
          t("α", "β"),
          product(quotient(own, size), tensor(unity, up("α", space), up("β", space))),
        ),
      );
      yield { latex: `${head.name}^\\mu{}_\\mu=0`, facts: [fact] };
    }
  },
};
