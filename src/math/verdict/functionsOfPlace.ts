/** W and W′ beside a d/dx that waits: functions of x; an A† that is given has a name of its own. */
import { call, primed, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Involution, Sym } from "../expr/node";
import { isBareDerivative } from "../expr/questions";
import { mapChildren, nodes, some } from "../expr/walk";
import { equated, mapClaim, partsOf } from "./facts";

export function withFunctionsOfPlace(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const written = [claim.left, claim.right, ...facts.flatMap(partsOf)];
  const all = written.flatMap((part) => [...nodes(part)]);
  const [place, more] = new Set(all.flatMap(placeOf));
  if (!place || more) return claim;
  const beside = facts
    .flatMap(partsOf)
    .filter((part) => some(part, isBareDerivative))
    .flatMap((part) =>
      [...nodes(part)].flatMap((node) => (node.kind === "symbol" ? node.name : [])),
    );
  const primedNames = new Set(all.flatMap((node) => primedIn(node, beside) ?? []));
  const adjoints = new Set(
    facts.flatMap((fact) => {
      const [head] = equated(fact) ?? [];
      return head?.kind === "involution" && head.sort === "dagger" && isNamed(head) ? [head] : [];
    }),
  );
  if (primedNames.size === 0 && adjoints.size === 0) return claim;
  const put = (node: Expr): Expr => {
    switch (node.kind) {
      case "involution":
        if (adjoints.has(node) && node.operand.kind === "symbol")
          return symbol(`${node.operand.name}†`, "operator");
        break;
      case "call":
        return node;
      case "primed":
        return node.head.kind === "symbol" && primedNames.has(node.head.name)
          ? call(primed(asFunction(node.head), node.order), place)
          : node;
      case "symbol":
        if (primedIn(node, beside))
          return call(primed(symbol(node.name.slice(0, -1), "function")), place);
        return primedNames.has(node.name) ? call(asFunction(node), place) : node;
      default:
        break;
    }
    return intern(mapChildren(node, put));
  };
  return mapClaim(claim, put);
}

const asFunction = (sym: Sym): Sym => symbol(sym.name, "function");

const isNamed = (node: Involution): boolean => node.operand.kind === "symbol";

/** x of a d/dx that waits. */
const placeOf = (node: Expr): readonly Sym[] =>
  isBareDerivative(node) &&
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.variable.kind === "symbol"
    ? [node.by.variable]
    : [];

/** W of W′. */
function primedIn(node: Expr, beside: readonly string[]): string | undefined {
  if (node.kind === "symbol") {
    const name = /^([^′]+)′$/u.exec(node.name)?.[1];
    return name !== undefined && node.type === "scalar" && beside.includes(name) ? name : undefined;
  }
  return node.kind === "primed" && node.head.kind === "symbol" && node.head.role === undefined
    ? node.head.name
    : undefined;
}
