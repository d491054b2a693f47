/** The words in which a text says what a name stands for. */
import type { IndexSpace } from "../../../math/expr/node";
import type { Kind } from "../context";

type Said = Omit<Kind, "evidence">;

const scalar = (domain?: NonNullable<Kind["domain"]>): Said => ({
  type: "scalar",
  ...(domain ? { domain } : {}),
});

/** Singular forms; a plural ends in s, in matrices, momenta, indices. Longer phrases are tried first. */
const phrases: readonly (readonly [pattern: string, said: Said])[] = [
  [
    "(?:four|4)-?\\s?(?:vectors?|moment(?:um|a)|velocit(?:y|ies)|potentials?|positions?)",
    { type: "four-vector" },
  ],
  ["(?:Lorentz|spacetime) vectors?", { type: "four-vector" }],
  ["polari[sz]ation (?:four-)?vectors?", { type: "four-vector", role: "polarisation" }],
  ["(?:three|3)-?\\s?(?:vectors?|moment(?:um|a)|velocit(?:y|ies))", { type: "three-vector" }],
  ["unit vectors?", { type: "three-vector" }],
  ["real scalar fields?", { ...scalar("real"), dependsOn: ["x"] }],
  ["complex scalar fields?", { ...scalar("complex"), dependsOn: ["x"] }],
  ["scalar fields?", { ...scalar(), dependsOn: ["x"] }],
  [
    "(?:Dirac|fermion(?:ic)?|spinor|Majorana) fields?",
    { type: "spinor", grassmann: true, dependsOn: ["x"] },
  ],
  ["(?:Dirac |Majorana |commuting )?spinors?", { type: "spinor" }],
  [
    "(?:Grassmann|anticommuting)(?: numbers?| variables?| parameters?)?",
    { type: "scalar", grassmann: true },
  ],
  ["(?:real )?wave ?functions?", scalar("complex")],
  [
    "(?:(?:smooth|test|analytic|continuous|differentiable|scalar|well-behaved|arbitrary|real|unknown) )*functions?",
    { type: "function" },
  ],
  [
    "(?:fermion(?:ic)?|Fermi) (?:(?:ladder|annihilation|lowering|creation|mode) )?operators?",
    { type: "operator", role: "fermion-lowering" },
  ],
  [
    "(?:boson(?:ic)?|Bose|ladder|annihilation|lowering) (?:(?:ladder|annihilation|lowering|mode) )?operators?",
    { type: "operator", role: "lowering" },
  ],
  ["(?:linear |hermitian |unitary |self-adjoint |Hermitian )*operators?", { type: "operator" }],
  ["observables?", { type: "operator" }],
  [
    "(?:(?:square|hermitian|unitary|Hermitian|invertible|symmetric|antisymmetric|orthogonal|diagonal|constant) )*(?:matrix|matrices)",
    { type: "matrix" },
  ],
  [
    "(?:(?:hermitian|Hermitian|traceless|unbroken|broken) )*generators?|basis of (?:the|a|its) (?:Lie )?algebra|basis of \\$\\\\mathfrak ?\\{?[a-z]\\}?\\$",
    { type: "matrix" },
  ],
  [
    "(?:(?:anti-?|skew-?)?(?:hermitian|Hermitian)|unitary|self-adjoint|invertible)",
    { type: "operator" },
  ],
  ["(?:symmetric |antisymmetric )?tensors?", { type: "tensor" }],
  ["(?:normali[sz]ed |orthonormal |quantum )*states?", { type: "state" }],
  ["(?:non-?negative) (?:numbers?|constants?|reals?|integers?)", scalar("nonnegative")],
  ["(?:natural numbers?|positive integers?|non-?negative integers?)", scalar("natural")],
  ["(?:integers?|whole numbers?|integral)", scalar("integer")],
  [
    "(?:real )?(?:and )?positive(?: (?:real )?(?:numbers?|constants?|parameters?))?",
    scalar("positive"),
  ],
  ["real(?: (?:numbers?|constants?|parameters?|variables?|scalars?))?", scalar("real")],
  ["complex(?: (?:numbers?|constants?|parameters?|variables?|amplitudes?))?", scalar("complex")],
  ["(?:small|infinitesimal)(?: (?:parameters?|numbers?|quantit(?:y|ies)))?", scalar("small")],
  [
    "(?:scalars?|constants?|(?:electric |elementary )?charges?|numbers?|parameters?|couplings?|coupling constants?)",
    scalar(),
  ],
  ["vectors?", { type: "three-vector" }],
  ["labels?", { type: "label" }],
];

/** One pattern for all phrases, each in a group of its own name. */
export const phrasePattern = phrases.map(([pattern]) => `(?:${pattern})`).join("|");

const tests = phrases.map(
  ([pattern, said]) => [new RegExp(`^(?:${pattern})$`, "iu"), said] as const,
);

/** What a phrase says; undefined where it says nothing about the kind. */
export const saidBy = (phrase: string): Said | undefined =>
  ofSize(phrase.trim()) ?? tests.find(([test]) => test.test(phrase.trim()))?.[1];

/** 2×2 matrices. */
function ofSize(phrase: string): Said | undefined {
  const [, space] = /^(([2-9])×\2) matri(?:x|ces)$/u.exec(phrase) ?? [];
  return space === undefined ? undefined : { type: "matrix", space };
}

const indexPhrases: readonly (readonly [RegExp, IndexSpace | "label"])[] = [
  [/^(?:lorentz|spacetime|four-dimensional)\b.*\bind(?:ex|ices)$/i, "lorentz"],
  [/^(?:spatial|space|three-dimensional)\b.*\bind(?:ex|ices)$/i, "spatial"],
  [/^(?:colou?r|adjoint|gauge|group)\b.*\bind(?:ex|ices)$/i, "adjoint"],
  [/^(?:fundamental)\b.*\bind(?:ex|ices)$/i, "fundamental"],
  [/^(?:isospin|SU\(2\))\b.*\bind(?:ex|ices)$/i, "isospin"],
  [/^(?:spinor)\b.*\bind(?:ex|ices)$/i, "spinor"],
  [/^(?:labels?|mode labels?|summation labels?)$/i, "label"],
];

/** The space of an index a declaration names. */
export const indexSpaceBy = (phrase: string): IndexSpace | "label" | undefined =>
  indexPhrases.find(([test]) => test.test(phrase.trim()))?.[1];
