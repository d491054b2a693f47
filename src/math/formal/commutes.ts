/** What may change places, as far as it is certain. */

import { neverNumbers } from "../algebra/isNumber";
import { constantDomains } from "../expr/domains";
import type { Expr, Sym } from "../expr/node";
import { isOfMatrices } from "../expr/ofMatrices";
import { children, some } from "../expr/walk";
import { fixedRoles, isFixedNumber, isPlainScalar } from "./constants";
import type { Habits } from "./habits";

/** Commutes with everything in this claim. */
export function commutes(letter: Expr, habits: Habits): boolean {
  if (neverNumbers.has(letter.kind) || letter.kind === "cross") return false;
  const { wary } = habits;
  const all = (node: Expr): boolean => children(node).every((part) => commutes(part, habits));
  switch (letter.kind) {
    case "num":
    case "constant":
    case "unit":
    case "trace":
    case "expectation":
      return true;
    case "symbol":
      if (letter.type === "three-vector" || letter.type === "four-vector") return false;
      return wary ? isParameter(letter, habits) : isNumberByType(letter);
    case "labelled":
      return letter.head.type === "scalar" && commutes(letter.head, habits);
    case "tensor":
      if (letter.head.kind !== "symbol")
        return !wary && ["labelled", "call", "primed"].includes(letter.head.kind);
      return wary ? isParameter(letter.head, habits) : isComponent(letter.head);
    case "bracket":
      return letter.sort === "poisson";
    case "derivative":
      return (
        !wary &&
        letter.operand !== undefined &&
        (letter.by.kind === "index" || letter.by.kind === "variable") &&
        commutes(letter.operand, habits)
      );
    case "function":
      return (
        !wary ||
        ((letter.name === "δ" || letter.name === "θ") && !some(letter, isOperation)) ||
        all(letter)
      );
    case "dot":
      return !wary || children(letter).every(isNumberVector);
    case "power":
    case "sum":
    case "product":
    case "quotient":
      return !wary || all(letter);
    default:
      return !wary || children(letter).every((part) => isFixedNumber(part));
  }
}

/** Where order counts: a small letter that stands nowhere where it does; ψ, σ and the like are no numbers then. */
const isParameter = (s: Sym, { ordered }: Habits): boolean =>
  s.type === "label" ||
  (s.role !== undefined && fixedRoles.has(s.role)) ||
  (isPlainScalar(s) &&
    !ordered.has(s.name) &&
    (constantDomains.has(s.domain ?? "") ||
      /^(?![abcdσγτρψφϕχηξθ])(?:\p{Ll}|[EN])(?:_.*|′+)?$/u.test(s.name)));

const isOperation = (node: Expr): boolean =>
  (node.kind === "symbol" && !/^(?:scalar|label|three-vector|four-vector)$/.test(node.type)) ||
  ["call", "opaque", "bracket", "involution", "derivative"].includes(node.kind);

const isNumberVector = (part: Expr): boolean =>
  part.kind === "symbol" && /vector$/.test(part.type) && /^[pkqx]\W*$/u.test(part.name);

/** A bare capital may be an operator that nothing else gives away. */
const isNumberByType = (s: Sym): boolean =>
  (s.type === "scalar" || s.type === "label" || s.type === "function") &&
  s.grassmann !== true &&
  (s.role !== undefined ||
    s.domain !== undefined ||
    (s.dependsOn?.length ?? 0) > 0 ||
    !/^\p{Lu}/u.test(s.name));

const isComponent = (s: Sym): boolean =>
  ["tensor", "four-vector", "three-vector", "scalar"].includes(s.type) &&
  s.grassmann !== true &&
  !isOfMatrices(s);
