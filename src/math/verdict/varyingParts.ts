/** With ψ = √n e^{iθ}, and θ under a derivative beside ∇ψ, the amplitude varies as well. */

import { symbol } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { By, Expr, Sym } from "../expr/node";
import { nodes, replace, symbolsOf } from "../expr/walk";
import { mapFact } from "./facts";
import type { Passed } from "./passedBy";

/** The sides and facts with the amplitude of what is differentiated here varying as its phase does; undefined where there is none. */
export function withVaryingParts(
  sides: readonly Expr[],
  facts: readonly Fact[],
): Passed | undefined {
  const derivatives = sides
    .flatMap((side) => [...nodes(side)])
    .flatMap((node) => (node.kind === "derivative" && node.operand ? [node] : []));
  const [first] = derivatives;
  if (!first) return undefined;
  const under = new Set(derivatives.flatMap(({ operand }) => [...symbolsOf(operand ?? first)]));
  const still = facts.flatMap((fact) =>
    fact.kind === "definition" && [...symbolsOf(fact.head)].some((head) => under.has(head))
      ? besideVarying(fact.body, under)
      : [],
  );
  const [varied] = still;
  if (!varied) return undefined;
  const along = [variableOf(first.by)];
  const put = new Map<Expr, Expr>(
    still.map((name) => {
      const { kind: _, name: letter, type, ...details } = name;
      return [name, symbol(letter, type, { ...details, dependsOn: along })];
    }),
  );
  return {
    sides: sides.map((side) => replace(side, put)),
    facts: facts.map((fact) => mapFact(fact, (part) => replace(part, put))),
    varied,
  };
}

/** The amplitudes of a body whose phase is differentiated by the claim, where they stand under no derivative themselves. */
function besideVarying(body: Expr, under: ReadonlySet<Expr>): readonly Sym[] {
  const factors = body.kind === "product" ? body.factors : [body];
  const phases = factors.filter(isExponential);
  const phase = phases.flatMap((factor) => [...symbolsOf(factor)]);
  return phase.some((name) => under.has(name) && isVariable(name))
    ? factors
        .filter((factor) => !phases.includes(factor))
        .flatMap((factor) => [...symbolsOf(factor)])
        .filter((name) => !under.has(name) && isVariable(name) && amplitudes.test(name.name))
    : [];
}

const isExponential = (node: Expr): boolean =>
  node.kind === "power" && node.base.kind === "constant" && node.base.name === "e";

const isVariable = (name: Sym): boolean =>
  name.type === "scalar" && name.role === undefined && name.dependsOn === undefined;

/** Moduli and densities; what else stands before a phase is a constant. */
const amplitudes = /^[AnRrρ]$/u;

const variableOf = (by: By): string =>
  by.kind === "variable" && by.variable.kind === "symbol" ? by.variable.name : "x";
