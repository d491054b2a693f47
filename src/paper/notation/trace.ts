/** Traces and determinants of what stands in the brackets behind them, or of the product that follows. */
import { call, func, product, trace as traceNode } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { freeIndices } from "./freeIndices";
import { nameOf } from "./name";
import { raise } from "./raise";
import { next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { capitalOrWord } from "./scriptShape";
import { takeScripts } from "./scripts";
import { sortOf } from "./sort";
import { closing, fenceSide } from "./survey";
import { endsTerm, readTerm } from "./term";
import { isDigit, tokenOf } from "./token";

export const trace: NotationRule = {
  name: "traces",
  begins: [
    "\\Tr",
    "\\tr",
    "\\trace",
    "\\Trace",
    "\\mathrm",
    "\\operatorname",
    "\\det",
    "\\Det",
    "<words>",
    "\\mathsf",
    "\\Sp",
    "\\mathit",
  ],
  ownScripts: true,
  examples: [
    [String.raw`\mathrm{Tr}[AB]`, "Tr[A B]"],
    [String.raw`\det A`, "det(A)"],
  ],
  read(reader) {
    const word = wordHere(reader);
    if (!word) return undefined;
    next(reader);
    const scripts = takeScripts(reader);
    const power = scripts.find((part) => part.place === "sup");
    const below = scripts.find((part) => part.place === "sub");
    const operand = operandOf(reader, word);
    if (!operand) return undefined;
    const space =
      below &&
      (capitalOrWord(below.nodes) ??
        below.nodes.map((node) => nameOf(node)?.name ?? tokenOf(node)).join(""));
    const found = word === "det" ? func("det", [operand]) : traceNode(operand, space);
    if (power) return raise(found, readInside(reader, power.nodes));
    return takenAt(reader, reader.page.attach(reader, found));
  },
};

/** Tr(RR)(λ𝐱): a place in bold behind the trace of fields. */
function takenAt(reader: Reader, found: Expr): Expr {
  const close = token(reader) === "(" ? closing(reader.nodes, reader.at) : undefined;
  const inside = reader.nodes.slice(reader.at + 1, close);
  const last = nameOf(inside.at(-1));
  const place = inside.length < 3 && last?.bold && /^[xyr]$/.test(last.base);
  if (close === undefined || !place || !inside.every((node) => nameOf(node))) return found;
  reader.at = close + 1;
  return call(found, readInside(reader, inside));
}

function wordHere(reader: Reader): "trace" | "det" | undefined {
  const node = peek(reader);
  const word =
    node?.kind === "words"
      ? node.text.trim()
      : node?.kind === "command" && node.args.length === 0
        ? node.name
        : nameOf(node)?.name;
  if (/^(?:[Tt]r|[Tt]race|Sp)$/.test(word ?? "")) return "trace";
  return /^[Dd]et$/.test(word ?? "") ? "det" : undefined;
}

/** A bracket holds the whole operand; without one it is the matrices that follow, up to the weight exp(…) behind a determinant. */
function operandOf(reader: Reader, word: "trace" | "det"): Expr | undefined {
  const open = peek(reader);
  if (open && fenceSide(open) === "open" && !commutatorHere(reader)) {
    const close = closing(reader.nodes, reader.at);
    if (close === undefined) return undefined;
    const inside = reader.nodes.slice(reader.at + 1, close);
    const raisedNumber = inside.every((node) => isDigit(node) || tokenOf(node) === "-");
    if (raisedNumber && reader.nodes[close + 1]?.kind === "script") return readTerm(reader);
    reader.at = close + 1;
    return readInside(reader, inside);
  }
  const factors: Expr[] = [];
  while (!endsTerm(reader, factors.length)) {
    const node = peek(reader);
    const weighs = word === "det" && token(reader) === "\\exp";
    const ends = wordHere(reader) || weighs || (node && fenceSide(node) === "open");
    if (factors.length > 0 && ends) break;
    const before = reader.at;
    const factor = readFactor(reader);
    const goesOn =
      factor &&
      !isIdentity(factor) &&
      (/^(?:matrix|state)$/.test(sortOf(factor)) || contracts(factors, factor));
    if (!factor || (factors.length > 0 && !goesOn)) {
      reader.at = before;
      break;
    }
    factors.push(factor);
  }
  return factors.length === 0 ? undefined : product(...factors);
}

/** The 𝕀 of tr ρ 𝕀 + ρ: nobody writes it behind a matrix, so the trace multiplies it. */
const isIdentity = (factor: Expr): boolean =>
  factor.kind === "symbol" && factor.role === "identity";

/** Tr F_{μν}F^{μν} is the trace of both: an index is summed inside it. */
function contracts(factors: readonly Expr[], factor: Expr): boolean {
  const open = new Set(freeIndices(product(...factors)).map(({ name }) => name));
  return freeIndices(factor).some(({ name }) => open.has(name));
}

/** `\mathrm{tr}[A,B]`: the brackets are part of the operand. */
function commutatorHere(reader: Reader): boolean {
  if (token(reader) !== "[" && token(reader) !== "\\{") return false;
  const close = closing(reader.nodes, reader.at) ?? reader.at;
  let depth = 0;
  for (const node of reader.nodes.slice(reader.at + 1, close)) {
    const side = fenceSide(node);
    if (side === "open") depth++;
    if (side === "close") depth--;
    if (depth === 0 && tokenOf(node) === ",") return true;
  }
  return false;
}
