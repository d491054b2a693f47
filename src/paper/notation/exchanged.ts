/** ∂_μA_ν − (μ↔ν) written out: a pair of letters in parentheses stands for what precedes it, with the two exchanged. */
import { minusOne, product, sum } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr, Index } from "../../math/expr/node";
import { mapChildren } from "../../math/expr/walk";
import { choose, type Reader } from "./reader";

/** The terms with each exchange written out; how far it reaches back, to one term or to all, is nowhere said. */
export function exchanged(reader: Reader, terms: readonly Expr[]): readonly Expr[] {
  const found: Expr[] = [];
  // Each may double what stands before it.
  if (terms.filter((term) => exchangeOf(term).exchange).length > 2) return terms;
  for (const term of terms) {
    const { sign, exchange: pair } = exchangeOf(term);
    const [one, other] = pair?.parts ?? [];
    const before = found.length > 1 && pair ? reach(reader) : "all";
    const again = before === "all" ? found : found.slice(-1);
    if (one && other && again.length > 0) {
      const turned = again.map((each) => swap(each, one, other));
      found.push(sign ? product(minusOne, sum(...turned)) : sum(...turned));
    } else found.push(term);
  }
  return found;
}

const reach = (reader: Reader): "all" | "last" =>
  choose<"all" | "last">(reader, "reach of ↔", ["all", "last"]);

function exchangeOf(term: Expr) {
  const negative = term.kind === "product" && term.factors[0] === minusOne;
  const inner = negative && term.factors.length === 2 ? term.factors[1] : term;
  const pair = inner?.kind === "opaque" && inner.what === "↔" ? inner : undefined;
  return { sign: negative, exchange: pair };
}

/** Numbers trade places as labels alone, letters as indices too. */
function swap(node: Expr, one: Expr, other: Expr): Expr {
  const numbers = one.kind === "num" && other.kind === "num";
  const names = new Map<string, string>();
  if (one.kind === "symbol" && other.kind === "symbol")
    names.set(one.name, other.name).set(other.name, one.name);
  const index = (each: Index): Index => ({ ...each, name: names.get(each.name) ?? each.name });
  const visit = (part: Expr): Expr => {
    if (part === one && !numbers) return other;
    if (part === other && !numbers) return one;
    if (part.kind === "symbol") return intern({ ...part, name: names.get(part.name) ?? part.name });
    const inner = mapChildren(part, visit);
    if (inner.kind === "tensor") return intern({ ...inner, indices: inner.indices.map(index) });
    if (inner.kind === "derivative" && inner.by.kind === "index")
      return intern({ ...inner, by: { ...inner.by, index: index(inner.by.index) } });
    if (inner.kind === "labelled" && numbers)
      return intern({
        ...inner,
        labels: inner.labels.map((label) =>
          label === one ? other : label === other ? one : label,
        ),
      });
    return inner;
  };
  return visit(node);
}
