/** Trigonometric identities, used towards the arguments that the other side shows. */
import { func, num, one, power, product, quotient, rational, sum } from "../expr/build";
import type { Expr } from "../expr/node";
import { nodes } from "../expr/walk";
import type { Law } from "./law";
import { rationalOf, wholeOf } from "./rational";
import { formOf } from "./sameness";
import { tidy } from "./tidy";

const sin = (x: Expr): Expr => func("sin", [x]);
const cos = (x: Expr): Expr => func("cos", [x]);
const half = rational(1n, 2n);

/** cos²x = 1 − sin²x. */
export const pythagoras: Law = {
  name: "trigonometry.pythagoras",
  needs: ["cos", "cosh"],
  forth: "uses sin² + cos² = 1",
  back: "uses sin² + cos² = 1",
  statement: "cos²x = 1 − sin²x",
  rewrite(node) {
    if (node.kind !== "power" || node.base.kind !== "function") return undefined;
    const [x] = node.base.args;
    const whole = wholeOf(node.exponent);
    if (!x || whole === undefined || whole < 2 || whole > 8) return undefined;
    const other = { cos: [-1, "sin"], cosh: [1, "sinh"] }[node.base.name];
    if (!other) return undefined;
    const [factor, name] = other as [number, string];
    const square = sum(one, product(num(factor), power(func(name, [x]), num(2))));
    return product(
      power(square, num(Math.floor(whole / 2))),
      ...(whole % 2 === 1 ? [node.base] : []),
    );
  },
};

/** sin 2x = 2 sin x cos x, cos 2x = 1 − 2 sin²x, where the other side speaks of x. */
export const doubleAngle: Law = {
  name: "trigonometry.double-angle",
  needs: ["sin", "cos"],
  forth: "uses a double-angle formula",
  back: "uses a double-angle formula",
  statement: "cos 2x = 1 − 2 sin²x, sin 2x = 2 sin x cos x",
  rewrite(node, { target }) {
    if (node.kind !== "function" || node.args.length !== 1) return undefined;
    const x = node.args[0] as Expr;
    const inner = tidy(product(half, x));
    if (!argumentsIn(target).has(formOf(inner)) || argumentsIn(target).has(formOf(x)))
      return undefined;
    if (node.name === "sin") return product(num(2), sin(inner), cos(inner));
    if (node.name !== "cos") return undefined;
    return sum(one, product(num(-2), power(sin(inner), num(2))));
  },
};

/** sin(x+y) = sin x cos y + cos x sin y. */
export const addition: Law = {
  name: "trigonometry.addition",
  needs: ["sin", "cos"],
  forth: "uses an addition theorem",
  back: "uses an addition theorem",
  statement: "sin(x+y) = sin x cos y + cos x sin y",
  rewrite(node) {
    if (node.kind !== "function" || node.args.length !== 1) return undefined;
    const argument = node.args[0] as Expr;
    if (argument.kind !== "sum") return undefined;
    const [x, ...rest] = argument.terms;
    if (!x || rest.length === 0) return undefined;
    const y = sum(...rest);
    if (node.name === "sin") return sum(product(sin(x), cos(y)), product(cos(x), sin(y)));
    if (node.name === "cos") return sum(product(cos(x), cos(y)), product(num(-1), sin(x), sin(y)));
    return undefined;
  },
};

/** tan x = sin x / cos x, and odd and even arguments. */
export const quotients: Law = {
  name: "trigonometry.quotients",
  needs: ["sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh"],
  forth: "writes it by sine and cosine",
  back: "recognises a trigonometric function",
  statement: "tan x = sin x/cos x, sin(−x) = −sin x",
  rewrite(node) {
    if (node.kind !== "function" || node.args.length !== 1) return undefined;
    const x = node.args[0] as Expr;
    const flipped = signedArgument(x);
    if (flipped && ["sin", "tan", "sinh", "tanh"].includes(node.name))
      return product(num(-1), func(node.name, [flipped]));
    if (flipped && ["cos", "cosh"].includes(node.name)) return func(node.name, [flipped]);
    switch (node.name) {
      case "tan":
        return quotient(sin(x), cos(x));
      case "cot":
        return quotient(cos(x), sin(x));
      case "sec":
        return quotient(one, cos(x));
      case "csc":
        return quotient(one, sin(x));
      case "tanh":
        return quotient(func("sinh", [x]), func("cosh", [x]));
      default:
        return undefined;
    }
  },
};

function signedArgument(x: Expr): Expr | undefined {
  if (x.kind !== "product") return undefined;
  const number = x.factors[0] && rationalOf(x.factors[0]);
  return number && number.numerator < 0n ? tidy(product(num(-1), x)) : undefined;
}

const known = new WeakMap<Expr, ReadonlySet<Expr>>();

/** The arguments of sines and cosines. */
function argumentsIn(node: Expr): ReadonlySet<Expr> {
  const before = known.get(node);
  if (before) return before;
  const found = new Set<Expr>();
  for (const part of nodes(node))
    if (part.kind === "function" && ["sin", "cos", "tan"].includes(part.name))
      for (const argument of part.args) found.add(formOf(argument));
  known.set(node, found);
  return found;
}
