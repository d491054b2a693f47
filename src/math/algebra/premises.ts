/** What the paper states, used: definitions put in, constraints applied. */
import { negate, product, sum } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { replace, some, symbolsOf } from "../expr/walk";
import { mapIndices } from "./indices";
import type { Law, Scene } from "./law";
import { formOf } from "./sameness";

/** A definition put in where the other side does not show its head. */
export const substitute: Law = {
  name: "premise.substitute",
  fact: "definition",
  forth: "substitutes a definition",
  back: "introduces what was defined",
  statement: "x = f(y) put in for x",
  rewrite(node, scene) {
    for (const fact of scene.facts) {
      if (fact.kind !== "definition") continue;
      const body = bodyFor(node, fact);
      if (body && !isHere(node, scene)) return body;
    }
    return undefined;
  },
};

/** The head's formal arguments and indices take the places they have here. */
function bodyFor(
  node: Expr,
  { head, body }: Extract<Fact, { kind: "definition" }>,
): Expr | undefined {
  if (head === node) return body;
  if (head.kind === "tensor" && node.kind === "tensor" && head.head === node.head) {
    if (head.indices.length !== node.indices.length) return undefined;
    const places = new Map(
      head.indices.map((index, i) => [`${index.name} ${index.space}`, node.indices[i]]),
    );
    const fits = head.indices.every(
      (index, i) =>
        index.value === undefined &&
        node.indices[i]?.space === index.space &&
        node.indices[i]?.place === index.place,
    );
    if (!fits) return undefined;
    return mapIndices(body, (index) => {
      const found = places.get(`${index.name} ${index.space}`);
      return found && index.value === undefined ? { ...found, place: found.place } : index;
    });
  }
  if (head.kind === "call" && node.kind === "call" && head.head === node.head)
    return head.args.length === node.args.length &&
      head.args.every((argument) => argument.kind === "symbol")
      ? replace(body, new Map(head.args.map((argument, i) => [argument, node.args[i] as Expr])))
      : undefined;
  return undefined;
}

/** p² = m², p·p = m² with components: the square of a vector that a constraint gives. */
export const onShell: Law = {
  name: "premise.on-shell",
  fact: "constraint",
  forth: "goes on shell",
  back: "goes off shell",
  statement: "p² = m² on shell",
  rewrite: (node, scene) =>
    node.kind === "dot" && node.left === node.right ? constrained(node, scene) : undefined,
};

/** k·ε = 0, ω = ck: whatever else a constraint gives. */
export const constraint: Law = {
  name: "premise.constraint",
  fact: "constraint",
  forth: "uses a stated condition",
  back: "uses a stated condition",
  statement: "k·ε = 0",
  rewrite(node, scene) {
    if (!["dot", "symbol", "power", "labelled", "tensor"].includes(node.kind)) return undefined;
    return node.kind === "dot" && node.left === node.right ? undefined : constrained(node, scene);
  },
};

function constrained(node: Expr, scene: Scene): Expr | undefined {
  for (const fact of scene.facts) {
    if (fact.kind !== "constraint") continue;
    const value = solvedFor(node, fact.left, fact.right, scene);
    if (value) return value;
  }
  return undefined;
}

/** Left to right; right to left only towards what the other side shows. */
function solvedFor(node: Expr, left: Expr, right: Expr, scene: Scene): Expr | undefined {
  if (formOf(left) === formOf(node))
    return node.kind !== "symbol" || !isHere(node, scene) ? right : undefined;
  if (formOf(right) !== formOf(node) || node.kind === "symbol") return undefined;
  return isHere(left, scene) && !isHere(node, scene) ? left : undefined;
}

/** Momentum conservation, solved for one of its vectors that the other side lacks. */
export const eliminations: readonly Law[] = [0, 1, 2, 3].map((place) => ({
  name: `premise.eliminate-${place + 1}`,
  fact: "constraint",
  forth: "uses a stated condition",
  back: "uses a stated condition",
  statement: "p + k = p' + k' solved for one of them",
  rewrite(node, scene) {
    if (node.kind !== "symbol" || node.type !== "four-vector") return undefined;
    for (const fact of scene.facts) {
      if (fact.kind !== "constraint") continue;
      const terms = [...termsOf(fact.left, 1), ...termsOf(fact.right, -1)].filter(
        ({ term }) => !isHere(term, scene),
      );
      if (terms[place]?.term === node) return solved(fact, node);
    }
    return undefined;
  },
}));

function solved(fact: Extract<Fact, { kind: "constraint" }>, node: Expr): Expr | undefined {
  const terms = [...termsOf(fact.left, 1), ...termsOf(fact.right, -1)];
  const [only, more] = terms.filter(({ term }) => term === node);
  const others = terms.filter(({ term }) => term !== node);
  if (!only || more || others.some(({ term }) => some(term, (part) => part === node)))
    return undefined;
  return others.some(({ term }) => symbolsOf(term).size > 0)
    ? sum(...others.map(({ term, sign }) => (sign === only.sign ? negate(term) : term)))
    : undefined;
}

const isHere = (part: Expr, { target }: Scene): boolean => some(target, (inner) => inner === part);

const termsOf = (side: Expr, sign: 1 | -1): { readonly term: Expr; readonly sign: 1 | -1 }[] =>
  (side.kind === "sum" ? side.terms : [side]).map((term) => {
    const [first, ...rest] = term.kind === "product" ? term.factors : [];
    return first?.kind === "num" && first.numerator === -1n && first.denominator === 1n
      ? { term: product(...rest), sign: sign === 1 ? -1 : 1 }
      : { term, sign };
  });
