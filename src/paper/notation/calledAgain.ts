/** Ad(g)(X), φ(g)(v): one name in parentheses behind an application is what its value is applied to. */
import { call } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { vectorsIn } from "./forms";
import { nameOf } from "./name";
import { peek, type Reader, token } from "./reader";
import { closing } from "./survey";

export function calledAgain(reader: Reader, application: Expr): Expr {
  if (token(reader) !== "(" || !isVector(reader)) return application;
  const vectors = vectorsIn(reader, "any");
  return vectors ? call(application, ...vectors) : application;
}

/** Nobody puts a single name in parentheses to multiply by it, but i, and what has an exponent. */
function isVector(reader: Reader): boolean {
  const close = closing(reader.nodes, reader.at);
  const behind = close === undefined ? undefined : reader.nodes[close + 1];
  const name = nameOf(peek(reader, 1));
  return name !== undefined && name.name !== "i" && behind?.kind !== "script";
}
