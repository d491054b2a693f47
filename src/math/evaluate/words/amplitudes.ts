/** Coherent states: when premises speak of them, and by which labels. */
import type { Expr, Sym } from "../../expr/node";
import { type Given, headKey } from "../given";

/** a|α⟩ = α|α⟩, or |α⟩ = D(α)|0⟩ with D undefined, is among the premises. */
export const isCoherent = (given: Given): boolean =>
  given.coherent ||
  [...given.definitions.values()]
    .flat()
    .some(({ head, body }) => head.kind === "ket" && isDisplaced(body, head.labels[0], given));

/** D(α)|0⟩ with nothing said of D. */
function isDisplaced(body: Expr, label: Expr | undefined, given: Given): boolean {
  if (body.kind !== "product" || body.factors.length !== 2) return false;
  const [shift, state] = body.factors;
  return (
    shift?.kind === "call" &&
    shift.head.kind === "symbol" &&
    shift.head.name === "D" &&
    shift.args[0] === label &&
    !given.definitions.has(headKey(shift) ?? "") &&
    state?.kind === "ket" &&
    state.labels.length === 1 &&
    state.labels[0]?.kind === "num" &&
    state.labels[0].numerator === 0n
  );
}

/** Amplitudes that states are labelled by. */
export function amplitudesIn(nodes: Iterable<Expr>): readonly Sym[] {
  const found = new Set<Sym>();
  for (const node of nodes)
    if (node.kind === "ket" || node.kind === "bra")
      for (const label of node.labels)
        if (label.kind === "symbol" && isAmplitude(label)) found.add(label);
  return [...found];
}

/** Letters of amplitudes; n and m number quanta. */
export const isAmplitude = (label: Sym): boolean =>
  label.type === "scalar" && /^[αβγζξλμzwuv][′₁₂]*$/u.test(label.name);
