/** The closed list of edits: the ways a line goes wrong in one place. */

import type { Instead, Replacement } from "../evaluate/changed";
import {
  anticommutator,
  commutator,
  conjugate,
  constant,
  dagger,
  func,
  inverse,
  involution,
  minusOne,
  negate,
  num,
  one,
  power,
  product,
  quotient,
  rational,
  sum,
  symbol,
  tensor,
  zero,
} from "../expr/build";
import type { Expr, Index, Sym, Tensor } from "../expr/node";
import { nodes } from "../expr/walk";
import { isOrdered } from "./commuting";
import { freeSymbols } from "./freeSymbols";
import { openIndices, unbalanced } from "./indices";
import { integerOf } from "./monomial";
import { type Change, everywhere, type Local, written } from "./places";
import { isPlainAlgebra } from "./plainAlgebra";
import type { Diagnosis } from "./verdict";

export interface Edit {
  readonly result: Expr;
  /** What was wrong with the side if this edit mends it. */
  readonly diagnosis: Diagnosis;
  readonly draft: Draft;
}

/** An edit that is not written out yet. */
export interface Draft {
  readonly diagnosis: Diagnosis;
  /** Smaller is likelier. */
  readonly rank: number;
  readonly result: () => Expr;
  /** The result is the side with `out` taken away and `put` over `over` added. */
  readonly instead?: Instead;
  /** The part of the side that changes. */
  readonly replacement?: Replacement;
}

const i = constant("i");
const pi = constant("π");
const twoPi = product(num(2), pi);

/** Factors that get lost, with how seldom. */
const factors: readonly { readonly factor: Expr; readonly rank: number }[] = [
  { factor: minusOne, rank: 0 },
  ...[num(2), rational(1n, 2n)].map((factor) => ({ factor, rank: 1 })),
  ...[i, negate(i)].map((factor) => ({ factor, rank: 2 })),
  ...[num(4), rational(1n, 4n), num(-2), rational(-1n, 2n)].map((factor) => ({ factor, rank: 3 })),
  ...[num(3), rational(1n, 3n), num(-4), rational(-1n, 4n)].map((factor) => ({ factor, rank: 4 })),
  ...[pi, twoPi, product(num(4), pi)].flatMap((factor) => both(factor, 5)),
  ...[
    num(6),
    num(8),
    num(12),
    num(16),
    num(24),
    rational(2n, 3n),
    rational(3n, 4n),
    rational(3n, 2n),
    rational(4n, 3n),
  ].map((factor) => ({ factor, rank: 5 })),
  ...[num(6), num(8), num(12), num(16), num(24)].map((factor) => ({
    factor: inverse(factor),
    rank: 5,
  })),
  ...[
    power(twoPi, num(2)),
    power(twoPi, num(3)),
    power(twoPi, num(4)),
    product(num(16), power(pi, num(2))),
    product(num(8), pi),
    product(num(8), power(pi, num(2))),
    power(pi, num(2)),
    power(num(2), rational(1n, 2n)),
  ].flatMap((factor) => both(factor, 6)),
  ...[product(num(2), i), negate(product(num(2), i))].flatMap((factor) => both(factor, 6)),
];

function both(
  factor: Expr,
  rank: number,
): readonly { readonly factor: Expr; readonly rank: number }[] {
  return [
    { factor, rank },
    { factor: inverse(factor), rank },
  ];
}

/** Every edit of a side, likeliest first. */
export const edits = (side: Expr): Generator<Edit> => writtenOut(side, drafts(side));

/** `siblings` are terms that may have been lost; `addsOnly`: nothing else is looked for. */
export function drafts(
  side: Expr,
  siblings: readonly Expr[] = [],
  addsOnly = false,
): readonly Draft[] {
  const list = [
    ...(addsOnly ? [] : [...sideFactors(side), ...inside(side)]),
    ...missing(side, siblings),
  ];
  return list.sort((a, b) => a.rank - b.rank);
}

/** What comes out, each once and with the indices of the side. */
export function* writtenOut(side: Expr, list: readonly Draft[]): Generator<Edit> {
  const found = new Set([side]);
  const fits = sameIndices(side);
  for (const draft of list) {
    const result = draft.result();
    if (found.has(result) || !fits(result)) continue;
    found.add(result);
    yield { result, diagnosis: draft.diagnosis, draft };
  }
}

function* sideFactors(side: Expr): Generator<Draft> {
  if (side === zero) return;
  for (const { factor, rank } of factors)
    yield {
      result: () => divide(side, factor),
      diagnosis: { kind: "factor", factor, on: "side" },
      rank,
      instead: { out: side, put: side, over: factor },
    };
}

function* missing(side: Expr, siblings: readonly Expr[]): Generator<Draft> {
  if (side === zero) return;
  for (const term of siblings)
    for (const added of [term, negate(term)])
      yield {
        result: () => sum(side, added),
        diagnosis: { kind: "term", term: added, what: "missing" },
        rank: 4.2,
        instead: { out: zero, put: added, over: one },
      };
}

function* inside(side: Expr): Generator<Draft> {
  const kinds = [
    terms,
    orders,
    exchanges,
    indices(side),
    conjugates(side),
    exponents,
    parameters,
    lostInside(side),
  ];
  const found = kinds.map((): Change<Noted>[] => []);
  const ofAnyKind = function* (node: Expr): Generator<Local<Noted>> {
    for (const [kind, changes] of kinds.entries())
      for (const change of changes(node)) yield { ...change, note: { ...change.note, kind } };
  };
  for (const change of everywhere(side, ofAnyKind)) found[change.note.kind]?.push(change);
  for (const change of found.flat()) yield inPlace(change);
}

function inPlace(change: Change<Noted>): Draft {
  const { path, part, note, node } = change;
  const { instead } = note;
  return {
    result: () => written(change),
    diagnosis: note.diagnosis,
    rank: note.rank + 0.05 * path.length,
    ...(instead && path.length === 0
      ? { instead }
      : { replacement: { path, part, put: node, instead } }),
  };
}

interface Note {
  readonly diagnosis: Diagnosis;
  readonly rank: number;
  readonly instead?: Instead;
}

/** With the place of its kind among all kinds. */
interface Noted extends Note {
  readonly kind: number;
}

const local = (
  node: () => Expr,
  rank: number,
  diagnosis: Diagnosis,
  instead?: Instead,
): Local<Note> => ({
  node,
  note: { diagnosis, rank, ...(instead ? { instead } : {}) },
});

/** A term with the wrong sign or factor, or one too many. */
function* terms(node: Expr): Generator<Local<Note>> {
  if (node.kind === "bracket" && node.sort !== "poisson") {
    const other = node.sort === "commutator" ? anticommutator : commutator;
    const diagnosis: Diagnosis = {
      kind: "term",
      term: product(node.right, node.left),
      what: "sign",
    };
    yield local(() => other(node.left, node.right), 2.4, diagnosis);
  }
  if (node.kind !== "sum") return;
  for (const [place, term] of node.terms.entries()) {
    const others = (fresh: readonly Expr[]): Expr =>
      sum(...node.terms.slice(0, place), ...fresh, ...node.terms.slice(place + 1));
    const put = { out: term, put: term };
    const sign: Diagnosis = { kind: "term", term, what: "sign" };
    yield local(() => others([negate(term)]), 0.5, sign, { ...put, over: minusOne });
    const extra: Diagnosis = { kind: "term", term, what: "extra" };
    yield local(() => others([]), 4, extra, { out: term, put: zero, over: one });
    for (const { factor, rank } of factors.slice(1))
      if (rank <= 5)
        yield local(
          () => others([divide(term, factor)]),
          1 + rank,
          { kind: "factor", factor, on: "term" },
          { ...put, over: factor },
        );
  }
}

/** A symbol or a 1 that got lost inside a factor: −b(a² + ab + b²) for (a − b)(a² + ab + b²). */
function lostInside(side: Expr): (node: Expr) => Generator<Local<Note>> {
  const letters = [...freeSymbols(side)].filter((s) => s.type === "scalar");
  const candidates = letters.length > mostLetters || !isPlainAlgebra(side) ? [] : [one, ...letters];
  return function* (node) {
    if (node.kind !== "product") return;
    for (const [place, factor] of node.factors.entries())
      if (isBase(factor))
        for (const term of candidates)
          for (const added of [term, negate(term)])
            if (term !== factor)
              yield local(
                () =>
                  product(
                    ...node.factors.map((other, k) => (k === place ? sum(other, added) : other)),
                  ),
                4.6,
                { kind: "term", term: added, what: "missing" },
              );
  };
}

const mostLetters = 5;

/** Two factors that do not commute exchanged, neighbours first. */
function* orders(node: Expr): Generator<Local<Note>> {
  if (node.kind !== "product") return;
  const places = [...node.factors.keys()].filter((at) => isOrdered(node.factors[at] as Expr));
  for (const [k, from] of places.entries())
    for (const to of places.slice(k + 1)) {
      const [a, b] = [node.factors[from], node.factors[to]];
      if (!a || !b || a === b) continue;
      const fresh = node.factors.map((factor, at) => (at === from ? b : at === to ? a : factor));
      const inOrder = product(...node.factors.slice(from, to + 1));
      const rank = to === from + 1 ? 2.2 : 2.6;
      yield local(() => product(...fresh), rank, { kind: "order", factors: inOrder });
    }
}

/** Whether a changed side still has the open indices of the side. */
export function sameIndices(side: Expr): (changed: Expr) => boolean {
  const { open } = openIndices(side, false);
  return (changed) => {
    const now = openIndices(changed, false);
    if (now.fault) return false;
    if (!open) return true;
    return now.open !== undefined && unbalanced(open, now.open) === undefined;
  };
}

/** Two tensors of a product with an index of each exchanged. */
function* exchanges(node: Expr): Generator<Local<Note>> {
  if (node.kind !== "product") return;
  const tensors = [...node.factors.entries()].flatMap(([at, factor]) =>
    factor.kind === "tensor" ? [{ at, factor }] : [],
  );
  for (const [first, a] of tensors.entries())
    for (const b of tensors.slice(first + 1))
      for (const [m, one] of a.factor.indices.entries())
        for (const [n, other] of b.factor.indices.entries()) {
          if (one.space !== other.space || one.name === other.name) continue;
          const fresh = [...node.factors];
          fresh[a.at] = withIndex(a.factor, m, { ...other, place: one.place });
          fresh[b.at] = withIndex(b.factor, n, { ...one, place: other.place });
          yield local(() => product(...fresh), 2.9, {
            kind: "index",
            name: one.name,
            what: "position",
          });
        }
}

const withIndex = ({ head, indices: list }: Tensor, at: number, fresh: Index): Expr =>
  tensor(head, ...list.map((index, k) => (k === at ? fresh : index)));

/** An index renamed, raised or exchanged with its neighbour. */
const indices = (side: Expr) =>
  function* (node: Expr): Generator<Local<Note>> {
    if (node.kind !== "tensor") return;
    const names = new Map<string, Index>();
    for (const part of nodes(side))
      if (part.kind === "tensor")
        for (const index of part.indices)
          if (index.value === undefined) names.set(index.name, index);
    const put = (list: readonly Index[]): Expr => tensor(node.head, ...list);
    for (const [place, index] of node.indices.entries()) {
      const swap = node.indices[place + 1];
      if (swap && swap.space === index.space) {
        const exchanged = node.indices.map((other, k) =>
          k === place
            ? { ...swap, place: index.place }
            : k === place + 1
              ? { ...index, place: swap.place }
              : other,
        );
        yield local(() => put(exchanged), 2.3, {
          kind: "index",
          name: index.name,
          what: "position",
        });
      }
      const replaced = (fresh: Index): Expr =>
        put(node.indices.map((other, k) => (k === place ? fresh : other)));
      if (index.space === "lorentz")
        yield local(
          () => replaced({ ...index, place: index.place === "up" ? "down" : "up" }),
          2.4,
          {
            kind: "index",
            name: index.name,
            what: "position",
          },
        );
      if (index.value !== undefined) continue;
      for (const other of names.values())
        if (other.space === index.space && other.name !== index.name)
          yield local(() => replaced({ ...index, name: other.name }), 3, {
            kind: "index",
            name: index.name,
            what: "free",
          });
    }
  };

/** A dagger, star, transpose, bar or prime lost or added. */
const conjugates = (side: Expr) =>
  function* (node: Expr): Generator<Local<Note>> {
    if (node.kind === "involution") {
      const symbol = node.operand;
      yield local(() => symbol, 2.5, { kind: "conjugate", symbol });
      const other = {
        conjugate: "dagger",
        dagger: "transpose",
        transpose: "dagger",
        bar: "dagger",
      } as const;
      yield local(() => involution(other[node.sort], symbol), 2.6, { kind: "conjugate", symbol });
      return;
    }
    if (node.kind !== "symbol") return;
    const diagnosis: Diagnosis = { kind: "conjugate", symbol: node };
    if (node.type === "operator" || node.type === "matrix")
      yield local(() => dagger(node), 2.7, diagnosis);
    if (node.type === "scalar" && node.domain === "complex")
      yield local(() => conjugate(node), 2.7, diagnosis);
    for (const sibling of primes(side, node)) yield local(() => sibling, 2.8, diagnosis);
  };

/** The symbols of the side that differ from this one by primes. */
function* primes(side: Expr, one: Sym): Generator<Sym> {
  const bare = one.name.replace(/′+/g, "");
  for (const other of nodes(side))
    if (
      other.kind === "symbol" &&
      other !== one &&
      other.type === one.type &&
      other.name.replace(/′+/g, "") === bare
    )
      yield other;
  const { kind: _, name, type, ...details } = one;
  if (name.includes("′")) yield symbol(bare, type, details);
}

/** An exponent off by one. */
function* exponents(node: Expr): Generator<Local<Note>> {
  if (node.kind === "power") {
    const k = integerOf(node.exponent);
    for (const step of [1, -1]) {
      const to = k === undefined ? sum(node.exponent, num(step)) : num(k + step);
      yield local(() => power(node.base, to), 3, { kind: "exponent", from: node.exponent, to });
    }
    if (node.exponent.kind === "num") {
      const to = negate(node.exponent);
      yield local(() => power(node.base, to), 3.4, { kind: "exponent", from: node.exponent, to });
    }
    return;
  }
  const bases =
    node.kind === "product"
      ? node.factors
      : node.kind === "quotient"
        ? [node.over, node.under]
        : [];
  for (const [place, base] of bases.entries()) {
    if (!isBase(base)) continue;
    const squared = power(base, num(2));
    const fresh = bases.map((other, k) => (k === place ? squared : other));
    const [over = one, under = one] = fresh;
    yield local(() => (node.kind === "product" ? product(...fresh) : quotient(over, under)), 3.2, {
      kind: "exponent",
      from: one,
      to: num(2),
    });
  }
}

const isBase = (node: Expr): boolean =>
  (node.kind === "symbol" && node.type === "scalar") ||
  node.kind === "labelled" ||
  node.kind === "function" ||
  node.kind === "sum";

/** The argument of a function or an exponent with the wrong sign or factor. */
function* parameters(node: Expr): Generator<Local<Note>> {
  const few = factors.filter(({ rank }) => rank <= 1);
  if (node.kind === "function")
    for (const [place, argument] of node.args.entries())
      for (const { factor, rank } of few)
        yield local(
          () =>
            func(
              node.name,
              node.args.map((other, k) => (k === place ? divide(argument, factor) : other)),
              node.parameters,
            ),
          3.3 + rank,
          { kind: "factor", factor, on: "term" },
        );
  if (node.kind === "power" && integerOf(node.exponent) === undefined)
    for (const { factor, rank } of few)
      yield local(() => power(node.base, divide(node.exponent, factor)), 3.3 + rank, {
        kind: "factor",
        factor,
        on: "term",
      });
}

/** expr/factor with the factor drawn together with a leading number. */
function divide(expr: Expr, factor: Expr): Expr {
  if (factor === minusOne) return negate(expr);
  if (factor === i) return product(negate(i), expr);
  if (factor === negate(i)) return product(i, expr);
  if (factor.kind !== "num")
    return factor.kind === "power" && factor.exponent === minusOne
      ? product(factor.base, expr)
      : product(inverse(factor), expr);
  const scale = rational(factor.denominator, factor.numerator);
  if (expr.kind === "num")
    return rational(expr.numerator * scale.numerator, expr.denominator * scale.denominator);
  if (expr.kind === "product") {
    const [first, ...rest] = expr.factors;
    if (first?.kind === "num")
      return product(
        rational(first.numerator * scale.numerator, first.denominator * scale.denominator),
        ...rest,
      );
  }
  return product(scale, expr);
}
