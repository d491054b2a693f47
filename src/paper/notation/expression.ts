/** Sums: terms with their signs, up to the end of the nodes or the place where the reader stops. */
import { negate, one, opaque, sum } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { conjunction } from "./conjunction";
import { exchanged } from "./exchanged";
import { ended, gap, next, over, peek, type Reader, token } from "./reader";
import { relationOf } from "./relations";
import { settle } from "./settle";
import { readTerm } from "./term";

/** Everything up to the end; what cannot be placed becomes a gap, and reading goes on behind it. */
export function readAll(reader: Reader): Expr {
  const items: Expr[] = [];
  const loose: Expr[] = [];
  const compared: Compared[] = [];
  while (!ended(reader)) {
    if (reader.page.fuel <= 0) {
      loose.push(gap(reader, reader.nodes.slice(reader.at), "too long to read"));
      reader.at = reader.nodes.length;
      break;
    }
    const before = reader.at;
    const found = readExpression(reader);
    if (found) loose.push(found);
    if (ended(reader)) break;
    const relation = relationOf(peek(reader));
    if (relation) {
      next(reader);
      compared.push({ left: joinLoose(loose.splice(0)), relation });
    } else if (separators.has(token(reader))) {
      next(reader);
      items.push(compare(compared.splice(0), joinLoose(loose.splice(0))));
    } else if (conjunction(peek(reader))) {
      if (loose.length + compared.length > 0)
        items.push(compare(compared.splice(0), joinLoose(loose.splice(0))));
      items.push(opaque(`words: ${conjunction(next(reader))}`));
      if (separators.has(token(reader))) next(reader);
    } else if (reader.at === before || !found) {
      const node = next(reader) as TexNode;
      loose.push(gap(reader, [node], "not expected here"));
    }
  }
  if (loose.length > 0 || items.length === 0 || compared.length > 0)
    items.push(compare(compared, joinLoose(loose)));
  const [only] = items;
  return items.length === 1 && only ? only : opaque("list", ...items);
}

const separators = new Set([",", ";", ":", ".", "\\colon", "\\mid", "\\quad"]);

/** What stands before a relation inside a fence or a script. */
interface Compared {
  readonly left: Expr;
  readonly relation: string;
}

/** A condition where an expression was expected: kept whole, evaluated by nobody. */
const compare = (compared: readonly Compared[], last: Expr): Expr =>
  compared.length === 0
    ? last
    : opaque(
        compared.map(({ relation }) => relation).join(" "),
        ...compared.flatMap(({ left }) =>
          left.kind === "opaque" && left.what === "nothing" ? [] : [left],
        ),
        last,
      );

function joinLoose(parts: readonly Expr[]): Expr {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return opaque(parts.length === 0 ? "nothing" : "beside", ...parts);
}

/** The nodes of an argument, a script or a fence as one expression. */
export const readInside = (
  reader: Reader,
  nodes: readonly TexNode[],
  stop?: Reader["stop"],
): Expr => settle(readAll(over(reader, nodes, stop)));

/** diag(−,+,+,+): a sign with nothing beside it is a number. */
const alone = (reader: Reader, terms: readonly Expr[]): boolean =>
  terms.length === 0 && (ended(reader) || token(reader) === ",");

/** One sum at the cursor; undefined where nothing starts. */
export function readExpression(reader: Reader): Expr | undefined {
  const terms: Expr[] = [];
  while (!ended(reader) && reader.page.fuel > 0) {
    const sign = takeSigns(reader);
    const term = readTerm(reader);
    if (!term) {
      if (sign.length > 0) terms.push(signed(sign, alone(reader, terms) ? one : opaque("nothing")));
      break;
    }
    terms.push(signed(sign, term));
    if (!signs.has(token(reader)) || reader.stop?.(reader, 1)) break;
  }
  return terms.length === 0 ? undefined : sum(...exchanged(reader, terms));
}

const signs = new Set(["+", "-", "−", "\\pm", "\\mp"]);
export const isSign = (name: string): boolean => signs.has(name);

function takeSigns(reader: Reader): string[] {
  const found: string[] = [];
  while (peek(reader) && signs.has(token(reader))) {
    found.push(token(reader));
    next(reader);
  }
  return found;
}

function signed(found: readonly string[], term: Expr): Expr {
  return found.reduceRight((operand: Expr, sign) => {
    if (sign === "+") return operand;
    if (sign === "\\pm") return intern({ kind: "plus-minus", upper: "+", operand });
    if (sign === "\\mp") return intern({ kind: "plus-minus", upper: "-", operand });
    return negate(operand);
  }, term);
}
