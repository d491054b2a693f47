/** Named functions: `\sin^2\theta`, `\ln\frac{a}{b}`, `\cos 2\alpha`, `\log_2 x`, `\exp\left[…\right]`. */
import { call, constant, func, num, power, product, quotient } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { some } from "../../math/expr/walk";
import type { TexNode } from "../latex/node";
import { calledAgain } from "./calledAgain";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { nameOf } from "./name";
import { raise } from "./raise";
import { attempt, choose, ended, next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { type ScriptPart, scriptAt, takeScripts } from "./scripts";
import { isScalar } from "./sort";
import { splitAt } from "./split";
import { closing, isDifferential } from "./survey";
import { endsTerm, readTerm } from "./term";
import { isDigit, tokenOf } from "./token";

/** Spelling in TeX → name in the tree. */
const functionNames: Readonly<Record<string, string>> = {
  sin: "sin",
  cos: "cos",
  tan: "tan",
  cot: "cot",
  sec: "sec",
  csc: "csc",
  cosec: "csc",
  tg: "tan",
  ctg: "cot",
  sinh: "sinh",
  cosh: "cosh",
  tanh: "tanh",
  coth: "coth",
  sech: "sech",
  csch: "csch",
  sh: "sinh",
  ch: "cosh",
  th: "tanh",
  arcsin: "asin",
  arccos: "acos",
  arctan: "atan",
  arccot: "acot",
  asin: "asin",
  acos: "acos",
  atan: "atan",
  arctg: "atan",
  arcsinh: "asinh",
  arccosh: "acosh",
  arctanh: "atanh",
  arsinh: "asinh",
  arcosh: "acosh",
  artanh: "atanh",
  asinh: "asinh",
  acosh: "acosh",
  atanh: "atanh",
  arcoth: "acoth",
  arccoth: "acoth",
  exp: "exp",
  ln: "ln",
  log: "ln",
  lg: "log10",
  Log: "ln",
  Ln: "ln",
  sgn: "sign",
  sign: "sign",
  sinc: "sinc",
  arg: "arg",
  Arg: "arg",
  Re: "Re",
  Im: "Im",
  real: "Re",
  imaginary: "Im",
  max: "max",
  min: "min",
  det: "det",
  Det: "det",
  sup: "sup",
  inf: "inf",
  diag: "diag",
  dim: "dim",
  ker: "ker",
  Ker: "ker",
  rank: "rank",
  deg: "deg",
  gcd: "gcd",
  span: "span",
  sgn_: "sign",
  Pf: "Pf",
  Res: "Res",
  arccsc: "acsc",
  arcsec: "asec",
  lcm: "lcm",
  erf: "erf",
  erfc: "erfc",
  erfi: "erfi",
  vol: "vol",
  Vol: "vol",
  Cov: "Cov",
  Var: "Var",
  cov: "Cov",
  mod: "mod",
  sn: "sn",
  cn: "cn",
  dn: "dn",
  hom: "hom",
  Hom: "Hom",
  ad: "ad",
  Ad: "Ad",
  argmin: "argmin",
  argmax: "argmax",
  End: "End",
  Tan: "tan",
  Sin: "sin",
  Cos: "cos",
  Exp: "exp",
  PV: "PV",
};

const inverses: Readonly<Record<string, string>> = {
  sin: "asin",
  cos: "acos",
  tan: "atan",
  cot: "acot",
  sinh: "asinh",
  cosh: "acosh",
  tanh: "atanh",
  coth: "acoth",
};

export const namedFunction: NotationRule = {
  name: "functions",
  begins: [
    ...Object.keys({ ...functionNames, re: "", im: "" }).map((name) => `\\${name}`),
    "\\operatorname",
    "\\operatorname*",
    "\\mathrm",
    "<words>",
  ],
  ownScripts: true,
  examples: [
    [String.raw`\sin^2\theta`, "sin(θ)²"],
    [String.raw`\ln\frac{a}{b}`, "ln(a/b)"],
    [String.raw`\sin^{-1}x`, "asin(x)"],
    [String.raw`\cos 2\alpha`, "cos(2 α)"],
  ],
  read(reader) {
    const name = functionName(peek(reader));
    if (!name) return undefined;
    next(reader);
    const scripts = takeScripts(reader);
    return applied(reader, name, [...scripts, ...bracketedPower(reader)]);
  },
};

/** The [2] of \sin[2](x), as the physics package writes a power. */
function bracketedPower(reader: Reader): readonly ScriptPart[] {
  const [open, digit, close, behind] = reader.nodes.slice(reader.at, reader.at + 4);
  if (tokenOf(open) !== "[" || tokenOf(close) !== "]" || tokenOf(behind) !== "(") return [];
  if (open?.kind !== "char" || !digit || !isDigit(digit)) return [];
  reader.at += 3;
  return [{ place: "sup", nodes: [digit] }];
}

/** Commands that many authors define, of which the definition may be out of reach. */
const shortened: Readonly<Record<string, string>> = { re: "Re", im: "Im" };

/** The function a node names; upright words count when they spell one. */
function functionName(node: TexNode | undefined): string | undefined {
  if (!node) return undefined;
  if (node.kind === "words") return functionNames[node.text.trim()];
  if (node.kind !== "command") return undefined;
  const word = node.args.length > 0 ? nameOf(node)?.name : (shortened[node.name] ?? node.name);
  const found = word && Object.hasOwn(functionNames, word) ? functionNames[word] : undefined;
  return found;
}

/** `log` with a base is told from ln. */
function applied(reader: Reader, name: string, scripts: readonly ScriptPart[]): Expr {
  const below = scripts.find((part) => part.place === "sub");
  const exponent = scriptAt(scripts, "sup");
  const parameters = below ? parametersOf(reader, name, below.nodes) : [];
  const inverse = exponent?.map(tokenOf).join("") === "-1" ? inverses[name] : undefined;
  const argument = name === "Res" ? wholeTerm(reader) : functionArgument(reader, name);
  const whole =
    (name === "Res" && parameters.length === 0 ? residueOf(argument) : undefined) ??
    func(inverse ?? (name === "ln" && below ? "log" : name), argument, parameters);
  const named =
    name === "exp" && argument.length === 1 && argument[0] && !below
      ? power(constant("e"), argument[0])
      : whole;
  if (inverse || !exponent)
    return reader.page.attach(reader, adjoint.test(name) ? calledAgain(reader, named) : named);
  return raise(named, readInside(reader, exponent));
}

/** Functions whose values are maps. */
const adjoint = /^(?:[Aa]d|Hom)$/;

/** The order of a function; of a residue, the variable and the place z = a where it is taken. */
function parametersOf(reader: Reader, name: string, nodes: readonly TexNode[]): readonly Expr[] {
  const at = nodes.findIndex((node) => /^(?:=|\\to|→)$/.test(tokenOf(node)));
  return name === "Res" && at > 0
    ? [readInside(reader, nodes.slice(0, at)), readInside(reader, nodes.slice(at + 1))]
    : [readInside(reader, nodes)];
}

/** Res[f, z = a]. */
function residueOf([pair]: readonly Expr[]): Expr | undefined {
  const [of, place, ...more] = pair?.kind === "tuple" ? pair.items : [];
  if (!of || place?.kind !== "opaque" || place.what !== "=" || more.length > 0) return undefined;
  return func("Res", [of], place.parts);
}

/** A residue is one of the whole product behind it. */
function wholeTerm(reader: Reader): Expr[] {
  const term = readTerm(reader);
  return term ? [term] : [];
}

/** In parentheses, or the run of plain factors that follows: `\sin\pi x/L`, `\ln 2`. */
function functionArgument(reader: Reader, name: string): Expr[] {
  const open = peek(reader);
  if (open && ["(", "[", "\\{"].includes(tokenOf(open))) {
    const close = closing(reader.nodes, reader.at);
    if (close !== undefined) {
      const inside = reader.nodes.slice(reader.at + 1, close);
      const afterwards = reader.nodes[close + 1];
      if (outside(reader, inside, afterwards)) {
        reader.at = close + 1;
        const found =
          (ofSpaces.test(name) && calledInside(reader, inside)) || readInside(reader, inside);
        return found.kind === "opaque" && found.what === "list" ? [...found.parts] : [found];
      }
    }
  }
  const run = argumentRun(reader, name);
  return run ? [run] : [];
}

/** Functions of spaces and maps, which no numbers multiply. */
const ofSpaces = /^(?:vol|dim|ker|rank|span|deg)$/;

/** The C(L/2) of vol(C(L/2)). */
function calledInside(reader: Reader, inside: readonly TexNode[]): Expr | undefined {
  const open = inside.findIndex((node) => tokenOf(node) === "(");
  const head = inside.slice(0, open);
  const letter = [...(nameOf(head[0])?.base ?? "")].length === 1;
  if (open < 1 || closing(inside, open) !== inside.length - 1 || !letter) return undefined;
  if (/^[UO]$/.test(tokenOf(head[0]))) return undefined;
  if (!head.slice(1).every((node) => node.kind === "script")) return undefined;
  const items = splitAt(inside.slice(open + 1, -1), ",");
  return call(readInside(reader, head), ...items.map((item) => readInside(reader, item)));
}

/** `\\ln(1-x)^2`: whether the power is one of the function or of the parentheses is anybody's guess. */
function outside(reader: Reader, inside: readonly TexNode[], behind: TexNode | undefined): boolean {
  if (behind?.kind !== "script" || behind.place === "sub" || inside.length === 1) return true;
  return choose<boolean>(reader, "power behind a function", [true, false]);
}

/** A bar with scripts behind an argument without parentheses evaluates the function: \sin x|_0^1. */
function argumentRun(outer: Reader, name: string): Expr | undefined {
  const reader: Reader = {
    ...outer,
    stop: (at, count) =>
      (count > 0 && token(at) === "|" && peek(at, 1)?.kind === "script") ||
      (outer.stop?.(at, count) ?? false),
  };
  const run = runOf(reader, name);
  outer.at = reader.at;
  return run;
}

function runOf(reader: Reader, name: string): Expr | undefined {
  if (reader.page.rules.infix.has(token(reader))) return undefined;
  if (adjoint.test(name) && token(reader) === "-") return undefined;
  const sign = token(reader) === "-" ? next(reader) : undefined;
  const factors: Expr[] = [];
  while (!endsTerm(reader, factors.length) && mayContinue(reader, name, factors)) {
    const before = reader.at;
    const factor =
      factors.length === 0 ? readFactor(reader) : attempt(reader, (at) => plainFactor(at));
    if (!factor) {
      reader.at = before;
      break;
    }
    factors.push(factor);
    if (factor.kind === "bra") factors.push(...upToKet(reader));
  }
  if (factors.length === 0) return undefined;
  const run = sign ? product(num(-1), ...factors) : product(...factors);
  return overSlash(reader, run);
}

/** Im⟨ψ|H|ψ⟩ takes the whole matrix element. */
function upToKet(reader: Reader): Expr[] {
  const found: Expr[] = [];
  while (!endsTerm(reader, 1)) {
    const factor = readFactor(reader);
    if (!factor) break;
    found.push(factor);
    if (factor.kind === "ket") break;
  }
  return found;
}

const plainFactor = (reader: Reader): Expr | undefined => {
  const factor = readFactor(reader);
  return factor && isScalar(factor) && factor.kind !== "tensor" ? factor : undefined;
};

/** What may stand in an argument without parentheses, behind what it already holds. */
function mayContinue(reader: Reader, name: string, factors: readonly Expr[]): boolean {
  const last = factors[factors.length - 1];
  if (!last) return true;
  const node = peek(reader);
  const before = peek(reader, -1);
  if (!node || !before || complete.has(last.kind)) return false;
  if (tokenOf(node) === "(")
    return factors.length === 1 && periodic.has(name) && (isNumeric(last) || isPhase(reader));
  const scaled = factors.length === 1 && last.kind === "function" && isNumeric(last);
  if (scaled && periodic.has(name))
    return nameOf(node) !== undefined && !isDifferential(node) && !functionName(node);
  if (before.kind === "group" || node.kind === "fence" || last.kind === "function") return false;
  if (node.span.start - before.span.end > (before.kind === "command" ? 1 : 2)) return false;
  if (isDifferential(node) || functionName(node) || token(reader) === "e") return false;
  if (last.kind === "num" || last.kind === "constant") return true;
  return !isDigit(node) && nameOf(node) !== undefined && !usedAlone(reader, last);
}

const complete: ReadonlySet<string> = new Set(["ket", "quotient", "hole"]);
const periodic = new Set(["sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "coth", "exp"]);

/** 2 and √(4π) in cos 2(θ+φ), cos√(4π)(φ−χ) and cos√(8π)φ. */
const isNumeric = (node: Expr): boolean =>
  node.kind === "num" ||
  (node.kind === "function" &&
    node.name === "sqrt" &&
    !some(node, (part) => part.kind === "symbol"));

/** ω(t−t′), k(x−vt): a frequency or a wave number before a sum of times and places. */
function isPhase({ nodes, at }: Reader): boolean {
  let back = at - 1;
  while (nodes[back]?.kind === "script") back--;
  const close = closing(nodes, at);
  const inside = nodes.slice(at + 1, close);
  const sum = inside.some((node, i) => i > 0 && /^[+-]$/.test(tokenOf(node)));
  return (
    /^[ωΩkqν]$/u.test(nameOf(nodes[back])?.base ?? "") &&
    sum &&
    nodes[(close ?? at) + 1]?.kind !== "script" &&
    inside.every(
      (node) =>
        node.kind === "script" ||
        /^[-+0-9]$/.test(tokenOf(node)) ||
        /^[txyzrsτckvu]$/u.test(nameOf(node)?.base ?? ""),
    )
  );
}

/** θ in `\sin\theta\, r` when other functions have θ alone. */
const usedAlone = (reader: Reader, last: Expr): boolean => {
  if (last.kind !== "symbol") return last.kind !== "labelled";
  return /^[θφϕϑ]/u.test(last.name) && !/^[tωθφϕ]$/u.test(nameOf(peek(reader))?.name ?? "");
};

/** `\coth\beta\hbar\omega/2`, `\sin\theta/2`: a number or letter under a slash belongs to the argument. */
function overSlash(reader: Reader, run: Expr): Expr {
  if (token(reader) !== "/" || ended(reader)) return run;
  const after = peek(reader, 1);
  const own = isDigit(after) || (run.kind === "product" && nameOf(after) !== undefined);
  if (!own) return run;
  next(reader);
  const under = readFactor(reader);
  return under ? quotient(run, under) : run;
}
