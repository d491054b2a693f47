/** One place, looked at closely enough to believe what it shows. */
import { distance, firstDifference, same } from "../evaluate/evaluate";
import type { World } from "../evaluate/evaluation";
import type { Expr } from "../expr/node";
import { type Differs, type Undecided, undecided } from "./outcome";
import { type Found, type Ground, samplePair } from "./sample";

/** A difference this large, relative to the largest term, needs no more digits to be believed. */
const plain = 1e-6;

export interface Equal {
  readonly kind: "equal";
  readonly digits: number;
}

/** Doubles where they have the digits wanted or the difference is plain; else many digits. */
export function settle(
  left: Expr,
  right: Expr,
  ground: Ground,
  spot: { readonly world: World; readonly ordinal: number },
  inDoubles: Found,
  wanted: number,
): Equal | Differs | Undecided {
  const equal = same(inDoubles.left, inDoubles.right);
  if (equal ? digitsOf(inDoubles) >= wanted : distance(inDoubles.left, inDoubles.right) > plain)
    return told(inDoubles);
  const precise = samplePair(left, right, ground, { ...spot, number: "digits" });
  if (precise.kind === "pair") return told(precise);
  return equal
    ? told(inDoubles)
    : undecided("budget", "the difference is too small to be told from rounding");
}

function told(pair: Found): Equal | Differs {
  if (same(pair.left, pair.right)) return { kind: "equal", digits: digitsOf(pair) };
  return { kind: "differs", values: pair.values, ...firstDifference(pair.left, pair.right) };
}

const digitsOf = ({ left, right }: Found): number => Math.min(left.digits, right.digits);
