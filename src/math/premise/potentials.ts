/** 𝐁 = ∇×𝐀 and 𝐄 = −∇φ − ∂𝐀/∂t, beside potentials that are differentiated. */
import { derivative, minus, negate, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isTime } from "../expr/questions";
import { symbolsOf } from "../expr/walk";
import type { Meaning } from "./meaning";
import { everyNodeTold, nameOf } from "./names";

export function* potentials(claim: Claim): Generator<Meaning> {
  const all = everyNodeTold(claim);
  const slopes = all.filter((node) => node.kind === "derivative");
  const differentiated = new Set(
    slopes.flatMap(({ operand }) => (operand ? [...symbolsOf(operand)] : [])),
  );
  const potential = [...differentiated].find((name) => isVector(name, "A"));
  if (!potential) return;
  const field = (letter: string): Sym | undefined =>
    all.find((node): node is Sym => isVector(node, letter));
  const magnetic = field("B");
  if (magnetic)
    yield {
      head: magnetic,
      body: derivative({ kind: "curl" }, potential),
      latex: `${nameOf(magnetic)}=\\nabla\\times ${nameOf(potential)}`,
    };
  const electric = field("E");
  const scalar = [...differentiated].find(
    ({ name, type }) => type === "scalar" && /^[φϕΦV]$/u.test(name),
  );
  const clock = slopes
    .map(({ by }) => (by.kind === "variable" ? by.variable : undefined))
    .find((variable) => variable !== undefined && isTime(variable));
  if (!electric || !scalar) return;
  const rate = derivative(
    { kind: "variable", variable: clock ?? symbol("t"), style: "partial" },
    potential,
  );
  yield {
    head: electric,
    body: minus(negate(derivative({ kind: "gradient" }, scalar)), rate),
    latex: `${nameOf(electric)}=-\\nabla ${nameOf(scalar)}-\\partial_t ${nameOf(potential)}`,
  };
}

const isVector = (node: Expr, letter: string): node is Sym =>
  node.kind === "symbol" &&
  node.type === "three-vector" &&
  node.role === undefined &&
  node.name === letter;
