/** δ/δJ(x) of what is written out in J: product rule by product rule, δJ(y)/δJ(x) = δ(y − x) put into the integral over y. */
import { derivative, func, minus, minusOne, one, product, sum, symbol, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { By, Derivative, Expr, Integral, Sym, SymbolType } from "../expr/node";
import { all, throughProducts, times } from "../expr/productRule";
import { isZero, typeOf } from "../expr/questions";
import { nodes, replace, some, symbolsOf, transform } from "../expr/walk";

/** The claim with the functional derivatives that can be taken as what they are. */
export function withFunctionalDerivatives(claim: Claim): Claim {
  if (![claim.left, claim.right].some((side) => some(side, isBySource))) return claim;
  const sides = inOneSpace([claim.left, claim.right].map(completed));
  const dimension = sides
    .flatMap((side) => [...nodes(side)])
    .flatMap((node) => (node.kind === "function" && node.name === "δ" ? [node.parameters] : []))[0];
  const taken = (side: Expr): Expr =>
    transform(side, (node) => {
      if (isOfSource(node)) return whole(node, dimension ?? []) ?? node;
      return node.kind === "bar" ? (withoutSource(node) ?? node) : node;
    });
  const [left, right] = sides.map(taken) as [Expr, Expr];
  return { ...claim, left, right };
}

/** δ²/δJ(x)δJ(y) ∫…: what has no operand takes what stands behind it. */
const completed = (side: Expr): Expr =>
  transform(side, (node) => {
    if (node.kind !== "product") return node;
    const at = node.factors.findIndex((factor) => isBySource(factor) && isOpen(factor));
    const operator = node.factors[at];
    const behind = node.factors.slice(at + 1);
    if (!operator || behind.length === 0) return node;
    const applied = applyTo(operator, completed(product(...behind)));
    return product(...node.factors.slice(0, at), applied);
  });

const isOpen = (node: Expr): boolean =>
  node.kind === "derivative" && (!node.operand || isOpen(node.operand));

const applyTo = (node: Expr, operand: Expr): Expr =>
  node.kind === "derivative"
    ? derivative(node.by, node.operand ? applyTo(node.operand, operand) : operand, node.order)
    : operand;

/** The x of δ/δJ(x) beside ∫d⁴y D(x − y): a place like y. */
function inOneSpace(sides: readonly Expr[]): readonly Expr[] {
  const everything = sides.flatMap((side) => [...nodes(side)]);
  const types = new Set(
    everything.flatMap((node) =>
      node.kind === "integral" ? node.measures.map(({ variable }) => typeOf(variable)) : [],
    ),
  );
  const [type, ...more] = [...types].filter((one) => /vector/.test(one));
  if (!type || more.length > 0) return sides;
  const shifted = everything.flatMap((node) =>
    node.kind === "call"
      ? node.args.flatMap((argument) => (argument.kind === "sum" ? [...symbolsOf(argument)] : []))
      : [],
  );
  const places = everything.flatMap((node) =>
    isOfSource(node) && node.by.kind === "variable" ? [sourceOf(node.by.variable)?.place] : [],
  );
  const moved = places.filter(
    (place): place is Sym =>
      place?.kind === "symbol" && place.type === "scalar" && shifted.includes(place),
  );
  const by = new Map<Expr, Expr>(
    moved.map((place) => [place, symbol(place.name, type as SymbolType)]),
  );
  return sides.map((side) => replace(side, by));
}

interface Source {
  readonly head: Sym;
  readonly place: Expr;
}

/** A variation: `factor` times derivatives, the outermost first, of δ(`at` − x). */
interface Variation {
  readonly factor: Expr;
  readonly at?: Expr;
  readonly along: readonly By[];
}

const isBySource = (node: Expr): node is Derivative =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.style === "functional" &&
  node.order === one &&
  sourceOf(node.by.variable) !== undefined;

/** δ/δJ(x) of something that is no mere name. */
const isOfSource = (node: Expr): node is Derivative =>
  isBySource(node) &&
  node.operand !== undefined &&
  (node.operand.kind === "integral" || some(node.operand, (part) => part.kind === "call"));

function sourceOf(variable: Expr): Source | undefined {
  const [place, ...more] = variable.kind === "call" ? variable.args : [];
  return variable.kind === "call" && variable.head.kind === "symbol" && place && more.length === 0
    ? { head: variable.head, place }
    : undefined;
}

function whole(node: Derivative, dimension: readonly Expr[]): Expr | undefined {
  const source = node.by.kind === "variable" ? sourceOf(node.by.variable) : undefined;
  const found = source && node.operand && varied(node.operand, source, undefined);
  if (!found || found.some(({ along }) => along.length > 0)) return undefined;
  return sum(
    ...found.map(({ factor, at }) =>
      at ? product(factor, func("δ", [minus(source.place, at)], dimension)) : factor,
    ),
  );
}

/** All variations; undefined where something is no rule of this kind. `place`: where fields stand that show none. */
function varied(
  node: Expr,
  source: Source,
  place: Expr | undefined,
): readonly Variation[] | undefined {
  const of = (part: Expr): readonly Variation[] | undefined => varied(part, source, place);
  if (node.kind === "call" && node.head === source.head) {
    const [at, ...more] = node.args;
    return at && more.length === 0 ? [{ factor: one, at, along: [] }] : undefined;
  }
  if (node === source.head) return place && [{ factor: one, at: place, along: [] }];
  const shows = (part: Expr): boolean => some(part, (inner) => inner === source.head);
  if (!shows(node)) return [];
  switch (node.kind) {
    case "power":
      return node.base.kind === "constant"
        ? times(of(node.exponent), (f) => product(f, node))
        : throughProducts(node, of, shows);
    case "function":
      return node.name === "exp" && node.args[0]
        ? times(of(node.args[0]), (f) => product(f, node))
        : undefined;
    case "derivative": {
      const { by, operand, order } = node;
      if (!operand || order !== one || by.kind !== "index" || by.covariant) return undefined;
      return of(operand)?.map((one) => ({ ...one, along: [by, ...one.along] }));
    }
    case "integral":
      return overPlaces(node, source);
    default:
      return throughProducts(node, of, shows);
  }
}

/** ∫dy f(y) δ(y − x) = f(x), and −∂f(x) under a derivative of δ. */
function overPlaces(node: Integral, source: Source): readonly Variation[] | undefined {
  const [measure] = node.measures;
  const own = node.measures.map(({ variable }) => variable);
  const isWhole = node.measures.every(
    ({ sort, lower, upper, region }) => sort === "plain" && !lower && !upper && !region,
  );
  if (!isWhole || own.includes(source.place)) return undefined;
  const inside = varied(node.integrand, source, own.length === 1 ? measure?.variable : undefined);
  return (
    inside &&
    all(
      inside.map(({ factor, at, along }) => {
        const rest = node.measures.filter(({ variable }) => variable !== at);
        if (!at || rest.length === node.measures.length) {
          const shows = at && own.some((variable) => some(at, (part) => part === variable));
          if (shows || along.length > 0) return undefined;
          return [{ factor: integral(node.measures, factor), ...(at ? { at } : {}), along }];
        }
        const moved = along.reduce((total, by) => product(minusOne, derivative(by, total)), factor);
        const here = replace(moved, new Map([[at, source.place]]));
        return [{ factor: rest.length > 0 ? integral(rest, here) : here, along: [] }];
      }),
    )
  );
}

const integral = (measures: Integral["measures"], integrand: Expr): Expr =>
  isZero(integrand) ? zero : intern({ kind: "integral", measures, integrand });

/** […]_{J=0}, once no derivative by J is left inside. */
function withoutSource(node: Extract<Expr, { readonly kind: "bar" }>): Expr | undefined {
  const [only, ...more] = node.at;
  if (!only || more.length > 0 || node.from || node.to || only.variable.kind !== "symbol")
    return undefined;
  const head = only.variable;
  if (!isZero(only.value) || some(node.body, isOfSource)) return undefined;
  if (!some(node.body, (part) => part.kind === "call" && part.head === head)) return undefined;
  return transform(node.body, (part) => {
    if (part.kind === "call" && part.head === head) return zero;
    return part.kind === "integral" && isZero(part.integrand) ? zero : part;
  });
}
