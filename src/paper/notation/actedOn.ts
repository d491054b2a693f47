/** D(fg), Δ(pV), p̂(fg): what may be a derivation or a difference acts on the product in parentheses as a whole, so that these close it. */
import { opaque } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import type { Kind } from "./context";
import { readInside } from "./expression";
import { type Name, nameOf } from "./name";
import { type Reader, token } from "./reader";
import { closing } from "./survey";

/** The product behind the name, consumed; undefined where anything but letters stands in the parentheses. */
export function actedOn(reader: Reader, name: Name, kind: Kind): Expr | undefined {
  const close = token(reader) === "(" ? closing(reader.nodes, reader.at) : undefined;
  if (close === undefined || reader.nodes[close + 1]?.kind === "script") return undefined;
  const inside = reader.nodes.slice(reader.at + 1, close);
  const operator = kind.role === "momentum-operator" || kind.role === "angular-momentum";
  const fits = /^[DΔ𝒟△]$/u.test(name.name)
    ? isPlainProduct(inside)
    : operator && isPlainProduct(inside, /^[fghuvwφϕψχ]$/u);
  if (!fits) return undefined;
  reader.at = close + 1;
  return opaque("an operation on a product", readInside(reader, inside));
}

/** Two letters or more side by side, with nothing but scripts about them. */
export function isPlainProduct(inside: readonly TexNode[], letters = /^\p{L}$/u): boolean {
  const heads = inside.filter((node) => node.kind !== "script");
  return heads.length > 1 && heads.every((node) => letters.test(nameOf(node)?.base ?? ""));
}
