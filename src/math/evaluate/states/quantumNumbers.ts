/** Samples of the quantum numbers j and m that name states: those of the representation in use. */
import type { Expr } from "../../expr/node";
import type { World } from "../evaluation";
import type { Field } from "../number/field";

/** Names in |j,m⟩ with their values, where angular momenta act on such states. */
export function quantumNumbers<E>(
  field: Field<E>,
  nodes: readonly Expr[],
  world: World,
  ordinal: number,
): readonly (readonly [string, E])[] {
  if (!nodes.some((node) => node.kind === "symbol" && node.role === "angular-momentum")) return [];
  const found = new Map<string, E>();
  for (const node of nodes) {
    if ((node.kind !== "ket" && node.kind !== "bra") || node.labels.length !== 2) continue;
    const [j, m] = node.labels;
    const twice = world.twiceSpin;
    if (j?.kind === "symbol") found.set(j.name, field.rational(BigInt(twice), 2n));
    if (m?.kind === "symbol")
      found.set(
        m.name,
        field.rational(
          BigInt(twice - 2 * ((1 + ordinal + Math.floor(ordinal / 4)) % (twice + 1))),
          2n,
        ),
      );
  }
  return [...found];
}
