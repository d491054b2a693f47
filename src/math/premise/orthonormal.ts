/** |0⟩ and |1⟩, |↑⟩ and |↓⟩ are orthonormal, as everybody takes them who says nothing of how they overlap. */

import { ket } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Ket } from "../expr/node";
import { numbersState } from "../expr/questions";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { everyNodeTold, nameOf, symbolsIn } from "./names";

export const orthonormalStates: PremiseEntry = {
  id: "orthonormal",
  name: "orthonormal states",
  *apply(claim) {
    if (symbolsIn(claim).some(({ role, type }) => role !== undefined && type === "operator"))
      return;
    const found = basisIn(claim);
    const kinds = new Set(found.flatMap(({ labels }) => labels.map(alphabetOf)));
    const lengths = new Set(found.map(({ labels }) => labels.length));
    if (found.length < 2 || kinds.size > 1 || lengths.size > 1) return;
    const names = found.map(({ labels }) => labels.map(letterOf).join(""));
    yield {
      latex: `${names.map((name) => `|${name}\\rangle`).join(",\\ ")}\\text{ orthonormal}`,
      facts: [{ kind: "property", property: "orthonormal", of: found }],
    };
  },
};

/** The states with letters of an alphabet that nothing defines. */
function basisIn(claim: Claim): readonly Ket[] {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const defined = facts.flatMap((fact) => (fact.kind === "definition" ? fact.head : []));
  const states = everyNodeTold(claim).flatMap((node) =>
    (node.kind === "ket" || node.kind === "bra") &&
    node.labels.length > 0 &&
    node.labels.every((label) => alphabetOf(label) !== undefined)
      ? ket(...node.labels)
      : [],
  );
  return [...new Set(states)].filter((state) => !defined.includes(state)) as Ket[];
}

/** Arrows, digits, signs, or one letter with a number below. */
function alphabetOf(label: Expr): string | undefined {
  if (label.kind === "num") return "digits";
  if (numbersState(label)) return `members of ${written(label).replace(/_.*/, "")}`;
  if (label.kind !== "symbol") return undefined;
  if (/^[↑↓]$/u.test(label.name)) return "arrows";
  return /^[+−-]$/u.test(label.name) ? "signs" : undefined;
}

const written = (label: Expr): string =>
  label.kind === "symbol" || label.kind === "labelled" ? nameOf(label) : "";

const letterOf = (label: Expr): string =>
  label.kind === "num"
    ? String(label.numerator)
    : label.kind === "labelled"
      ? written(label)
      : label.kind === "symbol"
        ? ({ "↑": "\\uparrow ", "↓": "\\downarrow " }[label.name] ?? label.name)
        : "";
