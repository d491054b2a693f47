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
  if (!nodes.some((node) => node.kind === "symbol" && node.role === "angular-momentum"))
    return ofHarmonics(field, nodes, ordinal);
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

/** ℓ and m, the one without direction among them. */
const multiplets: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, -1],
  [3, 2],
  [0, 0],
  [2, 2],
  [1, 0],
  [1, -1],
  [3, -3],
  [2, 1],
];

/** |m| ≤ ℓ for every Y_{ℓm} and P_ℓ^m. */
function ofHarmonics<E>(
  field: Field<E>,
  nodes: readonly Expr[],
  ordinal: number,
): readonly (readonly [string, E])[] {
  const found = new Map<string, E>();
  const whole = (n: number): E => field.rational(BigInt(n), 1n);
  for (const node of nodes) {
    if (node.kind !== "function" || !/^(sphericalY|legendreP)$/.test(node.name)) continue;
    const [degree, order] = node.parameters;
    if (degree?.kind !== "symbol" || order?.kind !== "symbol" || found.has(order.name)) continue;
    const [l, m] = multiplets[(ordinal + 2 * found.size) % multiplets.length] ?? [1, 1];
    found.set(degree.name, whole(l));
    found.set(order.name, whole(m));
  }
  return [...found];
}
