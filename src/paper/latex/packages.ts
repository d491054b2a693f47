/** The arguments of commands that packages and LaTeX itself define: m {…}, o […], s star, g {…} if there, d() (…) if there. */
import type { Parameter } from "./macro";

const table: readonly (readonly [spec: string, names: string])[] = [
  // LaTeX, amsmath, mathtools
  [
    "m m",
    "frac dfrac tfrac cfrac binom dbinom tbinom stackrel overset underset accentset underaccent cancelto",
  ],
  ["o m", "sqrt xrightarrow xleftarrow xleftrightarrow xRightarrow xLeftarrow xmapsto xlongequal"],
  ["m m m m m m", "genfrac"],
  ["m m m", "prescript sideset"],
  ["o m", "smashoperator"],
  ["s m", "operatorname"],
  [
    "m",
    "bar overline underline hat widehat tilde widetilde vec overrightarrow overleftarrow overleftrightarrow underrightarrow dot ddot dddot ddddot " +
      "check widecheck breve acute grave mathring not overbrace underbrace overbracket underbracket substack " +
      "mathrm mathbf mathit mathsf mathtt mathnormal mathcal mathscr mathfrak mathbb mathbbm mathds mathbbold boldsymbol bm pmb symbf symbfit " +
      "pmod pod utilde hm",
  ],
  // cancel, slashed, accents by other names
  ["m", "cancel bcancel xcancel slashed fsl slash overarrow feynmanslash"],
  // braket
  ["m", "bra Bra Ket Braket set Set"],
  ["s m", "ket"],
  ["s m g", "braket"],
  // tensor
  ["s o m m", "tensor"],
  ["m", "indices"],
  // physics
  ["s o m g", "dv derivative"],
  ["s o m g g", "pdv pderivative partialderivative"],
  ["s o m g", "fdv fderivative functionalderivative"],
  ["o g", "dd differential var variation"],
  ["s m m", "comm commutator acomm acommutator anticommutator pb poissonbracket"],
  ["s m", "abs absolutevalue norm eval evaluated"],
  ["s s m g", "ev expval expectationvalue vev"],
  ["s s m m m", "mel matrixel matrixelement"],
  ["s m g", "ip innerproduct ketbra dyad op outerproduct"],
  ["s m", "vb vectorbold va vectorarrow vu vectorunit"],
  ["s g", "order"],
  ["s m m", "flatfrac"],
  ["s m", "qq qqtext"],
  // siunitx
  ["o m o m", "SI"],
  ["o m", "si unit num ang complexnum"],
  ["o m m m", "SIrange qtyrange"],
  ["o m m", "numrange"],
  // mathtools
  ["m m m", "prescript"],
  ["s o m", "includegraphics"],
  // simplewick and simpler-wick stand as they are written
  ["o m", "wick"],
  ["s o m m m m", "contraction bcontraction acontraction"],
];

/** Long names of the physics package, and spellings that mean the same. */
export const synonyms: ReadonlyMap<string, string> = new Map([
  ["derivative", "dv"],
  ["pderivative", "pdv"],
  ["partialderivative", "pdv"],
  ["fderivative", "fdv"],
  ["functionalderivative", "fdv"],
  ["differential", "dd"],
  ["variation", "var"],
  ["commutator", "comm"],
  ["anticommutator", "acomm"],
  ["acommutator", "acomm"],
  ["poissonbracket", "pb"],
  ["absolutevalue", "abs"],
  ["evaluated", "eval"],
  ["expval", "ev"],
  ["expectationvalue", "ev"],
  ["matrixel", "mel"],
  ["matrixelement", "mel"],
  ["innerproduct", "ip"],
  ["dyad", "ketbra"],
  ["op", "ketbra"],
  ["outerproduct", "ketbra"],
  ["vectorbold", "vb"],
  ["vectorarrow", "va"],
  ["vectorunit", "vu"],
  ["dotproduct", "vdot"],
  ["crossproduct", "cross"],
  ["gradient", "grad"],
  ["divergence", "div"],
  ["quantity", "qty"],
  ["matrixquantity", "mqty"],
  ["dfrac", "frac"],
  ["tfrac", "frac"],
  ["cfrac", "frac"],
  ["flatfrac", "frac"],
  ["hm", "bm"],
  ["feynmanslash", "slashed"],
  ["dbinom", "binom"],
  ["tbinom", "binom"],
  ["ne", "neq"],
  ["le", "leq"],
  ["ge", "geq"],
  ["to", "rightarrow"],
  ["gets", "leftarrow"],
  ["land", "wedge"],
  ["lor", "vee"],
  ["dag", "dagger"],
  ["dotsc", "dots"],
  ["dotsb", "dots"],
  ["dotsm", "dots"],
  ["dotsi", "dots"],
  ["dotso", "dots"],
]);

/** `\mqty(…)` and its relatives: the matrix environment each stands for; `\mqty` itself takes its delimiters. */
export const matrixCommands: ReadonlyMap<string, string> = new Map([
  ["mqty", "matrix"],
  ["smqty", "matrix"],
  ["pmqty", "pmatrix"],
  ["Pmqty", "pmatrix"],
  ["bmqty", "bmatrix"],
  ["vmqty", "vmatrix"],
  ["dmqty", "vmatrix"],
  ["matrixdeterminant", "vmatrix"],
  ["mdet", "vmatrix"],
]);

/** Words the physics package puts between formulas. */
export const quickWords: ReadonlyMap<string, string> = new Map([
  ["qand", "and"],
  ["qor", "or"],
  ["qif", "if"],
  ["qthen", "then"],
  ["qfor", "for"],
  ["qwhere", "where"],
  ["qwith", "with"],
  ["qas", "as"],
  ["qsince", "since"],
  ["qelse", "else"],
  ["qotherwise", "otherwise"],
  ["qunless", "unless"],
  ["qgiven", "given"],
  ["qassume", "assume"],
  ["qlet", "let"],
  ["qusing", "using"],
  ["qin", "in"],
  ["qfrom", "from"],
  ["qeven", "even"],
  ["qodd", "odd"],
  ["qcc", "c.c."],
  ["qc", ","],
  ["qcomma", ","],
]);

const parameterOf: Readonly<Record<string, Parameter>> = {
  m: { kind: "mandatory" },
  o: { kind: "optional", open: "[", close: "]" },
  s: { kind: "flag", text: "*" },
  g: { kind: "braced" },
};

/** `s o m g` as parameters. */
export const parametersFrom = (spec: string): readonly Parameter[] =>
  spec.split(" ").map((letter) => parameterOf[letter] ?? { kind: "mandatory" });

const specs: ReadonlyMap<string, readonly Parameter[]> = new Map(
  table.flatMap(([spec, names]) =>
    names.split(" ").map((name) => [name, parametersFrom(spec)] as const),
  ),
);

/** What a command takes; nothing for one that is not known. */
export const parametersOf = (name: string): readonly Parameter[] => specs.get(name) ?? [];
