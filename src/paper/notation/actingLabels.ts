/** Operators written inside a ket or a bra with the state they act on: |Hψ⟩ is H|ψ⟩, ⟨Hφ| is ⟨φ|H†. */
import { bra, dagger, ket, product } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readInside } from "./expression";
import { nameOf } from "./name";
import type { Reader } from "./reader";
import { readLabels } from "./states";

export interface Acting {
  readonly operators: readonly TexNode[];
  readonly state: readonly TexNode[];
}

/** Capital or hatted letters before the name of a state. */
export function actingLabel(label: readonly TexNode[]): Acting | undefined {
  const at = label.findIndex((node) => /^[ψφϕχΨΦ]$/u.test(nameOf(node)?.base ?? ""));
  const [operators, state] = [label.slice(0, at), label.slice(at)];
  if (at < 1 || !operators.every((node) => node.kind === "script" || isOperator(node)))
    return undefined;
  return state.slice(1).every((node) => node.kind === "script") ? { operators, state } : undefined;
}

function isOperator(node: TexNode): boolean {
  const name = nameOf(node);
  return name !== undefined && (name.accent === "hat" || /^[A-Z]$/.test(name.name));
}

export function readKet(reader: Reader, label: readonly TexNode[]): Expr {
  const acting = actingLabel(label);
  if (!acting) return ket(...readLabels(reader, label));
  return product(readInside(reader, acting.operators), ket(...readLabels(reader, acting.state)));
}

export function readBra(reader: Reader, label: readonly TexNode[]): Expr {
  const acting = actingLabel(label);
  if (!acting) return bra(...readLabels(reader, label));
  const operators = readInside(reader, acting.operators);
  return product(bra(...readLabels(reader, acting.state)), dagger(operators));
}
