/** What stands behind ∑, ∫ or lim: the rest of the term, with a sign of its own where it has one. */
import { negate } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { next, type Reader, token } from "./reader";
import { readTerm } from "./term";

export function readBody(reader: Reader): Expr | undefined {
  const sign = token(reader);
  if (sign !== "-" && sign !== "−" && sign !== "+") return readTerm(reader);
  const { at } = reader;
  next(reader);
  const body = readTerm(reader);
  if (!body) reader.at = at;
  return body && sign !== "+" ? negate(body) : body;
}
