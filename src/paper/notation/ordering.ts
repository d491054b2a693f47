/** Time, path and normal ordering put on what follows: `\\mathcal{T}\\{…\\}`, `P\\exp`, `T[\\phi(x)\\phi(y)]`. */
import { intern } from "../../math/expr/intern";
import type { Ordered } from "../../math/expr/node";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { nameOf } from "./name";
import { next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { closing, uses } from "./survey";
import { readTerm } from "./term";
import { tokenOf } from "./token";

const sorts: Readonly<Record<string, Ordered["sort"]>> = {
  𝒯: "time",
  T: "time",
  𝒫: "path",
  P: "path",
  𝒩: "normal",
};

export const ordering: NotationRule = {
  name: "orderings",
  begins: ["\\mathcal", "\\mathrm", "\\operatorname", "\\mathscr", "T", "P"],
  ownScripts: true,
  examples: [
    [String.raw`\mathcal{T}\{A B\}`, "T{A B}"],
    [String.raw`T\exp(x)`, "T{e^(x)}"],
  ],
  read(reader) {
    const name = nameOf(peek(reader));
    const sort = name && sorts[name.name];
    if (!sort) return undefined;
    const plain = peek(reader)?.kind === "char";
    next(reader);
    if (token(reader) === "\\exp") {
      const operand = readFactor(reader);
      return operand && intern({ kind: "ordered", sort, operand });
    }
    if (
      plain &&
      (nameOf(peek(reader)) || token(reader) === "\\partial") &&
      (uses(reader.page.survey, "T", "sandwiched") > 0 || fieldsAhead(reader) > 1)
    )
      return inOrder(reader, sort);
    if (!plain && sort === "time" && fieldsAhead(reader) > 1) return inOrder(reader, sort);
    const open = token(reader);
    if (
      !(
        open === "\\{" ||
        (open === "[" && (sort === "time" || (sort === "normal" && operatorsIn(reader) > 1))) ||
        (open === "(" &&
          sort === "time" &&
          (plain
            ? uses(reader.page.survey, "T", "sandwiched") > 0 ||
              fieldsAhead({ ...reader, at: reader.at + 1 }) > 1 ||
              holdsFields(reader)
            : fieldsIn(reader) > 1))
      )
    )
      return undefined;
    const found = bracketed(reader, sort, plain);
    return found && reader.page.attach(reader, found);
  },
};

/** All factors up to a bar or the closing angle. */
function inOrder(reader: Reader, sort: Ordered["sort"]): Ordered | undefined {
  const inner: Reader = { ...reader, stop: (at, count) => count > 0 && bars.has(token(at)) };
  const operand = readTerm(inner);
  reader.at = inner.at;
  return operand && intern({ kind: "ordered", sort, operand });
}

/** Fields at their places that follow one another: φ(x)φ(y). */
function fieldsAhead({ nodes, at }: Reader): number {
  let count = 0;
  for (let from = at; ; count++) {
    let open = from + 1;
    while (nodes[open]?.kind === "script") open++;
    const field =
      /^[φϕψχΨΦAWZJ]/u.test(nameOf(nodes[from])?.base ?? "") && tokenOf(nodes[open]) === "(";
    const close = field ? closing(nodes, open) : undefined;
    if (close === undefined) return count;
    from = close + 1;
  }
}

/** (φ_1φ_2⋯φ_n): fields with numbers, and nothing else in the brackets at the cursor. */
function holdsFields(reader: Reader): boolean {
  const close = closing(reader.nodes, reader.at) ?? reader.at;
  const inside = reader.nodes.slice(reader.at + 1, close);
  const fields = inside.filter(
    (node, i) => /^[φϕψχ]/u.test(nameOf(node)?.base ?? "") && inside[i + 1]?.kind === "script",
  );
  const others = inside.filter(
    (node) => node.kind !== "script" && !/^\\[lc]?dots$/.test(tokenOf(node)),
  );
  return fields.length > 1 && others.length === fields.length;
}

const bars = new Set(["|", "\\vert", "\\mid", "\\rangle", "\\ket"]);

/** How many things at a point the brackets at the cursor hold. */
function fieldsIn(reader: Reader): number {
  const close = closing(reader.nodes, reader.at) ?? reader.at;
  return reader.nodes.slice(reader.at + 1, close).filter((node) => tokenOf(node) === "(").length;
}

/** Hatted things and fields at their places in the brackets at the cursor. */
function operatorsIn(reader: Reader): number {
  const close = closing(reader.nodes, reader.at) ?? reader.at;
  return reader.nodes.slice(reader.at + 1, close).filter((node, i) => {
    const name = nameOf(node);
    const field = /^[φϕψχ]/u.test(name?.base ?? "");
    return name?.accent === "hat" || (field && tokenOf(reader.nodes[reader.at + 2 + i]) === "(");
  }).length;
}

/** A plain T before brackets orders a product of fields; alone in them it is a functional's argument. */
function bracketed(reader: Reader, sort: Ordered["sort"], plain: boolean): Ordered | undefined {
  const close = closing(reader.nodes, reader.at);
  if (close === undefined) return undefined;
  const inside = reader.nodes.slice(reader.at + 1, close);
  const fields = inside.filter((node) => tokenOf(node) === "(" || nameOf(node)).length;
  if (inside.some((node) => tokenOf(node) === ",") && plain) return undefined;
  if (plain && fields < 3 && uses(reader.page.survey, "T", "sandwiched") === 0) return undefined;
  reader.at = close + 1;
  return intern({ kind: "ordered", sort, operand: readInside(reader, inside) });
}
