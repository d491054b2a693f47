/** Premises on where parameters live, and which of them are one or zero. */
import { hbar, one } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Domain, Expr, Sym } from "../expr/node";
import { nodes, some, symbolsOf } from "../expr/walk";
import { isEquality } from "../verdict/comparison";
import { partsOf } from "../verdict/facts";
import { freeSymbols } from "../verdict/freeSymbols";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import { everyNode, symbolsIn } from "./names";

const scalars = (claim: Claim): readonly Sym[] =>
  [...freeSymbols(claim.left, claim.right)].filter(
    (s) => s.type === "scalar" && s.role === undefined,
  );

export const realParameters: PremiseEntry = {
  id: "real-parameters",
  name: "real parameters",
  *apply(claim) {
    const declared = declaredComplex(claim);
    const starred = starredIn(claim.right);
    const complexFields = fieldsStarredIn(claim);
    const parted = namesUnder(["Re", "Im", "arg"], claim.left, claim.right);
    const list = scalars(claim).filter(
      (s) =>
        s.domain === "complex" &&
        !declared.has(s.name) &&
        ![starred, complexFields, parted].some((names) => names.has(s)),
    );
    if (list.length > 0)
      yield {
        latex: `${list.map((s) => s.name).join(",")}\\in\\mathbb{R}`,
        ...livesIn(list, "real", (name) => `${name}\\in\\mathbb{R}`),
      };
  },
};

/** All of them together, and one by one where fewer suffice. */
function livesIn(
  list: readonly Sym[],
  domain: Domain,
  latexOf: (name: string) => string,
): Pick<Candidate, "facts" | "parts"> {
  const parts = list.map((symbol) => ({
    latex: latexOf(symbol.name),
    facts: [{ kind: "domain", symbol, domain } as const],
  }));
  return { facts: parts.flatMap(({ facts }) => facts), parts };
}

export const positiveParameters: PremiseEntry = {
  id: "positive-parameters",
  joins: true,
  name: "positive parameters",
  *apply(claim) {
    if (!isEquality(claim.relation)) return;
    const complex = complexIn(claim);
    const left = namesUnder(["abs"], claim.left);
    const right = namesUnder(["abs"], claim.right);
    const stepped = namesUnder(["θ", "sign", "min", "max"], claim.left, claim.right);
    const list = scalars(claim).filter(
      (s) =>
        (s.domain === undefined || ofEitherSign.has(s.domain)) &&
        !complex.has(s) &&
        !stepped.has(s) &&
        !(left.has(s) && right.has(s)),
    );
    if (list.length > 0)
      yield {
        latex: `${list.map((s) => s.name).join(",")}>0`,
        ...livesIn(list, "positive", (name) => `${name}>0`),
      };
  },
};

const ofEitherSign: ReadonlySet<Domain> = new Set(["real", "nonzero", "integer"]);

const declaredComplex = ({ given }: Claim): ReadonlySet<string> =>
  new Set(
    given.flatMap(({ facts }) =>
      facts.flatMap((fact) =>
        fact.kind === "domain" && fact.domain === "complex" && fact.symbol.kind === "symbol"
          ? [fact.symbol.name]
          : [],
      ),
    ),
  );

/** Who writes φ* where a step arrives does not mean a real φ. */
const starredIn = (side: Expr): ReadonlySet<Expr> =>
  new Set(
    [...nodes(side)].flatMap((node) =>
      node.kind === "involution" && node.sort === "conjugate" ? [...symbolsOf(node)] : [],
    ),
  );

/** Who differentiates φ and writes φ* means a complex field. */
const fieldsStarredIn = (claim: Claim): ReadonlySet<Expr> => {
  const starred = [claim.left, claim.right].flatMap((side) => [...starredIn(side)]);
  return new Set(
    starred.filter((name) =>
      everyNode(claim).some((node) => node.kind === "derivative" && node.operand === name),
    ),
  );
};

/** Who writes Re z does not mean a real z, who writes |z| on both sides or θ(x) no positive one. */
const namesUnder = (functions: readonly string[], ...sides: readonly Expr[]): ReadonlySet<Expr> =>
  new Set(
    sides.flatMap((side) =>
      [...nodes(side)].flatMap((node) =>
        node.kind === "function" && functions.includes(node.name) ? [...symbolsOf(node)] : [],
      ),
    ),
  );

/** Names declared complex, and those whose parts or conjugates are written. */
function complexIn(claim: Claim): ReadonlySet<Expr> {
  const declared = declaredComplex(claim);
  const found = new Set<Expr>(scalars(claim).filter(({ name }) => declared.has(name)));
  for (const node of everyNode(claim))
    if (
      (node.kind === "involution" && node.sort === "conjugate") ||
      (node.kind === "function" && ["Re", "Im", "arg"].includes(node.name))
    )
      for (const s of symbolsOf(node)) found.add(s);
  return found;
}

const setToOne: readonly string[] = ["ħ", "c", "k_B", "ε_0", "μ_0"];

/** What both sides write was not set to one, nor what the text writes and the line leaves out, nor c where ε_0 or μ_0 stands, nor ħ where h does. */
export const naturalUnits: PremiseEntry = {
  id: "natural-units",
  joins: true,
  name: "natural units",
  *apply(claim) {
    const said = claim.given.flatMap(({ facts }) => facts.flatMap(partsOf));
    const written = [...symbolsIn(claim), ...said.flatMap((part) => [...symbolsOf(part)])];
    const shown = [...new Set(written)].filter(
      (s) => s.type === "scalar" && setToOne.includes(s.name),
    );
    const isOnOneSide = (s: Sym) =>
      !(s.name === "ħ" && written.some(({ name }) => name === "h")) &&
      [claim.left, claim.right].filter((side) => some(side, (node) => node === s)).length === 1 &&
      !said.some((part) => some(part, (node) => node === s));
    const hidden = shown.length === 0 && hasQuantumAlgebra(claim) ? [hbar] : [];
    const all = [...shown.filter(isOnOneSide), ...hidden];
    const electric = shown.some(({ name }) => /_0$/.test(name));
    const isRational = electric && shown.some(({ name }) => name === "c");
    if (all.length > 0 && !isRational)
      yield {
        latex: `${all.map((s) => s.name).join("=")}=1`,
        facts: all.map((head) => ({ kind: "definition", head, body: one })),
      };
  },
};

/** ħ hides in the algebra of x̂ and p̂, and of angular momenta. */
const hasQuantumAlgebra = (claim: Claim): boolean =>
  symbolsIn(claim).some((s) => s.role === "momentum-operator" || s.role === "angular-momentum");
