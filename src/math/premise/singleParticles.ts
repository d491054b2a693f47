/** |𝐩⟩ = a_𝐩†|0⟩, beside either normalisation of the states. */
import { dagger, func, num, product } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Ket, Labelled } from "../expr/node";
import { printExpr } from "../expr/print";
import type { Meaning } from "./meaning";
import { everyNode } from "./names";

export function* singleParticles(claim: Claim): Generator<Meaning> {
  const all = everyNode(claim);
  const kets = all.filter((node): node is Ket => node.kind === "ket");
  const vacuum = kets.find(isVacuum);
  if (!vacuum) return;
  for (const state of kets) {
    const [label, ...more] = state.labels;
    const made = all.find((node): node is Labelled => isLowering(node) && node.labels[0] === label);
    if (!label || more.length > 0 || !made) continue;
    const one = product(dagger(made), vacuum);
    const name = printExpr(label);
    yield { head: state, body: one, latex: `|${name}\\rangle=a_{${name}}^\\dagger|0\\rangle` };
    const energy = all.find(
      (node): node is Labelled =>
        node.kind === "labelled" && /^[Eω]$/u.test(node.head.name) && node.labels[0] === label,
    );
    if (energy)
      yield {
        head: state,
        body: product(func("sqrt", [product(num(2), energy)]), one),
        latex: `|${name}\\rangle=\\sqrt{2${energy.head.name}_{${name}}}\\,a_{${name}}^\\dagger|0\\rangle`,
      };
  }
}

const isVacuum = ({ labels: [label, ...more] }: Ket): boolean =>
  more.length === 0 &&
  ((label?.kind === "num" && label.numerator === 0n) ||
    (label?.kind === "symbol" && /^[0Ω]$/u.test(label.name)));

const isLowering = (node: Expr): node is Labelled =>
  node.kind === "labelled" &&
  node.labels.length === 1 &&
  node.head.type === "operator" &&
  node.head.role === "lowering";
