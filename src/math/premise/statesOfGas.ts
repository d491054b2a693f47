/** What everybody means by T, S, p, V and U in derivatives at something held fixed: dU = T dS − p dV, F = U − TS, C_V = T(∂S/∂T)_V. */
import { derivative, minus, negate, product, sum, symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Labelled, Sym } from "../expr/node";
import { nodes } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { everyNode, symbolsIn } from "./names";

export const statesOfGas: PremiseEntry = {
  id: "first-law",
  name: "the first law",
  habitual: true,
  *apply(claim) {
    const slopes = [...everyNode(claim)].filter(isAlongStates);
    const shown = new Set(slopes.flatMap((slope) => [...nodes(slope)]).flatMap(nameOf));
    const thermal = shown.has("T") || shown.has("S");
    if (!thermal || !["V", "p", "P", "U"].some((name) => shown.has(name)) || shown.has("N")) return;
    const known = new Set(
      claim.given
        .flatMap(({ facts }) => facts)
        .flatMap((fact) => (fact.kind === "definition" ? nameOf(fact.head) : [])),
    );
    const gas = quantities(claim);
    if (known.has(gas.T.name) || known.has(gas.p.name)) return;
    const law: readonly Fact[] = [
      { kind: "definition", head: gas.T, body: slope(gas.U, gas.S, gas.V) },
      { kind: "definition", head: gas.p, body: negate(slope(gas.U, gas.V, gas.S)) },
    ];
    const written = new Set([...everyNode(claim)].flatMap((node) => (isName(node) ? [node] : [])));
    const meant = [...written].flatMap((head) => {
      const name = nameAs(head);
      const body = known.has(name) ? undefined : meaningOf(name, gas);
      return body ? [{ head, ...body }] : [];
    });
    yield {
      latex: [`d${gas.U.name}=T\\,dS-${gas.p.name}\\,dV`, ...meant.map(({ latex }) => latex)].join(
        ",\\ ",
      ),
      facts: [...law, ...meant.map(({ head, body }): Fact => ({ kind: "definition", head, body }))],
    };
  },
};

/** (∂y/∂x)_z. */
const slope = (y: Expr, x: Expr, z: Expr): Expr =>
  derivative({ kind: "variable", variable: x, style: "partial", held: [z] }, y);

/** (∂S/∂V)_T. */
const isAlongStates = (node: Expr): boolean =>
  node.kind === "derivative" && node.by.kind === "variable" && (node.by.held?.length ?? 0) > 0;

const isName = (node: Expr): node is Sym | Labelled =>
  node.kind === "symbol" || node.kind === "labelled";

/** C_p, whether it is a name or a member of a family. */
const nameAs = (node: Sym | Labelled): string => {
  if (node.kind === "symbol") return node.name;
  const [label, more] = node.labels;
  return label?.kind === "symbol" && !more ? `${node.head.name}_${label.name}` : node.head.name;
};

const nameOf = (node: Expr): readonly string[] => (node.kind === "symbol" ? [node.name] : []);

interface Gas {
  readonly T: Sym;
  readonly S: Sym;
  readonly p: Sym;
  readonly V: Sym;
  readonly U: Sym;
}

function quantities(claim: Claim): Gas {
  const named = (pattern: RegExp, usual: string): Sym =>
    symbolsIn(claim).find(({ name, type }) => type === "scalar" && pattern.test(name)) ??
    symbol(usual, "scalar", /^[TV]$/.test(usual) ? { domain: "positive" } : {});
  return {
    T: named(/^T$/, "T"),
    S: named(/^S$/, "S"),
    p: named(/^[pP]$/, "p"),
    V: named(/^V$/, "V"),
    U: named(/^[UE]$/, "U"),
  };
}

function meaningOf(name: string, { T, S, p, V, U }: Gas): Meaning | undefined {
  const heat = (held: Sym): Expr => product(T, slope(S, T, held));
  switch (name) {
    case "F":
      return { body: minus(U, product(T, S)), latex: `F=${U.name}-TS` };
    case "H":
      return { body: sum(U, product(p, V)), latex: `H=${U.name}+${p.name}V` };
    case "G":
      return {
        body: sum(minus(U, product(T, S)), product(p, V)),
        latex: `G=${U.name}-TS+${p.name}V`,
      };
    case "C_V":
      return { body: heat(V), latex: `${name}=T(\\partial S/\\partial T)_V` };
    case "C_p":
    case "C_P":
      return { body: heat(p), latex: `${name}=T(\\partial S/\\partial T)_${p.name}` };
    default:
      return undefined;
  }
}

interface Meaning {
  readonly body: Expr;
  readonly latex: string;
}
