/** The terms of a side when it is written out: one of them may have been lost on the way. */
import { apply } from "../algebra/apply";
import { collect } from "../algebra/collect";
import { distribute, linear } from "../algebra/expand";
import { minus, zero } from "../expr/build";
import type { Expr } from "../expr/node";
import { isPlainAlgebra } from "./plainAlgebra";
import type { Ground } from "./sample";

/** A side of one term that stays one is no lost term of the other. */
export function lostTerms(side: Expr, target: Expr, ground: Ground): readonly Expr[] {
  const written = writtenOut(side, target, ground);
  const both = new Set([side, written].flatMap((one) => (one.kind === "sum" ? one.terms : [])));
  return both.size > mostTerms ? [] : [...both];
}

/** What one side has more than the other, where that takes a few terms of plain numbers. */
export function shortDifference(left: Expr, right: Expr, ground: Ground): Expr | undefined {
  if (left === zero || right === zero || ![left, right].every(isPlainAlgebra)) return undefined;
  const rest = writtenOut(minus(left, right), zero, ground);
  const terms = rest.kind === "sum" ? rest.terms.length : 1;
  return rest === zero || terms > mostShown ? undefined : rest;
}

function writtenOut(side: Expr, target: Expr, { conventions, facts }: Ground): Expr {
  const scene = { conventions, facts, target };
  const work = { left: mostNodes };
  return [linear, distribute, collect].reduce(
    (current, law) => apply(law, current, scene, work) ?? current,
    side,
  );
}

const mostShown = 3;
const mostNodes = 4000;
const mostTerms = 24;
