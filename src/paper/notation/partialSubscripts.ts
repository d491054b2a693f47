/** u_{xx} and the u_t beside it: a field with coordinates below is derived by them. */
import type { TexNode } from "../latex/node";
import type { Kind } from "./context";
import { type Name, nameOf } from "./name";
import type { Page } from "./reader";
import { type Survey, uses } from "./survey";

/** Whether the letters below this name say what it is derived by. */
export function derivesBelow(
  { survey }: Page,
  name: Name,
  kind: Kind,
  nodes: readonly TexNode[],
): boolean {
  if (name.bold || kind.role || !/^(?:scalar|function)$/.test(kind.type)) return false;
  if (isSlope(survey, name, nodes)) return true;
  const letters = coordinatesIn(nodes);
  const third = letters.length > 2 && /^[gh]$/.test(name.base);
  if (letters.length === 0 || !(fields.test(name.base) || third)) return false;
  const twice = survey.seen.has(`${name.name}_xx`) || isTwofold(survey, name);
  return letters.length > 1 || twice || isIntegrated(survey, name, letters[0] ?? "");
}

/** The W_φ beside φ_x under ∫dx: a potential derived by the field. */
function isSlope(survey: Survey, name: Name, [only, ...more]: readonly TexNode[]): boolean {
  const field = nameOf(only)?.name ?? "";
  return (
    /^[UVW]$/.test(name.name) &&
    more.length === 0 &&
    /^[φϕψ]$/u.test(field) &&
    survey.seen.has(`${field}_x`) &&
    (survey.seen.has(`${field}_t`) || uses(survey, "x", "variable") > 0)
  );
}

/** φ_t beside φ_x. */
const isTwofold = (survey: Survey, { name }: Name): boolean =>
  /^[φϕψθ]$/u.test(name) && survey.seen.has(`${name}_t`) && survey.seen.has(`${name}_x`);

/** Letters of places and times, and nothing else. */
export function coordinatesIn(nodes: readonly TexNode[]): readonly string[] {
  const letters = nodes.map((node) => (node.kind === "char" ? node.text : ""));
  return letters.every((letter) => /^[txyz]$/.test(letter)) ? letters : [];
}

/** Names of solutions; T_{xx} and g_{tt} are components. */
const fields = /^[uvwfφϕψθ]$/u;

/** θ_x² beside cos θ under ∫dx. */
const isIntegrated = (survey: Survey, { name }: Name, letter: string): boolean =>
  /^[φϕψθ]$/u.test(name) && uses(survey, letter, "variable") > 0 && uses(survey, name, "bare") > 0;

/** Seen where some field of the statement is derived so. */
export const partialMark = "_xx";

/** A name with two coordinates below, or three, is noted for the places where it has one. */
export function notePartials(survey: Survey, { name }: Name, nodes: readonly TexNode[]): void {
  const letters = coordinatesIn(nodes);
  if (letters.length === 1) survey.seen.add(`${name}_${letters[0]}`);
  if (letters.length < 2) return;
  survey.seen.add(`${name}_xx`);
  if (fields.test(name)) survey.seen.add(partialMark);
}
