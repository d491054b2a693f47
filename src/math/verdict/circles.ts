/** ∮_C where C is said to be a circle: the integral over that circle, passed through counterclockwise. */
import type { Claim, Fact, Premise } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Circle, Expr } from "../expr/node";
import { some, transform } from "../expr/walk";
import type { Written } from "./written";

interface Named {
  readonly region: string;
  readonly circle: Circle;
}

export function withCircles(claim: Claim): Written {
  const sides = [claim.left, claim.right];
  const used = claim.given.filter((premise) =>
    circlesIn(premise).some((one) =>
      sides.some((side) => some(side, (node) => along(node, one) !== undefined)),
    ),
  );
  if (used.length === 0) return { claim, used };
  const known = used.flatMap(circlesIn);
  const written = (side: Expr): Expr =>
    transform(side, (node) => known.reduce((now, one) => along(now, one) ?? now, node));
  return { claim: { ...claim, left: written(claim.left), right: written(claim.right) }, used };
}

const circlesIn = ({ facts }: Premise): readonly Named[] => facts.flatMap(circleIn);

function circleIn(fact: Fact): readonly Named[] {
  if (fact.kind !== "property" || fact.property !== "circle") return [];
  const [name, centre, radius] = fact.of;
  return name?.kind === "symbol" && centre && radius
    ? [{ region: name.name, circle: { centre, radius } }]
    : [];
}

/** Over a variable that the centre and the radius do not speak of. */
function along(node: Expr, { region, circle }: Named): Expr | undefined {
  const [measure, ...more] = node.kind === "integral" ? node.measures : [];
  if (node.kind !== "integral" || !measure || more.length > 0 || measure.circle) return undefined;
  const { variable, power, sort } = measure;
  if (measure.region?.replace("∮", "") !== region || power || sort !== "plain") return undefined;
  if (variable.kind !== "symbol" || variable.type !== "scalar") return undefined;
  const moves = [circle.centre, circle.radius].some((part) =>
    some(part, (inner) => inner === variable),
  );
  return moves ? undefined : intern({ ...node, measures: [{ ...measure, circle }] });
}
