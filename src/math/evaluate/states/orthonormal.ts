/** Members of an orthonormal set: |↑⟩ and |↓⟩ as two directions of the space of states, |n⟩ as one direction for every n. */
import type { Expr, Ket } from "../../expr/node";
import type { Given } from "../given";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { type Axis, scalarOf, sparse, type Value } from "../value";

/** Space of states that a label numbers. */
const numbered = "numbered states";
const room = 1 << 20;

export function orthonormalState<E>(
  scope: Scope<E>,
  labels: readonly Expr[],
): Value<E> | undefined {
  const { field, spaces } = scope;
  const [set] = scope.given.orthonormal.filter((one) => belongs(one, labels));
  if (!set) return undefined;
  const at = set.findIndex((one) => isNamed(one, labels));
  if (at >= 0 && set.length > 1) {
    const [space, ...more] = spaces.everywhere ?? [];
    if (space === undefined || more.length > 0) throw new Beyond("states in several spaces");
    const size = spaces.matrixSize(space);
    if (size < 5) throw new Beyond("a basis beside explicit matrices");
    return sparse(field, [{ kind: "row", space, size }], [[[at], field.one]]);
  }
  const [label] = labels;
  const n = label && field.integer(scalarOf(field, valueIn(scope, label), "a label"));
  if (n === undefined || n < 0 || n >= room) throw new Beyond("a state without a number");
  const axis: Axis = { kind: "row", space: numbered, size: room };
  return sparse(field, [axis], [[[n], field.one]]);
}

const belongs = (set: Given["orthonormal"][number], labels: readonly Expr[]): boolean =>
  set.some((one) => isNamed(one, labels)) ||
  (isFamily(set) && labels.length === 1 && labels.every((label) => !isOwnName(label)));

/** ψ of |ψ⟩. */
const isOwnName = (label: Expr): boolean => label.kind === "symbol" && label.type === "state";

const isNamed = (one: Ket, labels: readonly Expr[]): boolean =>
  one.labels.length === labels.length && one.labels.every((label, i) => label === labels[i]);

/** |n⟩ stands for all of them. */
const isFamily = ([only, ...more]: Given["orthonormal"][number]): boolean =>
  only !== undefined &&
  more.length === 0 &&
  only.labels.length === 1 &&
  only.labels.every((label) => label.kind === "symbol" && !isOwnName(label));
