/** Which symbols are letters of operator words, and which formulas hold one. */
import type { Expr, Sym } from "../../expr/node";
import { type Given, headKey, nameKey } from "../given";
import { parts } from "../parts";
import { operatorSpace, spaceByName } from "../spaces";

const ladderRoles: ReadonlySet<string | undefined> = new Set([
  "lowering",
  "fermion-lowering",
  "number-operator",
  "position-operator",
  "momentum-operator",
]);

/** No finite matrix represents it. */
export const isMode = (sym: Sym): boolean => ladderRoles.has(sym.role);

export const isLetter = (sym: Sym): boolean =>
  isMode(sym) || isUnspecified(sym) || isGrassmann(sym);

/** An operator whose algebra only premises give. */
const isUnspecified = (sym: Sym): boolean =>
  sym.role === undefined &&
  (sym.type === "operator" || sym.type === "matrix") &&
  spaceByName(sym) === operatorSpace;

export const isGrassmann = (sym: Sym): boolean =>
  sym.role === undefined && sym.type === "scalar" && sym.grassmann === true;

/** Letters or states occur, definitions included. */
export function letterTest(given: Given, nodes: Iterable<Expr> = []): (expr: Expr) => boolean {
  const known = new Map<Expr, boolean>();
  const fields = new Set([...fieldsIn(given), ...orderedIn(nodes)]);
  const holds = (node: Expr): boolean => {
    const found = known.get(node);
    if (found !== undefined) return found;
    known.set(node, false);
    const own =
      node.kind === "ket" ||
      node.kind === "bra" ||
      (node.kind === "symbol" && isLetter(node)) ||
      (node.kind === "call" && fields.has(nameKey(node)));
    const bodies = given.definitions.get(headKey(node) ?? "");
    const result = bodies
      ? node.kind === "ket" || bodies.some(({ body }) => holds(body))
      : own || parts(node).some(holds);
    known.set(node, result);
    return result;
  };
  return holds;
}

/** Names in [φ(x), π(y)] = iδ(x−y): whose commutator is given is an operator. */
const fieldsIn = ({ algebras }: Given): ReadonlySet<string> =>
  new Set(
    algebras.flatMap(({ left }) =>
      left.kind === "bracket" && left.sort !== "poisson"
        ? [left.left, left.right].flatMap((side) => {
            const inner = side.kind === "involution" ? side.operand : side;
            return inner.kind === "call" ? [nameKey(inner)] : [];
          })
        : [],
    ),
  );

/** Fields that are put in the order of their times. */
export const orderedIn = (nodes: Iterable<Expr>): readonly string[] =>
  [...nodes].flatMap((node) =>
    node.kind === "ordered" && node.sort === "time" ? calledIn(node.operand) : [],
  );

const calledIn = (node: Expr): readonly string[] =>
  node.kind === "call" ? [nameKey(node)] : parts(node).flatMap(calledIn);

/** Names of the unspecified operators of a formula. */
export const unspecifiedIn = (node: Expr): readonly string[] =>
  node.kind === "symbol"
    ? isUnspecified(node)
      ? [node.name]
      : []
    : parts(node).flatMap(unspecifiedIn);
