/** ∂ without an index: (∂φ)² is ∂_μφ ∂^μφ, ∂·A is ∂_μA^μ; elsewhere it stays what it is. */
import { derivative, index, num, opaque, symbol, tensor } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import type { Use } from "./context";
import { readFactor } from "./factor";
import { withOperand } from "./operand";
import { raise } from "./raise";
import { ended, next, over, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { unwrap } from "./scripts";
import { freshIndex } from "./slash";
import { sortOf } from "./sort";
import { closing, uses } from "./survey";
import { endsTerm } from "./term";
import { tokenOf } from "./token";

export const squaredGradient: NotationRule = {
  name: "squares of gradients in spacetime",
  begins: ["("],
  examples: [[String.raw`(\partial\phi)^2`, "(∂_μφ) ∂^μφ"]],
  read(reader) {
    const close = closing(reader.nodes, reader.at);
    const inside = reader.nodes.slice(reader.at + 1, close);
    if (close === undefined || !isBare(inside) || !isSquare(reader.nodes[close + 1]))
      return undefined;
    const inner = over(reader, inside.slice(1));
    const axis = onlyAxis(reader);
    if (axis) return alongAxis(reader, inner, axis, close + 2);
    const lowered = index(freshIndex(reader), "down");
    const gradient = withOperand(inner, { kind: "index", index: lowered });
    if (!ended(inner) || gradient.kind !== "derivative" || !gradient.operand) return undefined;
    reader.at = close + 2;
    return raise(gradient, num(2));
  },
};

/** The x of ∫dx (∂φ)², where nothing else is integrated over. */
function onlyAxis({ page: { survey } }: Reader): Expr | undefined {
  const has = (letter: string, use: Use): boolean => uses(survey, letter, use) > 0;
  const others = ["t", "τ", "y", "z", "r"].some((letter) => has(letter, "variable"));
  const volume = [...survey.uses.values()].some(
    (use) => use.has("four-measure") || use.has("three-measure"),
  );
  const along = survey.seen.has("\\int") && has("x", "variable") && !others && !volume;
  return along ? symbol("x") : undefined;
}

function alongAxis(
  reader: Reader,
  inner: Reader,
  variable: Expr,
  behind: number,
): Expr | undefined {
  const found = withOperand(inner, { kind: "variable", variable, style: "partial" });
  if (!ended(inner) || found.kind !== "derivative" || !found.operand) return undefined;
  reader.at = behind;
  return raise(found, num(2));
}

const isBare = ([first, second]: readonly TexNode[]): boolean =>
  /^(?:\\partial|∂)$/.test(tokenOf(first)) && second !== undefined && second.kind !== "script";

const isSquare = (node: TexNode | undefined): boolean =>
  node?.kind === "script" &&
  node.place === "sup" &&
  unwrap(node.children).map(tokenOf).join("") === "2";

/** What follows a ∂ that carries nothing, or only how often it acts. */
export function bareGradient(reader: Reader, times?: Expr): Expr {
  if (/^(?:\\cdot|\\vdot|·)$/.test(token(reader))) {
    const found = divergence(reader);
    if (found) return found;
  }
  const operand = endsTerm(reader, 1) ? undefined : readFactor(reader);
  return opaque("∂", ...(times ? [times] : []), ...(operand ? [operand] : []));
}

function divergence(reader: Reader): Expr | undefined {
  const { at } = reader;
  next(reader);
  const vector = endsTerm(reader, 1) ? undefined : readFactor(reader);
  if (vector && (sortOf(vector) === "four-vector" || vector.kind === "symbol")) {
    const name = freshIndex(reader);
    return derivative(
      { kind: "index", index: index(name, "down") },
      tensor(vector, index(name, "up")),
    );
  }
  reader.at = at;
  return undefined;
}
