/** The centre-of-mass frame: two momenta that cancel in space. */
import { index, labelled, minus, negate, sum, tensor, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Labelled } from "../expr/node";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import { everyNode, headOf, momenta, type Named, nameOf, symbolsIn } from "./names";

export const cmFrame: PremiseEntry = {
  id: "cm-frame",
  name: "the centre-of-mass frame",
  *apply(claim) {
    const [a, b, ...more] = momenta(claim);
    if (a && b && more.length === 0) yield* inSpacetime(claim, a, b);
    const [first, second, ...others] = spatial(claim);
    // The angle between two momenta that cancel is no angle.
    const isAtAngle = everyNode(claim).some(
      (node) => node.kind === "function" && node.name === "acos",
    );
    if (first && second && others.length === 0 && !isAtAngle)
      yield {
        latex: `\\mathbf{${nameOf(first)}}+\\mathbf{${nameOf(second)}}=0`,
        facts: [{ kind: "definition", head: second, body: negate(first) }],
      };
  },
};

/** Momenta in space, plain or numbered. */
const spatial = (claim: Claim): readonly Named[] => {
  const list = [...new Set(everyNode(claim))].filter(
    (node): node is Named =>
      (node.kind === "symbol" || node.kind === "labelled") &&
      headOf(node).type === "three-vector" &&
      /^[pkq]($|[_′0-9])/u.test(headOf(node).name),
  );
  const heads = new Set(list.flatMap((v) => (v.kind === "labelled" ? [v.head] : [])));
  return list.filter((v) => v.kind === "labelled" || !heads.has(v));
};

/** With the energies that the claim names: E_1 and E_2, or one E for both. */
function* inSpacetime(claim: Claim, a: Named, b: Named): Generator<Candidate> {
  const energies = energiesOf(claim, a, b);
  if (!energies) return;
  const component = (v: Named, i: number): Expr => tensor(v, index(String(i), "up", "lorentz", i));
  const alike = energies.length === 1 ? `,\\ ${nameOf(a)}^0=${nameOf(b)}^0` : "";
  yield {
    latex: `\\mathbf{${nameOf(a)}}+\\mathbf{${nameOf(b)}}=0${alike}`,
    facts: [
      ...[1, 2, 3].map(
        (i): Fact => ({
          kind: "constraint",
          left: sum(component(a, i), component(b, i)),
          right: zero,
        }),
      ),
      ...energies.map(([head, v]): Fact => ({ kind: "definition", head, body: component(v, 0) })),
      ...(energies.length === 1
        ? [
            {
              kind: "constraint",
              left: minus(component(a, 0), component(b, 0)),
              right: zero,
            } as const,
          ]
        : []),
    ],
  };
}

function energiesOf(
  claim: Claim,
  a: Named,
  b: Named,
): readonly (readonly [Expr, Named])[] | undefined {
  const one = symbolsIn(claim).find(({ name, type }) => name === "E" && type === "scalar");
  if (!one) return undefined;
  const numbered = [...everyNode(claim)].filter(
    (node): node is Labelled => node.kind === "labelled" && node.head === one,
  );
  const isGiven = claim.given.some(({ facts }) =>
    facts.some((fact) => fact.kind === "definition" && fact.head === one),
  );
  if (isGiven) return undefined;
  if (numbered.length === 0) return [[one, a]];
  const pairs = [a, b].flatMap((v) =>
    v.kind === "labelled" ? [[labelled(one, ...v.labels), v] as const] : [],
  );
  return pairs.length === 2 ? pairs : undefined;
}
