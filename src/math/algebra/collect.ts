/** Like terms added up, and common factors of a sum. */
import { num, product, sum } from "../expr/build";
import type { Expr, Num } from "../expr/node";
import type { Law } from "./law";
import { plus } from "./rational";
import { formOf } from "./sameness";
import { fromTerm, termOf } from "./term";

/** 2a + 3a = 5a. */
export const collect: Law = {
  name: "scalar.collect",
  needs: ["sum"],
  forth: "collects terms",
  back: "splits a term",
  statement: "2a + 3a = 5a",
  minor: true,
  rewrite(node) {
    if (node.kind !== "sum") return undefined;
    const groups = new Map<Expr, { readonly term: ReturnType<typeof termOf>; count: Num }>();
    for (const each of node.terms) {
      const term = termOf(each);
      const key = formOf(fromTerm({ ...term, coefficient: num(1) }));
      const known = groups.get(key);
      if (known) known.count = plus(known.count, term.coefficient);
      else groups.set(key, { term, count: term.coefficient });
    }
    if (groups.size === node.terms.length) return undefined;
    return sum(
      ...[...groups.values()].map(({ term, count }) => fromTerm({ ...term, coefficient: count })),
    );
  },
};

/** ab + ac = a(b+c): what all terms share stands before the parentheses. */
export const common: Law = {
  name: "scalar.common-factor",
  needs: ["sum"],
  forth: "factors",
  back: "expands",
  statement: "ab + ac = a(b+c)",
  rewrite(node) {
    if (node.kind !== "sum") return undefined;
    const terms = node.terms.map(termOf);
    const [first, ...others] = terms;
    if (!first) return undefined;
    const shared = first.powers.filter(
      ([base, exponent]) =>
        base.kind !== "tensor" &&
        others.every(({ powers }) => powers.some(([b, e]) => b === base && e === exponent)),
    );
    const heads = new Set(terms.map(({ word }) => word[0]));
    const head =
      heads.size === 1 && terms.every(({ word }) => word.length > 1) ? first.word[0] : undefined;
    if (shared.length === 0 && !head) return undefined;
    const rest = terms.map(({ coefficient, powers, word }) =>
      fromTerm({
        coefficient,
        powers: powers.filter(([base]) => !shared.some(([b]) => b === base)),
        word: head ? word.slice(1) : word,
      }),
    );
    const outside = fromTerm({ coefficient: num(1), powers: shared, word: head ? [head] : [] });
    return product(outside, sum(...rest));
  },
};
