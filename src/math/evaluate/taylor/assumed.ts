/** What has to vary for a derivative or a differential to mean anything: generic functions stand for what nobody specified. */

import { symbol } from "../../expr/build";
import { movers } from "../../expr/movers";
import type { By, Expr, Sym } from "../../expr/node";
import { isDifferential, isTime } from "../../expr/questions";
import { nodes as within } from "../../expr/walk";
import { isConstantBySort } from "../calculus/unsaid";
import { type Given, hasProperty, headKey, nameKey } from "../given";
import { vectorsByLetter } from "../tensor/lengths";
import { fieldOf } from "./jets";
import { everywhere, line } from "./plan";

type Inferred = Map<string, Set<string>>;

/** The direction of the differentials, along which every name under a d varies. */
export function totalDifferential(
  nodes: Iterable<Expr>,
  given: Given,
  inferred: Inferred,
): Sym | undefined {
  const differentials = [...nodes].filter(isDifferential);
  const found = differentials.length > 0;
  const named = new Set(
    differentials.flatMap((node) => (node.kind === "function" ? node.args : [])),
  );
  for (const node of differentials) {
    const shown = new Set(within(node));
    const stays = (name: Sym): boolean =>
      ofNature.test(name.name) ||
      hasProperty(given, name, "constant") ||
      (!shown.has(name) && isParameter(name));
    for (const sym of varyingIn(node, given, new Set()))
      if (named.has(sym) || !stays(sym))
        inferred.set(sym.name, (inferred.get(sym.name) ?? new Set()).add(line));
  }
  return found ? symbol(line) : undefined;
}

/** Newton's constant and the speed of light, unless their own differentials stand there. */
const ofNature = /^[Gcħ]$/u;

/** The a of dx beside x = a cosh η: what a definition has besides the names whose differentials stand there. */
export const isParameter = ({ name }: Sym): boolean => /^(?:[abmMekgαβγωΩκλΛ]|.*_0)$/u.test(name);

/** Names in an expression and in the definitions it uses. */
function varyingIn(expr: Expr, given: Given, seen: Set<string>): readonly Sym[] {
  return [...within(expr)].flatMap((node): readonly Sym[] => {
    const key = headKey(node);
    const bodies = key && !seen.has(key) ? given.definitions.get(key) : undefined;
    if (key && bodies) {
      seen.add(key);
      return bodies.flatMap(({ body }) => varyingIn(body, given, seen));
    }
    const varies =
      node.kind === "symbol" && node.type !== "label" && (!node.role || node.role === "coordinate");
    return varies ? [node] : [];
  });
}

/** Under a derivative of a combination in which nothing varies but what is differentiated elsewhere, everything does. */
export function assumeVarying(
  nodes: Iterable<Expr>,
  given: Given,
  inferred: Inferred,
): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const node of nodes)
    if (node.kind === "primed" && node.head.kind === "symbol") shown.add(node.head.name);
  const assumed = new Set<string>();
  for (const node of nodes) {
    if (node.kind !== "derivative" || !node.operand || fieldOf(node.operand)) continue;
    const by = variablesBy(node.by);
    const heads = new Set<Expr>();
    const inside = [...within(node.operand)];
    for (const part of inside) if (part.kind === "call") heads.add(part.head);
    const fromElsewhere = (part: Expr): boolean =>
      part.kind === "symbol" && part.dependsOn === undefined && isInferred(part, by, inferred);
    const among = inside.some((part) => part.kind === "symbol" && part.name === "f");
    const settled = inside.some(
      (part) => isKnown(part, by, given, inferred) && !fromElsewhere(part),
    );
    if (settled && !among) continue;
    const besideVarying = settled || inside.some(fromElsewhere);
    const free = inside.filter(
      (part): part is Sym =>
        part.kind === "symbol" &&
        part.role === undefined &&
        part.type !== "label" &&
        !heads.has(part) &&
        !(isAtOnePlace(node.by) && isPlaceName(part)),
    );
    const companions = free.filter(
      (sym) => among && /^[gh]$/.test(sym.name) && !shown.has(sym.name),
    );
    const likely = settled
      ? companions
      : free.filter(
          (sym) =>
            companions.includes(sym) ||
            (!isConstantBySort(sym) && !(besideVarying && parameters.test(sym.name))),
        );
    for (const sym of likely.length > 0 || besideVarying ? likely : free) {
      assumed.add(sym.name);
      const names = inferred.get(sym.name) ?? new Set<string>();
      for (const name of by) if (name !== sym.name) names.add(name);
      inferred.set(sym.name, names);
    }
  }
  return assumed;
}

/** ∂_t leaves places where they are. */
const isAtOnePlace = (by: By): boolean =>
  by.kind === "variable" && by.style === "partial" && isTime(by.variable);

/** x, y, z and r as names of a place. */
const isPlaceName = ({ type, name, role }: Sym): boolean =>
  (type === "scalar" || type === "three-vector") &&
  role === undefined &&
  /^[xyzr]$/.test(name.normalize("NFKD"));

/** What a body or a field moves with has a rate, as long as nothing says that it stays the same. */
export function assumeMoving(
  nodes: Iterable<Expr>,
  given: Given,
  inferred: Inferred,
): ReadonlySet<string> {
  const lengths = vectorsByLetter(nodes);
  const assumed = new Set<string>();
  for (const node of nodes) {
    if (node.kind !== "derivative") continue;
    const by = variablesBy(node.by);
    for (const sym of movers(node)) {
      const known =
        isInferred(sym, by, inferred) ||
        given.definitions.has(headKey(sym) ?? "") ||
        hasProperty(given, sym, "constant") ||
        (sym.type === "scalar" && lengths.has(sym.name));
      if (known) continue;
      assumed.add(sym.name);
      inferred.set(sym.name, new Set([...(inferred.get(sym.name) ?? []), ...by]));
    }
  }
  return assumed;
}

/** Masses, couplings, frequencies (but g and h beside f are functions): constants beside what varies, as long as nothing says otherwise. */
const parameters = /^(?:[mMgGeqckhNKħλΛκμαβγωΩεηνξσζ]|.*_.*)$/u;

const variablesBy = (by: By): readonly string[] =>
  by.kind === "variable" ? [by.variable, ...(by.held ?? [])].map(nameKey) : [everywhere];

/** Known to vary along these, or of a kind of which that is not for us to say. */
function isKnown(part: Expr, by: readonly string[], given: Given, inferred: Inferred): boolean {
  if (part.kind === "derivative" || part.kind === "primed" || part.kind === "integral") return true;
  if (part.kind === "series" || part.kind === "opaque" || part.kind === "hole") return true;
  if (given.definitions.has(headKey(part) ?? "")) return true;
  if (part.kind !== "symbol") return false;
  return (
    part.dependsOn !== undefined ||
    by.includes(part.name) ||
    (part.role !== undefined && part.role !== "physical-constant") ||
    part.type === "operator" ||
    part.type === "matrix" ||
    (by.includes(everywhere) && /^[xyzr𝐱𝐫]$/u.test(part.name)) ||
    isInferred(part, by, inferred)
  );
}

const isInferred = (sym: Sym, by: readonly string[], inferred: Inferred): boolean =>
  [...(inferred.get(sym.name) ?? [])].some((name) => by.includes(name));
