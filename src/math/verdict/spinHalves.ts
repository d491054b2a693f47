/** |↑↓⟩, |01⟩ and the matrices of numbered spins ½, written out as columns and as products of Pauli matrices. */
import { hbar, num, one, quotient } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Expr } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { partsOf } from "./facts";
import { holdsMatrix, NotOfSpins } from "./spins/entries";
import { isBareSpin, isSpinName, spinComponent } from "./spins/names";
import {
  areSideBySide,
  isArrow,
  isKnownState,
  isState,
  longestRun,
  pointing,
} from "./spins/states";
import { type Spins, write } from "./spins/write";
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
  if (
    !all.some(
      (node) => isTwoLevel(node) || isSpinName(node) || isBareSpin(node) || spinComponent(node),
    )
  )
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
