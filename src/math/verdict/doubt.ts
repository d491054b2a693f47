/** What keeps a difference from counting against the author: a name in two meanings, a state of unknown make, a head that is only introduced. */
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { children, nodes, some } from "../expr/walk";
import { isEquality } from "./comparison";
import { equated, partsOf } from "./facts";
import type { OpenReason } from "./verdict";

export interface Doubt {
  readonly why: OpenReason;
  readonly detail: string;
}

export function doubt(claim: Claim, facts: readonly Fact[]): Doubt | undefined {
  const written = [claim.left, claim.right, ...facts.flatMap(partsOf)];
  const clash = nameInTwoMeanings(written);
  if (clash) return { why: "reading", detail: `${clash} stands for two things` };
  if (written.some((part) => some(part, isSpecialCase)))
    return { why: "beyond", detail: "cases that single out special values" };
  if (written.some((part) => some(part, isUnknownState)))
    return { why: "beyond", detail: "a state whose labels are expressions" };
  const label = numberedState([claim.left, claim.right]);
  if (label) return { why: "beyond", detail: `states labelled by the number ${label}` };
  const head = isEquality(claim.relation) ? introduced(claim, facts) : undefined;
  if (head) return { why: "differs", detail: `nothing given says what ${head} is` };
  return undefined;
}

/** A name that is a function here and a number there, or a vector of both kinds. */
function nameInTwoMeanings(written: readonly Expr[]): string | undefined {
  const meanings = new Map<string, string>();
  for (const { name, meaning } of written.flatMap((part) => [...uses(part)])) {
    const before = meanings.get(name);
    if (before !== undefined && before !== meaning) return name;
    meanings.set(name, meaning);
  }
  return undefined;
}

function* uses(node: Expr): Generator<{ readonly name: string; readonly meaning: string }> {
  if (node.kind === "call" && node.head.kind === "symbol") {
    yield { name: node.head.name, meaning: "function" };
    for (const argument of node.args) yield* uses(argument);
    return;
  }
  if (node.kind === "labelled") {
    if (node.labels.some((label) => label.kind === "constant" && label.name === "i"))
      yield { name: "i", meaning: "label" };
    yield { name: `${node.head.name}_`, meaning: sortOf(node.head) };
    return;
  }
  if (node.kind === "ket" || node.kind === "bra") return;
  if (node.kind === "constant" && node.name === "i") yield { name: "i", meaning: "number" };
  if (node.kind === "symbol") yield { name: node.name, meaning: sortOf(node) };
  for (const part of children(node)) yield* uses(part);
}

const sortOf = ({ type, role }: Sym): string =>
  role !== undefined
    ? `fixed ${role}`
    : type === "function"
      ? "function"
      : type === "label"
        ? "scalar"
        : type;

/** Generic samples never meet the branch for equal values. */
const isSpecialCase = (node: Expr): boolean =>
  node.kind === "cases" &&
  node.branches.some(
    ({ condition }) => condition && !["<", "≤", ">", "≥"].includes(condition.relation),
  );

const isUnknownState = (node: Expr): boolean =>
  (node.kind === "ket" || node.kind === "bra") && node.labels.some(isComposite);

/** U ψ inside a ket: an action nobody has spelled out. */
const isComposite = (label: Expr): boolean =>
  label.kind === "product" && label.factors.filter((factor) => factor.kind !== "num").length > 1;

const isOperator = (node: Expr): boolean =>
  node.kind === "symbol" && (node.type === "operator" || node.type === "matrix");

/** |α⟩ with α a number of the claim, and no algebra in sight that says which state that is. */
function numberedState(sides: readonly Expr[]): string | undefined {
  if (
    sides.some((side) =>
      some(side, (node) => node.kind === "symbol" && node.role !== undefined && isOperator(node)),
    )
  )
    return undefined;
  const labels = new Set<Expr>();
  const numbers = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (node.kind === "ket" || node.kind === "bra")
      for (const label of node.labels) labels.add(label);
    else if (node.kind === "symbol") numbers.add(node);
    else for (const part of children(node)) visit(part);
  };
  for (const side of sides) visit(side);
  for (const label of labels) if (label.kind === "symbol" && numbers.has(label)) return label.name;
  return undefined;
}

/** A lone name on one side that the other side and the premises leave undetermined. */
function introduced({ left, right }: Claim, facts: readonly Fact[]): string | undefined {
  for (const [head, body] of [
    [left, right],
    [right, left],
  ] as const) {
    if (head.kind !== "symbol" || head.role !== undefined) continue;
    const elsewhere = [body, ...facts.flatMap((fact) => equated(fact) ?? [])];
    if (!elsewhere.some((part) => [...nodes(part)].includes(head))) return head.name;
  }
  return undefined;
}
