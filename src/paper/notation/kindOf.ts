/** What a name stands for in this statement: what the document knows, else its use here, else the habit of the field. */
import { ofMatrices } from "../../math/expr/ofMatrices";
import type { Kind, Use } from "./context";
import { habitOf } from "./habits";
import { letterSort } from "./indexSpace";
import type { Name } from "./name";
import type { Page } from "./reader";
import { uses } from "./survey";
import { covariantMark } from "./surveyNeighbours";

export function kindOf(page: Page, name: Name): Kind {
  const key = `${name.bold ? "*" : ""}${name.name}`;
  const found = page.kinds.get(key);
  if (found) return found;
  const used = page.context.lookup(name.name, name.bold) ?? fromUse(page, name);
  const kind =
    used && !contradicted(page, name, used)
      ? isSaid(used)
        ? used
        : field(page, name, used)
      : field(page, name, habitOf(page, name) ?? unknown);
  const whole = withMatrices(page, name, withVariables(page, name, kind));
  page.kinds.set(key, whole);
  return whole;
}

/** Beside [A_μ, A_ν] elsewhere the components of A are matrices. */
const withMatrices = (page: Page, name: Name, kind: Kind): Kind =>
  kind.type === "four-vector" && kind.role === undefined && page.context.crossed(name.name)
    ? { ...kind, space: ofMatrices }
    : kind;

/** m beside m(t) elsewhere may vary in time. */
function withVariables(page: Page, name: Name, kind: Kind): Kind {
  if (kind.dependsOn || kind.role || !/^(?:scalar|three-vector|four-vector)$/.test(kind.type))
    return kind;
  if (isCoupling(page, name)) return kind;
  const shownOf = page.context
    .shown(name.name, name.bold)
    .filter((variable) => /^[txrτ]$/u.test(variable) && variable !== name.name);
  return shownOf.length > 0 ? { ...kind, shownOf } : kind;
}

/** The document made a vector of it, but here it is cubed, stands beside a radius in e^{iqr}, or nothing here is a vector at all. */
function contradicted(page: Page, name: Name, kind: Kind): boolean {
  if (kind.type !== "four-vector" || (isSaid(kind) && !saidWithIndex(kind))) return false;
  const here = (use: Use): boolean => uses(page.survey, name.name, use, name.bold) > 0;
  if (vectorial.some(here)) return false;
  const beside = here("exponent") && uses(page.survey, "r", "exponent") > 0;
  return (
    beside || here("odd-power") || (!/^[pkqlℓPKQε]$/u.test(name.base) && !speaksOfVectors(page))
  );
}

/** In words, not only by use. */
const isSaid = ({ evidence }: Kind): boolean => /^(?:declared|the text)/.test(evidence);

/** "A vector v^α" says nothing of a v without its index. */
const saidWithIndex = ({ evidence }: Kind): boolean => /^the text:.*[a-zA-Z][\^_]/.test(evidence);

const vectorial: readonly Use[] = ["slashed", "dotted", "greek-up", "greek-down", "time-component"];
const vectorTokens = ["\\slashed", "\\cdot", "\\partial", "\\fsl", "\\cancel", "\\Box"];

/** Slashes, dots or Greek indices anywhere in the statement. */
const speaksOfVectors = (page: Page): boolean =>
  vectorTokens.some((token) => page.survey.seen.has(token)) ||
  (page.survey.seen.has("\\gamma") && uses(page.survey, "γ", "bare") === 0) ||
  [...page.survey.indices.keys()].some((letter) => /^[μνρσ]$/u.test(letter)) ||
  [...page.survey.uses.values()].some((use) => use.has("four-measure"));

/** What stands under ∇ or ∂_μ varies in space, unless its letter is one of constants, momenta and coordinates. */
function field(page: Page, name: Name, kind: Kind): Kind {
  const may =
    (fieldLetters.test(name.base) && !isCoupling(page, name)) ||
    isDensity(page, name) ||
    kind.type === "tensor";
  const varies = may && count(page, name, "differentiated") > 0;
  if (!varies || kind.dependsOn || kind.role || kind.type === "function") return kind;
  return { ...kind, dependsOn: ["x"] };
}

/** g beside fields of Greek letters, A, F or angles is a coupling; among f and h it is a function. */
const isCoupling = (page: Page, name: Name): boolean =>
  name.base === "g" &&
  (["φ", "ϕ", "ψ", "χ", "A", "F", "π"].some((letter) => page.survey.uses.has(letter)) ||
    ["\\sin", "\\cos"].some((token) => page.survey.seen.has(token))) &&
  !page.survey.uses.has("f");

/** n beside a velocity is how many there are in a volume. */
const isDensity = ({ survey }: Page, { base }: Name): boolean =>
  base === "n" && ["*v", "*u", "*V", "*j"].some((velocity) => survey.uses.has(velocity));

const fieldLetters = /^[fghuvwφϕψχρξηΦΨABDEFHJSUVj]$/u;

const unknown: Kind = { type: "scalar", evidence: "nothing says otherwise" };

/** How often the statement and the document use a name so. */
export const count = (page: Page, name: Name, use: Use): number =>
  uses(page.survey, name.name, use, name.bold) + page.context.uses(name.name, use);

/** Use that leaves no doubt, whatever the letter. */
function fromUse(page: Page, name: Name): Kind | undefined {
  const used = (use: Use): boolean => count(page, name, use) > 0;
  if (name.bold) return undefined;
  if (used("slashed") && !/^[∂D]$/u.test(name.name))
    return { type: "four-vector", evidence: "slashed" };
  if (/^(?:σ|σ̄)$/u.test(name.name.normalize("NFC")) && used("dotted") && !anyBold(page))
    return { type: "matrix", space: "weyl", evidence: "dotted and not bold" };
  const contracted = uses(page.survey, name.name, "vector-dotted") > 0 && !anyBold(page);
  if (contracted && !isFixedLetter(name.name))
    return { type: "four-vector", evidence: "a dot product of vectors" };
  if (isFixedLetter(name.name) || /^[mMEν]$/u.test(name.name)) return undefined;
  const derives = used("greek-up") || used("greek-down") || page.survey.seen.has(covariantMark);
  if (/^[D𝒟]$/u.test(name.name) && derives && !used("greek-two"))
    return { type: "operator", evidence: "a covariant derivative" };
  const greek = (used("greek-up") || used("greek-down")) && lorentzCarried(page, name.name);
  if (greek && used("greek-two")) return { type: "tensor", evidence: "two Lorentz indices" };
  if (greek && used("latin-up") && !/^[pkqlPKu]$/.test(name.name)) return undefined;
  if (greek && name.name === "x")
    return { type: "four-vector", role: "coordinate", evidence: "a Lorentz index" };
  if (greek) return { type: "four-vector", evidence: "a Lorentz index" };
  if (used("time-component") && /^[pkqlPKQJjAuxySn]$/.test(name.name))
    return { type: "four-vector", evidence: "a time component" };
  if (used("argument") && /^[pkq]′*$/u.test(name.name) && spinorsAbout(page))
    return { type: "four-vector", evidence: "the momentum of a spinor" };
  if (used("four-measure") && /^[kpqlℓxyzPKQ]$|_E$/u.test(name.name))
    return { type: "four-vector", evidence: "a four-dimensional measure" };
  const own = uses(page.survey, name.name, "bold", true) > 0;
  if (used("dotted") && /^[pkqlℓPKQxyabcdnvε]$/u.test(name.name) && (own || !anyBold(page)))
    return { type: "four-vector", evidence: "dotted and not bold" };
  const risen = ["greek-up", "greek-down"].some(
    (use) => page.context.uses(name.name, use as Use) > 0,
  );
  const dotted = uses(page.survey, name.name, "dotted") > 0 && !anyBold(page);
  const besideBold = page.survey.uses.has(`*${name.name}`);
  const squared =
    /^[pkqlPKQ]′*$/.test(name.name) && used("squared") && (speaksOfVectors(page) || besideBold);
  const added = risen && isMomentum(name.name) && isLinear(page) && besideMomenta(page, name.name);
  if (risen && (dotted || squared || added) && !used("greek-two"))
    return { type: "four-vector", evidence: "a Lorentz index elsewhere" };
  return undefined;
}

const isMomentum = (name: string): boolean => /^[pkqlℓPKQ](?:_\w)?′*$/u.test(name);

/** ℓ = k + xq and q = p′ − p: sums of letters without index, power or function. */
const isLinear = ({ survey }: Page): boolean =>
  survey.indices.size === 0 &&
  (survey.seen.has("+") || survey.seen.has("-")) &&
  !notLinear.some((token) => survey.seen.has(token)) &&
  ![...survey.uses.values()].some((use) => notOfSums.some((one) => use.has(one)));

const notLinear = ["|", "\\vert", "\\lvert", "\\sqrt", "\\sin", "\\cos", "\\tan"];
const notOfSums: readonly Use[] = [
  "squared",
  "odd-power",
  "called",
  "variable",
  "bold",
  "exponent",
];

/** Another momentum stands here that is a vector of spacetime in the document. */
const besideMomenta = (page: Page, name: string): boolean =>
  [...page.survey.uses.keys()].some(
    (other) =>
      other !== name &&
      isMomentum(other) &&
      (["greek-up", "greek-down", "slashed", "dotted"] as const).some(
        (use) => page.context.uses(other, use) > 0,
      ),
  );

/** u(p) and v(p) with a bar, here or in the document. */
const spinorsAbout = (page: Page): boolean =>
  ["u", "v"].some((letter) => {
    const name: Name = { name: letter, base: letter, bold: false, roman: false };
    return count(page, name, "called") > 0 && kindOf(page, name).type === "spinor";
  });

/** γ, σ, ε and their kind mean what they mean whatever index they carry. */
const isFixedLetter = (name: string): boolean => /^(?:[γσδηgfTtΓRG∂]|σ̄)$/u.test(name);

function lorentzCarried(page: Page, name: string): boolean {
  for (const [letter, use] of page.survey.indices)
    if (use.carriers.has(name) && /^[α-ω]/u.test(letter) && letterSort(page, letter) === "lorentz")
      return true;
  return false;
}

const anyBold = (page: Page): boolean =>
  [...page.survey.uses].some(([key, use]) => key.startsWith("*") && (use.get("dotted") ?? 0) > 0);
