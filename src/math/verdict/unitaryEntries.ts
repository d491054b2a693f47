/** ∑_k V_{ik}V*_{jk} = δ_{ij}: what VV† = 1 says of the entries of V. */
import { deltaSymbol, labelled, one, product, symbol, tensor, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr } from "../expr/node";
import { isNumeral, isTwo } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";

export function withUnitaryEntries(claim: Claim): Claim {
  const matrices = matricesIn(claim);
  if (matrices.size === 0) return claim;
  const bound = new Set<unknown>(
    [claim.left, claim.right].flatMap((side) =>
      [...nodes(side)].flatMap((node) => (node.kind === "series" ? node.variables : [])),
    ),
  );
  const used = (side: Expr): Expr =>
    transform(side, (node) => summed(node, matrices, bound) ?? node);
  const [left, right] = withOneDelta([used(claim.left), used(claim.right)]);
  return left === claim.left && right === claim.right ? claim : { ...claim, left, right };
}

/** δ_{αβ} of labels stands for the same as that of indices of these names. */
function withOneDelta([left, right]: readonly [Expr, Expr]): readonly [Expr, Expr] {
  const labels = new Map(
    [left, right].flatMap((side) =>
      [...nodes(side)].flatMap((node) =>
        node.kind === "labelled" && node.head.role === "delta"
          ? node.labels.flatMap((label) =>
              label.kind === "symbol" ? [[label.name, label] as const] : [],
            )
          : [],
      ),
    ),
  );
  const plain = (node: Expr): Expr => {
    if (node.kind !== "tensor" || node.head.kind !== "symbol" || node.head.role !== "delta")
      return node;
    const found = node.indices.flatMap(({ name }) => labels.get(name) ?? []);
    return found.length === node.indices.length ? labelled(node.head, ...found) : node;
  };
  return labels.size === 0 ? [left, right] : [transform(left, plain), transform(right, plain)];
}

/** Entries of a matrix of which something is said as a whole. */
export function speaksOfEntries(claim: Claim): boolean {
  const matrices = matricesIn(claim);
  return (
    matrices.size > 0 &&
    [claim.left, claim.right].some((side) =>
      some(side, (node) => matrices.has(entryOf(node)?.name ?? "")),
    )
  );
}

type Sort = "unitary" | "orthogonal";

function matricesIn({ given }: Claim): ReadonlyMap<string, Sort> {
  return new Map(given.flatMap(({ facts }) => facts.flatMap(saidIn)));
}

function saidIn(fact: Fact): readonly (readonly [string, Sort])[] {
  if (fact.kind === "property" && /^(?:unitary|orthogonal)$/.test(fact.property))
    return fact.of.flatMap((of) =>
      of.kind === "symbol" ? [[of.name, fact.property as Sort] as const] : [],
    );
  if (fact.kind !== "algebra" && fact.kind !== "constraint") return [];
  if (fact.right !== one || fact.left.kind !== "product") return [];
  const [first, second, ...more] = fact.left.factors;
  if (!first || !second || more.length > 0) return [];
  return [
    [first, second],
    [second, first],
  ].flatMap(([plain, other]): readonly (readonly [string, Sort])[] => {
    if (plain?.kind !== "symbol" || other?.kind !== "involution" || other.operand !== plain)
      return [];
    if (other.sort === "dagger") return [[plain.name, "unitary"]];
    return other.sort === "transpose" ? [[plain.name, "orthogonal"]] : [];
  });
}

interface Entry {
  readonly name: string;
  readonly row: unknown;
  readonly column: unknown;
  readonly node: Expr;
  readonly isConjugate: boolean;
}

/** V_{ik}, V*_{jk}. */
function entryOf(node: Expr): Entry | undefined {
  if (node.kind === "involution" && node.sort === "conjugate") {
    const inner = entryOf(node.operand);
    return inner && { ...inner, node, isConjugate: true };
  }
  if (node.kind === "labelled" && node.head.role === undefined) {
    const [row, column, ...more] = node.labels;
    if (!row || !column || more.length > 0) return undefined;
    return { name: node.head.name, row, column, node, isConjugate: false };
  }
  if (node.kind !== "tensor" || node.head.kind !== "symbol" || node.head.role) return undefined;
  const [row, column, ...more] = node.indices;
  if (!row || !column || more.length > 0 || row.space !== "spatial") return undefined;
  return { name: node.head.name, row: row.name, column: column.name, node, isConjugate: false };
}

/** ∑_k over two entries, or two entries with a common index. */
function summed(
  node: Expr,
  matrices: ReadonlyMap<string, Sort>,
  bound: ReadonlySet<unknown>,
): Expr | undefined {
  if (node.kind === "series" && node.sort === "sum" && node.variables.length === 1) {
    const [over] = node.variables;
    const factors = (node.body.kind === "product" ? node.body.factors : [node.body]).flatMap(split);
    const found = pairIn(factors, matrices);
    if (!found || found.over !== over) return undefined;
    const rest = factors.filter((factor) => !found.used.includes(factor));
    return rest.some((factor) => some(factor, (part) => part === over))
      ? undefined
      : product(found.value, ...rest);
  }
  if (node.kind !== "product") return undefined;
  const found = pairIn(node.factors, matrices);
  if (!found || isNumber(found.over) || bound.has(found.over)) return undefined;
  const rest = node.factors.filter((factor) => !found.used.includes(factor));
  const isElsewhere = rest.some((factor) =>
    [...nodes(factor)].some((part) => speaks(part, found.over)),
  );
  return isElsewhere ? undefined : product(found.value, ...rest);
}

const isNumber = (label: unknown): boolean =>
  typeof label === "object" && label !== null && isNumeral(label as Expr);

const speaks = (part: Expr, over: unknown): boolean =>
  part === over || (part.kind === "tensor" && part.indices.some(({ name }) => name === over));

/** |V_{ik}|² is V_{ik}V*_{ik}. */
function split(factor: Expr): readonly Expr[] {
  if (factor.kind !== "power" || !isTwo(factor.exponent)) return [factor];
  const { base } = factor;
  const [inner] = base.kind === "function" && base.name === "abs" ? base.args : [];
  return inner
    ? [inner, intern({ kind: "involution", sort: "conjugate", operand: inner })]
    : [factor];
}

interface Pair {
  readonly over: unknown;
  readonly used: readonly Expr[];
  readonly value: Expr;
}

function pairIn(factors: readonly Expr[], matrices: ReadonlyMap<string, Sort>): Pair | undefined {
  const entries = factors.flatMap((factor) => entryOf(factor) ?? []);
  for (const [n, first] of entries.entries())
    for (const second of entries.slice(n + 1)) {
      const sort = matrices.get(first.name);
      if (first.name !== second.name || sort === undefined) continue;
      if ((sort === "unitary") !== (first.isConjugate !== second.isConjugate)) continue;
      const used = [first.node, second.node];
      if (first.column === second.column && first.row !== undefined)
        return { over: first.column, used, value: delta(first, second, "row") };
      if (first.row === second.row)
        return { over: first.row, used, value: delta(first, second, "column") };
    }
  return undefined;
}

function delta(first: Entry, second: Entry, at: "row" | "column"): Expr {
  if (first[at] === second[at]) return one;
  if (isNumber(first[at]) && isNumber(second[at])) return zero;
  const head = deltaSymbol;
  const [a, b] = [first, second].map(({ node }) => node);
  if (a?.kind !== "tensor" || b?.kind !== "tensor")
    return labelled(head, first[at] as Expr, second[at] as Expr);
  const place = at === "row" ? 0 : 1;
  return tensor(head, ...[a, b].flatMap(({ indices }) => indices[place] ?? []));
}
