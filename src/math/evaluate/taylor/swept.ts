/** Fields of which equations of motion are given: they vary along everything, whatever else is written of them. */
import type { Expr, Sym } from "../../expr/node";
import { isNumeral } from "../../expr/questions";
import { nodes as within } from "../../expr/walk";
import type { Given } from "../given";

export interface Swept {
  /** Names that vary along everything. */
  readonly fields: ReadonlySet<string>;
  /** Those of them of which only their place in an equation says so. */
  readonly guessed: ReadonlySet<string>;
}

/** `differentiated`: what stands under a derivative; `along`: names of the variables; none of them is a field unless it moves. */
export function sweptFields(
  nodes: Iterable<Expr>,
  motions: Given["constraints"],
  differentiated: ReadonlyMap<string, ReadonlySet<string>>,
  along: ReadonlySet<string>,
): Swept {
  const fields = new Set<string>();
  const guessed = new Set<string>();
  if (motions.length === 0) return { fields, guessed };
  const inMotion = new Set(
    motions.flatMap(({ left, right }) => [...within(left), ...within(right)]),
  );
  /** ẋ = v says what v is, whatever its letter. */
  const alone = new Set<Expr>(motions.flatMap(({ left, right }) => [left, right]));
  const written = [...nodes];
  // Where members move, every name beside them may.
  const isMember = (node: Expr | undefined): boolean => node?.kind === "labelled";
  const membersMove = written.some((node) => node.kind === "derivative" && isMember(node.operand));
  const ofMembers = new Set<Expr>(
    membersMove
      ? []
      : written.flatMap((node) =>
          node.kind === "labelled" && node.labels.every(isNumeral) ? [node.head] : [],
        ),
  );
  for (const node of written) {
    if (node.kind !== "symbol" || !mayVary(node)) continue;
    const known = (differentiated.get(node.name)?.size ?? 0) > 0 || node.dependsOn?.includes("x");
    if (along.has(node.name) && !known) continue;
    if (!known && ofMembers.has(node) && !alone.has(node)) continue;
    if (!known && !(inMotion.has(node) && (alone.has(node) || !constants.test(node.name))))
      continue;
    fields.add(node.name);
    if (!known) guessed.add(node.name);
  }
  return { fields, guessed };
}

const mayVary = (sym: Sym): boolean =>
  (sym.role === undefined || sym.role === "field-strength") &&
  ["scalar", "three-vector", "four-vector", "tensor", "spinor"].includes(sym.type);

/** Letters that stand for constants beside fields. */
const constants = /^(?:[mMgGceqhħkKNnλΛκμαβγωΩεηνξσζτ]|[mMεμkKωcegGqγλκα]_.*|.*_0|[𝐤𝐩𝐪𝐧])$/u;
