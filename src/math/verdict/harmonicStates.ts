/** Y_{ℓm} under an angular momentum is the state |ℓ,m⟩, and J² before |j,m⟩ is its square. */
import { dot, ket, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Func, Sym } from "../expr/node";
import { nodes, some, transform } from "../expr/walk";
import { partsOf } from "./facts";

export function withHarmonicStates(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  const everything = sides.flatMap((side) => [...nodes(side)]);
  const harmonics = everything.filter(isHarmonic);
  const states = harmonics.length > 0 ? asStates(harmonics, everything) : isMultiplet;
  const acting = everything.some((node) => isMomentum(node) || isSquare(node));
  const defined = claim.given.some(({ facts }) =>
    facts.some((fact) => partsOf(fact).some((part) => some(part, isAngular))),
  );
  if (!acting || !states || defined || !everything.some(states)) return claim;
  const put = (side: Expr): Expr =>
    transform(side, (node) => {
      if (isHarmonic(node)) return ket(...node.parameters);
      return isSquare(node) ? dot(momentum(node.base.name), momentum(node.base.name)) : node;
    });
  return { ...claim, left: put(claim.left), right: put(claim.right) };
}

const isHarmonic = (node: Expr): node is Func =>
  node.kind === "function" && node.name === "sphericalY" && node.parameters.length === 2;

/** All at one direction, of which nothing else is said. */
function asStates(
  harmonics: readonly Func[],
  everything: readonly Expr[],
): ((node: Expr) => boolean) | undefined {
  const [first] = harmonics;
  const alike = harmonics.every(({ args }) => args.every((arg, i) => arg === first?.args[i]));
  const angles = new Set(first?.args);
  const elsewhere = everything.some((node) => !isHarmonic(node) && holdsAngle(node, angles));
  return alike && !elsewhere ? isHarmonic : undefined;
}

const holdsAngle = (node: Expr, angles: ReadonlySet<Expr>): boolean => {
  switch (node.kind) {
    case "function":
    case "call":
      return node.args.some((arg) => angles.has(arg));
    case "derivative":
      return node.by.kind === "variable" && angles.has(node.by.variable);
    case "product":
      return node.factors.some((factor) => angles.has(factor));
    case "quotient":
      return angles.has(node.over) || angles.has(node.under);
    case "power":
      return angles.has(node.base) || angles.has(node.exponent);
    case "sum":
      return node.terms.some((term) => angles.has(term));
    default:
      return false;
  }
};

/** |j,m⟩ by its letters. */
const isMultiplet = (node: Expr): boolean =>
  node.kind === "ket" &&
  node.labels.length === 2 &&
  some(node.labels[0] as Expr, (part) => part.kind === "symbol" && /^[jℓls]$/u.test(part.name)) &&
  some(node.labels[1] as Expr, (part) => part.kind === "symbol" && /^m/u.test(part.name));

const isMomentum = (node: Expr): boolean =>
  node.kind === "symbol" && node.role === "angular-momentum";

const isAngular = (node: Expr): boolean => node.kind === "symbol" && /^[JLS]$/.test(node.name);

const isSquare = (node: Expr): node is Expr & { readonly kind: "power"; readonly base: Sym } =>
  node.kind === "power" &&
  node.base.kind === "symbol" &&
  node.base.role === undefined &&
  (node.base.type === "scalar" || node.base.type === "operator") &&
  isAngular(node.base) &&
  node.exponent.kind === "num" &&
  node.exponent.numerator === 2n;

const momentum = (name: string): Sym => symbol(name, "operator", { role: "angular-momentum" });
