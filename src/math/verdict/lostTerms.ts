/** The terms of a side when it is written out: one of them may have been lost on the way. */
import { apply } from "../algebra/apply";
import { collect } from "../algebra/collect";
import { distribute, linear } from "../algebra/expand";
import type { Expr } from "../expr/node";
import type { Ground } from "./sample";

/** A side of one term that stays one is no lost term of the other. */
export function lostTerms(
  side: Expr,
  target: Expr,
  { conventions, facts }: Ground,
): readonly Expr[] {
  const scene = { conventions, facts, target };
  const work = { left: mostNodes };
  const written = [linear, distribute, collect].reduce(
    (current, law) => apply(law, current, scene, work) ?? current,
    side,
  );
  const both = new Set([side, written].flatMap((one) => (one.kind === "sum" ? one.terms : [])));
  return both.size > mostTerms ? [] : [...both];
}

const mostNodes = 4000;
const mostTerms = 24;
