/** Whole numbers at which a claim fails that holds for others: ∫e^{inθ}dθ = 0 leaves out n = 0. */
import { num } from "../expr/build";
import type { Claim, Premise } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { nodes, replace, symbolsOf } from "../expr/walk";
import { compare } from "./comparison";
import { partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";
import type { Ground } from "./sample";

/** That n is none of them, where nothing is said of n: a default, reported like that of its domain. Undefined where it fails at all of them but 0. */
export function exceptionsTo(claim: Claim, ground: Ground): readonly Premise[] | undefined {
  if (claim.relation !== "=") return [];
  const said = [...ground.facts, ...claim.given.flatMap(({ facts }) => facts)].flatMap(partsOf);
  const spokenOf = new Set(said.flatMap((part) => [...symbolsOf(part)].map(({ name }) => name)));
  const labels = labelsIn(claim);
  const found: Premise[] = [];
  for (const sym of freeSymbols(claim.left, claim.right)) {
    if (sym.type !== "scalar" || sym.domain !== "integer") continue;
    if (labels.has(sym) || spokenOf.has(sym.name)) continue;
    const fails = (value: number): boolean => failsAt(claim, sym, num(value), ground);
    const values = candidates.filter(fails);
    if (values.length === 0) continue;
    if (values.length > 1 && holdsAtZero(claim, sym, ground) && [2, 3].every(fails))
      return undefined;
    found.push({
      id: "integer-parameters",
      name: `${sym.name} is an integer other than ${values.join(", ")}`,
      latex: `${sym.name}\\in\\mathbb{Z}\\setminus\\{${values.join(",")}\\}`,
      source: "convention",
      facts: [],
    });
  }
  return found;
}

const candidates = [0, 1, -1];

const holdsAtZero = (claim: Claim, sym: Sym, ground: Ground): boolean => {
  const at = new Map<Expr, Expr>([[sym, num(0)]]);
  const [left, right] = [replace(claim.left, at), replace(claim.right, at)];
  return compare({ ...claim, left, right }, ground).kind === "holds";
};

function failsAt(claim: Claim, sym: Sym, value: Expr, ground: Ground): boolean {
  const at = new Map<Expr, Expr>([[sym, value]]);
  const [left, right] = [replace(claim.left, at), replace(claim.right, at)];
  if (left === right) return false;
  const outcome = compare({ ...claim, left, right }, ground);
  return (
    outcome.kind === "differs" ||
    (outcome.kind === "undecided" && outcome.detail.startsWith("a side is no real number"))
  );
}

/** Numbers that only tell members of a family apart. */
const labelsIn = ({ left, right }: Claim): ReadonlySet<Sym> =>
  new Set(
    [left, right]
      .flatMap((side) => [...nodes(side)])
      .flatMap((node) =>
        node.kind === "labelled" ? node.labels.flatMap((label) => [...symbolsOf(label)]) : [],
      ),
  );
