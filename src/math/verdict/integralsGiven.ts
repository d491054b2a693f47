/** f(𝐪) = ∫d³r e^{−i𝐪·𝐫}V(r): what a premise defines by an integral over all vectors is written out, to be worked out with the rest; f(q) is f(𝐪). */
import { type Definition, headKey } from "../evaluate/given";
import { call } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Call, Expr, Sym } from "../expr/node";
import { letterOf } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";
import { inserted } from "./inserted";
import { isOverVectors } from "./radialMeasures";

export function withIntegralsGiven(claim: Claim): Claim {
  const definitions = claim.given
    .flatMap(({ facts }) => facts)
    .filter((fact): fact is Definition => fact.kind === "definition" && isIntegrated(fact));
  if (definitions.length === 0) return claim;
  const sides = [claim.left, claim.right].map((side) => withVectors(side, definitions));
  const [left, right] = inserted(sides, definitions) ?? [];
  return left && right ? { ...claim, left, right } : claim;
}

const isIntegrated = ({ head, body }: Definition): boolean =>
  headKey(head) !== undefined &&
  some(body, (node) => node.kind === "integral" && node.measures.some(isOverVectors)) &&
  !some(body, (node) => node.kind === "ket" || (node.kind === "symbol" && hasOrder.has(node.type)));

const hasOrder: ReadonlySet<string> = new Set(["operator", "matrix", "state", "spinor"]);

/** f(q) → f(𝐪). */
function withVectors(side: Expr, definitions: readonly Definition[]): Expr {
  const called = [...nodes(side)].filter((node) => node.kind === "call");
  const vectors = new Map<Expr, Expr>();
  for (const node of called)
    for (const { head } of definitions) {
      const whole = head.kind === "call" ? atVectors(node, head) : undefined;
      if (whole) vectors.set(node, whole);
    }
  return vectors.size === 0 ? side : transform(side, (node) => vectors.get(node) ?? node);
}

function atVectors(node: Call, head: Call): Expr | undefined {
  if (node.head !== head.head || node.args.length !== head.args.length) return undefined;
  const isLength = (arg: Expr, i: number): boolean => {
    const vector = head.args[i];
    return (
      isOf(arg, "scalar") && isOf(vector, "three-vector") && letterOf(arg) === letterOf(vector)
    );
  };
  return node.args.every((arg, i) => arg === head.args[i] || isLength(arg, i)) &&
    node.args.some(isLength)
    ? call(head.head, ...head.args)
    : undefined;
}

const isOf = (arg: Expr | undefined, type: Sym["type"]): arg is Sym =>
  arg?.kind === "symbol" && arg.type === type;
