/** ∫ over ∂V by Gauss, ∮ over ∂S by Stokes, of vectors that are smooth inside. */
import { derivative, func, num, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Integral } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { some, symbolsOf, transform } from "../expr/walk";
import { partsOf } from "./facts";
import { basis, type Written } from "./written";

export function withBoundaries(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  if (!sides.some((side) => some(side, (node) => inside(node) !== undefined))) return claim;
  const known = claim.given.flatMap(({ facts }) => facts.flatMap(partsOf));
  if (known.some((part) => some(part, mayBeSingular))) return claim;
  const filled = (side: Expr): Expr =>
    transform(side, (node) => inside(node) ?? overVolume(node) ?? node);
  return { ...claim, left: filled(claim.left), right: filled(claim.right) };
}

/** ∫_{∂R} ω = ∫_R dω of forms, written as on the other side; it can only be used to hold. */
export function withStokes(claim: Claim): Written | undefined {
  const filled = (side: Expr): Expr =>
    transform(side, (node) => {
      const [measure, more] = node.kind === "integral" ? node.measures : [];
      const region = /^∮?∂\((.+)\)$/u.exec(measure?.region ?? "")?.[1];
      const isOfForm = measure?.variable.kind === "opaque" && measure.variable.what === "form";
      if (node.kind !== "integral" || !measure || more || !region || !isOfForm) return node;
      return intern({
        ...node,
        measures: [{ ...measure, region }],
        integrand: func("d", [node.integrand]),
      });
    });
  const [left, right] = [filled(claim.left), filled(claim.right)];
  return left === claim.left && right === claim.right
    ? undefined
    : { claim: { ...claim, left, right }, used: [stokes] };
}

const stokes = basis("Stokes", "\\int_{\\partial R}\\omega=\\int_Rd\\omega");

/** ∫_S 𝐉·dS = 𝟙: what a vector is dotted into has a direction, where the other side is a number. */
export function withDirectedSurfaces(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  const directed = sides.map((side) =>
    transform(side, (node) => {
      const [measure, more] = node.kind === "integral" ? node.measures : [];
      const variable = measure?.variable;
      if (node.kind !== "integral" || !measure || more || measure.sort !== "surface") return node;
      if (variable?.kind !== "symbol" || variable.type !== "scalar" || !isVector(node.integrand))
        return node;
      const element = intern({ ...variable, type: "three-vector" });
      return intern({ ...node, measures: [{ ...measure, variable: element }] });
    }),
  );
  const [left = claim.left, right = claim.right] = directed;
  const changed = (left === claim.left) !== (right === claim.right);
  const other = left === claim.left ? claim.left : claim.right;
  return changed && !outermost(other).some(isVector) ? { ...claim, left, right } : claim;
}

/** What is multiplied or added in it. */
const outermost = (node: Expr): readonly Expr[] =>
  node.kind === "sum" ? node.terms : factorsOf(node);

/** The integral over what the boundary encloses. */
function inside(node: Expr): Integral | undefined {
  if (node.kind !== "integral") return undefined;
  const [measure, ...more] = node.measures;
  const region = /^∮?∂\((.+)\)$/u.exec(measure?.region ?? "")?.[1];
  if (!measure || more.length > 0 || !region || measure.power) return undefined;
  const { variable } = measure;
  if (variable.kind !== "symbol" || variable.type !== "three-vector") return undefined;
  if (!isVector(node.integrand) || some(node.integrand, mayBeSingular)) return undefined;
  return /^[SAΣσa]$/u.test(variable.name.normalize("NFKD"))
    ? intern({
        kind: "integral",
        measures: [{ variable: symbol("V"), sort: "volume", region }],
        integrand: derivative({ kind: "divergence" }, node.integrand),
      })
    : intern({
        kind: "integral",
        measures: [{ variable: symbol("𝐒", "three-vector"), sort: "surface", region }],
        integrand: derivative({ kind: "curl" }, node.integrand),
      });
}

/** ∫_V d³x beside a boundary of V is ∫_V dV. */
function overVolume(node: Expr): Integral | undefined {
  const [measure, ...more] = node.kind === "integral" ? node.measures : [];
  if (node.kind !== "integral" || !measure || more.length > 0) return undefined;
  const { variable, power, region, sort } = measure;
  if (sort !== "plain" || power !== num(3) || !region || variable.kind !== "symbol")
    return undefined;
  const letter = variable.name.normalize("NFKD");
  const shown = [...symbolsOf(node.integrand)].some(
    ({ name }) => name.normalize("NFKD") === letter,
  );
  return shown
    ? undefined
    : intern({ ...node, measures: [{ variable: symbol("V"), sort: "volume", region }] });
}

const mayBeSingular = (node: Expr): boolean =>
  node.kind === "quotient" ||
  (node.kind === "power" && !(node.exponent.kind === "num" && node.exponent.numerator > 0n));

/** A field with a direction, a gradient, a product of one of them with numbers. */
function isVector(node: Expr): boolean {
  switch (node.kind) {
    case "symbol":
      return node.type === "three-vector";
    case "call":
    case "labelled":
      return isVector(node.head);
    case "cross":
      return true;
    case "derivative":
      return node.operand !== undefined && ["gradient", "curl"].includes(node.by.kind);
    case "sum":
      return node.terms.every(isVector);
    case "product":
      return node.factors.filter(isVector).length === 1;
    default:
      return false;
  }
}
