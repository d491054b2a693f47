/** Equal-time commutation: [φ(x), π(y)] = iδ³(x − y), fields and momenta among themselves commute. */
import {
  call,
  commutator,
  constant,
  minus,
  negate,
  num,
  product,
  sum,
  symbol,
  zero,
} from "../expr/build";
import type { Call, Expr } from "../expr/node";
import { isNumeral } from "../expr/questions";
import { transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { rewritten } from "./names";

export const equalTime: PremiseEntry = {
  id: "equal-time",
  name: "equal-time commutation",
  rewrites: true,
  *apply(claim) {
    const result = rewritten(claim, (side) =>
      transform(side, (node) =>
        node.kind === "bracket" && node.sort === "commutator"
          ? writtenOut(node.left, node.right)
          : node,
      ),
    );
    if (!result) return;
    const even = (side: Expr): Expr =>
      transform(side, (node) => {
        const [argument] = node.kind === "function" && node.name === "δ" ? node.args : [];
        return argument ? sum(call(peak, argument), call(peak, negate(argument))) : node;
      });
    yield {
      latex: "[\\phi(\\mathbf{x}),\\pi(\\mathbf{y})]=i\\delta^3(\\mathbf{x}-\\mathbf{y})",
      facts: [],
      claim: { ...result, left: even(result.left), right: even(result.right) },
    };
  },
};

/** δ as any even function: nothing else is used of it. */
const peak = symbol("δ°", "function");

/** [A, BC] = [A, B]C + B[A, C] down to the fields. */
function writtenOut(left: Expr, right: Expr): Expr {
  if (left.kind === "sum") return sum(...left.terms.map((term) => writtenOut(term, right)));
  if (right.kind === "sum") return sum(...right.terms.map((term) => writtenOut(left, term)));
  if (left.kind === "product")
    return inEachFactor(left.factors, (factor) => writtenOut(factor, right));
  if (right.kind === "product")
    return inEachFactor(right.factors, (factor) => writtenOut(left, factor));
  if (right.kind === "power" && right.exponent === num(2))
    return writtenOut(left, product(right.base, right.base));
  if (isNumeral(left) || isNumeral(right)) return zero;
  return ofFields(left, right) ?? commutator(left, right);
}

const inEachFactor = (factors: readonly Expr[], change: (factor: Expr) => Expr): Expr =>
  sum(
    ...factors.map((factor, at) =>
      product(...factors.slice(0, at), change(factor), ...factors.slice(at + 1)),
    ),
  );

function ofFields(left: Expr, right: Expr): Expr | undefined {
  const [a, b] = [fieldOf(left), fieldOf(right)];
  if (!a || !b || a.name !== b.name || a.time !== b.time) return undefined;
  if (a.momentum === b.momentum) return zero;
  const between = minus(a.place, b.place);
  const value = product(constant("i"), sum(call(peak, between), call(peak, negate(between))));
  return a.momentum ? negate(value) : value;
}

interface Field {
  readonly name: string;
  readonly momentum: boolean;
  readonly place: Expr;
  readonly time: Expr | undefined;
}

/** φ(x), φ(x, t), and π or φ̇ as its momentum. */
function fieldOf(node: Expr): Field | undefined {
  if (node.kind === "derivative" && node.by.kind === "variable" && node.operand) {
    const field = fieldOf(node.operand);
    const byTime = field?.time !== undefined && node.by.variable === field.time;
    return field && byTime && !field.momentum ? { ...field, momentum: true } : undefined;
  }
  return node.kind === "call" ? atPlace(node) : undefined;
}

function atPlace({ head, args }: Call): Field | undefined {
  if (head.kind !== "symbol") return undefined;
  const name = momenta[head.name] ?? head.name;
  if (!Object.values(momenta).includes(name)) return undefined;
  const place = args.find((arg) => arg.kind === "symbol" && arg.type === "three-vector");
  const time = args.find((arg) => arg !== place);
  return place && { name, momentum: head.name !== name, place, time };
}

/** Momenta by their usual letters, with their fields. */
const momenta: Readonly<Record<string, string>> = { π: "φ", Π: "φ" };
