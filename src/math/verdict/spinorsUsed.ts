/** Whether a claim that holds leans on the Dirac equation, which comes with u(p) and v(p) unsaid. */
import { call, symbol } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Call, Expr } from "../expr/node";
import { isSpinorHead } from "../expr/questions";
import { nodes, replace, transform } from "../expr/walk";
import { seemsToHold } from "./brief";
import { partsOf } from "./facts";
import type { Ground } from "./sample";
import { asShell } from "./shells";

/** The premise where the claim needs it: as given, where the text speaks of these spinors. */
export function diracEquationUsed(claim: Claim, ground: Ground): readonly Premise[] {
  const used = [claim.left, claim.right].flatMap((side) => [...spinorsOutsideSums(side)]);
  const [first] = used;
  if (!first || ground.facts.some((fact) => partsOf(fact).some(hasSpinor))) return [];
  const fresh = new Map<Expr, Expr>(
    used.flatMap(({ args: [momentum] }, k) =>
      momentum ? [[momentum, symbol(`p°${k}`, "four-vector")]] : [],
    ),
  );
  const elsewhere = (side: Expr): Expr =>
    transform(side, (node) => (isSpinor(node) ? withMomentum(node, fresh) : node));
  const free = { ...claim, left: elsewhere(claim.left), right: elsewhere(claim.right) };
  const shells = ground.facts.flatMap((fact): readonly Fact[] =>
    fact.kind === "constraint"
      ? [{ ...fact, left: replace(fact.left, fresh), right: replace(fact.right, fresh) }]
      : [],
  );
  const there: Ground = { ...ground, facts: [...new Set([...ground.facts, ...shells])] };
  if (seemsToHold(free, there) !== false) return [];
  const said = claim.given.filter(({ facts }) => facts.some((fact) => speaksOf(fact, used)));
  const isSaid = used.every((one) =>
    claim.given.some(({ facts }) => facts.some((fact) => speaksOf(fact, [one]))),
  );
  return isSaid ? said : [...said, diracEquation];
}

/** p̸u(p) = mu(p) is said of every u. */
const speaksOf = (fact: Fact, spinors: readonly Call[]): boolean =>
  asShell(fact) !== fact &&
  partsOf(fact).some((part) =>
    [...nodes(part)].some(
      (node) =>
        isSpinor(node) && spinors.some(({ head }) => letterOf(head) === letterOf(node.head)),
    ),
  );

/** The u of u_s. */
const letterOf = (head: Expr): Expr => (head.kind === "labelled" ? head.head : head);

const diracEquation: Premise = {
  id: "dirac-equation",
  name: "the Dirac equation",
  latex: "\\slashed{p}\\,u(p)=m\\,u(p)",
  source: "tacit",
  facts: [],
};

const isSpinor = (node: Expr): node is Call => node.kind === "call" && isSpinorHead(node.head);

const hasSpinor = (part: Expr): boolean => [...nodes(part)].some(isSpinor);

/** Sums over spins are what normalises the spinors. */
function* spinorsOutsideSums(side: Expr): Generator<Call> {
  const summed = new Set<Expr>();
  for (const node of nodes(side))
    if (node.kind === "series" && node.sort === "sum")
      for (const part of nodes(node.body)) summed.add(part);
  for (const node of nodes(side)) if (isSpinor(node) && !summed.has(node)) yield node;
}

function withMomentum(spinor: Call, fresh: ReadonlyMap<Expr, Expr>): Expr {
  const [momentum, ...more] = spinor.args;
  const other = momentum && fresh.get(momentum);
  return other ? call(spinor.head, other, ...more) : spinor;
}
