/** Heads: what a definition can define. */
import { product } from "../../math/expr/build";
import type { Expr, Labelled, Tensor } from "../../math/expr/node";
import { isDifferential } from "../../math/expr/questions";
import { children, some } from "../../math/expr/walk";

/** A lone symbol, a member of a family, an indexed symbol, a function of formal arguments. */
export function isHead(expr: Expr): boolean {
  switch (expr.kind) {
    case "symbol":
      return expr.role !== "identity";
    case "labelled":
      return true;
    case "tensor":
      return headOf(expr) !== undefined;
    case "call":
      return headOf(expr) !== undefined && expr.args.every(isFormal);
    case "ket":
    case "bra":
      return true;
    default:
      return false;
  }
}

/** The name a head carries: two heads with one name are never used together. */
export function headOf(expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case "symbol":
    case "ket":
    case "bra":
      return expr;
    case "labelled":
      return expr.head;
    case "tensor":
      return headOf(expr.head);
    case "call":
    case "primed":
      return headOf(expr.head);
    default:
      return undefined;
  }
}

/** The name behind i𝓜 or −iΣ(p), and the number that stands before it. */
export function unscaled(side: Expr): { readonly name: Expr; readonly factor: Expr } | undefined {
  if (side.kind !== "product") return undefined;
  const name = side.factors.at(-1);
  const before = side.factors.slice(0, -1);
  if (!name || !isHead(name) || !before.every(isNumber)) return undefined;
  const head = headOf(name);
  return head?.kind === "symbol" && head.role !== undefined
    ? undefined
    : { name, factor: product(...before) };
}

const isNumber = ({ kind }: Expr): boolean => kind === "num" || kind === "constant";

const isFormal = (arg: Expr): boolean => arg.kind === "symbol" || arg.kind === "labelled";

/** What two definitions must not share: the head, with its labels where they are numbers. */
export interface HeadKey {
  readonly head: Expr;
  /** Undefined where the definition speaks of every member. */
  readonly member: Expr | undefined;
  /** Members are told apart by labels. */
  readonly family?: true;
}

export function headKey(expr: Expr): HeadKey | undefined {
  // V′(r) is another function than V(r).
  const derived = expr.kind === "call" && expr.head.kind === "primed" ? expr.head : undefined;
  const head = isHead(expr) ? (derived ?? headOf(expr)) : undefined;
  if (!head) return undefined;
  const fixed =
    (expr.kind === "labelled" && expr.labels.every(isFixed)) ||
    (expr.kind === "tensor" && expr.indices.every(({ value }) => value !== undefined));
  return {
    head,
    member: fixed || expr.kind === "symbol" ? expr : undefined,
    ...(expr.kind === "labelled" && !fixed ? { family: true as const } : {}),
  };
}

export const clash = (a: HeadKey, b: HeadKey): boolean =>
  lettersOf(a.head) === lettersOf(b.head) &&
  (a.member === undefined || b.member === undefined || a.member === b.member) &&
  !(isBesideFamily(a, b) || isBesideFamily(b, a));

/** λ_± says what λ_+ is. */
export const isSigned = (a: HeadKey, b: HeadKey): boolean =>
  a.head === b.head && (isOfBothSigns(a.member, b.member) || isOfBothSigns(b.member, a.member));

const isOfBothSigns = (both: Expr | undefined, one: Expr | undefined): boolean =>
  both?.kind === "labelled" &&
  one?.kind === "labelled" &&
  both.labels.length === one.labels.length &&
  both.labels.some(isPlusMinus) &&
  both.labels.every(
    (label, i) => label === one.labels[i] || (isPlusMinus(label) && isSign(one.labels[i])),
  );

const isPlusMinus = (label: Expr): boolean => label.kind === "plus-minus";

const isSign = (label: Expr | undefined): boolean =>
  label?.kind === "symbol" && /^[+\-−]$/u.test(label.name);

/** Names are told apart as they are written: F and the F of F(m) are one. */
export const lettersOf = (head: Expr): Expr | string =>
  head.kind === "symbol" && /^(scalar|function)$/.test(head.type) ? head.name : head;

/** E is none of the E_n. */
const isBesideFamily = (name: HeadKey, { family }: HeadKey): boolean =>
  name.member === name.head && family === true;

/** Numbers, signs and the letters of phase and group velocities name one member of a family, ± two; any other letter stands for any. */
const isFixed = (label: Expr): boolean =>
  label.kind === "num" ||
  label.kind === "plus-minus" ||
  (label.kind === "symbol" && /^(?:[+\-−↑↓]|[cefgp])$/u.test(label.name)) ||
  (label.kind === "product" && label.factors.every(isFixed));

/** True where a body leads back to the head it would define. */
export function leadsBack(head: Expr, body: Expr): boolean {
  const key = headKey(head);
  if (key === undefined) return false;
  if (head.kind === "symbol" || head.kind === "call") return showsBare(body, key.head);
  if ((head.kind === "tensor" || head.kind === "labelled") && !key.member)
    return showsAlike(body, head, key.head);
  return some(body, (part) => part === (key.member ?? key.head));
}

/** A_μ itself, not the A_μ^a of A_μ = A_μ^a T^a; p_{ij}, not the p_i of p_{ij} = p_i·p_j. */
const showsAlike = (body: Expr, head: Tensor | Labelled, name: Expr): boolean =>
  body === name ||
  children(body).some((part) =>
    body.kind === head.kind && part === body.head
      ? part === name && isAlike(body, head)
      : showsAlike(part, head, name),
  );

const isAlike = (one: Tensor | Labelled, head: Tensor | Labelled): boolean =>
  one.kind === "tensor"
    ? head.kind === "tensor" && one.indices.length <= head.indices.length
    : head.kind === "labelled" && one.labels.length >= head.labels.length;

/** H or H(x) itself, not H₀. */
const showsBare = (body: Expr, name: Expr): boolean =>
  body === name ||
  children(body).some(
    (part) => !(body.kind === "labelled" && part === body.head) && showsBare(part, name),
  );

/** The name that |M|², ds², dσ/dΩ, E² or ⟨T⟩ is about: what such a side gives a value, it introduces. */
export function subjectOf(expr: Expr): Expr | undefined {
  const head = headOf(expr);
  if (head) return head.kind === "symbol" && head.role !== undefined ? undefined : head;
  switch (expr.kind) {
    case "function":
      return expr.name === "abs" && expr.args[0] ? subjectOf(expr.args[0]) : undefined;
    case "power":
      return subjectOf(isDifferential(expr.base) ? (children(expr.base)[0] ?? expr) : expr.base);
    case "expectation":
      return expr.state ? undefined : (subjectOf(expr.operand) ?? expr);
    case "derivative":
      return expr.operand && expr.by.kind === "variable" ? subjectOf(expr.operand) : undefined;
    case "product": {
      const [last, ...others] = expr.factors.toReversed();
      return last && others.every(isNumber) ? subjectOf(last) : undefined;
    }
    case "series":
      return subjectOf(expr.body);
    default:
      return undefined;
  }
}

/** T^μ_μ is another quantity than T^{μν}, whose definition gives its value. */
export const isContracted = (expr: Expr): boolean =>
  expr.kind === "tensor" &&
  expr.indices.some((one, i) => expr.indices.some((other, j) => i < j && one.name === other.name));
