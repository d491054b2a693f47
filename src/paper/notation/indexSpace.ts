/** Which letters are indices, and of what space; the others are labels, and labels never sum by themselves. */
import type { IndexSpace } from "../../math/expr/node";
import type { Page } from "./reader";
import { type IndexUse, isGreekIndex, type Survey, uses } from "./survey";
import { covariantMark } from "./surveyNeighbours";

export type LetterSort = IndexSpace | "label";

export function letterSort(page: Page, letter: string): LetterSort {
  const plain = letter.replace(/′+$/u, "");
  const declared = page.context.index(plain);
  if (declared) return declared;
  const use = page.survey.indices.get(plain);
  if (!use) return isGreekIndex(plain) && /^[μνρσ]$/u.test(plain) ? "lorentz" : "label";
  if (/^[fi]$/.test(plain) && namesEnds(page.survey)) return "label";
  if (use.carriers.has("[]")) return /^[i-z]$/.test(plain) ? "spatial" : "lorentz";
  if (isGreekIndex(plain)) return greekSort(page.survey, plain, use);
  if (/^[a-h]$/.test(plain)) return colourSort(page.survey, plain, use);
  if (/^[i-s]$/.test(plain)) return spatialSort(page.survey, plain, use);
  return "label";
}

/** M_{fi} beside p_f and p_i: what is initial and what is final, below the same names. */
function namesEnds(survey: Survey): boolean {
  const [initial, final] = [survey.indices.get("i"), survey.indices.get("f")];
  if (!initial || !final || initial.up + final.up > 0) return false;
  return [...initial.carriers].every((name) => final.carriers.has(name));
}

const anyCarrier = (use: IndexUse, names: ReadonlySet<string>): boolean =>
  [...use.carriers].some((name) => names.has(name));

/** The u_μ(p) of a muon: a spinor with a bar somewhere, taken at its momentum. */
function isSolution(survey: Survey, name: string): boolean {
  const [letter = ""] = name.normalize("NFD");
  return (
    /^[uv]$/.test(letter) &&
    uses(survey, letter, "barred") > 0 &&
    [letter, name].some((each) => uses(survey, each, "called") > 0)
  );
}

const lorentzCarriers = new Set([
  "∂",
  "∇",
  "γ",
  "g",
  "η",
  "levi-civita",
  "D",
  "𝒟",
  "Γ",
  "R",
  "G",
  "T",
  "F",
  "A",
  "J",
  "j",
  "σ",
  "σ̄",
  "F̃",
  "h",
  "u",
  "a",
  "x",
  "p",
  "k",
  "q",
  "P",
  "K",
  "l",
  "W",
  "B",
  "Z",
  "V",
  "Λ",
  "M",
  "L",
  "S",
  "ω",
  "e",
  "Π",
  "S",
  "ξ",
  "n",
  "v",
  "y",
  "z",
]);

function greekSort(survey: Survey, letter: string, use: IndexUse): LetterSort {
  const numbers = (name: string): boolean =>
    (/^[mMτΓEneℒ]$/u.test(name) && (name !== "Γ" || uses(survey, name, "greek-two") === 0)) ||
    isSolution(survey, name);
  if ([...use.carriers].every(numbers) && use.up === 0) return "label";
  if (use.carriers.has("ν") && use.up === 0) return "label";
  if (numbersOperators(survey, use)) return "label";
  if (/^[μν]$/u.test(letter))
    return use.bound && use.up === 0 && !anyCarrier(use, sure) ? "label" : "lorentz";
  const heights = use.up > 0 && use.down > 0;
  if (!heights && uses(survey, letter, "argument") > 0) return "label";
  if (heights && !use.bound && use.carriers.has("Λ") && uses(survey, "Λ", "greek-two") > 0)
    return "lorentz";
  if (!/^[ρσ]$/u.test(letter) && named(survey, letter)) return "label";
  if (use.bound && use.up === 0) return "label";
  if (use.bound && anyCarrier(use, lorentzCarriers)) return "lorentz";
  if (use.up > 0 && use.down > 0 && !use.bound) return "lorentz";
  if (
    /^[λσ]$/u.test(letter) &&
    use.carriers.size === 1 &&
    /^[εϵ]$/u.test([...use.carriers][0] ?? "")
  )
    return "label";
  if (anyCarrier(use, sure)) return "lorentz";
  const beside = [...use.carriers].some((name) => uses(survey, name, "greek-two") > 0);
  if (/^[ρσκτλαβγδζ]$/u.test(letter) && beside) return "lorentz";
  if (/^[ρσκταβ]$/u.test(letter) && use.up > 0 && anyCarrier(use, lorentzCarriers))
    return "lorentz";
  return "label";
}

/** U_{μ0}ρU†_{μ0}: the letter tells which operator of several it is. */
const numbersOperators = (survey: Survey, use: IndexUse): boolean =>
  use.up === 0 &&
  use.repeated &&
  [...use.carriers].some((name) => /^[UKMELV]$/.test(name) && uses(survey, name, "daggered") > 0) &&
  [...use.carriers].every((name) => /^[UKMELVPpρ]$/u.test(name));

/** Carriers that always have Lorentz indices when the letter is Greek. */
const sure = new Set(["∂", "∇", "γ", "g", "η", "levi-civita", "Γ", "R"]);

/** Vectors of space whatever letter numbers their components. */
const places = new Set(["x̂", "p̂", "r̂", "L̂", "Ĵ", "Ŝ"]);

/** Summed over components of x̂ and p̂, with nothing but δ and ε beside them. */
export const isOfPlaces = (use: IndexUse): boolean =>
  use.repeated &&
  !use.bound &&
  anyCarrier(use, places) &&
  [...use.carriers].every((name) => places.has(name) || name === "δ" || name === "levi-civita");

/** ε_{iab} x̂_a: every ε of the statement is one of space. */
const turnsPlaces = (survey: Survey): boolean =>
  [...survey.indices.values()].some((use) => use.carriers.has("levi-civita") && isOfPlaces(use));

const curved = new Set(["g", "R", "∇", "∂", "Γ", "G", "η", "ξ"]);
const colour = new Set(["T", "t", "f", "τ"]);

/** η_a of one letter is no metric. */
const isCurved = (survey: Survey, use: IndexUse): boolean =>
  [...use.carriers].some((name) => curved.has(name) && (name !== "η" || manyIndices(survey, name)));

/** T_c, at which something sets in, T_h of what is hot: below a T that stands bare or in a divisor, or once, and no a or b about. */
const isTemperature = (survey: Survey, letter: string, use: IndexUse): boolean =>
  /^[c-h]$/.test(letter) &&
  use.up === 0 &&
  use.carriers.has("T") &&
  !["f", "t", "τ", "δ", "levi-civita"].some((carrier) => use.carriers.has(carrier)) &&
  (!use.repeated || uses(survey, "T", "bare") + uses(survey, "T", "divisor") > 0) &&
  uses(survey, "T", "commuted") + uses(survey, "T", "traced") === 0 &&
  uses(survey, "T", "latin-two") === 0 &&
  !["a", "b"].some((other) => survey.indices.has(other));

function colourSort(survey: Survey, letter: string, use: IndexUse): LetterSort {
  if (isTemperature(survey, letter, use)) return "label";
  if (isCurved(survey, use) && use.up > 0 && use.down > 0) return "lorentz";
  const symmetric = use.carriers.has("d") && uses(survey, "d", "latin-three") > 0;
  if ((anyCarrier(use, colour) || symmetric) && !isCurved(survey, use)) return "adjoint";
  const mixed = [...use.carriers].some(
    (name) =>
      /^[AFWGDJjBΠ]$/u.test(name) &&
      uses(survey, name, "greek-down") + uses(survey, name, "greek-up") > 0,
  );
  if (mixed) return "adjoint";
  if (use.carriers.has("σ") && use.carriers.has("levi-civita")) return "spatial";
  if (isCurved(survey, use)) return "lorentz";
  if (isOfPlaces(use)) return "spatial";
  if (use.carriers.has("levi-civita")) return turnsPlaces(survey) ? "spatial" : "adjoint";
  if (use.carriers.has("δ") && use.carriers.size === 1 && use.up > 0) return "adjoint";
  if (isLate(survey, letter)) return "label";
  if (use.up > 0 && use.down > 0 && !use.bound) return "lorentz";
  if (!use.bound && besideContracted(survey, use)) return "lorentz";
  if (!use.bound && survey.seen.has(`{}${letter}`)) return "lorentz";
  return use.up > 0 && !use.bound && (abstract(survey) || onlyIndex(survey, letter, use))
    ? "lorentz"
    : "label";
}

/** d and what comes after it: indices only behind a, b, c. */
const isLate = (survey: Survey, letter: string): boolean =>
  /^[d-h]$/.test(letter) && !["a", "b", "c"].some((earlier) => survey.indices.has(earlier));

/** An i above a name and nowhere else is an index, and then so is a j. */
const indexed = (survey: Survey): boolean => {
  const use = survey.indices.get("i");
  return use !== undefined && use.up > 0 && !use.bound && !named(survey, "i");
};

/** κ_ab κ^bc = δ_a^c: on one thing with a letter that occurs at both heights. */
const besideContracted = (survey: Survey, use: IndexUse): boolean =>
  [...survey.indices].some(
    ([letter, other]) =>
      /^[a-h]$/.test(letter) &&
      other !== use &&
      other.up > 0 &&
      other.down > 0 &&
      !other.bound &&
      [...use.carriers].some(
        (name) => other.carriers.has(name) && uses(survey, name, "latin-two") > 0,
      ),
  );

/** A quantity of its own somewhere in the statement. */
export const named = (survey: Survey, letter: string): boolean =>
  [...(survey.uses.get(letter)?.keys() ?? [])].some((use) => use !== "bound");

/** Never a quantity of its own, and above several things or a coordinate: no exponent looks like that. */
const onlyIndex = (survey: Survey, letter: string, use: IndexUse): boolean =>
  !named(survey, letter) &&
  use.up > 0 &&
  ((use.carriers.has("x") && survey.seen.has("\\partial")) || use.carriers.size > 1);

/** Some Latin letter of the statement is a spacetime index, as in T^c ∇_c v^a. */
const abstract = (survey: Survey): boolean =>
  [...survey.indices].some(
    ([letter, use]) =>
      /^[a-h]$/.test(letter) &&
      isCurved(survey, use) &&
      (!anyCarrier(use, colour) || (use.up > 0 && use.down > 0)),
  );

/** ∂, ∇, and a Γ that is no function of anything. */
const derives = (survey: Survey, name: string): boolean =>
  name === "∂" ||
  name === "∇" ||
  (/^[D𝒟]$/u.test(name) && survey.seen.has(covariantMark)) ||
  (name === "Γ" && uses(survey, "Γ", "latin-two") > 0 && isRaised(survey, "Γ"));

/** Something stands above it: Γ^i_{jk}, Γ^0_{ij}; Γ_{kl} is a rate. */
const isRaised = (survey: Survey, name: string): boolean =>
  (["latin-up", "greek-up", "number-up", "latin-three"] as const).some(
    (use) => uses(survey, name, use) > 0,
  );
/** ∑_k σ_k^x: with an axis above, the letter below tells the site. */
const numbersSites = (survey: Survey): boolean =>
  ["x", "y", "z"].some((axis) => survey.raised.get("σ")?.has(axis));

/** 𝐫_i·𝐫_j: vectors in bold are dotted, and only their own lengths r_i carry the letter otherwise. */
const numbersVectors = (survey: Survey, use: IndexUse): boolean =>
  use.up === 0 &&
  [...use.bold].some((name) => uses(survey, name, "dotted", true) > 0) &&
  [...use.plain].every((name) => use.bold.has(name));

/** Spatial only beside a second index: F_{0i}, g_{ij}. */
const fieldCarriers = new Set(["g", "h", "F", "η", "T", "τ", "G", "R"]);
const vectorLetters = /^(?:[xrpkqvnEBAJLSajuyW]|n̂|k̂|r̂|x̂|p̂|q̂|Ĵ|L̂|Ŝ|σ)$/u;
/** Masses, charges, energies, occupation numbers: what is numbered rather than summed. */
const numbered = /^(?:[mqωEnNλtwcρε]|μ)$/u;

/** [e^i_+, e^i_-] = h^i: the letter numbers simple roots. */
const numbersGenerators = (survey: Survey, carriers: readonly string[]): boolean =>
  ["e", "E"].some((name) => uses(survey, name, "commuted") > 0 && uses(survey, name, "axis") > 0) &&
  carriers.every((name) => /^[efhEFHδAK]$/.test(name));

/** The n of φ(x_1)⋯φ(x_n) counts. */
const endsRow = (survey: Survey, letter: string): boolean =>
  /^[nm]$/.test(letter) && survey.seen.has("...");

/** The l and m of R_{ωlm}, Y_{lm}: numbers of one state, below and without other indices about. */
const isQuantumNumber = (survey: Survey, letter: string, use: IndexUse): boolean =>
  /^[lm]$/.test(letter) &&
  use.up === 0 &&
  ["i", "j", "k"].every((other) => !survey.indices.has(other)) &&
  ["R", "Y", "ψ", "u", "a", "Φ", "φ"].some((name) =>
    ["l", "m"].every((each) => survey.indices.get(each)?.carriers.has(name)),
  );

/** The i of π_i = p_i − qA_i. */
const numbersMomenta = (letter: string, use: IndexUse): boolean =>
  /^[ijk]$/.test(letter) &&
  use.up === 0 &&
  !use.bound &&
  use.carriers.has("p") &&
  use.carriers.has("A") &&
  [...use.carriers].every((name) => /^[pAπΠPvx]$/u.test(name));

/** The j of ε_{jk}D_kΦ: beside an index of space on an ε of two letters. */
const turnsPlane = (survey: Survey, letter: string, use: IndexUse): boolean =>
  /^[ijkl]$/.test(letter) &&
  [...use.carriers].every((name) => /^[εϵ]$/u.test(name) && uses(survey, name, "latin-two") > 0) &&
  [...survey.indices].some(
    ([other, { carriers }]) =>
      other !== letter &&
      [...use.carriers].every((name) => carriers.has(name)) &&
      [...carriers].some((name) => derives(survey, name)),
  );

function spatialSort(survey: Survey, letter: string, use: IndexUse): LetterSort {
  const own = ownSort(survey, letter, use);
  return own === "generic" && isBesideSpatial(survey, letter, use) ? "spatial" : own;
}

/** δ_{ij}u_{ij} = u_{kk}: on a tensor of two indices whose components are those of space. */
const isBesideSpatial = (survey: Survey, letter: string, use: IndexUse): boolean =>
  [...survey.indices].some(
    ([other, beside]) =>
      other !== letter &&
      /^[i-s]$/.test(other) &&
      [...use.carriers].some(
        (name) => beside.carriers.has(name) && uses(survey, name, "latin-two") > 0,
      ) &&
      ownSort(survey, other, beside) === "spatial",
  );

function ownSort(survey: Survey, letter: string, use: IndexUse): LetterSort {
  const carriers = [...use.carriers];
  const ladder = carriers.some(
    (name) => /^[a-df]/.test(name) && uses(survey, name, "daggered") > 0,
  );
  if (use.carriers.has("levi-civita") || isOfPlaces(use)) return "spatial";
  if (numbersGenerators(survey, carriers) || endsRow(survey, letter)) return "label";
  if (isQuantumNumber(survey, letter, use)) return "label";
  if (turnsPlane(survey, letter, use) || numbersMomenta(letter, use)) return "spatial";
  if (carriers.some((name) => derives(survey, name)) && !ladder) return "spatial";
  if (use.carriers.has("σ") && uses(survey, "σ", "called") === 0 && !ladder)
    return use.bound && numbersSites(survey) ? "label" : "spatial";
  if (use.carriers.has("γ") && use.up > 0 && /^[i-l]$/.test(letter) && !named(survey, letter))
    return "spatial";
  const bold = carriers.filter((name) => uses(survey, name, "bold", true) > 0);
  const exponent = /^[nm]$/.test(letter) && named(survey, letter);
  if (numbersVectors(survey, use)) return "label";
  if (bold.length > 0 && !use.bound && !exponent)
    return use.up === 0 && carriers.some((name) => !bold.includes(name) && /^[mMqeωE]$/u.test(name))
      ? "label"
      : "spatial";
  if (carriers.some((name) => generates(survey, name)) && !use.bound) return "fundamental";
  if (/^[mn]$/.test(letter) && isEntryBeside(survey, letter, use)) return "generic";
  if (use.bound || ladder || /^[nmspqr]$/.test(letter)) return "label";
  if (carriers.some((name) => fieldCarriers.has(name) && manyIndices(survey, name)))
    return "spatial";
  if (isBesideElements(survey, letter, carriers)) return "generic";
  if (use.repeated && isPlaceOf(survey, letter, carriers)) return "spatial";
  const others = carriers.filter((name) => name !== "δ" && name !== "()");
  if (use.up === 0 && others.some((name) => numbered.test(name))) return "label";
  if (use.carriers.has("δ") && others.every((name) => vectorLetters.test(name)))
    return isBesideNumbers(survey, letter) ? "label" : "spatial";
  if (use.up > 0 && others.every((name) => vectorLetters.test(name))) return "spatial";
  if (use.carriers.has("()")) return "generic";
  if (/^[ij]$/.test(letter) && onlyIndex(survey, letter, use)) return "spatial";
  if (/^[ij]$/.test(letter) && use.up > 0 && indexed(survey)) return "spatial";
  const matrix = others.some((name) => uses(survey, name, "latin-two") > 0);
  return use.repeated && matrix ? "generic" : "label";
}

/** The j of {q_i,p_j} = δ_{ij}: the other letter of δ numbers coordinates. */
const isBesideNumbers = (survey: Survey, letter: string): boolean =>
  [...survey.indices].some(
    ([other, { carriers, up }]) =>
      other !== letter &&
      /^[i-s]$/.test(other) &&
      up === 0 &&
      carriers.has("δ") &&
      [...carriers].some((name) => numbered.test(name)),
  );

/** T^a_{ij}, not the stress T_{ij}. */
const generates = (survey: Survey, name: string): boolean =>
  colour.has(name) && (uses(survey, name, "latin-two") === 0 || survey.raised.has(name));

/** A_{ij}B_{lm}δ_{jl}δ_{im}: the m is summed as the i is, on the same things. */
const isEntryBeside = (survey: Survey, letter: string, use: IndexUse): boolean =>
  use.repeated &&
  !use.bound &&
  use.carriers.has("δ") &&
  !named(survey, letter) &&
  ["i", "j", "k", "l"].some((other) => {
    const beside = survey.indices.get(other);
    return beside?.repeated && !beside.bound && beside.carriers.has("δ");
  });

/** (M^{-1})_{ij}M_{jk}: on a thing that shares its other index with the element of a matrix. */
const isBesideElements = (survey: Survey, letter: string, carriers: readonly string[]): boolean =>
  carriers.some(
    (name) =>
      name !== "δ" &&
      uses(survey, name, "latin-two") > 0 &&
      [...survey.indices].some(
        ([other, use]) => other !== letter && use.carriers.has("()") && use.carriers.has(name),
      ),
  );

/** x_kx_k: the square of a place, or of a vector whose other components stand beside ∂ or ε. */
const isPlaceOf = (survey: Survey, letter: string, carriers: readonly string[]): boolean =>
  carriers.every((name) => name === "x" || name === "r") ||
  (carriers.every((name) => vectorLetters.test(name)) &&
    [...survey.indices].some(
      ([other, use]) =>
        other !== letter &&
        /^[i-l]$/.test(other) &&
        (use.carriers.has("∂") || use.carriers.has("levi-civita")) &&
        carriers.some((name) => use.carriers.has(name)),
    ));

const manyIndices = (survey: Survey, name: string): boolean =>
  uses(survey, name, "latin-two") + uses(survey, name, "greek-two") > 0 ||
  (uses(survey, name, "greek-down") + uses(survey, name, "greek-up") > 0 && name !== "R") ||
  uses(survey, name, "component") > 0;
