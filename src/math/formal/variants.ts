/** The ways in which one letter may be written: what its own symmetry leaves open. */
import { product } from "../expr/build";
import { intern } from "../expr/intern";
import type { Derivative, Expr } from "../expr/node";
import { some } from "../expr/walk";
import { exchanges } from "./symmetries";

/** One way of writing a letter, and its sign there. */
export interface Way {
  readonly letter: Expr;
  readonly sign: 1 | -1;
}

export function variants(letter: Expr, grassmann: boolean): readonly Way[] {
  switch (letter.kind) {
    case "tensor":
      return exchanges(letter);
    case "derivative":
      return exchanged(letter, grassmann);
    case "trace":
      return grassmann
        ? [asItIs(letter)]
        : rotations(letter.operand).map((operand) => asItIs(intern({ ...letter, operand })));
    default:
      return [asItIs(letter)];
  }
}

const asItIs = (letter: Expr): Way => ({ letter, sign: 1 });

/** ∂_a ∂_b = ∂_b ∂_a, of plain derivatives by independent variables; what they act on has its own symmetry. */
function exchanged(letter: Derivative, grassmann: boolean): readonly Way[] {
  const chain: Derivative[] = [];
  let operand: Expr | undefined = letter;
  while (operand?.kind === "derivative" && isPlain(operand)) {
    chain.push(operand);
    operand = operand.operand;
  }
  if (chain.length < 2 || chain.length > 4 || !operand || mixesCharts(chain))
    return letter.operand
      ? variants(letter.operand, grassmann).map((way) => under(letter, way))
      : [asItIs(letter)];
  const inner = variants(operand, grassmann);
  return permutations(chain).flatMap((order) =>
    inner.map((one) => order.reduceRight<Way>((way, outer) => under(outer, way), one)),
  );
}

const under = ({ kind, by, order }: Derivative, { letter, sign }: Way): Way => ({
  letter: intern({ kind, by, order, operand: letter }),
  sign,
});

const isPlain = ({ by }: Derivative): boolean =>
  by.kind === "index"
    ? !by.covariant
    : by.kind === "variable" &&
      by.style === "partial" &&
      by.held === undefined &&
      by.variable.kind === "symbol" &&
      by.variable.grassmann !== true;

/** ∂/∂r and ∂/∂x hold different things fixed. */
function mixesCharts(chain: readonly Derivative[]): boolean {
  const names = chain.map(({ by }) =>
    by.kind === "variable" && by.variable.kind === "symbol" ? by.variable.name : "",
  );
  const curved = names.some((name) => /^[rρθφϕsuvwξη]/u.test(name));
  return curved && names.some((name) => !/^[rρθφϕtsuvwξη]/u.test(name));
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, i) => i !== at)).map((rest) => [item, ...rest]),
  );
}

/** Explicit matrices need not be square; x, p and a have no finite matrices. */
const isUnbounded = (node: Expr): boolean =>
  node.kind === "matrix" ||
  node.kind === "opaque" ||
  node.kind === "derivative" ||
  (node.kind === "symbol" &&
    /^(?:lowering|number-operator|position|momentum)/.test(node.role ?? ""));

/** Tr AB = Tr BA. */
function rotations(operand: Expr): readonly Expr[] {
  if (operand.kind !== "product" || some(operand, isUnbounded)) return [operand];
  const { factors } = operand;
  return factors.map((_, at) => product(...factors.slice(at), ...factors.slice(0, at)));
}
