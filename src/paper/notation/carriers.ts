/** What digits and letters in the scripts of a thing mean: components, indices or neither. */
import { index } from "../../math/expr/build";
import type { Index, Role } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import type { Kind } from "./context";
import { letterSort } from "./indexSpace";
import type { Carrier } from "./indices";
import { nameOf } from "./name";
import type { Reader } from "./reader";
import type { ScriptPart } from "./scripts";
import { tokenOf } from "./token";

const spacetime: Carrier = { digits: "lorentz", letters: "lorentz" };
const curved: Carrier = { ...spacetime, coordinates: true };
const spatial: Carrier = { digits: "spatial", letters: "spatial", axes: true };
const adjoint: Carrier = { digits: "adjoint", letters: "adjoint" };

const carriers: Partial<Readonly<Record<Role, Carrier>>> = {
  gamma: spacetime,
  "sigma-tensor": spacetime,
  metric: curved,
  connection: curved,
  riemann: curved,
  ricci: curved,
  einstein: curved,
  pauli: spatial,
  "angular-momentum": spatial,
  epsilon: spatial,
  generator: adjoint,
  structure: adjoint,
  "symmetric-structure": adjoint,
  "position-operator": { axes: true },
  "momentum-operator": { axes: true },
};

export function carrierOf(kind: Kind, place: "up" | "down"): Carrier {
  const byRole = kind.role && carriers[kind.role];
  if (byRole === spatial && kind.type === "three-vector") return { letters: "spatial", axes: true };
  if (byRole) return byRole;
  if (kind.type === "four-vector")
    return place === "up" ? { digits: "lorentz", axes: true } : { axes: true };
  if (kind.type === "three-vector") return { axes: true };
  if (kind.type === "tensor") return { digits: "lorentz", axes: true, coordinates: true };
  return {};
}

/** F_{01}, g^{11}, ω_{03}, J^{12}: digits side by side are components where the first is 0, the thing is a tensor or turns one axis to another. */
export function componentDigits(
  kind: Kind,
  part: ScriptPart,
  letter?: string,
): readonly Index[] | undefined {
  const text = part.nodes.map(tokenOf).join("");
  const rotation = /^[JF]$/.test(letter ?? "") && /^(?:[123]0|12|13|23|21|31|32)$/.test(text);
  if (!/^[0-3]{2,4}$/.test(text) || (text[0] !== "0" && kind.type !== "tensor" && !rotation))
    return undefined;
  const place = part.place === "sup" ? "up" : "down";
  return [...text].map((digit) => index(digit, place, "lorentz", Number(digit)));
}

/** In F^{i0} the letter shows that the digit is a component. */
export function withComponents(reader: Reader, part: ScriptPart, carrier: Carrier): Carrier {
  const mixed = part.nodes.length > 1 && part.nodes.some((node) => isIndexLetter(reader, node));
  return mixed && !carrier.digits
    ? { ...carrier, digits: "lorentz", ...(part.place === "sup" ? { coordinates: true } : {}) }
    : carrier;
}

const isIndexLetter = (reader: Reader, node: TexNode): boolean => {
  const name = nameOf(node);
  return name !== undefined && letterSort(reader.page, name.name) !== "label";
};
