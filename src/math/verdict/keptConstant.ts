/** ∫T dS = T(S₂ − S₁), lim S/N = 0: what by habit varies with the variable of an integral or a limit, and has to stay the same for the claim to hold. */
import { call, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expectation, Expr, Sym } from "../expr/node";
import { letterOf } from "../expr/questions";
import { nodes, replace, transform } from "../expr/walk";
import { partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";
import { isHeld, type Verdict } from "./verdict";

/** How the premise is called, here and in the catalogue. */
export const constancy = {
  id: "constant",
  name: "constancy",
  rival: "was a rate of change dropped",
} as const;

export interface Kept {
  readonly name: Sym;
  /** None: over what is averaged. */
  readonly along?: Sym;
  readonly inLimit: boolean;
}

export function keptConstant(claim: Claim, judged: (varying: Claim) => Verdict): readonly Kept[] {
  const all = mayVary(claim);
  const isNeeded = (some: readonly Kept[]): boolean => {
    const verdict = judged(varying(claim, some));
    return differs(verdict) || (!isHeld(verdict) && some.every(({ inLimit }) => inLimit));
  };
  if (all.length === 0 || !isNeeded(all)) return [];
  const single = all.length > 1 ? all.filter((one) => isNeeded([one])) : all;
  return single.length > 0 ? single : all;
}

export const differs = (verdict: Verdict): boolean =>
  verdict.kind === "refuted" || (verdict.kind === "open" && verdict.why === "differs");

/** Each of them a function of what is integrated over, under that integral. */
function varying(claim: Claim, some: readonly Kept[]): Claim {
  const put = (side: Expr): Expr =>
    transform(side, (node) => {
      if (isAverage(node))
        return intern({
          ...node,
          operand: replace(node.operand, new Map(some.flatMap(inAverage))),
        });
      const here = boundIn(node).flatMap(([along, body]) =>
        some
          .filter((one) => one.along === along)
          .map(({ name }) => ({ body, as: [name, call(name, along)] as const })),
      );
      const [first] = here;
      if (!first) return node;
      const body = replace(first.body, new Map<Expr, Expr>(here.map(({ as }) => as)));
      return replace(node, new Map([[first.body, body]]));
    });
  return { ...claim, left: put(claim.left), right: put(claim.right) };
}

/** Y of ⟨XY⟩ = Y⟨X⟩, as one of what is averaged. */
const inAverage = ({ name, along }: Kept): readonly (readonly [Expr, Expr])[] =>
  along ? [] : [[name, intern({ ...name, name: `${name.name}°` })]];

const isAverage = (node: Expr): node is Expectation => node.kind === "expectation" && !node.state;

/** What is averaged over by its letter, and stands outside of all averages as well. */
function averaged(sides: readonly Expr[], settled: ReadonlySet<Expr>): readonly Kept[] {
  const means = sides.flatMap((side) => [...nodes(side)].filter(isAverage));
  if (means.length === 0) return [];
  const outside = new Set(
    sides.flatMap((side) => [
      ...freeSymbols(replace(side, new Map<Expr, Expr>(means.map((one) => [one, zero])))),
    ]),
  );
  const inside = new Set(means.flatMap(({ operand }) => [...freeSymbols(operand)]));
  return [...inside]
    .filter((name) => outside.has(name) && !settled.has(name))
    .filter((name) => name.type === "scalar" && /^[XYZxyzpqrsuvwE]$/u.test(name.name))
    .map((name) => ({ name, inLimit: false }));
}

function mayVary({ left, right, given }: Claim): readonly Kept[] {
  const facts = given.flatMap((premise) => premise.facts);
  // What the text relates to other things by itself, or says to be constant.
  const settled = new Set<Expr>(
    facts
      .filter(({ kind }) => kind !== "domain" && kind !== "inequality")
      .flatMap(partsOf)
      .flatMap((part) => [...freeSymbols(part)]),
  );
  // What is differentiated here is taken to vary as it is.
  const rates = [left, right].flatMap((side) =>
    [...nodes(side)].flatMap((node) =>
      node.kind === "derivative" && node.operand ? [...freeSymbols(node.operand)] : [],
    ),
  );
  for (const name of rates) settled.add(name);
  const found = new Map<Sym, Kept>();
  for (const node of [left, right].flatMap((side) => [...nodes(side)]))
    for (const [along, body] of boundIn(node)) {
      const habit = habits.find(([variables]) => variables.test(along.name))?.[1];
      if (along.type !== "scalar") continue;
      for (const name of freeSymbols(body))
        if (name !== along && isUnspecified(name) && mayMove(name, along, habit))
          if (!settled.has(name)) found.set(name, { name, along, inLimit: node.kind === "limit" });
    }
  return [...found.values(), ...averaged([left, right], settled)];
}

const isUnspecified = ({ type, role, dependsOn }: Sym): boolean =>
  (type === "scalar" || type === "three-vector") && role === undefined && dependsOn === undefined;

/** What an integral or a limit runs over, and what stands under it. */
export function boundIn(node: Expr): readonly (readonly [Sym, Expr])[] {
  if (node.kind === "integral")
    return node.measures.flatMap(({ variable }) =>
      variable.kind === "symbol" ? [[variable, node.integrand] as const] : [],
    );
  return node.kind === "limit" && node.variable.kind === "symbol"
    ? [[node.variable, node.body]]
    : [];
}

/** Motions, forces and fields as vectors move in time, directions turn with angles. */
function mayMove(name: Sym, along: Sym, habit: RegExp | undefined): boolean {
  if (name.type !== "three-vector") return habit?.test(letterOf(name)) ?? false;
  const [letter = "", hat] = name.name.normalize("NFKD");
  return hat === "\u0302"
    ? /^[tθϑφϕ]′*$/u.test(along.name) && /^[rρθϑφϕn]$/u.test(letter)
    : /^[txyzs]′*$/u.test(along.name) && /^[rvapFLTEBJjuA]$/u.test(letter);
}

/** The letters that vary with these variables: motions and powers in time, fields in space, properties of a gas with one another. */
const habits: readonly (readonly [RegExp, RegExp])[] = [
  [/^t′*$/u, /^[vLPFI]$/u],
  [/^[xyz]′*$/u, /^[VUWψΨφΦϕχfghρF]$/u],
  [/^r′*$/u, /^[VUψΨφΦϕχfgρF]$/u],
  [/^q$/u, /^[pVF]$/u],
  [/^[VSTpPN]$/u, /^[pPTVSUHFGμρ]$/u],
  [/^E$/u, /^[fgρDn]$/u],
];
