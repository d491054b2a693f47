/** 𝐋 and 𝐒, 𝐒₁ and 𝐒₂ act in spaces of their own, and 𝐉 is what they add up to. */
import { product, sum, symbol, tensor } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { nodes, transform } from "../expr/walk";
import { equated, mapClaim, partsOf } from "./facts";

/** The claim with every angular momentum in its own space, where it speaks of several. */
export function withOwnSpins(claim: Claim): Claim {
  const numbered = mapClaim(claim, (part) => transform(part, asNumbered));
  const sides = familiesIn([numbered.left, numbered.right]);
  if (sides.size === 0) return numbered;
  const named = { ...numbered, given: numbered.given.map((one) => withTotals(one, sides)) };
  const all = familiesIn(written(named));
  if (all.size < 2) return named;
  const defined = new Set(
    named.given.flatMap(({ facts }) =>
      facts.flatMap((fact) => (fact.kind === "definition" ? (headOf(fact.head) ?? []) : [])),
    ),
  );
  const apart = mapClaim(named, (part) => transform(part, placed));
  const totals = [...sides].flatMap(([family, heads]) => {
    if (defined.has(family)) return [];
    const parts = partsOfTotal(family, all);
    return parts ? [usual(family, heads, parts)] : [];
  });
  return totals.length > 0 ? { ...apart, given: [...apart.given, ...totals] } : apart;
}

/** 𝐉 = 𝐋 + 𝐒, J_i = L_i + S_i and J_z = L_z + S_z say the same of every way in which 𝐉 is written. */
function withTotals(premise: Premise, sides: Families): Premise {
  const facts = premise.facts.flatMap((fact): readonly Fact[] => {
    const [left, right] = equated(fact) ?? [];
    const total = left && headOf(left);
    const body = right?.kind === "sum" ? vectorOf(right) : undefined;
    return total !== undefined && body ? totalOf(sides.get(total) ?? [], body) : [fact];
  });
  return { ...premise, facts };
}

/** L_z + 2S_z as 𝐋 + 2𝐒. */
function vectorOf(node: Expr): Expr | undefined {
  const parts = node.kind === "sum" ? node.terms : node.kind === "product" ? node.factors : [];
  const vectors = parts.map(vectorOf);
  const known = vectors.flatMap((vector) => vector ?? []);
  if (node.kind === "sum") return known.length === parts.length ? sum(...known) : undefined;
  if (node.kind === "product")
    return known.length === 1 && parts.every((part, i) => part.kind === "num" || vectors[i])
      ? product(...parts.map((part, i) => vectors[i] ?? part))
      : undefined;
  const head = headOf(node);
  return head === undefined ? undefined : angularMomentum(head);
}

const angularMomentum = (name: string): Expr =>
  placed(symbol(name, "three-vector", { role: "angular-momentum" }));

/** The letter of 𝐉, J_z, J_i. */
function headOf(node: Expr): string | undefined {
  if (node.kind === "tensor") return node.indices.length === 1 ? headOf(node.head) : undefined;
  if (node.kind === "labelled") return headOf(node.head);
  const isOne = node.kind === "symbol" && /^(three-vector|operator|tensor|scalar)$/.test(node.type);
  return isOne && /^[FIJLS]/.test(familyName(node)) ? familyName(node) : undefined;
}

const written = ({ left, right, given }: Claim): readonly Expr[] => [
  left,
  right,
  ...given.flatMap(({ facts }) => facts.flatMap(partsOf)),
];

/** 𝐒₁ and S_{1z} as members of one vector of that number. */
function asNumbered(node: Expr): Expr {
  if (node.kind === "labelled") {
    const [label, more] = node.labels;
    return turns(node.head) && label?.kind === "num" && !more
      ? numberedAs(node.head, String(label.numerator))
      : node;
  }
  if (node.kind !== "tensor" || node.head.kind !== "symbol" || !turns(node.head)) return node;
  const [number, axis, more] = node.indices;
  return node.head.role === "angular-momentum" &&
    number?.value !== undefined &&
    number.place === "down" &&
    axis !== undefined &&
    /^[xyz]$/.test(axis.name) &&
    !more
    ? tensor(numberedAs(node.head, number.name), axis)
    : node;
}

const turns = ({ role }: Sym): boolean => role === "angular-momentum" || role === "pauli";

const numberedAs = ({ kind: _, name, type, ...details }: Sym, number: string): Sym =>
  symbol(`${name}_${number}`, type, details);

type Families = ReadonlyMap<string, ReadonlySet<Sym>>;

/** Names of one angular momentum, as an operator, as a vector, with a hat or without. */
function familiesIn(parts: readonly Expr[]): Families {
  const found = new Map<string, Set<Sym>>();
  for (const node of parts.flatMap((part) => [...nodes(part)])) {
    if (node.kind !== "symbol") continue;
    const family = familyOf(node);
    if (family !== undefined) found.set(family, (found.get(family) ?? new Set()).add(node));
  }
  return found;
}

/** σ₁ and σ₂ act on different particles, 𝛔 on spin and 𝛕 on something else. */
function familyOf(sym: Sym): string | undefined {
  const name = sym.name
    .normalize("NFKD")
    .replace("\u0302", "")
    .replace(/\^\((\w)\)/, "_$1");
  if (sym.role === "angular-momentum") return name;
  return sym.role === "pauli" && (name.includes("_") || isPlainPauli(name)) ? name : undefined;
}

const familyName = ({ name }: Sym): string =>
  name
    .normalize("NFKD")
    .replace("\u0302", "")
    .replace(/\^\((\w)\)/, "_$1");

const isPlainPauli = (name: string): boolean => name === "σ" || name === "τ";

function placed(node: Expr): Expr {
  const family = node.kind === "symbol" ? familyOf(node) : undefined;
  if (node.kind !== "symbol" || family === undefined || family === "σ" || node.space) return node;
  const kept = node.role === "pauli" ? "spin" : "rotations";
  return intern({ ...node, space: `${kept} ${family}` });
}

/** What a total angular momentum is the sum of; 𝐒 where only 𝐋 is spoken of. */
function partsOfTotal(
  family: string,
  all: ReadonlyMap<string, unknown>,
): readonly string[] | undefined {
  const has = (name: string): boolean => all.has(name);
  const numbers = [`${family}_1`, `${family}_2`];
  if (numbers.some(has)) return numbers;
  return family === "J" && (has("L") || has("S")) ? ["L", "S"] : undefined;
}

const usual = (family: string, heads: ReadonlySet<Sym>, parts: readonly string[]): Premise => ({
  id: "usual-definition",
  name: "the usual meaning of a name",
  latex: `${family}=${parts.join("+")}`,
  source: "tacit",
  facts: totalOf([...heads].map(placed), sum(...parts.map(angularMomentum))),
});

const totalOf = (heads: Iterable<Expr>, body: Expr): readonly Fact[] =>
  [...heads].map((head) => ({ kind: "definition", head, body }));
