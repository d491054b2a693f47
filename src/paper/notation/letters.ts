/** Letters as TeX writes them and as Unicode shows them. */

export const greek: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  varepsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  vartheta: "ϑ",
  iota: "ι",
  kappa: "κ",
  varkappa: "ϰ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  omicron: "ο",
  pi: "π",
  varpi: "ϖ",
  rho: "ρ",
  varrho: "ϱ",
  sigma: "σ",
  varsigma: "ς",
  tau: "τ",
  upsilon: "υ",
  phi: "φ",
  varphi: "ϕ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
  Gamma: "Γ",
  varGamma: "Γ",
  Delta: "Δ",
  varDelta: "Δ",
  Theta: "Θ",
  Lambda: "Λ",
  Xi: "Ξ",
  Pi: "Π",
  Sigma: "Σ",
  Upsilon: "Υ",
  Phi: "Φ",
  varPhi: "Φ",
  Psi: "Ψ",
  Omega: "Ω",
};

/** Commands that stand for a name without being Greek. */
export const letterlike: Readonly<Record<string, string>> = {
  ell: "ℓ",
  hbar: "ħ",
  hslash: "ħ",
  imath: "ı",
  jmath: "ȷ",
  Re: "ℜ",
  Im: "ℑ",
  RR: "ℝ",
  CC: "ℂ",
  ZZ: "ℤ",
  NN: "ℕ",
  QQ: "ℚ",
  pv: "𝒫",
  principalvalue: "𝒫",
  aleph: "ℵ",
  wp: "℘",
  infty: "∞",
  emptyset: "∅",
  varnothing: "∅",
  triangle: "△",
  bigtriangleup: "△",
  square: "□",
  AA: "Å",
  l: "ł",
  o: "ø",
  O: "Ø",
  degree: "°",
  circ: "°",
  bullet: "•",
  star: "⋆",
  sharp: "♯",
  flat: "♭",
  natural: "♮",
  odot: "⊙",
  oplus: "⊕",
  ominus: "⊖",
  perp: "⊥",
  parallel: "∥",
  pm: "±",
  mp: "∓",
  uparrow: "↑",
  downarrow: "↓",
  leftarrow: "←",
  rightarrow: "→",
  to: "→",
  leftrightarrow: "↔",
  times: "×",
  ast: "∗",
  prime: "′",
  S: "§",
  dagger: "†",
  Box: "□",
  diamond: "⋄",
};

const scriptHoles: Readonly<Record<string, string>> = {
  B: "ℬ",
  E: "ℰ",
  F: "ℱ",
  H: "ℋ",
  I: "ℐ",
  L: "ℒ",
  M: "ℳ",
  R: "ℛ",
  e: "ℯ",
  g: "ℊ",
  o: "ℴ",
};
const frakturHoles: Readonly<Record<string, string>> = { C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ" };
const doubleHoles: Readonly<Record<string, string>> = {
  C: "ℂ",
  H: "ℍ",
  N: "ℕ",
  P: "ℙ",
  Q: "ℚ",
  R: "ℝ",
  Z: "ℤ",
  "1": "𝟙",
};

/** A letter of the mathematical alphabet that starts at these code points. */
const shift =
  (upper: number, lower: number, holes: Readonly<Record<string, string>>) =>
  (letter: string): string => {
    const found = holes[letter];
    if (found) return found;
    const code = letter.codePointAt(0) ?? 0;
    if (letter.length === 1 && code >= 65 && code <= 90)
      return String.fromCodePoint(upper + code - 65);
    if (letter.length === 1 && code >= 97 && code <= 122)
      return String.fromCodePoint(lower + code - 97);
    return letter;
  };

export const scriptLetter = shift(0x1d49c, 0x1d4b6, scriptHoles);
export const frakturLetter = shift(0x1d504, 0x1d51e, frakturHoles);
export const doubleLetter = shift(0x1d538, 0x1d552, doubleHoles);

/** Marks an accent puts on a name; they become part of it. */
export const accents: Readonly<Record<string, string>> = {
  hat: "\u0302",
  widehat: "\u0302",
  tilde: "\u0303",
  widetilde: "\u0303",
  bar: "\u0304",
  overline: "\u0304",
  check: "\u030c",
  widecheck: "\u030c",
  breve: "\u0306",
  acute: "\u0301",
  grave: "\u0300",
  mathring: "\u030a",
  underline: "\u0332",
  underbar: "\u0332",
};

/** Commands that set a vector. */
export const boldCommands: ReadonlySet<string> = new Set([
  "mathbf",
  "bm",
  "boldsymbol",
  "pmb",
  "vec",
  "vb",
  "vectorbold",
  "va",
  "vectorarrow",
  "overrightarrow",
  "textbf",
  "vb*",
  "va*",
  "mathbfit",
  "symbf",
  "bold",
  "mbf",
  "underline",
]);

/** Unit vectors of the physics package. */
export const unitCommands: ReadonlySet<string> = new Set([
  "vu",
  "vectorunit",
  "vu*",
  "uvec",
  "unitvec",
]);

export const romanCommands: ReadonlySet<string> = new Set([
  "mathrm",
  "operatorname",
  "operatorname*",
  "textrm",
  "rm",
  "mathsf",
  "mathtt",
  "mathit",
  "mathnormal",
  "textit",
  "texttt",
  "textsf",
  "mathup",
  "symrm",
]);

export const scriptCommands: ReadonlySet<string> = new Set([
  "mathcal",
  "mathscr",
  "cal",
  "scr",
  "symcal",
]);
