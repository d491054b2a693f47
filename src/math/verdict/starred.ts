/** A star, Re, Im, arg and |z|² say that something is complex: where nothing under them is, the names under them are. */
import { symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isTwo } from "../expr/questions";
import { children, nodes, replace, some } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withComplexNames(claim: Claim): Claim {
  const bodies = claim.given.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === "definition" ? [fact.body] : [])),
  );
  const open = [
    ...[claim.left, claim.right]
      .flatMap((side) => complexIn(side).filter(({ domain }) => domain === undefined))
      .filter((name) => !isDeclared(name, claim, ({ head, body }) => [head, body])),
    ...bodies.flatMap(complexIn).filter((name) => !isDeclared(name, claim, ({ head }) => [head])),
  ];
  if (open.length === 0) return claim;
  const by = new Map<Expr, Expr>(open.map((name) => [name, complexTwin(name)]));
  return mapClaim(claim, (part) => replace(part, by));
}

const complexIn = (side: Expr): readonly Sym[] =>
  [...nodes(side)].flatMap((node) => {
    const under = underSign(node);
    return under && !some(under, isOtherwise)
      ? namesIn(under).filter((name) => isWave(name) || !some(under, isComplexName))
      : [];
  });

/** What is starred, what a real or imaginary part or a phase is taken of, and what has its modulus squared: of a real number one writes the square. */
function underSign(node: Expr): Expr | undefined {
  if (node.kind === "involution") return node.sort === "conjugate" ? node.operand : undefined;
  if (node.kind === "function") return takesParts.has(node.name) ? node.args[0] : undefined;
  if (node.kind !== "power" || node.base.kind !== "function" || node.base.name !== "abs")
    return undefined;
  const [inside] = node.base.args;
  return isTwo(node.exponent) && inside && !namesIn(inside).some(isPlaceName) ? inside : undefined;
}

const takesParts: ReadonlySet<string> = new Set(["Re", "Im", "arg"]);

/** |x|², |p|²: a vector's, where it is no number. */
const isPlaceName = ({ name }: Sym): boolean => /^[xytrpqkXYRPQK]/.test(name);

/** i, an operator, a state: the star is theirs. */
const isOtherwise = (node: Expr): boolean =>
  (node.kind === "constant" && node.name === "i") ||
  node.kind === "opaque" ||
  (node.kind === "symbol" && !/^(scalar|function)$/.test(node.type));

const isComplexName = (node: Expr): boolean => node.kind === "symbol" && node.domain === "complex";

/** Never real beside something complex, as a coupling is. */
const isWave = ({ name }: Sym): boolean => /^[zwζψφϕχΨΦ]/u.test(name);

/** Numbers of which nothing is known but the habit of their letter, and functions; not the places these are taken at. */
function namesIn(node: Expr): readonly Sym[] {
  if (node.kind === "symbol")
    return (node.domain === undefined || node.domain === "positive") && node.role === undefined
      ? [node]
      : [];
  if (node.kind === "call" || node.kind === "labelled") return namesIn(node.head);
  if (node.kind === "function" && node.parameters.length > 0) return [];
  return children(node).flatMap(namesIn);
}

/** What a premise says of it decides, a definition in the parts that count. */
const isDeclared = (
  name: Sym,
  { given }: Claim,
  counted: (fact: Extract<Fact, { readonly kind: "definition" }>) => readonly Expr[],
): boolean =>
  given.some(({ facts }) =>
    facts.some((fact) => {
      const parts =
        fact.kind === "definition"
          ? counted(fact)
          : fact.kind === "domain" || fact.kind === "inequality"
            ? partsOf(fact)
            : [];
      return parts.some((part) => some(part, (node) => node === name));
    }),
  );

function complexTwin({ kind: _, name, type, ...details }: Sym): Sym {
  return symbol(name, type, { ...details, domain: "complex" });
}
