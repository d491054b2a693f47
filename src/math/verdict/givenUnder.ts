/** ∫P dV beside PV = NkT, lim_{x→0} y beside y = x²: what the text relates to the variable of an integral or a limit changes with it. */
import { call } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { isolate } from "../expr/isolate";
import type { Expr, Sym } from "../expr/node";
import { replace, transform } from "../expr/walk";
import { equated } from "./facts";
import { freeSymbols } from "./freeSymbols";
import { boundIn } from "./keptConstant";

/** The claim with such names written by the variable; undefined where there are none. */
export function withGivenUnder(claim: Claim): Claim | undefined {
  const facts = claim.given.flatMap((premise) => premise.facts);
  if (!facts.some(equated)) return undefined;
  const put = (side: Expr): Expr =>
    transform(side, (node) =>
      boundIn(node).reduce((so, [along, body]) => {
        const by = new Map<Expr, Expr>(facts.flatMap((fact) => changing(fact, along, body)));
        return by.size === 0 ? so : replace(so, new Map([[body, replace(body, by)]]));
      }, node),
    );
  const [left, right] = [put(claim.left), put(claim.right)];
  return left === claim.left && right === claim.right ? undefined : { ...claim, left, right };
}

/** The one name under the integral that this equation gives by the variable; Δ = m² − x(1 − x)q² gives Δ. */
function changing(fact: Fact, along: Sym, body: Expr): readonly (readonly [Expr, Expr])[] {
  const sides = equated(fact);
  if (!sides || sides[0].kind === "call" || sides.includes(along)) return [];
  const told = new Set(sides.flatMap((side) => [...freeSymbols(side)]));
  if (!told.has(along)) return [];
  const names = [...freeSymbols(body)].filter(
    (name) => name !== along && isPlain(name) && told.has(name),
  );
  const given = names.length > 1 ? names.filter((name) => name === sides[0]) : names;
  const [name] = given;
  const [left, right] = sides;
  if (!name || given.length > 1 || (isName(left) && left !== name)) return [];
  return [[name, isolate(left, right, name) ?? isolate(right, left, name) ?? call(name, along)]];
}

const isName = (side: Expr): boolean => side.kind === "symbol";

const isPlain = ({ type, role, dependsOn }: Sym): boolean =>
  (type === "scalar" || type === "three-vector") && role === undefined && dependsOn === undefined;
