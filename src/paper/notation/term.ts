/** Products: factors side by side, joined by dots, crosses and slashes, in the order written. */
import { dot, minusOne, product, quotient, tensorProduct } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { conjunction } from "./conjunction";
import { readFactor } from "./factor";
import { nameOf } from "./name";
import { attempt, ended, next, peek, type Reader, token } from "./reader";
import { isRelation } from "./relations";
import { isScalar } from "./sort";
import { symmetrised } from "./symmetrised";
import { tokenOf } from "./token";

/** Factors up to a sign, a separator, a relation or the reader's stop; undefined where none starts. */
export function readTerm(reader: Reader): Expr | undefined {
  const factors: Expr[] = [];
  while (!endsTerm(reader, factors.length)) {
    const last = factors[factors.length - 1];
    if (last && slashes.has(token(reader))) {
      const under = readUnder(reader);
      if (!under) break;
      factors[factors.length - 1] = quotient(last, under);
      continue;
    }
    if (last && outerSigns.has(token(reader))) {
      const all = attempt(reader, () => outerProduct(reader, factors));
      if (all) return symmetrised(all);
    }
    const joined = last && joinFactors(reader, last);
    if (joined) {
      factors[factors.length - 1] = joined;
      continue;
    }
    const factor = readFactor(reader);
    if (!factor) break;
    factors.push(factor);
  }
  return factors.length === 0 ? undefined : symmetrised(product(...contracted(factors)));
}

/** 2pq beside p² and q²: two four-vectors side by side have no other product than p·q. */
function contracted(factors: readonly Expr[]): readonly Expr[] {
  const places = factors.flatMap((factor, i) => (isMomentum(factor) ? [i] : []));
  const [first, second, ...more] = places;
  const [left, right] = [factors[first ?? -1], factors[second ?? -1]];
  const numbers = factors.every((factor, i) => places.includes(i) || isScalar(factor));
  if (!left || !right || more.length > 0 || !numbers) return factors;
  return factors.flatMap((factor, i) =>
    i === first ? [dot(left, right)] : i === second ? [] : [factor],
  );
}

const isMomentum = (factor: Expr): boolean => {
  const name = factor.kind === "labelled" ? factor.head : factor;
  return name.kind === "symbol" && name.type === "four-vector" && /^[pkqlPKx]′*$/.test(name.name);
};

const outerSigns = new Set(["\\otimes", "⊗"]);

/** AB⊗CD: all that stands on one side of the sign, but a bra before it and a ket behind it enclose both sides. */
function outerProduct(reader: Reader, before: readonly Expr[]): Expr | undefined {
  next(reader);
  const rest = readTerm(reader);
  if (!rest) return undefined;
  const [first, ...more] = rest.kind === "tensor-product" ? rest.factors : [rest];
  if (!first) return undefined;
  const own = first.kind === "product" ? first.factors : [first];
  const left = before[before.length - 1]?.kind === "ket" ? 0 : leadingBras(before);
  const right =
    more.length > 0 || before[before.length - 1]?.kind === "ket" ? 0 : trailingKets(own);
  if (left === before.length || right === own.length) return undefined;
  return product(
    ...before.slice(0, left),
    tensorProduct(
      product(...before.slice(left)),
      product(...own.slice(0, own.length - right)),
      ...more,
    ),
    ...own.slice(own.length - right),
  );
}

const leadingBras = (factors: readonly Expr[]): number => {
  const place = factors.findIndex(({ kind }) => kind !== "bra");
  return Math.max(place, 0);
};

const trailingKets = (factors: readonly Expr[]): number =>
  factors.length - 1 - factors.findLastIndex(({ kind }) => kind !== "ket");

const slashes = new Set(["/", "\\slash", "\\div", "\\big/", "\\Big/"]);
const enders = new Set([
  "+",
  "-",
  "−",
  "\\pm",
  "\\mp",
  ",",
  ";",
  ")",
  "]",
  "\\}",
  "\\rfloor",
  "\\rceil",
  "\\rangle",
  "\\\\",
  "&",
]);

export function endsTerm(reader: Reader, count: number): boolean {
  if (ended(reader) || reader.page.fuel <= 0) return true;
  const name = token(reader);
  if (enders.has(name) || isRelation(peek(reader)) || isPunctuation(reader)) return true;
  if (conjunction(peek(reader))) return true;
  return reader.stop?.(reader, count) ?? false;
}

/** A full stop, or a colon without a partner that would make it a normal ordering. */
function isPunctuation(reader: Reader): boolean {
  if (peek(reader)?.kind !== "char") return false;
  if (token(reader) === ".") return !/^[0-9.]$/.test(token(reader, 1)) && !acts(reader);
  if (token(reader) !== ":") return false;
  return !reader.nodes.slice(reader.at + 1).some((node) => tokenOf(node) === ":");
}

/** The point of p.g and (p.g).h, where a group acts: letters close on both sides, inside parentheses or a script. */
function acts(reader: Reader): boolean {
  const [before, point, after] = [peek(reader, -1), peek(reader), peek(reader, 1)];
  const close = before?.span.end === point?.span.start && point?.span.end === after?.span.start;
  const group = nameOf(after) !== undefined && (nameOf(before) || tokenOf(before) === ")");
  return close && group !== undefined && group !== false && after?.kind === "char";
}

function joinFactors(reader: Reader, left: Expr): Expr | undefined {
  for (const rule of reader.page.rules.infix.get(token(reader)) ?? []) {
    const joined = attempt(reader, (at) => rule.join?.(at, left));
    if (joined) return joined;
  }
  return undefined;
}

/** What stands under a slash: in `J^2/2a` all of `2a`; a space or anything that is not a plain scalar ends it. */
function readUnder(reader: Reader): Expr | undefined {
  return attempt(reader, () => {
    next(reader);
    const sign = token(reader) === "-" ? next(reader) : undefined;
    const first = readFactor(reader);
    if (!first) return undefined;
    const factors = [first];
    if (nameOf(peek(reader))?.name === "ℤ") factors.push(readFactor(reader) as Expr);
    while (first.kind !== "hole" && isScalar(first) && adjacent(reader) && !endsTerm(reader, 1)) {
      const more = attempt(reader, (at) => {
        const factor = readFactor(at);
        return factor && isScalar(factor) ? factor : undefined;
      });
      if (!more) break;
      factors.push(more);
    }
    return sign ? product(minusOne, ...factors) : product(...factors);
  });
}

/** A letter or number that follows without a space; behind a control word one space separates nothing. */
function adjacent(reader: Reader): boolean {
  const before = peek(reader, -1);
  const after = peek(reader);
  if (!before || !after || (after.kind !== "char" && after.kind !== "command")) return false;
  if (!/^(?:[\p{L}0-9]|\\(?:[a-z]+|[A-Z][a-z]+))$/u.test(token(reader))) return false;
  if (after.kind === "command" && after.args.length > 0 && !plainCommands.has(after.name))
    return false;
  const room = after.span.start - before.span.end;
  return room <= (before.kind === "command" ? 1 : 0);
}

const plainCommands = new Set(["sqrt", "mathrm", "hat", "tilde", "bar"]);
