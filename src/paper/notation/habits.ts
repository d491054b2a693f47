/** What letters stand for in physics when nothing else is known. */

import type { Role } from "../../math/expr/node";
import { type Kind, kind, type Use } from "./context";
import { everUsed } from "./everUsed";
import type { Name } from "./name";
import type { Page } from "./reader";
import { uses } from "./survey";

export function habitOf(page: Page, name: Name): Kind | undefined {
  const used = (use: Use): boolean =>
    uses(page.survey, name.name, use, name.bold) + page.context.uses(name.name, use) > 0;
  if (name.bold) return boldHabit(page, name);
  return (
    fixed[name.name] ??
    ladderHabit(page, name, used) ??
    hatHabit(page, name, used) ??
    operatorHabit(page, name, used) ??
    spinorHabit(page, name, used) ??
    vectorHabit(page, name, used) ??
    functionHabit(page, name, used) ??
    scalarHabit(page, name, used)
  );
}

/** Letters whose meaning hangs on the scripts they carry are settled in `notions.ts`; these need none. */
const fixed: Readonly<Record<string, Kind>> = {
  ħ: kind("scalar", "habit", { role: "physical-constant", domain: "positive" }),
};

function boldHabit(page: Page, name: Name): Kind {
  const used = (use: Use): boolean => uses(page.survey, name.name, use, true) > 0;
  if (/^[1𝟙I]$/u.test(name.base)) return kind("matrix", "bold one", { role: "identity" });
  if (name.base === "σ" || name.base === "τ")
    return kind("three-vector", "habit", { role: "pauli" });
  if (
    /^[JLS]$/u.test(name.base) &&
    (name.accent === "hat" || used("commuted") || dotsSpins(page) || turns(page, name))
  )
    return kind("three-vector", "habit", { role: "angular-momentum" });
  if (name.accent === "hat" && name.base === "p") return kind("three-vector", "bold with a hat");
  if (
    used("inverted") ||
    (used("traced") && !used("dotted")) ||
    (used("transposed") && /^\p{Lu}$/u.test(name.base))
  )
    return kind("matrix", "bold and inverted or traced");
  return kind("three-vector", "bold or with an arrow");
}

/** 𝛔·𝐋: what is dotted with Pauli matrices is an operator as they are. */
const dotsSpins = ({ survey }: Page): boolean => uses(survey, "σ", "dotted", true) > 0;

/** 𝐋 and L_x are operators in a commutator, beside states and ħ, and where nothing else says what L_x is; 𝐋 beside L_x alone is the vector of mechanics. */
function turns(page: Page, name: Name): boolean {
  if (!everUsed(page, name.name, "axis")) return false;
  if (everUsed(page, name.name, "ladder")) return true;
  if (commutes(page, name) || everUsed(page, name.name, "commuted", true)) return true;
  const sees = (tokens: readonly string[]): boolean =>
    tokens.some((token) => page.survey.seen.has(token));
  if (sees(["\\hbar", "\\rangle", "\\ket", "\\langle"])) return true;
  const isOfMotion = everUsed(page, "p", "axis") || sees(["\\dot", "\\times"]);
  return !everUsed(page, name.name, "bold", true) && !isOfMotion;
}

const commutes = (page: Page, name: Name): boolean =>
  everUsed(page, name.name, "commuted") && !everUsed(page, name.name, "daggered");

/** L_k beside ε_{ijk}x̂_ip̂_j. */
function turnsHats({ survey }: Page): boolean {
  const hats = new Set(
    [...survey.uses.keys()].map((key) => key.normalize("NFD")).filter((key) => /\u0302/u.test(key)),
  );
  const epsilon = survey.seen.has("\\epsilon") || survey.seen.has("\\varepsilon");
  const isIndexed = [...survey.indices].some(
    ([letter, { carriers }]) => /^[a-z]$/.test(letter) && carriers.has("L"),
  );
  return epsilon && isIndexed && ["x\u0302", "p\u0302"].every((hat) => hats.has(hat));
}

/** a, b, c, d with a dagger somewhere lower; with braces they are fermions. */
function ladderHabit(page: Page, name: Name, used: (use: Use) => boolean): Kind | undefined {
  if (!/^[abcdf]̂?$/u.test(name.name.normalize("NFD")) || !used("daggered")) return undefined;
  const letter = name.base;
  const fermions = page.survey.seen.has("\\{") || page.survey.seen.has("\\acomm");
  const role: Role =
    letter === "a" || (letter === "b" && !fermions)
      ? fermions
        ? "fermion-lowering"
        : "lowering"
      : "fermion-lowering";
  return kind("operator", "a dagger", { role });
}

function hatHabit(page: Page, name: Name, used: (use: Use) => boolean): Kind | undefined {
  if (name.accent !== "hat") return undefined;
  if (isUnitVector(page, name, used)) return kind("three-vector", "a unit vector");
  if (/^[pq]$/.test(name.base) && used("dotted")) return kind("four-vector", "a hat and a dot");
  if (name.base === "x" || name.base === "q")
    return kind("operator", "a hat", { role: "position-operator" });
  if (name.base === "p") return kind("operator", "a hat", { role: "momentum-operator" });
  if (/^[JLS]$/u.test(name.base) && !used("daggered"))
    return kind("operator", "a hat", { role: "angular-momentum" });
  return kind("operator", "a hat");
}

/** n̂, r̂, k̂; x̂ and φ̂ only among vectors, and where nothing makes an operator of them. */
function isUnitVector(page: Page, name: Name, used: (use: Use) => boolean): boolean {
  if (used("commuted") || used("sandwiched") || used("daggered")) return false;
  if (name.base === "n" && countsModes(page)) return false;
  if (/^[nrk]$/.test(name.base)) return true;
  const vectors =
    page.survey.seen.has("\\nabla") ||
    [...page.survey.uses.keys()].some((key) => key.startsWith("*"));
  if (/^[xyzφθρϕεe]$/u.test(name.base)) return vectors && !used("called") && !used("squared");
  return false;
}

/** n̂ beside ĉ† counts what it makes. */
const countsModes = (page: Page): boolean =>
  [...page.survey.uses].some(
    ([letter, use]) => /^[abcdfψ]/u.test(letter.normalize("NFD")) && use.has("daggered"),
  );

/** Capital letters among daggers, commutators and traces are operators; in denominators they are numbers. */
function operatorHabit(page: Page, name: Name, used: (use: Use) => boolean): Kind | undefined {
  const letter = name.base;
  if (used("divisor") && !used("inverted")) return undefined;
  if (/^[JLS]$/.test(letter) && (used("axis") ? turns(page, name) : commutes(page, name)))
    return kind("operator", "components of angular momentum", { role: "angular-momentum" });
  if (letter === "L" && name.name === "L" && turnsHats(page))
    return kind("operator", "an index of ε beside x̂ and p̂", { role: "angular-momentum" });
  if (letter === "N" && (used("commuted") || used("sandwiched")))
    return kind("operator", "in a commutator", { role: "number-operator" });
  if (
    /^[xq]$/.test(letter) &&
    (used("sandwiched") || used("commuted")) &&
    !used("called") &&
    !isPlaceOfFields(page, used)
  )
    return kind("operator", "between states or in a commutator", { role: "position-operator" });
  if (letter === "p" && (used("sandwiched") || used("commuted")) && !used("dotted"))
    return kind("operator", "between states or in a commutator", { role: "momentum-operator" });
  if (/^[αβγλμηθκ]$/u.test(letter)) return undefined;
  if (/^[φϕχπψΨΦΠ]$/u.test(letter) && used("commuted")) return kind("operator", "in a commutator");
  if (/^[φϕχπψΨΦΠ]$/u.test(letter) && used("sandwiched") && used("called"))
    return kind("operator", "a field between states");
  if (!/^\p{Lu}$|^[\u{1D49C}-\u{1D4CF}ℬℰℱℋℐℒℳℛ]|^ρ$|^\p{Lu}\p{M}?$/u.test(name.name))
    return undefined;
  const why = (["commuted", "daggered", "traced", "sandwiched", "transposed"] as const).find(used);
  const numbers =
    why === "daggered"
      ? /^ℒ$/u
      : why === "commuted"
        ? /^[Vℒ]$/u
        : massive(page)
          ? /^[ENVTMℒ]$/u
          : /^[ENVTℒ]$/u;
  if (why && !numbers.test(name.name)) return kind("operator", `${why}`);
  if (letter !== "ρ" && used("inverted") && /^[ABCMSUXYPQRWOΛ]$/u.test(letter))
    return kind("operator", "inverted");
  if (used("exponent") && /^[ABCXYUOPQH]$/.test(letter) && !isMagnetic(page, letter, used))
    return kind("operator", "a capital in an exponent");
  if (/^[A-DF-KMOPQRUWXY]$/.test(name.name) && used("bare") && besideOperators(page))
    return kind("operator", "beside operators with daggers");
  if (/^[A-DF-HKMO-RUVWXY]$/.test(name.name) && page.survey.seen.has("\\otimes"))
    return kind("operator", "beside a tensor product");
  return undefined;
}

/** e^{βμB}: the field on a moment μ, and whatever is differentiated by, is a number. */
const isMagnetic = (page: Page, letter: string, used: (use: Use) => boolean): boolean =>
  used("variable") || (letter === "B" && page.survey.seen.has("\\mu"));

/** Beside a slash a capital M is a mass. */
const massive = (page: Page): boolean =>
  ["\\slashed", "\\fsl", "\\cancel", "\\not"].some((seen) => page.survey.seen.has(seen));

/** x in [φ(x), π(y)]: where fields are, and no operator; beside a momentum in a commutator V(x) is one. */
const isPlaceOfFields = (page: Page, used: (use: Use) => boolean): boolean =>
  used("argument") &&
  [...page.survey.uses].some(
    ([letter, use]) => /^[φϕψπχΦΨΠ]\P{L}*$/u.test(letter) && use.has("called"),
  ) &&
  ![...page.survey.uses].some(([letter, use]) => letter.startsWith("p") && use.has("commuted"));

/** U D U†: what stands with daggered, transposed or inverted capitals does not commute with them. */
const besideOperators = (page: Page): boolean =>
  [...page.survey.uses].some(
    ([letter, use]) =>
      (/^[A-DF-KMOPQRUVWXY]$/.test(letter) && (use.has("daggered") || use.has("transposed"))) ||
      (/^[OPRSU]$/.test(letter) && use.has("inverted")),
  );

function spinorHabit(page: Page, name: Name, used: (use: Use) => boolean): Kind | undefined {
  const dirac = ["\\slashed", "\\gamma", "\\fsl", "\\cancel", "\\not"].some((seen) =>
    page.survey.seen.has(seen),
  );
  const barred = used("barred");
  const pauli = page.survey.seen.has("\\sigma") && !dirac;
  const besideBars =
    barred || ["ψ", "Ψ", "χ"].some((other) => uses(page.survey, other, "barred") > 0);
  const two = pauli || (used("daggered") && !(besideBars && (dirac || name.name === "χ")));
  if (/^[ξχη]$/u.test(name.name) && two && !used("called"))
    return kind("spinor", "beside Pauli matrices", { space: "spin" });
  if (/^[ψΨχ]$/u.test(name.name)) {
    if (barred || dirac)
      return kind("spinor", barred ? "a bar" : "beside Dirac matrices", { grassmann: true });
    const isRisen = used("twice-primed") && used("called");
    return kind("scalar", isRisen ? "primed" : "a wave function", { domain: "complex" });
  }
  const above = page.survey.raised.get(name.name);
  const shown = used("called") || above?.has("r") || above?.has("s");
  const solution = dirac ? barred || used("called") : (barred || besideOther(page, name)) && shown;
  if (/^[uv]$/.test(name.name) && solution && !isInvariant(page, name))
    return kind("spinor", "a bar", { role: name.name === "u" ? "u-spinor" : "v-spinor" });
  if (/^[φϕΦ]$/u.test(name.name) && used("daggered"))
    return kind("scalar", "a dagger", { domain: "complex" });
  return undefined;
}

/** u(p) beside v̄(p), or the other way round. */
const besideOther = ({ survey }: Page, { name }: Name): boolean => {
  const other = name === "u" ? "v" : "u";
  return uses(survey, other, "barred") > 0 && uses(survey, other, "called") > 0;
};

/** u beside s or t, without momentum or bar in this statement, is the invariant. */
function isInvariant(page: Page, name: Name): boolean {
  const here = (letter: string, use: Use): boolean => uses(page.survey, letter, use) > 0;
  if (here(name.name, "called") || here(name.name, "barred")) return false;
  return here(name.name, "bare") && (here("s", "bare") || here("t", "bare"));
}

/** A momentum squared beside a mass squared or a Mandelstam variable, with no energy in sight, is a four-momentum. */
function vectorHabit(page: Page, name: Name, used: (use: Use) => boolean): Kind | undefined {
  if (!/^[pkqlPKQ]$/.test(name.name) || !used("squared") || used("variable")) return undefined;
  if (used("three-measure") || page.survey.indices.get(name.name)?.bound) return undefined;
  const some = (letters: readonly string[], ...which: readonly Use[]): boolean =>
    letters.some((letter) => which.some((use) => uses(page.survey, letter, use) > 0));
  if (page.survey.uses.has(`*${name.name}`) || isCharge(page, name, used)) return undefined;
  if (some(["E", "ħ", "ω", "c", "H", "V", "T"], "squared", "bare", "called")) return undefined;
  if (some(["E", "ω"], "latin-down", "number-down")) return undefined;
  if (
    some(["m", "M", "Δ", "μ"], "squared") ||
    (some(["Δ"], "bare") && page.survey.seen.has("\\epsilon"))
  )
    return kind("four-vector", "squared beside a mass squared");
  const numbered = used("number-down") || used("primed");
  if (numbered && [...page.survey.uses.keys()].every((key) => /^[pkqlPKQ]$/.test(key)))
    return kind("four-vector", "squares of numbered momenta only");
  if (documented(page)) return kind("four-vector", "squared elsewhere, beside masses squared");
  if (relativistic(page)) return kind("four-vector", "squared among Lorentz indices");
  if (
    some(["s", "t", "u"], "bare") &&
    (numbered || used("latin-down")) &&
    !page.survey.uses.has("r")
  )
    return kind("four-vector", "squared beside a Mandelstam variable");
  return undefined;
}

/** The Q of e⁴Q² and the q of q²A_μA^μ: a charge, where no use makes a vector of it and nothing is taken at a momentum. */
const isCharge = ({ survey }: Page, { name }: Name, used: (use: Use) => boolean): boolean =>
  (name === "Q" && uses(survey, "e", "number-up") > 0 && !used("argument")) ||
  (name === "q" &&
    uses(survey, "A", "greek-up") + uses(survey, "A", "greek-down") > 1 &&
    !used("argument") &&
    !survey.uses.has("g") &&
    uses(survey, "η", "greek-two") === 0);

/** Dirac matrices, slashes or Lorentz indices about. */
const relativistic = (page: Page): boolean =>
  page.survey.seen.has("\\slashed") ||
  ["μ", "ν", "ρ"].some((letter) => page.survey.indices.has(letter));

/** A statement about momenta, masses and Mandelstam variables only, in a text that squares masses or has all three of those. */
function documented(page: Page): boolean {
  const names = [...page.survey.uses.keys()];
  if (!names.every((key) => /^[pkqlPKQmMstui]$/.test(key))) return false;
  const { context } = page;
  const mandelstam = ["s", "t", "u"].every((letter) => context.uses(letter, "bare") > 0);
  return mandelstam || context.uses("m", "squared") + context.uses("M", "squared") > 0;
}

function functionHabit(page: Page, name: Name, used: (use: Use) => boolean): Kind | undefined {
  if (/^[fgh]$/.test(name.name) && used("called")) return kind("function", "called");
  if (/^[fghuwyVUWF]$/.test(name.name) && used("primed")) return primedHabit(page, name, used);
  if (/^[VUWF]$/.test(name.name) && used("called")) return kind("function", "called");
  const primedThere = /^[vGHKPQRSTXYZqz]$/.test(name.name) && used("primed") && used("called");
  if (primedThere && derivedByArgument(page)) return kind("function", "primed and called");
  if (used("twice-primed") && used("called") && !/^[xyzkpq]$/.test(name.name))
    return kind("function", "primed twice and called");
  return undefined;
}

/** ∫v′(x)dx, d/dx (v(x)): the argument is integrated over or derived by in the same statement. */
const derivedByArgument = (page: Page): boolean =>
  ["x", "t", "r", "z", "s", "u", "θ"].some(
    (letter) =>
      uses(page.survey, letter, "variable") > 0 && uses(page.survey, letter, "argument") > 0,
  );

/** f′ without an argument anywhere depends on what the statement differentiates by. */
function primedHabit(page: Page, name: Name, used: (use: Use) => boolean): Kind | undefined {
  if (used("called")) return kind("function", "primed and called");
  const variable = ["x", "t", "r", "z", "s", "θ", "τ"].find(
    (letter) => uses(page.survey, letter, "variable") > 0,
  );
  return /^[fgh]$/.test(name.name) || variable
    ? kind("scalar", "primed", { dependsOn: [variable ?? "x"] })
    : undefined;
}

function scalarHabit(page: Page, name: Name, used: (use: Use) => boolean): Kind | undefined {
  if (used("amplitude")) return kind("scalar", "the coefficient of a state", { domain: "complex" });
  if (used("starred") && !(/^[Epkqθ]$/u.test(name.name) && !used("bare") && !used("squared")))
    return kind("scalar", "a star", { domain: "complex" });
  if (/^[lm]$/.test(name.name) && isCount(page, name.name))
    return kind("scalar", "a count", { domain: "integer" });
  if (name.name === "Δ" && page.survey.seen.has("\\int") && used("bare"))
    return kind("scalar", "under an integral", { domain: "positive" });
  if (/^[mMωTβVE]$/u.test(name.name)) return kind("scalar", "habit", { domain: "positive" });
  if (/^[nℓN]$/u.test(name.name)) return kind("scalar", "habit", { domain: "integer" });
  return undefined;
}

/** m in δ_{nm}, \sin m\theta, e^{im\varphi}: no mass. */
const isCount = ({ survey }: Page, letter: string): boolean =>
  survey.seen.has(`${letter} turns`) || (survey.indices.get(letter)?.carriers.has("δ") ?? false);
