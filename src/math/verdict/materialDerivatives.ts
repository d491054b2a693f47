/** Dρ/Dt = ∂ρ/∂t + 𝐯·∇ρ: what changes for one who moves along; dρ/dt means the same where ∂ρ/∂t and 𝐯·∇ρ stand beside it. */
import { derivative, dot, product, sum, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Derivative, Expr, Sym } from "../expr/node";
import { isTime, typeOf } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withMaterialDerivatives(claim: Claim): Claim {
  const parts = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  const all = parts.flatMap((part) => [...nodes(part)]);
  const carriedBy = velocityAmong(all);
  const isCarried = (of: Expr): boolean => all.some((node) => isCarriedAlong(node, of));
  const isHeld = (of: Expr): boolean => all.some((node) => isRate(node, "partial", of));
  const moving = new Set(
    all.flatMap((node) => {
      const of = isRate(node, "total") ? node.operand : undefined;
      return of && isCarried(of) && isHeld(of) ? [node] : [];
    }),
  );
  if (moving.size === 0 && !parts.some((part) => some(part, isMaterial))) return claim;
  return mapClaim(claim, (part) =>
    transform(part, (node) => {
      if (node.kind === "product") return appliedTo(carriedBy, node.factors) ?? node;
      const of = moving.has(node as Derivative)
        ? (node as Derivative).operand
        : isMaterialOf(node, 1)
          ? node.parts[0]
          : undefined;
      return of && hasPlace(of) ? along(carriedBy, of) : node;
    }),
  );
}

/** D/Dt before what it acts on. */
function appliedTo(velocity: Expr, factors: readonly Expr[]): Expr | undefined {
  const at = factors.findIndex((factor) => isMaterialOf(factor, 0));
  const of = product(...factors.slice(at + 1));
  return at >= 0 && hasPlace(of)
    ? product(...factors.slice(0, at), along(velocity, of))
    : undefined;
}

const t = symbol("t", "scalar");

function along(velocity: Expr, of: Expr): Expr {
  const gradient = { kind: "gradient" } as const;
  const rate = derivative({ kind: "variable", variable: t, style: "partial" }, of);
  const carried =
    typeOf(of) === "three-vector"
      ? product(dot(velocity, derivative(gradient)), of)
      : dot(velocity, derivative(gradient, of));
  return sum(rate, carried);
}

/** Numbers and vectors; four-vectors move along other curves. */
const hasPlace = (of: Expr): boolean =>
  /^(scalar|three-vector)$/.test(typeOf(of)) || /^(sum|product|quotient|power|dot)$/.test(of.kind);

type Material = Extract<Expr, { kind: "opaque" }>;

/** With the time behind so many operands. */
const isMaterialOf = (node: Expr, operands: number): node is Material =>
  node.kind === "opaque" &&
  node.what === "a derivative along a curve" &&
  node.parts.length === operands + 1 &&
  node.parts.slice(operands).every(isTime);

const isMaterial = (node: Expr): boolean => isMaterialOf(node, 0) || isMaterialOf(node, 1);

const isRate = (node: Expr, style: "total" | "partial", of?: Expr): node is Derivative =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.style === style &&
  isTime(node.by.variable) &&
  (of ? node.operand === of : node.operand !== undefined);

const isGradient = (node: Expr, of?: Expr): boolean =>
  node.kind === "derivative" && node.by.kind === "gradient" && node.operand === of;

/** 𝐯·∇ρ, (𝐯·∇)𝐯. */
function isCarriedAlong(node: Expr, of: Expr): boolean {
  if (node.kind === "dot") return isGradient(node.right, of) || isGradient(node.left, of);
  if (node.kind !== "product") return false;
  return node.factors.some(
    (factor, n) => factor.kind === "dot" && isGradient(factor.right) && node.factors[n + 1] === of,
  );
}

/** What stands before ∇, else the velocity that is spoken of. */
function velocityAmong(all: readonly Expr[]): Expr {
  const before = all.flatMap((node) =>
    node.kind === "dot" && node.right.kind === "derivative" && node.right.by.kind === "gradient"
      ? [node.left]
      : [],
  );
  const spoken = all.filter((node): node is Sym => node.kind === "symbol" && isVelocity(node));
  return before[0] ?? spoken[0] ?? symbol("v", "three-vector", { dependsOn: ["x"] });
}

const isVelocity = ({ name, type }: Sym): boolean =>
  type === "three-vector" && /^[vuV]$/u.test(name.normalize("NFKD"));
