/** What the formulas of a claim say together about their modes: rules, momenta, what is a vacuum. */
import type { Bracket, Expr, Labelled, Sym } from "../../expr/node";
import { nodes as nodesOf } from "../../expr/walk";
import type { Given } from "../given";
import { hasProperty } from "../given";
import { atomKey, renamed } from "./linear";

/** [left, right]_± = value. */
export interface Rule {
  readonly left: Expr;
  readonly right: Expr;
  readonly value: Expr;
  readonly fermion: boolean;
}

export interface Context {
  readonly given: Given;
  readonly holds: (expr: Expr) => boolean;
  readonly rules: readonly Rule[];
  /** Families whose adjoint is their conjugate partner, by name. */
  readonly ladders: ReadonlySet<string>;
  readonly fermions: ReadonlySet<string>;
  /** Labels of modes. */
  readonly momenta: ReadonlySet<string>;
  /** Labels that δ-functions or integrals treat as continuous. */
  readonly continuous: ReadonlySet<string>;
  readonly energy: Sym;
  /** Times of events, where they are written by themselves. */
  readonly times: ReadonlyMap<string, Expr>;
  readonly metric: 1 | -1;
  /** Heads whose definitions are being used. */
  readonly inside: readonly string[];
  /** Counts the variables renamed so far. */
  readonly tally: { fresh: number };
}

export function contextOf(
  nodes: ReadonlySet<Expr>,
  given: Given,
  holds: (expr: Expr) => boolean,
  metric: 1 | -1,
): Context {
  const rules = given.algebras.flatMap(({ left, right }) =>
    left.kind === "bracket" && left.sort !== "poisson" ? [ruleOf(left, right)] : [],
  );
  const everything = new Set([...nodes, ...rules.flatMap(({ left, right }) => [left, right])]);
  for (const { value } of rules) for (const node of nodesOf(value)) everything.add(node);
  const ladders = new Set<string>();
  const fermions = new Set<string>();
  for (const node of everything)
    if (node.kind === "symbol" && isLadder(node)) {
      ladders.add(node.name);
      if (node.role === "fermion-lowering") fermions.add(node.name);
    }
  for (const { left, right, fermion } of rules) {
    const [first, second] = [headOf(left), headOf(right)];
    if (first && first === second && isDagger(left) !== isDagger(right)) ladders.add(first.name);
    if (fermion) for (const head of [first, second]) if (head) fermions.add(head.name);
  }
  const momenta = new Set<string>();
  const continuous = new Set<string>();
  for (const node of everything) {
    if (node.kind === "labelled" && (ladders.has(node.head.name) || isEnergy(node)))
      for (const label of node.labels) addAtoms(label, momenta);
    if (node.kind === "function" && node.name === "δ")
      for (const arg of node.args) addAtoms(arg, continuous);
    if (node.kind === "integral")
      for (const { variable } of node.measures) addAtoms(variable, continuous);
  }
  const energy = [...everything].find(isEnergy)?.head;
  return {
    given,
    holds,
    rules,
    ladders,
    fermions,
    momenta,
    continuous,
    energy: energy ?? ({ kind: "symbol", name: "ω", type: "scalar" } as Sym),
    times: timesOf(everything, momenta),
    metric,
    inside: [],
    tally: { fresh: 0 },
  };
}

const ruleOf = ({ left, right, sort }: Bracket, value: Expr): Rule => ({
  left,
  right,
  value,
  fermion: sort === "anticommutator",
});

const isLadder = ({ role }: Sym): boolean => role === "lowering" || role === "fermion-lowering";

export const isEnergy = (node: Expr): node is Labelled =>
  node.kind === "labelled" &&
  node.head.type === "scalar" &&
  node.labels.length === 1 &&
  /^[Eω]$/u.test(node.head.name);

export const isDagger = (expr: Expr): boolean =>
  expr.kind === "involution" && expr.sort === "dagger";

/** The name of an operator with or without labels, arguments and dagger. */
export function headOf(expr: Expr): Sym | undefined {
  switch (expr.kind) {
    case "symbol":
      return expr;
    case "labelled":
      return expr.head;
    case "call":
      return headOf(expr.head);
    case "involution":
      return expr.sort === "dagger" ? headOf(expr.operand) : undefined;
    default:
      return undefined;
  }
}

/** Labels and arguments of an operator. */
export function labelsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "labelled":
      return expr.labels;
    case "call":
      return [...labelsOf(expr.head), ...expr.args];
    case "involution":
      return labelsOf(expr.operand);
    default:
      return [];
  }
}

function addAtoms(expr: Expr, into: Set<string>): void {
  for (const node of nodesOf(expr)) {
    const key = atomKey(node);
    if (key !== undefined) into.add(key);
  }
}

/** The name a variable had before it was renamed. */
export const original = (key: string): string => key.split(renamed)[0] ?? key;

/** Hermitian operators other than those with conjugate partners. */
export const isOwnAdjoint = (context: Context, head: Sym): boolean =>
  !context.ladders.has(head.name) && hasProperty(context.given, head, "hermitian");

/** |0⟩, and |Ω⟩ where a_p|Ω⟩ = 0 is given. */
export function isVacuum({ given, ladders }: Context, labels: readonly Expr[]): boolean {
  const [label, ...more] = labels;
  if (!label || more.length > 0) return false;
  if (label.kind === "num") return label.numerator === 0n;
  return given.constraints.some(
    ({ left, right }) =>
      right.kind === "num" &&
      right.numerator === 0n &&
      left.kind === "product" &&
      left.factors.length === 2 &&
      left.factors[0] !== undefined &&
      !isDagger(left.factors[0]) &&
      ladders.has(headOf(left.factors[0])?.name ?? "") &&
      left.factors[1]?.kind === "ket" &&
      left.factors[1].labels[0] === label,
  );
}

/** t belongs to the only event. */
function timesOf(nodes: Iterable<Expr>, momenta: ReadonlySet<string>): ReadonlyMap<string, Expr> {
  const events = new Set<string>();
  let time: Expr | undefined;
  for (const node of nodes) {
    if (node.kind !== "symbol") continue;
    const key = atomKey(node);
    if (node.type === "four-vector" && key !== undefined && !momenta.has(key)) events.add(key);
    if (node.type === "scalar" && node.name === "t") time = node;
  }
  const [event, ...more] = events;
  return time && event !== undefined && more.length === 0 ? new Map([[event, time]]) : new Map();
}
