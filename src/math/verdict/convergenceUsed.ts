/** lim_{x→∞} e^{−ax} = 0 where a > 0: what has to hold for a limit, a sum or an integral to exist is a default as well. */
import { worlds } from "../evaluate/evaluate";
import { negate, symbol } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { replace, some } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";
import { type Ground, samplePair } from "./sample";

export function* convergenceUsed(claim: Claim, ground: Ground): Generator<Premise> {
  const sides = [claim.left, claim.right] as const;
  if (!sides.some((side) => some(side, isEndless))) return;
  if (claim.given.some(({ facts }) => facts.some(isRegion))) return;
  if (exists(sides, ground) !== false) return;
  const known = new Set<Expr>(
    ground.facts.flatMap((fact) => (fact.kind === "domain" ? [fact.symbol] : [])),
  );
  const names = [...freeSymbols(...sides)].filter((name) => isReal(name));
  for (const name of names.filter((one) => !known.has(one))) {
    const up = exists(signed(sides, name, 1), ground);
    const down = exists(signed(sides, name, -1), ground);
    if (up === down || (!up && !down)) continue;
    yield premise(`${name.name} ${up ? ">" : "<"} 0`);
    return;
  }
  yield premise("\\text{it converges}");
}

/** The text itself says where it stays. */
const isRegion = ({ kind }: Fact): boolean => kind === "inequality";

const premise = (latex: string): Premise => ({
  id: "convergent",
  name: "that it converges",
  latex,
  source: "convention",
  facts: [],
});

/** A limit, or what goes on without end. */
const isEndless = (node: Expr): boolean =>
  node.kind === "limit" ||
  (node.kind === "integral" &&
    node.measures.some(({ upper, lower }) => [upper, lower].some(isFar))) ||
  (node.kind === "series" && isFar(node.upper));

const isFar = (end: Expr | undefined): boolean =>
  end !== undefined && some(end, (node) => node.kind === "constant" && node.name === "∞");

const isReal = ({ type, role, domain }: Sym): boolean =>
  type === "scalar" && role === undefined && (domain === undefined || domain === "real");

const looks = 6;

/** Whether both sides have a value at all places, at some only, or at none (undefined). */
function exists([left, right]: readonly [Expr, Expr], ground: Ground): boolean | undefined {
  const list = worlds([left, right], ground.conventions, ground.facts);
  const found: boolean[] = [];
  for (let ordinal = 0; ordinal < looks && !ground.effort.exhausted(); ordinal++) {
    const world = list[ordinal % list.length];
    const pair = world && samplePair(left, right, ground, { world, number: "double", ordinal });
    if (!pair || pair.kind === "beyond") return undefined;
    found.push(pair.kind === "pair" || !isDivergence.test(pair.why));
  }
  return found.includes(true) ? !found.includes(false) : undefined;
}

const isDivergence = /divergent|limit is|settle|not finite|grows|leave the range|overflow/;

function signed(
  [left, right]: readonly [Expr, Expr],
  name: Sym,
  sign: 1 | -1,
): readonly [Expr, Expr] {
  const { kind: _, name: letter, type, ...details } = name;
  const positive = symbol(letter, type, { ...details, domain: "positive" });
  const put = new Map<Expr, Expr>([[name, sign > 0 ? positive : negate(positive)]]);
  return [replace(left, put), replace(right, put)];
}
