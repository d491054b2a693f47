/** The sign of the exponent in Fourier transforms that a paper writes out: two of them are told with both places. */
import type { Expr } from "../../math/expr/node";
import { nodes, some, symbolsOf } from "../../math/expr/walk";
import type { Problem } from "../latex/problem";

export interface Written {
  readonly head: Expr;
  readonly body: Expr;
  readonly file: string;
  readonly line: number;
}

interface Transform extends Written {
  /** Transforms over times and over places have signs of their own. */
  readonly over: "times" | "places" | "events";
  /** Of i k x where f̃ is made from f. */
  readonly sign: 1 | -1;
}

export function fourierDisagreements(written: readonly Written[]): readonly Problem[] {
  const transforms = written.flatMap((one) => transformIn(one) ?? []);
  return transforms.flatMap((one, i): readonly Problem[] => {
    const before = transforms.slice(0, i).findLast(({ over }) => over === one.over);
    if (!before || before.sign === one.sign) return [];
    const { file, line } = one;
    const elsewhere = before.file === file ? "" : `${before.file}, `;
    return [
      {
        file,
        line,
        what: `The sign of Fourier transforms over ${one.over} is ${shown(one)} here, but ${shown(before)} on ${elsewhere}line ${before.line}.`,
        remedy: "Keep one, or say where it changes.",
      },
    ];
  });
}

const shown = ({ sign }: Transform): string => (sign === 1 ? "+1" : "−1");

/** f̃(k) = ∫ e^{∓ikx} f(x) dx, or f(x) = ∫ e^{±ikx} f̃(k) dk, which says the same. */
function transformIn(written: Written): Transform | undefined {
  const { head, body } = written;
  if (head.kind !== "call" || head.head.kind !== "symbol" || head.args.length !== 1)
    return undefined;
  const [at] = head.args;
  const [integral, ...more] = [...nodes(body)].filter((node) => node.kind === "integral");
  if (!at || integral?.kind !== "integral" || more.length > 0) return undefined;
  const variable = integral.measures[0]?.variable;
  const name = head.head.name;
  const called = [...nodes(integral.integrand)].find(
    (node) =>
      node.kind === "call" &&
      node.head.kind === "symbol" &&
      plain(node.head.name) === plain(name) &&
      node.head.name !== name,
  );
  if (!variable || called?.kind !== "call" || called.head.kind !== "symbol") return undefined;
  if (called.args[0] !== variable) return undefined;
  const forward = isMarked(name) && !isMarked(called.head.name);
  const backward = isMarked(called.head.name) && !isMarked(name);
  if (forward === backward) return undefined;
  const sign = signIn(integral.integrand, at, variable);
  const over = kindOf(forward ? variable : at);
  return sign && { ...written, over, sign: forward ? sign : sign === 1 ? -1 : 1 };
}

/** Tilde or hat above. */
const isMarked = (name: string): boolean => /[\u0302\u0303]/u.test(name.normalize("NFD"));

const plain = (name: string): string => name.normalize("NFD").replace(/[\u0302\u0303]/gu, "");

function kindOf(variable: Expr): Transform["over"] {
  if (variable.kind !== "symbol") return "places";
  if (variable.type === "four-vector") return "events";
  return /^[tτ]/u.test(variable.name) ? "times" : "places";
}

/** Of the one exponential whose exponent shows both. */
function signIn(integrand: Expr, at: Expr, variable: Expr): 1 | -1 | undefined {
  const exponents = [...nodes(integrand)].flatMap((node) =>
    node.kind === "power" && node.base.kind === "constant" && node.base.name === "e"
      ? [node.exponent]
      : node.kind === "function" && node.name === "exp"
        ? node.args
        : [],
  );
  const [exponent, ...more] = exponents.filter((one) =>
    [at, variable].every((part) => some(one, (inner) => inner === part)),
  );
  const factors = exponent?.kind === "product" ? exponent.factors : [];
  const isImaginary = factors.some((one) => one.kind === "constant" && one.name === "i");
  const others = exponent ? [...symbolsOf(exponent)].length : 0;
  if (more.length > 0 || !isImaginary || others > 2) return undefined;
  const [number] = factors.filter((one) => one.kind === "num");
  return number?.kind === "num" && number.numerator < 0n ? -1 : 1;
}
