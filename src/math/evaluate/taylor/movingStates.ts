/** States change with what they are differentiated by, as long as nothing says that they stay: |ψ⟩ in d⟨ψ|A|ψ⟩/dt. */
import type { Bra, By, Expr, Ket, Sym } from "../../expr/node";
import { stateName } from "../../expr/stateMotion";
import { nodes as within } from "../../expr/walk";

export interface MovingState {
  readonly name: Sym;
  readonly by: By;
  /** The formulas differentiate the state itself as well. */
  readonly shown: boolean;
}

export function movingStates(nodes: Iterable<Expr>): readonly MovingState[] {
  const derivatives = [...nodes].flatMap((node) =>
    node.kind === "derivative" && node.by.kind === "variable" && node.operand
      ? [{ variable: node.by.variable, by: node.by, operand: node.operand }]
      : [],
  );
  const found = derivatives.flatMap(({ variable, by, operand }) => {
    const states = [...within(operand)].filter(isState);
    if (states.some(({ labels }) => labels.includes(variable))) return [];
    return states.flatMap(({ labels }) => {
      const name = stateName(labels);
      return name ? [{ name, by, shown: isState(operand) }] : [];
    });
  });
  const shown = new Set(found.flatMap((one) => (one.shown ? [one.name] : [])));
  return found.map((one) => ({ ...one, shown: shown.has(one.name) }));
}

const isState = (node: Expr): node is Ket | Bra => node.kind === "ket" || node.kind === "bra";
