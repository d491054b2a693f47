/** What a step shows of the representation it is written in: points or momenta, real or Euclidean time, gauge, signature. */
import type { Expr, Relation, Sym } from "../../math/expr/node";
import { nodes, some } from "../../math/expr/walk";

export interface Mark {
  /** What is represented; marks of one thing in two representations are a change. */
  readonly thing: string;
  readonly representation: string;
  readonly shown: string;
  /** How far it reaches: conditions hold for the section, a way of writing for its derivation. */
  readonly reach: "derivation" | "section";
}

export function marksOf(left: Expr, relation: Relation, right: Expr): readonly Mark[] {
  const stated = relation === "=" ? conditionOf(left, right) : undefined;
  return [...(stated ? [stated] : []), ...[left, right].flatMap(writtenIn)];
}

/** An integral, sum or exponential of positions with momenta is the transformation itself; so is τ beside t. */
export function bridges(side: Expr): boolean {
  const letters = new Set<string>();
  for (const node of nodes(side)) if (node.kind === "symbol") letters.add(letterOf(node));
  const has = (set: ReadonlySet<string>): boolean => [...set].some((one) => letters.has(one));
  if ((letters.has("t") && letters.has("τ")) || (has(positions) && has(momenta))) return true;
  return some(side, ({ kind }) => ["series", "bra", "ket", "opaque"].includes(kind));
}

/** Marks of one side, without those it shows in both ways. */
function writtenIn(side: Expr): readonly Mark[] {
  if (bridges(side)) return [];
  const found = [...nodes(side)].flatMap((node) => fieldMark(node) ?? timeMark(node) ?? []);
  return found.filter((mark) =>
    found.every(
      ({ thing, representation }) => thing !== mark.thing || representation === mark.representation,
    ),
  );
}

/** φ(x) or φ(k). */
function fieldMark(node: Expr): Mark | undefined {
  if (node.kind !== "call" || node.head.kind !== "symbol" || node.args.length > 2) return undefined;
  const [first] = node.args;
  const letter = first?.kind === "symbol" ? letterOf(first) : "";
  const representation = positions.has(letter)
    ? "position space"
    : momenta.has(letter)
      ? "momentum space"
      : undefined;
  return (
    representation && {
      thing: letterOf(node.head),
      representation,
      shown: `${node.head.name}(${letter})`,
      reach: "derivation",
    }
  );
}

const positions: ReadonlySet<string> = new Set(["x", "y", "r"]);
const momenta: ReadonlySet<string> = new Set(["k", "p", "q"]);

/** A name without what decorates it. */
const letterOf = ({ name }: Sym): string =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f′]/g, "")
    .replace(/_.*$/, "");

/** What is integrated over or differentiated by as a time. */
function timeMark(node: Expr): Mark | undefined {
  const variables =
    node.kind === "integral"
      ? node.measures.map(({ variable }) => variable)
      : node.kind === "derivative" && node.by.kind === "variable"
        ? [node.by.variable]
        : [];
  for (const variable of variables) {
    if (variable.kind !== "symbol" || !(variable.name in times)) continue;
    return {
      thing: "the time",
      representation: times[variable.name] ?? "",
      shown: variable.name,
      reach: "derivation",
    };
  }
  return undefined;
}

const times: Readonly<Record<string, string>> = { t: "real time", τ: "Euclidean time" };

/** ∂_μA^μ = 0, ∇·𝐀 = 0, p² = ±m². */
function conditionOf(left: Expr, right: Expr): Mark | undefined {
  if (right.kind === "num" && right.numerator === 0n) return gaugeOf(left);
  if (left.kind !== "dot" || left.left !== left.right || left.left.kind !== "symbol")
    return undefined;
  if (left.left.type !== "four-vector" || !/^[pkql]/.test(left.left.name)) return undefined;
  const sign = signOfSquare(right);
  return (
    sign && {
      thing: "the signature",
      representation: sign === "+" ? "mostly-minus (+−−−)" : "mostly-plus (−+++)",
      shown: `${left.left.name}² = ${sign === "+" ? "" : "−"}m²`,
      reach: "section",
    }
  );
}

function signOfSquare(side: Expr): "+" | "-" | undefined {
  if (side.kind === "power" && side.exponent.kind === "num" && side.exponent.numerator === 2n)
    return side.base.kind === "symbol" && /^[mM]/.test(side.base.name) ? "+" : undefined;
  if (side.kind !== "product" || side.factors.length !== 2) return undefined;
  const [first, second] = side.factors;
  return first?.kind === "num" && first.numerator === -1n && second && signOfSquare(second) === "+"
    ? "-"
    : undefined;
}

function gaugeOf(left: Expr): Mark | undefined {
  const gauge = (representation: string, shown: string): Mark => ({
    thing: "the gauge",
    representation,
    shown,
    reach: "section",
  });
  if (left.kind !== "derivative" || !left.operand) return undefined;
  const { by, operand } = left;
  if (by.kind === "divergence" && operand.kind === "symbol" && operand.name === "A")
    return gauge("Coulomb gauge", "∇·A = 0");
  const ofField =
    operand.kind === "tensor" && operand.head.kind === "symbol" && operand.head.name === "A";
  return by.kind === "index" && by.index.space === "lorentz" && ofField
    ? gauge("Lorenz gauge", "∂·A = 0")
    : undefined;
}
