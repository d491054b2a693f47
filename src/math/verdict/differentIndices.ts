/** γ^μγ^ν = −γ^νγ^μ: a claim that is meant for indices that differ, which the words around it say or leave to the reader. */
import { derivative, num, tensor } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Index } from "../expr/node";
import { replace, transform } from "../expr/walk";
import { compare } from "./comparison";
import { freeSymbols } from "./freeSymbols";
import { vacuity } from "./guard";
import { openIndices } from "./indices";
import { labelChoices } from "./kronecker";
import type { Ground } from "./sample";

/** Whether it holds for every choice of different components that is tried, where its sides differ for equal ones. */
export function holdsForDifferent(claim: Claim, ground: Ground): boolean {
  const { open } = openIndices(claim.left, false);
  const [one, other, ...more] = [...(open?.values() ?? [])];
  if (!one || !other || more.length > 0 || one.space !== other.space) return false;
  const chosen = choices[one.space];
  return (
    chosen !== undefined &&
    chosen.every(([a, b]) => {
      const component = at(claim, new Map([[one.name, a] as const, [other.name, b] as const]));
      return compare(component, ground).kind === "holds" && !vacuity(component, ground);
    })
  );
}

const choices: Readonly<Partial<Record<Index["space"], readonly (readonly [number, number])[]>>> = {
  lorentz: [
    [0, 1],
    [2, 0],
    [1, 2],
    [3, 1],
  ],
  spatial: [
    [1, 2],
    [2, 1],
    [3, 1],
    [2, 3],
  ],
};

/** The two whole numbers for which a claim is meant that differ: ∫sin nθ sin mθ dθ = 0 over a period. */
export function differentIntegers(claim: Claim, ground: Ground): string | undefined {
  const integers = [...freeSymbols(claim.left, claim.right)].filter(
    ({ type, domain }) => type === "scalar" && domain === "integer",
  );
  const [one, other, ...more] = integers;
  if (!one || !other || more.length > 0) return undefined;
  if (labelChoices([claim.left, claim.right]).length > 1) return undefined;
  const holds = pairs.every(([a, b]) => {
    const values = new Map<Expr, Expr>([
      [one, num(a)],
      [other, num(b)],
    ]);
    const [left, right] = [replace(claim.left, values), replace(claim.right, values)];
    return compare({ ...claim, left, right }, ground).kind === "holds";
  });
  return holds ? `${one.name} and ${other.name}` : undefined;
}

const pairs: readonly (readonly [number, number])[] = [
  [1, 2],
  [3, 1],
  [2, 5],
  [4, 3],
];

/** The claim with indices given values. */
function at(claim: Claim, values: ReadonlyMap<string, number>): Claim {
  const fixed = (index: Index): Index => {
    const value = index.value === undefined ? values.get(index.name) : undefined;
    return value === undefined ? index : { ...index, name: String(value), value };
  };
  const component = (side: Expr): Expr =>
    transform(side, (node) => {
      if (node.kind === "tensor") return tensor(node.head, ...node.indices.map(fixed));
      if (node.kind !== "derivative" || node.by.kind !== "index") return node;
      const by = { ...node.by, index: fixed(node.by.index) };
      return derivative(by, node.operand, node.order);
    });
  return { ...claim, left: component(claim.left), right: component(claim.right) };
}
