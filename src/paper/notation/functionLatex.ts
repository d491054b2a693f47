/** Functions with a known meaning as LaTeX writes them. */

/** Functions that have a command. */
const commands: Readonly<Record<string, string>> = {
  asin: "\\arcsin",
  acos: "\\arccos",
  atan: "\\arctan",
  log: "\\ln",
  ln: "\\ln",
  Γ: "\\Gamma",
  ζ: "\\zeta",
  θ: "\\Theta",
  ψ: "\\psi",
  δ: "\\delta",
  "δ′": "\\delta'",
  "δ′′": "\\delta''",
};
for (const name of [
  "sin",
  "cos",
  "tan",
  "cot",
  "sec",
  "csc",
  "sinh",
  "cosh",
  "tanh",
  "coth",
  "exp",
  "det",
  "arg",
  "max",
  "min",
  "sup",
  "inf",
  "dim",
  "ker",
  "deg",
  "gcd",
])
  (commands as Record<string, string>)[name] = `\\${name}`;

/** Functions known by a letter with their orders below. */
const letters: Readonly<Record<string, string>> = {
  besselJ: "J",
  besselY: "Y",
  besselI: "I",
  besselK: "K",
  sphericalJ: "j",
  sphericalY: "Y",
  legendreP: "P",
  hermiteH: "H",
  laguerreL: "L",
  chebyshevT: "T",
  B: "B",
};

const words: Readonly<Record<string, string>> = {
  sign: "sgn",
  acot: "arccot",
  asinh: "arcsinh",
  acosh: "arccosh",
  atanh: "arctanh",
  acoth: "arccoth",
};

export function functionToLatex(
  name: string,
  parameters: readonly string[],
  args: readonly string[],
): string {
  const inside = args.join(", ");
  const shaped = shapes[name]?.(inside, parameters, args);
  if (shaped !== undefined) return shaped;
  const head = commands[name] ?? letters[name] ?? `\\operatorname{${words[name] ?? name}}`;
  const orders = parameters.length > 0 ? ordersOf(name, parameters) : "";
  return args.length > 0 ? `${head}${orders}\\left(${inside}\\right)` : `${head}${orders} `;
}

function ordersOf(name: string, parameters: readonly string[]): string {
  if (name.startsWith("δ")) return `^{(${parameters.join(",")})}`;
  const [first = "", second] = parameters;
  if ((name === "legendreP" || name === "laguerreL") && second !== undefined)
    return `_{${first}}^{${name === "laguerreL" ? `(${second})` : second}}`;
  return `_{${parameters.join(",")}}`;
}

type Shape = (
  inside: string,
  parameters: readonly string[],
  args: readonly string[],
) => string | undefined;

/** Notations of their own. */
const shapes: Readonly<Record<string, Shape>> = {
  sqrt: (inside, [root]) => `\\sqrt${root ? `[${root}]` : ""}{${inside}}`,
  abs: (inside) => `\\left|${inside}\\right|`,
  floor: (inside) => `\\left\\lfloor ${inside}\\right\\rfloor `,
  ceil: (inside) => `\\left\\lceil ${inside}\\right\\rceil `,
  norm: (inside) => `\\left\\|${inside}\\right\\|`,
  factorial: (inside) => `${/^\w$/.test(inside) ? inside : `\\left(${inside}\\right)`}!`,
  binomial: (_, __, [n = "", k = ""]) => `\\binom{${n}}{${k}}`,
  d: (inside, [power]) => `\\mathrm{d}${power ? `^{${power}}` : ""}${single(inside)}`,
  "⋆": (inside) => `\\star ${single(inside)}`,
  "∂": (inside) => `\\partial ${inside}`,
  overleftarrow: (inside) => `\\overleftarrow{${inside}}`,
  mean: (inside) => `\\overline{${inside}}`,
  hankel1: (inside, [order = ""]) => `H_{${order}}^{(1)}\\left(${inside}\\right)`,
  hankel2: (inside, [order = ""]) => `H_{${order}}^{(2)}\\left(${inside}\\right)`,
  dimension: (inside) => `[${inside}]`,
  PV: (inside) => `\\mathcal{P}${inside}`,
  inner: (inside) => `\\left\\langle ${inside}\\right\\rangle `,
  hypergeometric0F1: (inside, parameters) => hypergeometric(0, parameters, inside),
  hypergeometric1F1: (inside, parameters) => hypergeometric(1, parameters, inside),
  hypergeometric2F1: (inside, parameters) => hypergeometric(2, parameters, inside),
  log: (inside, [base]) => (base ? `\\log_{${base}}\\left(${inside}\\right)` : undefined),
};

const hypergeometric = (upper: number, parameters: readonly string[], inside: string): string =>
  `{}_{${upper}}F_{${parameters.length - upper}}\\left(${[...parameters, inside].join(", ")}\\right)`;

const single = (inside: string): string =>
  /^(?:\\?\w+ ?|\\math\w+\{\w\})(?:_(?:\w|\{[^{}]*\})|\^\{\\?[a-zA-Z]+ ?\})?$/.test(inside)
    ? inside
    : `\\left(${inside}\\right)`;
