/** Letters by command, and letters in a style: the two ways between LaTeX and the Unicode of names. */

/** Commands that are letters, and the letter each one is. */
export const letters: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  varepsilon: "ϵ",
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
  digamma: "ϝ",
  Gamma: "Γ",
  Delta: "Δ",
  Theta: "Θ",
  Lambda: "Λ",
  Xi: "Ξ",
  Pi: "Π",
  Sigma: "Σ",
  Upsilon: "Υ",
  Phi: "Φ",
  Psi: "Ψ",
  Omega: "Ω",
  varGamma: "𝛤",
  varDelta: "𝛥",
  varTheta: "𝛩",
  varLambda: "𝛬",
  varPi: "𝛱",
  varSigma: "𝛴",
  varPhi: "𝛷",
  varPsi: "𝛹",
  varOmega: "𝛺",
  hbar: "ħ",
  hslash: "ħ",
  ell: "ℓ",
  wp: "℘",
  imath: "ı",
  jmath: "ȷ",
  aleph: "ℵ",
  beth: "ℶ",
  eth: "ð",
  mho: "℧",
  complement: "∁",
  AA: "Å",
  L: "Ł",
  o: "ø",
  O: "Ø",
  ae: "æ",
  AE: "Æ",
  ss: "ß",
};

const commandOf = new Map(Object.entries(letters).map(([command, letter]) => [letter, command]));
commandOf.set("ħ", "hbar");

export type LetterStyle = "bold" | "script" | "fraktur" | "double" | "sans" | "mono";

/** Style commands with one argument, by the style they give a letter. */
export const styleCommands: Readonly<Record<string, LetterStyle>> = {
  mathbf: "bold",
  boldsymbol: "bold",
  bm: "bold",
  vb: "bold",
  "vb*": "bold",
  vectorbold: "bold",
  textbf: "bold",
  pmb: "bold",
  vec: "bold",
  va: "bold",
  "va*": "bold",
  vectorarrow: "bold",
  overrightarrow: "bold",
  mathcal: "script",
  mathscr: "script",
  EuScript: "script",
  mathfrak: "fraktur",
  mathbb: "double",
  mathds: "double",
  Bbb: "double",
  mathbbm: "double",
  mathsf: "sans",
  textsf: "sans",
  mathtt: "mono",
  texttt: "mono",
};

/** First code point of A, a, Α, α and 0 in a style's block of Unicode; 0 where it has none. */
const blocks: Readonly<Record<LetterStyle, readonly [number, number, number, number, number]>> = {
  bold: [0x1d400, 0x1d41a, 0x1d6a8, 0x1d6c2, 0x1d7ce],
  script: [0x1d49c, 0x1d4b6, 0, 0, 0],
  fraktur: [0x1d504, 0x1d51e, 0, 0, 0],
  double: [0x1d538, 0x1d552, 0, 0, 0x1d7d8],
  sans: [0x1d5a0, 0x1d5ba, 0, 0, 0x1d7e2],
  mono: [0x1d670, 0x1d68a, 0, 0, 0x1d7f6],
};

/** Letters that stand outside the block of their style. */
const outside: Readonly<Record<string, string>> = {
  scriptB: "ℬ",
  scriptE: "ℰ",
  scriptF: "ℱ",
  scriptH: "ℋ",
  scriptI: "ℐ",
  scriptL: "ℒ",
  scriptM: "ℳ",
  scriptR: "ℛ",
  scripte: "ℯ",
  scriptg: "ℊ",
  scripto: "ℴ",
  frakturC: "ℭ",
  frakturH: "ℌ",
  frakturI: "ℑ",
  frakturR: "ℜ",
  frakturZ: "ℨ",
  doubleC: "ℂ",
  doubleH: "ℍ",
  doubleN: "ℕ",
  doubleP: "ℙ",
  doubleQ: "ℚ",
  doubleR: "ℝ",
  doubleZ: "ℤ",
};

const firsts = ["A", "a", "Α", "α", "0"] as const;
const lengths = [26, 26, 25, 25, 10] as const;

/** A letter in a style; the letter itself where Unicode has no such form. */
export function styled(style: LetterStyle, letter: string): string {
  const special = outside[style + letter];
  if (special) return special;
  const code = letter.codePointAt(0) ?? 0;
  for (const [i, first] of firsts.entries()) {
    const offset = code - (first.codePointAt(0) ?? 0);
    const start = blocks[style][i] ?? 0;
    if (start > 0 && offset >= 0 && offset < (lengths[i] ?? 0))
      return String.fromCodePoint(start + offset) + letter.slice(first.length);
  }
  return letter;
}

/** What a styled letter is, and in which style. */
export function plain(letter: string): { readonly letter: string; readonly style?: LetterStyle } {
  return unstyled.get(letter) ?? { letter };
}

/** The command that gives a letter its style when it is written back. */
const writtenStyle: Readonly<Record<LetterStyle, string>> = {
  bold: "mathbf",
  script: "mathcal",
  fraktur: "mathfrak",
  double: "mathbb",
  sans: "mathsf",
  mono: "mathtt",
};

/** One letter of a name as LaTeX: `\alpha`, `\mathcal{L}`, `x`. */
export function letterToLatex(letter: string): string {
  const { letter: bare, style } = plain(letter);
  const command = commandOf.get(bare);
  const text = command ? `\\${command}` : bare;
  if (!style) return command ? `${text} ` : text;
  return `\\${style === "bold" && command ? "boldsymbol" : writtenStyle[style]}{${text}}`;
}

const unstyled = new Map<string, { letter: string; style: LetterStyle }>();
for (const style of Object.keys(blocks) as LetterStyle[])
  for (const [i, first] of firsts.entries())
    for (let offset = 0; offset < (lengths[i] ?? 0); offset++) {
      const letter = String.fromCodePoint((first.codePointAt(0) ?? 0) + offset);
      const form = styled(style, letter);
      if (form !== letter) unstyled.set(form, { letter, style });
    }
