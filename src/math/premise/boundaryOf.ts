/** C is the boundary of S, S that of V: what Gauss and Stokes need of regions that only have names. */
import { intern } from "../expr/intern";
import type { Expr, Measure } from "../expr/node";
import { nodes, transform } from "../expr/walk";
import { withBoundaries } from "../verdict/boundaries";
import type { PremiseEntry } from "../verdict/premiseEntry";

export const boundaryOf: PremiseEntry = {
  id: "boundary-of",
  name: "what a curve or a surface encloses",
  rewrites: true,
  *apply(claim) {
    const measures = [claim.left, claim.right].flatMap((side) =>
      [...nodes(side)].flatMap((node) => onlyMeasure(node) ?? []),
    );
    for (const [isEdge, isInside] of pairs) {
      const around = onlyName(measures.filter(isEdge));
      const enclosed = onlyName(measures.filter(isInside));
      if (around === undefined || !enclosed || around === enclosed || around.includes("∂"))
        continue;
      const named = (side: Expr): Expr =>
        transform(side, (node) => {
          const measure = onlyMeasure(node);
          if (!measure || node.kind !== "integral" || !isEdge(measure)) return node;
          return intern({ ...node, measures: [{ ...measure, region: `∮∂(${enclosed})` }] });
        });
      const bounded = { ...claim, left: named(claim.left), right: named(claim.right) };
      const filled = withBoundaries(bounded);
      if (filled !== bounded)
        yield {
          latex: `${around || "\\text{the boundary}"}=\\partial ${enclosed}`,
          facts: [],
          claim: filled,
        };
    }
  },
};

const onlyMeasure = (node: Expr): Measure | undefined =>
  node.kind === "integral" && node.measures.length === 1 ? node.measures[0] : undefined;

const isCurve = ({ sort, region }: Measure): boolean =>
  sort === "line" && region !== undefined && region.startsWith("∮");

const isSurface = ({ sort, region }: Measure): boolean =>
  sort === "surface" && region !== undefined;

const isVolume = ({ sort, power, region }: Measure): boolean =>
  region !== undefined && (sort === "volume" || (sort === "plain" && power !== undefined));

const pairs = [
  [isCurve, isSurface],
  [isSurface, isVolume],
] as const;

/** The name of the region of all of them; "" of a mere ∮. */
function onlyName(measures: readonly Measure[]): string | undefined {
  const [name, ...more] = new Set(measures.map(({ region }) => region?.replace("∮", "")));
  return more.length === 0 ? name : undefined;
}
