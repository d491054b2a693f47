/** Tells operators that still wait for something to act on from values. */
import type { Expr } from "../../expr/node";
import { type Given, headKey } from "../given";
import { parts } from "../parts";

/** What a node is still waiting for: `derivative` acts on anything to its right, `mode` on states only. */
interface Waiting {
  readonly derivative: boolean;
  readonly mode: boolean;
}

const settled: Waiting = { derivative: false, mode: false };

export function operatorTest(given: Given): (expr: Expr) => boolean {
  const known = new Map<Expr, Waiting>();
  const waiting = (node: Expr): Waiting => {
    const found = known.get(node);
    if (found) return found;
    known.set(node, settled);
    const result = ofNode(node, given, waiting);
    known.set(node, result);
    return result;
  };
  return (expr) => {
    const { derivative, mode } = waiting(expr);
    return derivative || mode;
  };
}

function ofNode(node: Expr, given: Given, of: (node: Expr) => Waiting): Waiting {
  const key = headKey(node);
  const bodies = key && given.definitions.get(key);
  if (bodies) return any(bodies.map(({ body }) => of(body)));
  switch (node.kind) {
    case "symbol":
      return ofSymbol(node, given, of);
    case "derivative":
      return node.operand ? of(node.operand) : { derivative: true, mode: false };
    case "product":
      return ofProduct(node.factors, of);
    case "dot":
    case "cross":
      return ofProduct([node.left, node.right], of);
    case "ket":
    case "bra":
    case "expectation":
      return settled;
    default:
      return any(parts(node).map(of));
  }
}

function ofSymbol(
  node: Extract<Expr, { kind: "symbol" }>,
  given: Given,
  of: (node: Expr) => Waiting,
): Waiting {
  switch (node.role) {
    case "lowering":
    case "number-operator":
    case "position-operator":
    case "momentum-operator":
      return { derivative: false, mode: true };
    default: {
      const components = given.definitions.get(`tensor ${node.name} 1`);
      return components ? any(components.map(({ body }) => of(body))) : settled;
    }
  }
}

/** In a product only the last factor still waits for a derivative's operand, and a state satisfies the modes. */
function ofProduct(factors: readonly Expr[], of: (node: Expr) => Waiting): Waiting {
  const last = factors[factors.length - 1];
  const state = factors.findLastIndex((factor) => factor.kind === "ket");
  return {
    derivative: last !== undefined && of(last).derivative,
    mode: factors.slice(state + 1).some((factor) => of(factor).mode),
  };
}

const any = (all: readonly Waiting[]): Waiting => ({
  derivative: all.some(({ derivative }) => derivative),
  mode: all.some(({ mode }) => mode),
});
