/** What several expressions need before any number is put in: matrix spaces, colour, variables of differentiation. */
import type { Fact } from "../expr/claim";
import { identity } from "../expr/intern";
import type { Expr } from "../expr/node";
import { children } from "../expr/walk";
import { digest, type Given, headKey } from "./given";
import { spaceOfNode } from "./spaces";

export interface Survey {
  readonly given: Given;
  /** Every node met, definitions that are used included; parents first. */
  readonly nodes: readonly Expr[];
  readonly matrixSpaces: ReadonlySet<string>;
  readonly hasColour: boolean;
}

const remembered = new WeakMap<readonly Fact[], Map<string, Survey>>();

export function surveyed(exprs: readonly Expr[], facts: readonly Fact[]): Survey {
  const known = remembered.get(facts) ?? new Map<string, Survey>();
  remembered.set(facts, known);
  const key = exprs.map(identity).join(",");
  const found =
    known.get(key) ?? survey(exprs, known.values().next().value?.given ?? digest(facts));
  if (known.size > 200) known.clear();
  known.set(key, found);
  return found;
}

function survey(exprs: readonly Expr[], given: Given): Survey {
  const nodes = new Set<Expr>();
  for (const expr of exprs) visit(expr, given, nodes);
  for (const { left, right } of given.constraints) {
    visit(left, given, nodes);
    visit(right, given, nodes);
  }
  const matrixSpaces = new Set<string>();
  let hasColour = false;
  for (const node of nodes) {
    const space = spaceOfNode(node);
    if (space) matrixSpaces.add(space);
    if (node.kind === "symbol" && colourRoles.has(node.role ?? "")) hasColour = true;
  }
  return { given, nodes: [...nodes], matrixSpaces, hasColour };
}

const colourRoles = new Set(["generator", "structure", "symmetric-structure"]);

function visit(node: Expr, given: Given, into: Set<Expr>): void {
  if (into.has(node)) return;
  into.add(node);
  for (const part of parts(node)) visit(part, given, into);
  const key = headKey(node);
  for (const definition of (key && given.definitions.get(key)) || [])
    visit(definition.body, given, into);
}

const partsOf = new WeakMap<Expr, readonly Expr[]>();

/** The direct parts of a node, remembered. */
export function parts(node: Expr): readonly Expr[] {
  const known = partsOf.get(node) ?? children(node);
  partsOf.set(node, known);
  return known;
}
