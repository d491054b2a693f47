/** One form for all ways of writing that differ in nothing but order, names of summed indices and bound letters. */
import { minusOne, product, sum, symbol } from "../expr/build";
import { identity, intern } from "../expr/intern";
import type { Expr, Index } from "../expr/node";
import { printExpr } from "../expr/print";
import { factorsOf } from "../expr/questions";
import { mapChildren, replace } from "../expr/walk";
import { dummiesOf, isDummy, mapIndices } from "./indices";
import { isNumber } from "./isNumber";
import { fromTerm, termOf } from "./term";
import { tidy, withParts } from "./tidy";

const known = new WeakMap<Expr, Expr>();

/** Two expressions with the same form are equal by order and names alone. */
export function formOf(node: Expr): Expr {
  const before = known.get(node);
  if (before) return before;
  const result = sorted(tidy(node));
  known.set(node, result);
  return result;
}

const parts = new WeakMap<Expr, Expr>();

function sortedPart(node: Expr): Expr {
  const before = parts.get(node);
  if (before) return before;
  const result = sorted(node);
  parts.set(node, result);
  return result;
}

function sorted(node: Expr): Expr {
  const inner = bound(withParts(node, sortedPart));
  switch (inner.kind) {
    case "sum":
      return sum(...inner.terms.map(named).sort(byIdentity));
    case "product":
    case "quotient":
    case "power":
      return ordered(inner);
    case "dot":
      return identity(inner.left) > identity(inner.right)
        ? intern({ ...inner, left: inner.right, right: inner.left })
        : inner;
    case "cross":
      return identity(inner.left) > identity(inner.right)
        ? product(minusOne, intern({ ...inner, left: inner.right, right: inner.left }))
        : inner;
    case "trace":
      return intern({ ...inner, operand: turned(inner.operand) });
    case "bar":
      return inner.from && inner.to ? intern({ ...inner, at: [] }) : inner;
    case "tensor":
      return symmetric(inner);
    default:
      return inner;
  }
}

const byIdentity = (a: Expr, b: Expr): number => identity(a) - identity(b);

/** Commuting factors by what they are apart from the names of dummies. */
function ordered(node: Expr): Expr {
  const { coefficient, powers, word } = termOf(node);
  const bare = skeleton(dummiesOf(node));
  const entries = [...powers].map((entry) => ({ entry, key: bare(entry[0]) }));
  entries.sort((a, b) =>
    a.key < b.key ? -1 : a.key > b.key ? 1 : byIdentity(a.entry[0], b.entry[0]),
  );
  return named(fromTerm({ coefficient, powers: entries.map(({ entry }) => entry), word }));
}

const skeleton =
  (dummies: ReadonlySet<string>) =>
  (node: Expr): string =>
    printExpr(
      mapIndices(node, (index) =>
        isDummy(index, dummies) ? { ...index, name: "•", place: "up" } : index,
      ),
    );

/** Dummies named in order of appearance, the first of a pair up. */
function named(node: Expr): Expr {
  const dummies = dummiesOf(node);
  if (dummies.size === 0) return node;
  const names = new Map<string, string>();
  const renamed = mapIndices(node, (index) => {
    if (!isDummy(index, dummies)) return index;
    const key = `${index.name} ${index.space}`;
    const first = !names.has(key);
    if (first) names.set(key, `•${names.size + 1}`);
    return { ...index, name: names.get(key) ?? "", place: first ? "up" : "down" };
  });
  return renamed.kind === "product"
    ? product(
        ...renamed.factors.map((factor) => (factor.kind === "tensor" ? symmetric(factor) : factor)),
      )
    : renamed;
}

/** Symmetric tensors with their indices in one order. */
function symmetric(node: Expr): Expr {
  if (node.kind !== "tensor" || node.head.kind !== "symbol") return node;
  const { role } = node.head;
  const spatial = (index: Index): Index =>
    index.space === "lorentz" ? index : { ...index, place: "down" };
  const indices = node.indices.map(spatial);
  if (role === "metric" || role === "delta")
    indices.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return intern({ ...node, indices });
}

/** Integration and summation variables under names of their own. */
function bound(node: Expr): Expr {
  if (node.kind !== "integral" && node.kind !== "series") return node;
  const variables =
    node.kind === "integral" ? node.measures.map(({ variable }) => variable) : node.variables;
  const renaming = new Map<Expr, Expr>();
  for (const [i, variable] of variables.entries())
    if (variable.kind === "symbol")
      renaming.set(variable, symbol(`•${depth(node)}.${i}`, variable.type, { domain: "real" }));
  return replace(node, renaming);
}

const depth = (node: Expr): number => {
  let most = 0;
  mapChildren(node, (part) => {
    most = Math.max(most, depth(part));
    return part;
  });
  return most + (node.kind === "integral" || node.kind === "series" ? 1 : 0);
};

/** The rotation of a trace's word that comes first. */
function turned(operand: Expr): Expr {
  const factors = factorsOf(operand);
  const numbers = factors.filter(isNumber);
  const word = factors.filter((factor) => !isNumber(factor));
  if (word.length < 2) return operand;
  const rotations = word.map((_, i) => product(...numbers, ...word.slice(i), ...word.slice(0, i)));
  return rotations.map(named).sort(byIdentity)[0] ?? operand;
}
