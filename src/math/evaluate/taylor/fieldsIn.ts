/** Names that vary because of what is written beside them: ψ in (iγ^μ∂_μ − m)ψ, A_μ in ∂_μ + ieA_μ. */
import type { By, Derivative, Expr, Sym } from "../../expr/node";

export interface Varied {
  readonly symbol: Sym;
  readonly by: By;
}

export function fieldsIn(node: Expr): readonly Varied[] {
  if (node.kind === "sum") return connections(node.terms);
  if (node.kind !== "product") return [];
  const [operator, operand] = node.factors.slice(-2);
  const symbol = operand && nameOf(operand);
  if (operator?.kind !== "sum" || !symbol) return [];
  return operator.terms.flatMap((term) => {
    const derivative = acting(term);
    return derivative ? [{ symbol, by: derivative.by }] : [];
  });
}

/** What carries the index of a derivative it is added to. */
function connections(terms: readonly Expr[]): readonly Varied[] {
  const derivatives = terms.flatMap((term) => acting(term) ?? []);
  return derivatives.flatMap(({ by }) =>
    by.kind !== "index"
      ? []
      : terms
          .flatMap((term) => (term.kind === "product" ? term.factors : [term]))
          .flatMap((factor) => {
            const symbol = nameOf(factor);
            const carries =
              factor.kind === "tensor" &&
              factor.indices.some((index) => index.name === by.index.name);
            return symbol && carries ? [{ symbol, by }] : [];
          }),
  );
}

/** The derivative with which a term ends, waiting for something to act on. */
function acting(term: Expr): Derivative | undefined {
  const last = term.kind === "product" ? term.factors.at(-1) : term;
  return last?.kind === "derivative" && !last.operand ? last : undefined;
}

function nameOf(node: Expr): Sym | undefined {
  const head = node.kind === "tensor" || node.kind === "labelled" ? node.head : node;
  return head.kind === "symbol" && head.role === undefined ? head : undefined;
}
