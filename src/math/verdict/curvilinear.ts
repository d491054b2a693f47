/** ∇ beside derivatives along r, θ, φ or ρ, φ, z: written out with the scale factors of those coordinates. */
import { derivative, symbol } from "../expr/build";
import type { Claim, Premise } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isNabla, isVector } from "../expr/questions";
import { nodes, replace, some, transform } from "../expr/walk";
import { type Chart, chartsOf, isCoordinate, unitAlong } from "./chart";
import { mapFact, partsOf } from "./facts";
import { inFrame } from "./localFrame";
import { basis, type Written } from "./written";

/** The claim with ∇ and vectors written in components, in each chart it may speak of; the coordinates are a convention. */
export function inCurvilinear(claim: Claim): readonly Written[] {
  const whole = withVectorsWritten(claim);
  const spelled = spelledOut(whole.claim);
  const written = chartsOf([spelled.left, spelled.right]).flatMap(
    (chart) => along(chart, spelled, whole.claim) ?? [],
  );
  return written.length > 0
    ? written.map((one) => ({ ...one, used: [...whole.used, ...one.used] }))
    : [{ claim, used: [] }];
}

/** 𝐀 = A_φ φ̂ is put where ∇ acts on it: its direction turns from place to place. */
function withVectorsWritten(claim: Claim): Written {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const turns = [...facts.flatMap(partsOf), claim.left, claim.right].some((part) =>
    some(part, (node) => isCurved(unitAlong(node))),
  );
  if (!turns) return { claim, used: [] };
  const derived = withBodies(claim, (body) => some(body, isNabla));
  if (![derived.claim.left, derived.claim.right].some((side) => some(side, isNabla)))
    return { claim, used: [] };
  const written = withBodies(derived.claim, (body) =>
    some(body, (node) => unitAlong(node) !== undefined),
  );
  return written.used.length > 0
    ? { claim: written.claim, used: [...derived.used, ...written.used] }
    : { claim, used: [] };
}

/** The claim with what the vectors in it are defined to be. */
function withBodies(claim: Claim, isWanted: (body: Expr) => boolean): Written {
  const written = [claim.left, claim.right].flatMap((side) => [...nodes(side)].filter(isVector));
  const bodies = new Map<Expr, Expr>();
  const used = claim.given.filter(({ facts }) => {
    const own = facts.flatMap((fact) =>
      fact.kind === "definition" && isWanted(fact.body)
        ? written.flatMap((node) =>
            nameOf(node) === nameOf(fact.head) ? [[node, fact.body] as const] : [],
          )
        : [],
    );
    for (const [name, body] of own) bodies.set(name, body);
    return own.length > 0;
  });
  const [left, right] = [replace(claim.left, bodies), replace(claim.right, bodies)];
  return { claim: { ...claim, left, right }, used };
}

const isCurved = (along: string | undefined): boolean => along !== undefined && along !== "z";

function along(chart: Chart, spelled: Claim, claim: Claim): Written | undefined {
  const written = (side: Expr): Expr => inFrame(transform(side, asCoordinate(chart)), chart);
  const [left, right] = [written(spelled.left), written(spelled.right)];
  if ([left, right].some((side) => some(side, isLeft))) return undefined;
  const given = claim.given.map((premise) => ({
    ...premise,
    facts: premise.facts.map((fact) => mapFact(fact, (side) => written(byVariables(side, claim)))),
  }));
  return { claim: { ...claim, left, right, given }, used: [premiseOf(chart)] };
}

/** What a chart counts along is no field. */
const asCoordinate =
  ({ coordinates }: Chart) =>
  (node: Expr): Expr =>
    node.kind === "symbol" && node.type === "scalar"
      ? (coordinates.find(({ name }) => name === node.name) ?? node)
      : node;

/** ∇, a direction that turns from place to place, or a vector differentiated by a coordinate: no components alone tell its value. */
const isLeft = (node: Expr): boolean =>
  isNabla(node) ||
  unitAlong(node) !== undefined ||
  (node.kind === "derivative" &&
    node.operand !== undefined &&
    some(node.operand, ({ kind }) => kind === "tuple"));

const spelledOut = (claim: Claim): Claim => ({
  ...claim,
  left: byVariables(claim.left, claim),
  right: byVariables(claim.right, claim),
});

/** ∂_ρ beside ρ itself is along the coordinate, not along an index; and what one differentiates by is no field. */
function byVariables(side: Expr, { left, right }: Claim): Expr {
  const all = [left, right].flatMap((one) => [...nodes(one)]);
  const named = new Set(all.flatMap((node) => (node.kind === "symbol" ? [node.name] : [])));
  const alongIndex = (node: Expr): string | undefined =>
    node.kind === "derivative" && node.by.kind === "index" && node.by.index.place === "down"
      ? node.by.index.name
      : undefined;
  const run = new Set(
    all.flatMap((node) =>
      node.kind === "derivative" && node.by.kind === "variable"
        ? (nameOf(node.by.variable) ?? [])
        : (alongIndex(node) ?? []),
    ),
  );
  return transform(side, (node) => {
    if (node.kind === "symbol" && node.type === "scalar" && run.has(node.name) && isLetter(node))
      return symbol(node.name);
    const name = alongIndex(node);
    return node.kind === "derivative" && name !== undefined && named.has(name)
      ? derivative(
          { kind: "variable", variable: symbol(name), style: "partial" },
          node.operand,
          node.order,
        )
      : node;
  });
}

const isLetter = ({ name }: Sym): boolean => isCoordinate(name);

/** ∇ that is not written out though the coordinates are no Cartesian ones. */
export const isCurvilinear = (claim: Claim): boolean => {
  const { left, right } = spelledOut(claim);
  return chartsOf([left, right]).length > 0;
};

/** ∇²ψ beside ∂ψ/∂r alone: ψ may depend on nothing but the distance. */
export const isRadial = ({ left, right }: Claim): boolean =>
  [left, right].some((side) => some(side, isNabla)) &&
  [left, right].some((side) =>
    some(
      side,
      (node) =>
        node.kind === "derivative" &&
        node.by.kind === "variable" &&
        /^[rρ]$/u.test(nameOf(node.by.variable) ?? ""),
    ),
  );

const nameOf = (node: Expr | undefined): string | undefined =>
  node?.kind === "symbol" ? node.name : undefined;

const premiseOf = ({ name, coordinates }: Chart): Premise =>
  basis(name, `(${coordinates.map((one) => one.name).join(",")})`);
