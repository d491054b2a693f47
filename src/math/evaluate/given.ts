/** The facts of a setting, sorted by what they do to the samples. */
import { zero } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Domain, Expr, Ket, Sym } from "../expr/node";
import { isRate } from "../expr/stateMotion";
import type { Forms } from "./forms/plan";

export type Definition = Extract<Fact, { kind: "definition" }>;
type Constraint = Extract<Fact, { kind: "constraint" }>;
type Inequality = Extract<Fact, { kind: "inequality" }>;
type LineElement = Extract<Fact, { kind: "line-element" }>;

export interface Given {
  /** By the head they replace. */
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  readonly domains: ReadonlyMap<string, Domain>;
  readonly constraints: readonly Constraint[];
  readonly algebras: readonly Extract<Fact, { kind: "algebra" }>[];
  readonly inequalities: readonly Inequality[];
  /** Pairs that commute. */
  readonly commuting: readonly (readonly [Expr, Expr])[];
  /** Sets of states that are orthonormal; |n⟩ alone stands for all n. */
  readonly orthonormal: readonly (readonly Ket[])[];
  /** a|α⟩ = α|α⟩ is given. */
  readonly coherent: boolean;
  readonly lineElement: LineElement | undefined;
  /** The metric varies from place to place: by the line element, or because nothing is said of it. */
  readonly curved: boolean;
  /** The names that are differential forms, where there are any. */
  readonly forms?: Forms;
  /** Letters that mean the determinant of a generic metric, and its curvature. */
  readonly geometric: ReadonlySet<string>;
  /** Properties by the name of what has them. */
  readonly properties: ReadonlyMap<string, ReadonlySet<string>>;
}

export function digest(facts: readonly Fact[]): Given {
  const definitions = new Map<string, Definition[]>();
  const domains = new Map<string, Domain>();
  const properties = new Map<string, Set<string>>();
  const constraints: Constraint[] = [];
  const algebras: Extract<Fact, { kind: "algebra" }>[] = [];
  const inequalities: Inequality[] = [];
  const commuting: (readonly [Expr, Expr])[] = [];
  const orthonormal: (readonly Ket[])[] = [];
  let coherent = false;
  let lineElement: LineElement | undefined;
  for (const fact of facts)
    switch (fact.kind) {
      case "definition": {
        const key = headKey(fact.head);
        if (key) pushTo(definitions, key, fact);
        break;
      }
      case "constraint": {
        const defined = operatorHead(fact.left) ? headKey(fact.left) : undefined;
        if (isEigenstate(fact)) coherent = true;
        else if (defined)
          pushTo(definitions, defined, { kind: "definition", head: fact.left, body: fact.right });
        else if (!constraints.some((known) => isSame(known, fact))) constraints.push(fact);
        break;
      }
      case "algebra":
        algebras.push(fact);
        break;
      case "domain":
        domains.set(nameKey(fact.symbol), fact.domain);
        break;
      case "inequality":
        inequalities.push(fact);
        break;
      case "property":
        for (const one of fact.of) {
          const known = properties.get(nameKey(one)) ?? new Set<string>();
          properties.set(nameKey(one), known.add(fact.property));
        }
        if (fact.property === "orthonormal")
          orthonormal.push(fact.of.filter((one) => one.kind === "ket"));
        if (fact.property === "commuting") commuting.push(...pairsOf(fact.of));
        break;
      case "line-element":
        lineElement = fact;
        break;
    }
  // What a definition gives the value of is positive only where that value is.
  for (const fact of facts)
    if (fact.kind === "domain" && fact.domain === "positive" && fact.symbol.kind === "symbol")
      if (definitions.has(headKey(fact.symbol) ?? ""))
        inequalities.push({ kind: "inequality", left: fact.symbol, relation: ">", right: zero });
  for (const list of definitions.values()) list.sort((a, b) => +isMember(b) - +isMember(a));
  return {
    definitions,
    domains,
    constraints: constraints.filter((one) => !isOfConstant(one, properties, definitions)),
    algebras,
    inequalities,
    commuting,
    orthonormal,
    coherent,
    lineElement,
    curved: lineElement !== undefined,
    geometric: new Set(),
    properties,
  };
}

/** ṙ = 0 of an r that is then no function of anything; of a defined E it says more. */
function isOfConstant(
  { left, right }: Constraint,
  properties: ReadonlyMap<string, ReadonlySet<string>>,
  definitions: ReadonlyMap<string, unknown>,
): boolean {
  const name = right === zero && isRate(left) && left.operand.kind === "symbol" && left.operand;
  return (
    name !== false &&
    properties.get(nameKey(name))?.has("constant") === true &&
    !definitions.has(headKey(name) ?? "")
  );
}

/** What is said of E_0 comes before what is said of every E_n. */
export const isMember = ({ head }: Pick<Definition, "head">): boolean =>
  head.kind === "labelled" && head.labels.every(({ kind }) => kind === "num");

const isSame = (a: Constraint, b: Constraint): boolean => a.left === b.left && a.right === b.right;

const pairsOf = (all: readonly Expr[]): (readonly [Expr, Expr])[] =>
  all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other] as const));

/** a|α⟩ = α|α⟩ of a lowering operator. */
function isEigenstate({ left, right }: Constraint): boolean {
  if (left.kind !== "product" || right.kind !== "product") return false;
  const [operator, state, ...more] = left.factors;
  const [value, again, ...others] = right.factors;
  return (
    more.length + others.length === 0 &&
    operator?.kind === "symbol" &&
    (operator.role === "lowering" || /^[ab]̂?$/u.test(operator.name)) &&
    state?.kind === "ket" &&
    state === again &&
    state.labels.length === 1 &&
    state.labels[0] === value
  );
}

/** An equation for an operator is used as its definition: operators are not solved for. */
function operatorHead(left: Expr): boolean {
  const sym = left.kind === "labelled" ? left.head : left;
  return sym.kind === "symbol" && (sym.type === "matrix" || sym.type === "operator");
}

/** What a definition replaces: a name, a member of a family, a tensor of this rank, a function of so many arguments. */
export function headKey(head: Expr): string | undefined {
  switch (head.kind) {
    case "symbol":
      return `symbol ${head.name}`;
    case "labelled":
      return `labelled ${head.head.name} ${head.labels.length}`;
    case "tensor":
      return `tensor ${nameKey(head.head)} ${head.indices.length}`;
    case "call":
      return `call ${calledKey(head.head)} ${head.args.length}`;
    case "ket":
    case "bra":
      return `${head.kind} ${head.labels.map(nameKey).join(",")}`;
    case "involution":
    case "slash":
    case "dot":
      return undefined;
    default:
      return undefined;
  }
}

/** Π^{μν}(q) is another function than Π(q²). */
const calledKey = (head: Expr): string =>
  head.kind === "tensor" ? `${nameKey(head)} ${head.indices.length}` : nameKey(head);

/** The name something is known by. */
export function nameKey(expr: Expr): string {
  switch (expr.kind) {
    case "symbol":
      return expr.name;
    case "labelled":
      return expr.head.name;
    case "tensor":
    case "call":
      return nameKey(expr.head);
    case "primed":
      return `${nameKey(expr.head)}${"′".repeat(expr.order)}`;
    case "num":
      return `${expr.numerator}/${expr.denominator}`;
    default:
      return expr.kind;
  }
}

export const hasProperty = (given: Given, expr: Expr, property: string): boolean =>
  given.properties.get(nameKey(expr))?.has(property) ?? false;

/** Where a symbol lives: as the premises say, else as it was read. */
export const domainOf = (given: Given, sym: Sym): Domain =>
  given.domains.get(sym.name) ?? sym.domain ?? (sym.type === "label" ? "natural" : "real");

function pushTo<K, V>(map: Map<K, V[]>, key: K, item: V): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
