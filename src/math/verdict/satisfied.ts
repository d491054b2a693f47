/** Are the premises true of the samples? Only then does a difference say anything. */
import { same, worlds } from "../evaluate/evaluate";
import type { Fact } from "../expr/claim";
import { equated } from "./facts";
import { type Ground, samplePair } from "./sample";

const looks = [0, 1, 2];

/** The first fact that the samples do not satisfy, or of which that cannot be seen. */
export const unsatisfied = (ground: Ground): Fact | undefined =>
  ground.facts.find((fact) => !isSatisfied(fact, ground));

function isSatisfied(fact: Fact, ground: Ground): boolean {
  const sides = equated(fact);
  if (!sides) return true;
  const [left, right] = sides;
  const [world] = worlds([left, right], ground.conventions, ground.facts);
  if (!world) return false;
  const pairs = looks.map((ordinal) =>
    samplePair(left, right, ground, { world, number: "double", ordinal }),
  );
  const seen = pairs.flatMap((pair) => (pair.kind === "pair" ? [pair] : []));
  return seen.length > 0 && seen.every((pair) => same(pair.left, pair.right));
}
