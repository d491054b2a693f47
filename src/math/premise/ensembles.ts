/** What follows from a partition function: ⟨E⟩ = −∂ ln Z/∂β, ⟨N⟩ = ∂ ln 𝒵/∂(βμ), F = −kT ln Z; and C = dE/dT, 1/T = dS/dE. */
import { derivative, inverse, negate, product } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Derivative, Expr, Sym } from "../expr/node";
import type { Meaning } from "./meaning";
import { everyNode, symbolsIn } from "./names";

export function* ensembles(claim: Claim): Generator<Meaning> {
  const all = everyNode(claim);
  const named = (name: RegExp): Sym | undefined =>
    symbolsIn(claim).find((one) => one.type === "scalar" && name.test(one.name));
  const [beta, T] = [named(/^β$/u), named(/^T$/)];
  const k = named(/^(k|k_B|k_b)$/);
  const logarithm = all.find(isLogarithm);
  if (logarithm) {
    for (const slope of all.filter(isSlope)) {
      if (slope.operand !== logarithm && !isSlopeOf(slope.operand, logarithm)) continue;
      const along = derivative(slope.by, logarithm);
      const by = nameOf(slope.by.variable);
      const energy = mean(all, /^[EU]$/);
      if (by === "β" && energy)
        yield {
          head: energy,
          body: negate(along),
          latex: `${shown(energy)}=-\\partial\\ln Z/\\partial\\beta`,
        };
      const number = mean(all, /^N$/);
      const heat = beta ? inverse(beta) : k && T ? product(k, T) : undefined;
      if (/^μ$/u.test(by) && number && heat)
        yield {
          head: number,
          body: product(heat, along),
          latex: `${shown(number)}=\\beta^{-1}\\partial\\ln\\mathcal Z/\\partial\\mu`,
        };
    }
    const free = named(/^F$/);
    const heat = k && T ? product(k, T) : beta ? inverse(beta) : undefined;
    if (free && heat)
      yield {
        head: free,
        body: negate(product(heat, logarithm)),
        latex: k && T ? "F=-kT\\ln Z" : "F=-\\beta^{-1}\\ln Z",
      };
  }
  yield* capacities(claim, all, T);
}

/** C of an energy that is differentiated by T, T of an entropy that is differentiated by E. */
function* capacities(claim: Claim, all: readonly Expr[], T: Sym | undefined): Generator<Meaning> {
  if (!T) return;
  const named = (name: RegExp): Sym | undefined =>
    symbolsIn(claim).find((one) => one.type === "scalar" && name.test(one.name));
  for (const slope of all.filter(isSlope)) {
    const what = nameOf(slope.operand);
    const by = nameOf(slope.by.variable);
    const capacity = named(slope.by.held ? /^C_V$/ : /^C(_V)?$/);
    if (/^[EU]$/.test(what) && by === "T" && capacity)
      yield {
        head: capacity,
        body: slope,
        latex: `${capacity.name}=\\partial ${what}/\\partial T`,
      };
    if (what === "S" && /^[EU]$/.test(by) && !slope.by.held)
      yield { head: T, body: inverse(slope), latex: `1/T=dS/d${by}` };
  }
}

type Slope = Derivative & {
  readonly operand: Expr;
  readonly by: Extract<Derivative["by"], { kind: "variable" }>;
};

const isSlope = (node: Expr): node is Slope =>
  node.kind === "derivative" && node.by.kind === "variable" && node.operand !== undefined;

const isSlopeOf = (node: Expr, of: Expr): boolean => isSlope(node) && node.operand === of;

/** ln Z. */
const isLogarithm = (node: Expr): boolean =>
  node.kind === "function" &&
  /^(ln|log)$/.test(node.name) &&
  node.args[0]?.kind === "symbol" &&
  /^(Z|𝒵|Ξ)$/u.test(node.args[0].name);

/** ⟨E⟩ where it is written, else E. */
const mean = (all: readonly Expr[], name: RegExp): Expr | undefined =>
  all.find((node) => node.kind === "expectation" && name.test(nameOf(node.operand))) ??
  all.find((node) => node.kind === "symbol" && name.test(node.name));

const nameOf = (node: Expr): string =>
  node.kind === "symbol" ? node.name : node.kind === "expectation" ? nameOf(node.operand) : "";

const shown = (node: Expr): string =>
  node.kind === "expectation" ? `\\langle ${nameOf(node)}\\rangle` : nameOf(node);
