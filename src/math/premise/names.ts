/** What premises look for in a claim: its symbols by sort, and fresh ones to build with. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { By, Expr, Labelled, Sym } from "../expr/node";
import { nodes, symbolsOf } from "../expr/walk";
import { partsOf } from "../verdict/facts";

/** What every entry of the catalogue looks for in a claim. */
interface Met {
  readonly nodes: readonly Expr[];
  readonly symbols: readonly Sym[];
}

const remembered = new WeakMap<Claim, Met>();

function metIn(claim: Claim): Met {
  const known = remembered.get(claim);
  if (known) return known;
  const { left, right } = claim;
  const met: Met = {
    nodes: [...nodes(left), ...nodes(right)],
    symbols: [...new Set([...symbolsOf(left), ...symbolsOf(right)])],
  };
  remembered.set(claim, met);
  return met;
}

export const symbolsIn = (claim: Claim): readonly Sym[] => metIn(claim).symbols;

export const everyNode = (claim: Claim): readonly Expr[] => metIn(claim).nodes;

/** Of the sides and of what is given. */
export const everyNodeTold = (claim: Claim): readonly Expr[] => [
  ...everyNode(claim),
  ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)).flatMap((part) => [...nodes(part)]),
];

/** A momentum or a mass as it is written: p, p₁, m_i. */
export type Named = Sym | Labelled;

/** Four-vectors, plain or numbered, in the order of their names. */
export const fourVectors = (claim: Claim): readonly Named[] =>
  named(claim).filter(
    (v) =>
      headOf(v).type === "four-vector" &&
      (headOf(v).role === undefined || headOf(v).role === "polarisation"),
  );

/** Four-vectors that are called like momenta. */
export function momenta(claim: Claim): readonly Named[] {
  const integrated = integratedIn(claim);
  return fourVectors(claim).filter(
    (v) =>
      !integrated.has(v) &&
      headOf(v).role !== "polarisation" &&
      /^[pPkKqQlℓrs]($|[_′0-9])/u.test(headOf(v).name),
  );
}

/** What an integral runs over has no shell. */
const integratedIn = (claim: Claim): ReadonlySet<Expr> =>
  new Set(
    everyNode(claim).flatMap((node) =>
      node.kind === "integral" ? node.measures.map(({ variable }) => variable) : [],
    ),
  );

/** Momenta that photons and gluons are given. */
export const isLight = (v: Named): boolean => /^[kKqQlℓ]/u.test(headOf(v).name);

export const headOf = (v: Named): Sym => (v.kind === "symbol" ? v : v.head);

export const nameOf = (v: Named): string =>
  v.kind === "symbol" ? v.name : `${v.head.name}_{${v.labels.map(labelName).join(",")}}`;

const labelName = (label: Expr): string =>
  label.kind === "symbol" ? label.name : label.kind === "num" ? String(label.numerator) : "\\cdot";

/** Symbols that stand by themselves and members of families. */
export function named(claim: Claim): readonly Named[] {
  const families = everyNode(claim).filter((node): node is Labelled => node.kind === "labelled");
  const heads = new Set(families.map((family) => family.head));
  const alone = symbolsIn(claim).filter((s) => !heads.has(s));
  return [...new Set<Named>([...alone, ...families])].sort((a, b) =>
    nameOf(a) < nameOf(b) ? -1 : 1,
  );
}

/** Operators and matrices nothing is known of. */
export const unspecified = (claim: Claim): readonly Sym[] =>
  symbolsIn(claim).filter(
    (s) => (s.type === "operator" || s.type === "matrix") && s.role === undefined && !s.grassmann,
  );

/** Every part of what defines the names of a claim. */
export const definingNodes = ({ given }: Claim): readonly Expr[] =>
  given.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === "definition" ? [...nodes(fact.body)] : [])),
  );

/** Numbered operators nothing is known of, in a claim and in what defines its names: X_1, π_x. */
export const operatorFamilies = (claim: Claim): readonly Labelled[] => {
  const isOperator = (node: Expr): node is Labelled =>
    node.kind === "labelled" &&
    node.head.type === "operator" &&
    node.head.role === undefined &&
    !node.head.grassmann;
  return [...new Set([...everyNode(claim), ...definingNodes(claim)].filter(isOperator))];
};

const massName = /^[mM](_.+|′+)?$/;

/** Scalars that are called like masses, and are no quantum numbers. */
export function masses(claim: Claim): readonly Named[] {
  const numbers = new Set(
    everyNode(claim).flatMap((node): readonly Expr[] => {
      if (node.kind === "function") return node.parameters;
      if (node.kind === "ket" || node.kind === "bra") return node.labels;
      return node.kind === "series" ? node.variables : [];
    }),
  );
  return named(claim).filter(
    (s) =>
      headOf(s).type === "scalar" &&
      massName.test(headOf(s).name) &&
      !numbers.has(s) &&
      !everyNode(claim).some((node) => isExchange(node, s)),
  );
}

/** Jzm: what an exchange coupling multiplies is a magnetisation. */
const isExchange = (node: Expr, m: Expr): boolean =>
  node.kind === "product" &&
  node.factors.includes(m) &&
  node.factors.some((factor) => factor.kind === "symbol" && factor.name === "J");

/** A symbol of the same sort that occurs nowhere else. */
export function generic(like: Sym, mark = "°"): Sym {
  const { kind: _, name, type, ...details } = like;
  return symbol(`${name}${mark}`, type, details);
}

/** The same, a field where the claim differentiates it. */
export function genericIn(claim: Claim, like: Sym): Sym {
  const varies =
    like.dependsOn ??
    everyNode(claim).flatMap((node) =>
      node.kind === "derivative" && node.operand && isOf(node.operand, like)
        ? variableOf(node.by)
        : [],
    );
  const { kind: _, name, type, ...details } = like;
  return symbol(
    `${name}°`,
    type,
    varies.length > 0 ? { ...details, dependsOn: [...new Set(varies)] } : details,
  );
}

const isOf = (operand: Expr, like: Sym): boolean => [...nodes(operand)].includes(like);

const variableOf = (by: By): readonly string[] =>
  by.kind !== "variable" ? ["x"] : by.variable.kind === "symbol" ? [by.variable.name] : [];

/** The claim with both sides rewritten; undefined where nothing changes. */
export function rewritten(claim: Claim, change: (side: Expr) => Expr): Claim | undefined {
  const [left, right] = [change(claim.left), change(claim.right)];
  return left === claim.left && right === claim.right ? undefined : { ...claim, left, right };
}

/** Every non-empty choice among a few, small ones first. */
export function choices<T>(items: readonly T[], atMost = 4): readonly (readonly T[])[] {
  const few = items.slice(0, atMost);
  const list = Array.from({ length: 2 ** few.length - 1 }, (_, bits) =>
    few.filter((_, k) => ((bits + 1) >> k) & 1),
  );
  return list.sort((a, b) => a.length - b.length);
}
