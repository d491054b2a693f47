/** [L_m, L_n] = (m−n)L_{m+n} + … is put down for the numbers that occur: [L₂, L₋₂] = 4L₀ + …. */
import { num, one, rational, symbol, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Bracket, Expr, Num, Sym } from "../expr/node";
import { mapChildren, nodes, some, transform } from "../expr/walk";
import { mapFact, partsOf } from "./facts";

/** Numbers an algebra is put down for. */
const most = 7;

export function withNumberedAlgebra(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const [law, more] = facts.flatMap((fact) => lawIn(fact) ?? []);
  if (!law || more) return claim;
  const others = facts.filter((fact) => fact !== law.fact);
  const written = [claim.left, claim.right, ...others.flatMap(partsOf)];
  const members = written.flatMap((part) =>
    [...nodes(part)].filter((node) => headOf(node)?.name === law.head.name),
  );
  const labels = members.map((member) => numberOf(member));
  if (labels.length === 0 || labels.includes(undefined)) return claim;
  const numbers = closed(labels.flatMap((label) => label ?? []));
  if (numbers.length > most) return claim;
  const named = (part: Expr): Expr => withNames(part, law.head.name);
  const instances = numbers.flatMap((m) =>
    numbers.filter((n) => n < m).map((n) => mapFact(instance(law, m, n), named)),
  );
  return {
    ...claim,
    left: named(claim.left),
    right: named(claim.right),
    given: claim.given.map((premise) => ({
      ...premise,
      facts: premise.facts.flatMap((fact) =>
        fact === law.fact ? instances : [mapFact(fact, named)],
      ),
    })),
  };
}

interface Law {
  readonly fact: Fact;
  readonly bracket: Bracket;
  readonly right: Expr;
  readonly head: Sym;
  readonly m: string;
  readonly n: string;
}

/** A bracket of two members with labels of their own, whose sum the other side speaks of. */
function lawIn(fact: Fact): Law | undefined {
  if (fact.kind !== "algebra" || fact.left.kind !== "bracket") return undefined;
  const { left: bracket, right } = fact;
  if (bracket.sort !== "commutator") return undefined;
  const [head, other] = [headOf(bracket.left), headOf(bracket.right)];
  const [m, n] = [letterOf(bracket.left), letterOf(bracket.right)];
  const isSum = (node: Expr): boolean =>
    node.kind === "labelled" && node.labels.some((label) => label.kind === "sum");
  return head && head === other && m && n && m !== n && some(right, isSum)
    ? { fact, bracket, right, head, m, n }
    : undefined;
}

const headOf = (node: Expr): Sym | undefined =>
  (node.kind === "labelled" || node.kind === "tensor") && node.head.kind === "symbol"
    ? node.head
    : undefined;

/** The letter that numbers a member. */
function letterOf(node: Expr): string | undefined {
  if (node.kind === "tensor") {
    const [index, more] = node.indices;
    return index && !more && index.value === undefined ? index.name : undefined;
  }
  const [label, more] = node.kind === "labelled" ? node.labels : [];
  return label?.kind === "symbol" && !more ? label.name : undefined;
}

/** The number of a member; undefined where it is none. */
function numberOf(node: Expr): number | undefined {
  if (node.kind === "tensor") return node.indices.length === 1 ? node.indices[0]?.value : undefined;
  const [label, more] = node.kind === "labelled" ? node.labels : [];
  if (!label || more) return undefined;
  const value = folded(label);
  return value.kind === "num" && value.denominator === 1n ? Number(value.numerator) : undefined;
}

/** Zero and the sums of two of them come with the numbers that are written. */
function closed(labels: readonly number[]): readonly number[] {
  const known = new Set(labels);
  for (const a of labels) for (const b of labels) if (a !== b) known.add(a + b);
  return [...known].sort((a, b) => a - b);
}

function instance({ bracket, right, m, n }: Law, first: number, second: number): Fact {
  const put = (node: Expr): Expr => {
    if (node.kind === "symbol")
      return node.name === m ? num(first) : node.name === n ? num(second) : node;
    if (node.kind === "tensor") {
      const letter = letterOf(node);
      const value = letter === m ? first : letter === n ? second : undefined;
      return value === undefined || node.head.kind !== "symbol"
        ? node
        : intern({ kind: "labelled", head: node.head, labels: [num(value)] });
    }
    return mapChildren(node, put);
  };
  const left = put(bracket);
  return { kind: "algebra", left, right: transform(put(right), kronecker) };
}

/** δ_{m+n,0} of numbers. */
function kronecker(node: Expr): Expr {
  if (node.kind !== "labelled" || node.head.name !== "δ" || node.labels.length !== 2) return node;
  const [first, second] = node.labels.map(folded);
  return first?.kind === "num" && second?.kind === "num" ? (first === second ? one : zero) : node;
}

/** Every member under a name of its own. */
const withNames = (side: Expr, family: string): Expr =>
  transform(side, (node) => {
    const number = headOf(node)?.name === family ? numberOf(node) : undefined;
    return number === undefined ? node : symbol(`${family}${number}`, "operator");
  });

/** Sums and products of numbers worked out. */
function folded(node: Expr): Expr {
  if (node.kind === "sum") return joined(node.terms.map(folded), plus) ?? node;
  if (node.kind === "product") return joined(node.factors.map(folded), times) ?? node;
  return node;
}

function joined(parts: readonly Expr[], join: (a: Num, b: Num) => Num): Num | undefined {
  const numbers = parts.filter((part): part is Num => part.kind === "num");
  return numbers.length === parts.length && numbers.length > 0 ? numbers.reduce(join) : undefined;
}

const plus = (a: Num, b: Num): Num =>
  rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
const times = (a: Num, b: Num): Num =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);
