/** r beside 𝐫 is its length, and r̂ its direction. */
import { symbol } from "../../expr/build";
import type { Expr, Sym } from "../../expr/node";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { mapEntries, scalarOf, scalarValue, type Value } from "../value";
import { contractBare } from "./vector";

/** Letters whose plain form is the length of the bold one. */
export const lengths = /^[rRkqpv]′*$/u;

const hat = "\u0302";

const differentialsOfSpace = new Set(["gradient", "divergence", "curl", "laplacian"]);

/** Vectors that occur, by their plain letter; beside ∇ a lone r is the distance from the origin. */
export function vectorsByLetter(nodes: Iterable<Expr>): ReadonlyMap<string, Sym> {
  const found = new Map<string, Sym>();
  const four = new Set<string>();
  let inSpace = false;
  let radial = false;
  for (const node of nodes) {
    if (node.kind === "derivative" && differentialsOfSpace.has(node.by.kind)) inSpace = true;
    if (node.kind !== "symbol") continue;
    if (node.name.normalize("NFKD").replace(hat, "") === "r") radial = true;
    const letter = node.name.normalize("NFKD");
    if (node.type === "four-vector") four.add(letter);
    if (node.type === "three-vector" && lengths.test(letter)) found.set(letter, node);
  }
  if (inSpace && radial && !found.has("r")) found.set("r", symbol("r", "three-vector"));
  for (const letter of four) found.delete(letter);
  return found;
}

/** The value of a plain letter or of a unit vector whose vector occurs as well. */
export function lengthOrDirection<E>(scope: Scope<E>, sym: Sym): Value<E> | undefined {
  if (sym.role !== undefined) return undefined;
  const plain = sym.name.normalize("NFKD");
  if (sym.type === "scalar" && lengths.test(plain)) {
    const vector = scope.vectorOfLetter(plain);
    return vector && withIncrements(scope, sym, length(scope, vector));
  }
  if (sym.type !== "three-vector" || !plain.includes(hat)) return undefined;
  const vector = scope.vectorOfLetter(plain.replace(hat, ""));
  if (!vector) return undefined;
  const over = scope.field.div(scope.field.one, scalarOf(scope.field, length(scope, vector)));
  return mapEntries(scope.field, valueIn(scope, vector), (entry) => scope.field.mul(over, entry));
}

/** ∂/∂r beside ∇. */
function withIncrements<E>(scope: Scope<E>, sym: Sym, value: Value<E>): Value<E> {
  const { taylor } = scope;
  const own = taylor?.variablesOf(sym) ?? [];
  if (!taylor || own.length === 0) return value;
  return mapEntries(scope.field, value, (entry) => own.reduce(taylor.perturb, entry));
}

function length<E>(scope: Scope<E>, vector: Sym): Value<E> {
  const value = valueIn(scope, vector);
  if (value.axes.length !== 1) throw new Beyond("the length of something that is no vector");
  const square = scalarOf(scope.field, contractBare(scope, value, value));
  scope.tally.transcendental = true;
  return scalarValue(scope.field, scope.field.func("sqrt", [], [square]));
}
