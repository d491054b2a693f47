/** The ways in which one letter may be written: what its own symmetry leaves open. */
import { product } from "../expr/build";
import { intern } from "../expr/intern";
import type { Derivative, Expr } from "../expr/node";
import { some } from "../expr/walk";

export function variants(letter: Expr, grassmann: boolean): readonly Expr[] {
  switch (letter.kind) {
    case "tensor": {
      const { head, indices } = letter;
      const [a, b] = indices;
      const symmetric =
        head.kind === "symbol" && (head.role === "metric" || head.role === "delta") && a && b;
      return symmetric && indices.length === 2
        ? [letter, intern({ ...letter, indices: [b, a] })]
        : [letter];
    }
    case "derivative":
      return exchanged(letter);
    case "trace":
      return grassmann
        ? [letter]
        : rotations(letter.operand).map((operand) => intern({ ...letter, operand }));
    default:
      return [letter];
  }
}

/** ∂_a ∂_b = ∂_b ∂_a, of plain derivatives by independent variables. */
function exchanged(letter: Derivative): readonly Expr[] {
  const chain: Derivative[] = [];
  let operand: Expr | undefined = letter;
  while (operand?.kind === "derivative" && isPlain(operand)) {
    chain.push(operand);
    operand = operand.operand;
  }
  if (chain.length < 2 || chain.length > 4 || !operand || mixesCharts(chain)) return [letter];
  const inner = operand;
  return permutations(chain).map((order) =>
    order.reduceRight<Expr>(
      (under, { by, order: times, kind }) => intern({ kind, by, order: times, operand: under }),
      inner,
    ),
  );
}

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
