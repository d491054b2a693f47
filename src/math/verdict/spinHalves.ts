/** |↑↓⟩, |01⟩ and the matrices of numbered spins ½, written out as columns and as products of Pauli matrices. */
import {
  constant,
  hbar,
  matrix,
  minusOne,
  num,
  one,
  product,
  quotient,
  sum,
  zero,
} from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Bra, Expr, Index, Ket } from "../expr/node";
import { isOne, isZero, unhatted } from "../expr/questions";
import { mapChildren, nodes, some } from "../expr/walk";
import { partsOf } from "./facts";
import { basis, type Written } from "./written";

export function withSpinHalves(claim: Claim): Claim | Written {
  const sides = [claim.left, claim.right];
  const facts = claim.given.flatMap((premise) => premise.facts);
  const concerned = definitionsFor(sides, facts);
  const parts = [...sides, ...concerned.flatMap(partsOf)];
  const all = parts.flatMap((part) => [...nodes(part)]);
  const states = all.filter(isState).filter(isKnownState);
  if (states.length === 0) return claim;
  if (sides.some((side) => some(side, isOfQuanta)) || facts.some(isOwnColumn)) return claim;
  const heads = facts.flatMap((fact) =>
    fact.kind === "definition" && !isKnownState(fact.head) ? [fact.head] : [],
  );
  if (!all.some((node) => isTwoLevel(node) || isSpinName(node) || spinComponent(node)))
    return claim;
  const isQubits = states.some((state) => !state.labels.some(isArrow));
  const count = Math.max(...states.map((state) => pointing(state)?.length ?? 0), ...countsIn(all));
  const unit = all.some((node) => node === hbar) ? quotient(hbar, num(2)) : quotient(one, num(2));
  const spins: Spins = {
    count,
    unit,
    named: new Set(heads),
    names: new Map(),
    isTotal: false,
  };
  const put = (part: Expr): Expr => write(part, spins);
  const inFact = (fact: Fact): Fact =>
    fact.kind === "definition" ? { ...fact, body: put(fact.body) } : fact;
  try {
    const [left, right] = [put(claim.left), put(claim.right)];
    const given = claim.given.map((premise) => ({
      ...premise,
      facts: premise.facts.flatMap((fact) => {
        if (concerned.includes(fact)) return [inFact(fact)];
        return partsOf(fact).some((part) => some(part, isKnownState)) ? [] : [fact];
      }),
    }));
    const used = [isQubits ? computational : upAndDown, ...(spins.isTotal ? [total] : [])];
    return { claim: { ...claim, left, right, given }, used, names: spins.names };
  } catch (error) {
    if (error instanceof NotOfSpins) return claim;
    throw error;
  }
}

const computational: Premise = basis("the computational basis", "\\sigma_z|0\\rangle=|0\\rangle");
const upAndDown: Premise = basis(
  "spin ½ along z",
  "\\sigma_z|{\\uparrow}\\rangle=|{\\uparrow}\\rangle",
);
const total: Premise = {
  id: "usual-definition",
  name: "the usual meaning of a name",
  latex: "\\mathbf{S}=\\mathbf{S}_1+\\mathbf{S}_2",
  source: "tacit",
  facts: [],
};

/** What a claim about spins says that is not written out here. */
class NotOfSpins extends Error {}

interface Spins {
  /** How many spins a state of the claim has. */
  readonly count: number;
  /** ħ/2, or ½ where ħ is one. */
  readonly unit: Expr;
  /** Names the text defines itself. */
  readonly named: ReadonlySet<Expr>;
  /** What was written out, by what stands there now. */
  readonly names: Map<Expr, Expr>;
  /** 𝐒 without a number was met beside several spins. */
  isTotal: boolean;
}

const isState = (node: Expr): node is Ket | Bra => node.kind === "ket" || node.kind === "bra";

/** |0⟩ = (1, 0): the text writes its states out itself. */
const isOwnColumn = (fact: Fact): boolean =>
  fact.kind === "definition" && isKnownState(fact.head) && holdsMatrix(fact.body);

/** What the text says of the names in a claim, and of the names in what it says. */
function definitionsFor(sides: readonly Expr[], facts: readonly Fact[]): readonly Fact[] {
  const met = new Set(sides.flatMap((side) => [...nodes(side)]).flatMap(nameIn));
  const found = new Set<Fact>();
  for (let more = true; more; ) {
    more = false;
    for (const fact of facts) {
      if (fact.kind !== "definition" || found.has(fact) || isKnownState(fact.head)) continue;
      if (!nameIn(fact.head).some((name) => met.has(name))) continue;
      found.add(fact);
      for (const node of nodes(fact.body)) for (const name of nameIn(node)) met.add(name);
      more = true;
    }
  }
  return [...found];
}

/** ψ in |ψ⟩ and ⟨ψ|. */
const nameIn = (node: Expr): readonly Expr[] => (isState(node) ? node.labels.slice(0, 1) : [node]);

const isKnownState = (node: Expr): node is Ket | Bra =>
  isState(node) && pointing(node) !== undefined;

const isArrow = (node: Expr): boolean =>
  node.kind === "product"
    ? node.factors.every(isArrow)
    : node.kind === "symbol" && (node.name === "↑" || node.name === "↓");

/** 0 for up and 1 for down, spin by spin. */
function pointing({ labels }: Ket | Bra): readonly number[] | undefined {
  const each = labels.flatMap((label) => (label.kind === "product" ? label.factors : [label]));
  const bits = each.map((label) => {
    if (isZero(label)) return 0;
    if (isOne(label)) return 1;
    return isArrow(label) && label.kind === "symbol" ? Number(label.name === "↓") : undefined;
  });
  const known = bits.flatMap((bit) => bit ?? []);
  const isMixed = each.some(isArrow) && !each.every(isArrow);
  return known.length === each.length && known.length > 0 && !isMixed ? known : undefined;
}

/** c†, a, x̂: |0⟩ is a vacuum or a ground state beside them. */
const isOfQuanta = (node: Expr): boolean =>
  node.kind === "symbol" &&
  /^(?:fermion-lowering|lowering|number-operator|position-operator|momentum-operator)$/.test(
    node.role ?? "",
  );

/** Pauli matrices and squares of 2 and 4 rows act on qubits, which stand side by side in A⊗B. */
const isTwoLevel = (node: Expr): boolean =>
  node.kind === "tensor-product" ||
  (node.kind === "product" && areSideBySide(node.factors)) ||
  (node.kind === "symbol" && node.role === "pauli") ||
  (node.kind === "matrix" &&
    node.rows.length === node.rows[0]?.length &&
    (node.rows.length === 2 || node.rows.length === 4));

/** How many spins stand side by side in |0⟩⊗|1⟩ and |0⟩|1⟩. */
const countsIn = (all: readonly Expr[]): readonly number[] =>
  all.flatMap((node) => {
    if (node.kind === "tensor-product") return [node.factors.length];
    return node.kind === "product" ? [longestRun(node.factors)] : [];
  });

/** |0⟩|1⟩. */
const areSideBySide = (factors: readonly Expr[]): boolean =>
  factors.some((factor, n) => {
    const next = factors[n + 1];
    return (
      factor.kind === "ket" && next?.kind === "ket" && isKnownState(factor) && isKnownState(next)
    );
  });

function longestRun(factors: readonly Expr[]): number {
  let [longest, here] = [0, 0];
  for (const factor of factors) {
    here = factor.kind === "ket" ? here + (pointing(factor)?.length ?? 0) : 0;
    longest = Math.max(longest, here);
  }
  return longest;
}

function write(node: Expr, spins: Spins): Expr {
  if (spins.named.has(node)) return node;
  const written = writtenOut(node, spins);
  if (holdsMatrix(written) && !some(node, (part) => part.kind === "matrix"))
    spins.names.set(written, node);
  return written;
}

function writtenOut(node: Expr, spins: Spins): Expr {
  if (isState(node)) return columnOf(node) ?? node;
  const component = spinComponent(node);
  if (component) return matrixOf(component, spins);
  switch (node.kind) {
    case "tensor-product":
      return matrix(
        node.factors.map((factor) => factorOf(factor, spins)).reduce((a, b) => kronecker(a, b)),
      );
    case "product":
      return product(...sideBySide(node.factors).map((factor) => write(factor, spins)));
    case "dot":
      return isOfSpins(node.left) && isOfSpins(node.right)
        ? sum(
            ...["x", "y", "z"].map((axis) =>
              product(along(node.left, axis, spins), along(node.right, axis, spins)),
            ),
          )
        : mapChildren(node, (part) => write(part, spins));
    case "power":
      return isBareSpin(node.base) && node.exponent === num(2)
        ? sum(
            ...["x", "y", "z"].map((axis) => {
              const each = along(node.base, axis, spins);
              return product(each, each);
            }),
          )
        : mapChildren(node, (part) => write(part, spins));
    default:
      if (isSpinName(node)) throw new NotOfSpins();
      return mapChildren(node, (part) => write(part, spins));
  }
}

/** |0⟩|1⟩ is |01⟩. */
function sideBySide(factors: readonly Expr[]): readonly Expr[] {
  const joined: Expr[] = [];
  for (const factor of factors) {
    const before = joined.at(-1);
    if (before?.kind === "ket" && factor.kind === "ket" && pointing(before) && pointing(factor))
      joined[joined.length - 1] = { ...before, labels: [...before.labels, ...factor.labels] };
    else joined.push(factor);
  }
  return joined;
}

function columnOf(state: Ket | Bra): Expr | undefined {
  const bits = pointing(state);
  if (!bits) return undefined;
  const place = bits.reduce((at, bit) => 2 * at + bit, 0);
  const entries = Array.from({ length: 2 ** bits.length }, (_, n) => (n === place ? one : zero));
  return matrix(state.kind === "ket" ? entries.map((entry) => [entry]) : [entries]);
}

type Entries = readonly (readonly Expr[])[];

const identity: Entries = [
  [one, zero],
  [zero, one],
];

const pauli: Readonly<Record<string, Entries>> = {
  x: [
    [zero, one],
    [one, zero],
  ],
  y: [
    [zero, product(minusOne, constant("i"))],
    [constant("i"), zero],
  ],
  z: [
    [one, zero],
    [zero, minusOne],
  ],
  "+": [
    [zero, num(2)],
    [zero, zero],
  ],
  "-": [
    [zero, zero],
    [num(2), zero],
  ],
};

const times = (a: Expr, b: Expr): Expr => {
  if (isZero(a) || isZero(b)) return zero;
  if (isOne(a)) return b;
  return isOne(b) ? a : product(a, b);
};

const plus = (a: Expr, b: Expr): Expr => {
  if (isZero(a)) return b;
  return isZero(b) ? a : sum(a, b);
};

const added = (a: Entries, b: Entries): Entries =>
  a.map((row, i) => row.map((entry, j) => plus(entry, b[i]?.[j] ?? zero)));

const kronecker = (a: Entries, b: Entries): Entries =>
  a.flatMap((row) => b.map((below) => row.flatMap((x) => below.map((y) => times(x, y)))));

/** A factor of A⊗B by its entries: a matrix, a state, and their sums and multiples. */
function factorOf(node: Expr, spins: Spins): Entries {
  if (isOne(node) || (node.kind === "symbol" && node.role === "identity")) return identity;
  return entriesOf(write(node, { ...spins, count: 1 }));
}

function entriesOf(node: Expr): Entries {
  switch (node.kind) {
    case "matrix":
      return node.rows;
    case "sum": {
      const [first, ...more] = node.terms.map(entriesOf);
      if (!first || more.some((other) => !isLike(first, other))) throw new NotOfSpins();
      return more.reduce(added, first);
    }
    case "product": {
      const [only, ...more] = node.factors.filter(holdsMatrix);
      if (!only || more.length > 0) throw new NotOfSpins();
      const scale = node.factors.filter((factor) => factor !== only);
      return entriesOf(only).map((row) => row.map((entry) => times(product(...scale), entry)));
    }
    case "quotient":
      return entriesOf(node.over).map((row) =>
        row.map((entry) => (isZero(entry) ? zero : quotient(entry, node.under))),
      );
    default:
      throw new NotOfSpins();
  }
}

const isLike = (a: Entries, b: Entries): boolean =>
  a.length === b.length && a[0]?.length === b[0]?.length;

const holdsMatrix = (node: Expr): boolean => some(node, (part) => part.kind === "matrix");

interface Component {
  readonly family: "σ" | "S";
  /** The spin it belongs to; undefined where it carries no number. */
  readonly particle: number | undefined;
  readonly axis: string;
}

/** σ_x, σ_1^z, σ_{1z}, σ_x^{(1)}, S_1^z, S_{1z}, S_z, S_+. */
function spinComponent(node: Expr): Component | undefined {
  if (node.kind === "power" && node.exponent.kind === "symbol") {
    const name = spinNameIn(node.base);
    return name?.particle !== undefined ? componentAs(name, node.exponent.name) : undefined;
  }
  if (node.kind === "tensor") {
    const name = spinNameIn(node.head);
    const [first, second, more] = node.indices;
    if (!name || !first || more) return undefined;
    if (!second) return componentAs(name, axisOf(first));
    const particle = first.value;
    return particle === undefined ? undefined : componentAs({ ...name, particle }, axisOf(second));
  }
  if (node.kind !== "labelled") return undefined;
  const [first, second, more] = node.labels;
  const name = spinNameIn(node.head);
  if (!name || !first || more) return undefined;
  if (!second) return componentAs(name, labelOf(first));
  return first.kind === "num"
    ? componentAs({ ...name, particle: Number(first.numerator) }, labelOf(second))
    : undefined;
}

const axisOf = ({ name, value }: Index): string =>
  value === undefined ? name : (["x", "y", "z"][value - 1] ?? name);

/** + and −, whose labels stand as a sign. */
const labelOf = (node: Expr): string => {
  if (node.kind === "symbol") return node.name;
  return node.kind === "product" && node.factors[0] === minusOne ? "-" : "";
};

const componentAs = (
  { family, particle }: Omit<Component, "axis">,
  axis: string,
): Component | undefined =>
  /^[xyz]$/.test(axis) || (family === "S" && /^[+-]$/.test(axis))
    ? { family, particle, axis }
    : undefined;

/** The letter and the number in σ_1, σ^{(1)}, Ŝ. */
function spinNameIn(node: Expr): Omit<Component, "axis"> | undefined {
  if (node.kind === "labelled") {
    const [label, more] = node.labels;
    const head = spinNameIn(node.head);
    return head && label?.kind === "num" && !more
      ? { ...head, particle: Number(label.numerator) }
      : undefined;
  }
  if (node.kind !== "symbol") return undefined;
  const [, letter, number] = /^([σSs])(?:\^\((\d)\))?$/.exec(unhatted(node.name)) ?? [];
  if (!letter) return undefined;
  return {
    family: letter === "σ" ? "σ" : "S",
    particle: number === undefined ? undefined : Number(number),
  };
}

/** 𝐒, 𝛔_1: a vector of spin matrices. */
const isSpinName = (node: Expr): boolean => {
  const isVector =
    (node.kind === "symbol" && node.type === "three-vector") ||
    (node.kind === "labelled" && node.head.type === "three-vector");
  return isVector && spinNameIn(node) !== undefined;
};

/** S in S². */
const isBareSpin = (node: Expr): boolean =>
  spinNameIn(node)?.family === "S" && (isSpinName(node) || isOperator(node));

const isOperator = (node: Expr): boolean =>
  (node.kind === "symbol" && node.type === "operator") ||
  (node.kind === "labelled" && node.head.type === "operator");

/** 𝐒₁ + 𝐒₂. */
const isOfSpins = (node: Expr): boolean =>
  node.kind === "sum" ? node.terms.every(isOfSpins) : isSpinName(node);

function along(node: Expr, axis: string, spins: Spins): Expr {
  if (spins.named.has(node)) throw new NotOfSpins();
  if (node.kind === "sum") return sum(...node.terms.map((term) => along(term, axis, spins)));
  const name = spinNameIn(node);
  if (!name) throw new NotOfSpins();
  return matrixOf({ ...name, axis }, spins);
}

/** σ along an axis at the place of its spin; the sum over all spins where no number says which. */
function matrixOf({ family, particle, axis }: Component, spins: Spins): Expr {
  const { count } = spins;
  if (particle === undefined && count > 1) {
    if (family === "σ") throw new NotOfSpins();
    spins.isTotal = true;
  }
  const places =
    particle === undefined && count > 1
      ? Array.from({ length: count }, (_, n) => n + 1)
      : [particle ?? 1];
  const whole = matrix(places.map((place) => atPlace(axis, place, count)).reduce(added));
  return family === "S" ? product(spins.unit, whole) : whole;
}

/** 1⊗σ⊗1. */
function atPlace(axis: string, place: number, count: number): Entries {
  const matrices = pauli[axis];
  if (place < 1 || place > count || !matrices) throw new NotOfSpins();
  return Array.from({ length: count }, (_, n) => (n + 1 === place ? matrices : identity)).reduce(
    (a, b) => kronecker(a, b),
  );
}
