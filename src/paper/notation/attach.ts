/** Scripts behind a factor that is no name: powers, daggers, indices of a group. */
import { conjugate, dagger, involution, opaque, primed, tensor } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readInside } from "./expression";
import { type Carrier, indicesOf } from "./indices";
import { marks, markText } from "./marks";
import { nameOf } from "./name";
import { raise } from "./raise";
import type { Reader } from "./reader";
import { isDagger, isPrime, isStar, isTranspose, type ScriptPart, takeScripts } from "./scripts";
import { sortOf } from "./sort";
import { tokenOf } from "./token";

export function attach(reader: Reader, factor: Expr): Expr {
  return takeScripts(reader).reduce((found, part) => attachOne(reader, found, part), factor);
}

function attachOne(reader: Reader, factor: Expr, part: ScriptPart): Expr {
  const many = part.nodes.filter((node) => nameOf(node) ?? isDotted(node)).length > 1;
  const element: Carrier =
    part.place === "sub" || (many && !/^(?:sum|num|quotient)$/.test(factor.kind))
      ? { letters: "generic", digits: "generic" }
      : {};
  const letters = part.nodes.every(
    (node) =>
      isDotted(node) ||
      tokenOf(node) === "," ||
      /^(?:[a-l0-9]|[α-ω])$/u.test(nameOf(node)?.name ?? tokenOf(node)),
  );
  const indices = indicesOf(reader.page, part, letters ? element : {});
  const carries =
    ["three-vector", "four-vector", "matrix", "spinor"].includes(sortOf(factor)) ||
    factor.kind === "tensor" ||
    (indices?.every((one) => one.space === "lorentz" && one.value === undefined) ?? false) ||
    factor.kind === "call" ||
    part.place === "sub" ||
    (many && letters && (factor.kind === "labelled" || part.nodes.some(isDotted)));
  if (indices && carries) {
    return factor.kind === "tensor"
      ? tensor(factor.head, ...factor.indices, ...indices)
      : tensor(factor, ...indices);
  }
  if (part.place === "sub") {
    const text = part.nodes.map(tokenOf).join("");
    return marks.test(text)
      ? opaque(`subscript ${markText(text)}`, factor)
      : opaque("subscript", factor, readInside(reader, part.nodes));
  }
  return above(reader, factor, part.nodes);
}

const isDotted = (node: TexNode): boolean => node.kind === "command" && node.name === "dot";

function above(reader: Reader, factor: Expr, written: readonly TexNode[]): Expr {
  let nodes = written;
  let found = factor;
  let primes = 0;
  while (nodes.length > 0 && isPrime(nodes[0])) {
    primes++;
    nodes = nodes.slice(1);
  }
  if (primes > 0) found = primed(found, primes);
  const after: ((operand: Expr) => Expr)[] = [];
  for (let last = nodes[nodes.length - 1]; last; last = nodes[nodes.length - 1]) {
    if (isStar(last)) after.unshift(conjugate);
    else if (isDagger(last)) after.unshift(dagger);
    else break;
    nodes = nodes.slice(0, -1);
  }
  if (nodes.length > 0) {
    if (isTranspose(nodes)) found = involution("transpose", found);
    else if (/^[+-]$|^\\(?:circ|pm)$/.test(nodes.map(tokenOf).join("")))
      found = opaque(`superscript ${nodes.map(tokenOf).join("")}`, found);
    else found = raise(found, readInside(reader, nodes));
  }
  return after.reduce((operand, put) => put(operand), found);
}
