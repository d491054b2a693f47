/** Letters above a name that tell which of several it is: spins, roots, generators, colours; ρ^α and x^n stay powers. */
import { num, opaque } from "../../math/expr/build";
import type { TexNode } from "../latex/node";
import { isIndexLike } from "./decorations";
import { readInside } from "./expression";
import { letterSort, named } from "./indexSpace";
import { count } from "./kindOf";
import { readLabels } from "./labels";
import { type Name, nameOf } from "./name";
import { choose, peek, type Reader, token } from "./reader";
import { isPrime } from "./scripts";
import type { Superscript, Way } from "./superscript";
import { isBothHeights, useKey, uses } from "./survey";
import { tokenOf } from "./token";

export const raisedLabels: readonly Way[] = [
  weyl,
  third,
  row,
  contracted,
  root,
  generator,
  member,
  bold,
  calledWith,
  entry,
  family,
  labelled,
];

/** The one letter above, with or without primes. */
const letterOf = ({ nodes: [first, ...behind] }: Superscript): string | undefined =>
  behind.every(isPrimed) ? nameOf(first)?.name : undefined;

function asLabel({ reader, nodes, into }: Superscript): true {
  into.labels.push(readInside({ ...reader, script: true }, nodes));
  return true;
}

/** The 3 of T_2^3 among gauge fields: the third generator, no cube. */
function third({ reader, name, text, into }: Superscript): boolean {
  if (text !== "3" || !/^[TtI]$/.test(name.name)) return false;
  const { survey } = reader.page;
  const gauge = ["A", "W", "Z", "B"].some((field) => uses(survey, field, "greek-down") > 0);
  if (gauge) into.labels.push(num(3));
  return gauge;
}

/** The α of ψ^α among dotted indices. */
function weyl(script: Superscript): boolean {
  const letter = script.nodes.length === 1 ? nameOf(script.nodes[0])?.name : undefined;
  const { seen } = script.reader.page.survey;
  if (!/^[ψχηξλζθ]$/u.test(script.name.base) || !/^[α-δ]$/u.test(letter ?? "")) return false;
  return seen.has("<dotted index>") ? asLabel(script) : false;
}

/** E^α, E^{-α}, Q^a: letters above what stands in commutators tell which of a family it is; ρ^α is a power. */
function root({ reader, name, kind, nodes, into }: Superscript): boolean {
  if (!/^(?:operator|matrix)$/.test(kind.type) || kind.role || name.name === "ρ") return false;
  if (count(reader.page, name, "commuted") === 0) return false;
  const letters = nodes.map((node) => nameOf(node)?.name ?? "");
  const known =
    letters.some((letter) => /^[α-ω]$/u.test(letter)) || /^[a-d]$/.test(letters.join(""));
  const rest = nodes.every(
    (node) => nameOf(node) || node.kind === "script" || /^[+-]$/.test(tokenOf(node)),
  );
  if (!known || !rest) return false;
  into.labels.push(readInside(reader, nodes));
  return true;
}

/** e_i^α: a generator or a frame, no exponential. */
function generator({ reader, name, nodes, into, shape }: Superscript): boolean {
  if (name.name !== "e" || shape.down + into.labels.length === 0) return false;
  if (nodes.length !== 1 || !nameOf(nodes[0])) return false;
  into.labels.push(readInside({ ...reader, script: true }, nodes));
  return true;
}

/** ∑_s M^sΓM^s, κ^A beside κ_A, and p_m beside ẋ^m: a letter that is summed over or stands below as well, and nothing else. */
function member(script: Superscript): boolean {
  const { reader, name } = script;
  const letter = script.nodes.length === 1 ? nameOf(script.nodes[0])?.name : undefined;
  const use = reader.page.survey.indices.get(letter ?? "");
  if (!letter || !use) return false;
  if (/^[A-H]$/.test(letter) && /^[α-ω]$/u.test(name.base) && use.up > 0 && use.down > 0) {
    script.into.labels.push(opaque("^", readInside({ ...reader, script: true }, script.nodes)));
    return true;
  }
  if (/^[A-DIJK]$/.test(letter) && isBothHeights(use)) return asLabel(script);
  if (named(reader.page.survey, letter)) return false;
  const summed = use.bound && /^[sabA-D]$/.test(letter) && /^[\p{Lu}φϕψχπn]$/u.test(name.name);
  const paired = /^[mn]$/.test(letter) && isBothHeights(use) && !isOfSeries(script);
  return summed || paired ? asLabel(script) : false;
}

/** The k of μ_1k + ⋯ + μ_nk^n and the x of a_{nm}x^ny^m: powers with their coefficients. */
function isOfSeries({ reader: { page }, name }: Superscript): boolean {
  const { survey } = page;
  if (survey.moving.has(useKey(name.name, name.bold))) return false;
  const second = ["x", "y", "z"].filter((letter) => survey.raised.has(letter)).length > 1;
  return (
    uses(survey, name.name, "bare") > 0 ||
    survey.seen.has("...") ||
    (second && /^[xyz]$/.test(name.name))
  );
}

/** 𝒲^α𝒲_α: the same letter stands below the same name right behind. */
function contracted(script: Superscript): boolean {
  const { reader, name, nodes } = script;
  const letter = nodes.length === 1 ? nameOf(nodes[0])?.name : undefined;
  const [next, below] = [peek(reader), peek(reader, 1)];
  const same = nameOf(next)?.name === name.name && nameOf(next)?.bold === name.bold;
  if (!letter || !same || below?.kind !== "script" || below.place !== "sub") return false;
  return below.children.length === 1 && nameOf(below.children[0])?.name === letter
    ? asLabel(script)
    : false;
}

/** T^{a_1⋯a_k}: a row with an ellipsis. */
function row({ reader, nodes, into }: Superscript): boolean {
  const dots = nodes.some((node) => /^\\[lc]?dots$|^…$/.test(tokenOf(node)));
  const letters = nodes.every(
    (node) => nameOf(node) || node.kind === "script" || /^\\[lc]?dots$|^[…,]$/.test(tokenOf(node)),
  );
  if (!dots || !letters || nodes.length < 3) return false;
  const above = { ...into, labels: [] };
  readLabels(reader, nodes, above);
  into.labels.push(opaque("^", ...above.labels));
  return true;
}

/** x^m(t), b^s(p), λ^b(y): a power of something called stands behind its argument. */
function calledWith(script: Superscript): boolean {
  const { reader, name } = script;
  const signed = /^[+-]$/.test(tokenOf(script.nodes[0]));
  const letter = letterOf(signed ? { ...script, nodes: script.nodes.slice(1) } : script);
  if (!letter || token(reader) !== "(") return false;
  if (signed) return /^[uvUV]$/.test(name.name) && /^[rs]$/.test(letter) ? asLabel(script) : false;
  if (/^[φϕψ]$/u.test(name.name) && /^[X-Z]$/.test(letter)) return asLabel(script);
  if (/^[GD]$/.test(name.name) && /^[A-Z]$/.test(letter)) return asLabel(script);
  const spin = /^[abcduvUV]$/.test(name.name) && /^[rsλ]$/u.test(letter);
  if (named(reader.page.survey, letter)) return spin ? asLabel(script) : false;
  const coordinate =
    /^[xXqyz]$/.test(name.name) || (name.name === "p" && /^[a-dijk]$/.test(letter));
  const place = coordinate && uses(reader.page.survey, name.name, "called") > 0;
  const mode = /^[abcdλPρ]$/u.test(name.name) && /^[a-dijmo-s]$|^λ$/u.test(letter);
  return place || mode ? asLabel(script) : false;
}

/** σ^𝐚_{AA′}, v^{i_1}: bold letters and numbered ones of rows and columns are no exponents. */
function bold(script: Superscript): boolean {
  const [first, behind, ...more] = script.nodes;
  const numbered =
    behind?.kind === "script" &&
    behind.place === "sub" &&
    more.length === 0 &&
    /^[ij]$/.test(nameOf(first)?.name ?? "");
  const heavy = script.nodes.length === 1 && nameOf(first)?.bold === true;
  return heavy || numbered ? asLabel(script) : false;
}

/** σ_{11}^3 and P_i{}^j: of two letters for rows and columns the one above is no power. */
function entry(script: Superscript): boolean {
  const { shape, nodes, name } = script;
  const element = /^[στλγ]$/u.test(name.name) && /^[1-4]{3}$/.test(shape.all) && shape.up === 1;
  if (element && nodes.length === 1) return asLabel(script);
  const letters = shape.up === 1 && shape.down === 1 && /^[ijklℓ]{2}$/u.test(shape.all);
  return letters && nodes.length === 1 ? asLabel(script) : false;
}

/** η^a, θ^a, E^α, A^g, κ^A: members of a family by habit, powers perhaps. */
function family(script: Superscript): boolean {
  const { reader, name, kind, shape } = script;
  const letter = letterOf(script) ?? rootOf(script);
  if (!letter || kind.domain === "integer") return false;
  const { survey } = reader.page;
  const among = (pairs: typeof habits): boolean =>
    pairs.some(([names, letters]) => names.test(name.base) && letters.test(letter));
  const numbered = shape.down > 0 && /^[A-Z]$/.test(name.name) && /^[rsp]$/.test(letter);
  const unnamed = !named(survey, letter) && (among(unlessNamed) || numbered);
  if (!among(habits) && !unnamed) return false;
  const sort = choose<"label" | "power">(reader, "letters above", ["label", "power"]);
  return sort === "label" ? asLabel(script) : false;
}

/** The first root of E^{α+β}, E^{-α}. */
const rootOf = ({ nodes }: Superscript): string | undefined =>
  nodes.every((node) => /^[+-]$/.test(tokenOf(node)) || /^[αβ]$/u.test(nameOf(node)?.name ?? ""))
    ? nodes.map((node) => nameOf(node)?.name).find((name) => name !== undefined)
    : undefined;

/** Even where the letter is a quantity as well: a root, a mode, a transformation. */
const habits: readonly (readonly [names: RegExp, letters: RegExp])[] = [
  [/^[ηζ]$/u, /^[a-d]$/],
  [/^[EHh]$/, /^[αβ]$/u],
  [/^A$/, /^[gλΛΩU]$/u],
  [/^X$/, /^[uv]$/],
  [/^[abcduv]$/, /^[srλ]$/u],
];

const unlessNamed: typeof habits = [
  [/^[θQφϕΦψχΨπ]$/u, /^[a-d]$/],
  [/^[α-ωZ]$/u, /^[A-D]$/],
  [/^[uvXY]$/, /^[HV]$/],
  [/^J$/, /^[αβκτ]$/u],
];

function labelled(script: Superscript): boolean {
  const { reader, kind, nodes, into } = script;
  const terms = nodes.every((node) => nameOf(node) || node.kind === "script");
  if (isRaised(script)) return false;
  const interaction = script.name.name === "ℒ" && terms;
  if (!interaction && kind.role !== "delta" && !areLabels(reader, nodes) && !isRaisedLabel(script))
    return false;
  readLabels(reader, nodes, into);
  return true;
}

/** The μ of 1, μ, μ², μ^{jk}: a number with powers by number, and two counts above it. */
const isRaised = ({ reader: { page }, name, kind, nodes, shape }: Superscript): boolean =>
  kind.type === "scalar" &&
  /^[α-ωq]$/u.test(name.name) &&
  shape.down === 0 &&
  /^[jklmn]{2}$/.test(nodes.map(tokenOf).join("")) &&
  uses(page.survey, name.name, "squared") > 0 &&
  uses(page.survey, name.name, "bare") > 0;

/** Letters side by side above a name, none of them a quantity of its own. */
const areLabels = (reader: Reader, nodes: readonly TexNode[]): boolean =>
  nodes.filter((node) => nameOf(node)).length > 1 &&
  (/^(?:(?:ij|ji)[kl]?|fi|if)$/.test(nodes.map(tokenOf).join("")) ||
    nodes.every(
      (node) => isIndexLike(node) && !named(reader.page.survey, nameOf(node)?.name ?? ""),
    ));

/** φ^a beside φ^b, or a letter that is no quantity anywhere: a label above, no exponent. */
function isRaisedLabel({ reader, name, kind, nodes }: Superscript): boolean {
  const [first, ...behind] = nodes;
  const letter = behind.every(isPrimed) ? nameOf(first)?.name : undefined;
  const { survey } = reader.page;
  if (letter && (survey.seen.has(`(${letter})`) || survey.seen.has(`∂${letter}`))) return true;
  if (letter && raisedOnModes(reader, name, letter)) return true;
  if (letter === "n" && /^[ΓGW]$/.test(name.name) && survey.seen.has("...")) return true;
  if (!letter || named(survey, letter) || /^[nmNLTD]$/.test(letter)) return false;
  if ((survey.raised.get(name.name)?.size ?? 0) > 1) return true;
  if (/^[a-d]$/.test(letter) && uses(survey, name.name, "latin-two") > 0) return true;
  if (/^[a-d]$/.test(letter) && survey.uses.has("ℒ") && /^[u-wXYξ]$/u.test(name.name)) return true;
  if (/^[rs]$/.test(letter)) return /^[ψχξηφuvabcd]$/u.test(name.base) || kind.type === "spinor";
  const use = survey.indices.get(letter);
  if (name.name === "x" && /^[a-dij]$/.test(letter) && othersRaised(reader, letter)) return true;
  return /^[a-fijA-CIJK]$/.test(letter) && use !== undefined && !use.bound && use.up + use.down > 1;
}

/** X^i = (x^a, φ): among coordinates by number or letter an unnamed letter above x is one as well. */
const othersRaised = ({ page: { survey } }: Reader, letter: string): boolean =>
  uses(survey, "x", "numbered") > 0 ||
  [...survey.raised].some(
    ([other, letters]) =>
      other !== "x" && [...letters].some((one) => one !== letter && /^[a-dij]$/.test(one)),
  );

/** The m of u^m beside b^m and b^† is the same spin; n is one beside m. */
const raisedOnModes = ({ page: { survey } }: Reader, name: Name, letter: string): boolean =>
  /^[uv]$/.test(name.base) &&
  (letter !== "n" || survey.raised.get(name.name)?.has("m") === true) &&
  [...survey.raised].some(
    ([other, letters]) =>
      /^[abcd]$/.test(other) && letters.has(letter) && uses(survey, other, "daggered") > 0,
  );

const isPrimed = (node: TexNode): boolean =>
  isPrime(node) || (node.kind === "script" && node.children.every(isPrime));

/** Spin and polarisation labels stand above spinors and ladder operators. */
export function spin({ reader, kind, nodes, into }: Superscript): boolean {
  const [first, ...behind] = /^[+-]$/.test(tokenOf(nodes[0])) ? nodes.slice(1) : nodes;
  const name = behind.every(isPrimed) ? nameOf(first) : undefined;
  if (!name || letterSort(reader.page, name.name) !== "label") return false;
  const takes =
    kind.type === "spinor" ||
    ["lowering", "fermion-lowering", "polarisation"].includes(kind.role ?? "");
  if (takes) into.labels.push(readInside(reader, nodes));
  return takes;
}
