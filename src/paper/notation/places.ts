/** (∂_jΦ)(λx), (f′g)(0): a derivative in parentheses taken at a place. */
import { call } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readInside } from "./expression";
import { nameOf } from "./name";
import { choose } from "./reader";
import type { NotationRule } from "./rule";
import { closing } from "./survey";
import { isDigit, tokenOf } from "./token";

export const derivativeAtPlace: NotationRule = {
  name: "derivatives at a place",
  follows: ["("],
  examples: [
    [String.raw`(\partial_j\Phi)(\lambda x)`, "(∂_jΦ)|_(x=λ x)"],
    [String.raw`(\partial_j\Phi)(x)`, "(∂_jΦ)(x)"],
  ],
  after(reader, left) {
    const { nodes, at } = reader;
    const close = closing(nodes, at);
    if (close === undefined || tokenOf(nodes[at - 1]) !== ")") return undefined;
    const inside = nodes.slice(at + 1, close);
    const applied = inside.length === 1 && actsOn(left) && nameOf(inside[0]);
    if (applied) {
      reader.at = close + 1;
      return call(left, readInside(reader, inside));
    }
    if (!isBare(left)) return undefined;
    const places = inside.filter((node) => /^[xyzrt]$/.test(nameOf(node)?.base ?? ""));
    const [place] = places;
    if (!place || places.length > 1 || !inside.every(isPlain)) return undefined;
    reader.at = close + 1;
    const value = readInside(reader, inside);
    if (inside.length === 1) return call(left, value);
    const sum = inside.some((node) => /^[+-]$/.test(tokenOf(node)));
    if (sum && choose<boolean>(reader, "a place behind a derivative", [true, false]) === false)
      return undefined;
    const variable = readInside(reader, [place]);
    return intern({ kind: "bar", body: left, at: [{ variable, value }] });
  },
};

/** (φ_*v)(f), (X⌟ω)(Y): what a pushed vector or a contracted form is applied to. */
const actsOn = (node: Expr): boolean =>
  (node.kind === "opaque" && node.what === "⌟") ||
  (node.kind === "product" &&
    node.factors.some((part) => part.kind === "symbol" && part.name.endsWith("_∗")));

const isPlain = (node: TexNode): boolean =>
  nameOf(node) !== undefined || isDigit(node) || /^[+-]$/.test(tokenOf(node));

/** A derivative of something that is not called yet, or a product of fields. */
const isBare = (node: Expr): boolean =>
  (node.kind === "derivative" && node.operand !== undefined && node.operand.kind === "symbol") ||
  (node.kind === "product" && node.factors.length > 1 && node.factors.every(isField));

/** ψ, ψ̄, φ without a place of their own. */
function isField(node: Expr): boolean {
  if (node.kind === "involution") return isField(node.operand);
  return node.kind === "symbol" && /^[ψφϕχΨΦ]/u.test(node.name);
}
