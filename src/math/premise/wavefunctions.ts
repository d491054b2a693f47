/** Operators on wave functions: p̂ is −iħ times the derivative by the place, and x̂ multiplies by it. */
import {
  call,
  constant,
  derivative,
  hbar,
  minusOne,
  num,
  product,
  symbol,
  tensor,
} from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { everyNode, rewritten } from "./names";

export const positionRepresentation: PremiseEntry = {
  id: "position-representation",
  name: "position representation",
  *apply(claim) {
    const all = [...everyNode(claim)];
    if (!all.some(isMomentum) || all.some(isOfStates)) return;
    if ([claim.left, claim.right].some((side) => isMomentum(side) || isPlace(side))) return;
    const place = placeIn(all);
    const primes = primesIn(all);
    if (!place && primes.size === 0 && !all.some(isGradient)) return;
    const variable = place ?? symbol("x");
    const changed = rewritten(claim, (side) => represented(called(side, primes), variable));
    if (changed) yield { latex: "\\hat p=-i\\hbar\\,\\partial_x", facts: [], claim: changed };
  },
};

/** p̂ as it is written: by itself, numbered, with an index, as a vector. */
const headOf = (node: Expr): Sym | undefined =>
  node.kind === "symbol"
    ? node
    : (node.kind === "labelled" || node.kind === "tensor") && node.head.kind === "symbol"
      ? node.head
      : undefined;

const isMomentum = (node: Expr): boolean => {
  const head = headOf(node);
  return head?.role === "momentum-operator" || isHatted(head, "p̂");
};

const isPlace = (node: Expr): boolean => {
  const head = headOf(node);
  return head?.role === "position-operator" || isHatted(head, "x̂") || isHatted(head, "r̂");
};

/** 𝐩̂ beside ∇ is the operator. */
const isHatted = (head: Sym | undefined, name: string): boolean =>
  head?.type === "three-vector" && head.name === name;

const isOfStates = ({ kind }: Expr): boolean =>
  ["ket", "bra", "expectation", "bracket"].includes(kind);

const isGradient = (node: Expr): boolean =>
  node.kind === "derivative" && ["gradient", "laplacian"].includes(node.by.kind);

/** The name of the place that is differentiated by, without its number or index. */
function placeIn(all: readonly Expr[]): Sym | undefined {
  for (const node of all) {
    if (node.kind !== "derivative" || node.by.kind !== "variable") continue;
    const head = headOf(node.by.variable);
    if (head && /^[xr]$/.test(head.name)) return head;
  }
  return undefined;
}

function represented(side: Expr, place: Sym): Expr {
  return transform(side, (node) => {
    const head = headOf(node);
    if (!head || !(isMomentum(node) || isPlace(node))) return node;
    const at = located(node, place);
    if (!at) return node;
    if (isPlace(node)) return at;
    const gradient =
      at.kind === "symbol" && at.type === "three-vector"
        ? derivative({ kind: "gradient" })
        : derivative({ kind: "variable", variable: at, style: "partial" });
    return product(minusOne, constant("i"), hbar, gradient);
  });
}

/** The place with the number or the index that the operator has. */
function located(node: Expr, place: Sym): Expr | undefined {
  if (node.kind === "labelled") return intern({ ...node, head: symbol(place.name) });
  if (node.kind === "tensor") return tensor(symbol(place.name, "three-vector"), ...node.indices);
  const head = headOf(node);
  return head && head.type === "three-vector" ? symbol(place.name, "three-vector") : place;
}

/** ψ as ψ(x), and ψ″ as its second derivative. */
function called(side: Expr, primes: ReadonlyMap<string, number>): Expr {
  const x = symbol("x");
  return transform(side, (node) => {
    if (node.kind !== "symbol") return node;
    const order = primes.get(node.name);
    if (order === undefined) return node;
    const name = node.name.slice(0, node.name.length - order);
    const wave = call(symbol(name, "function", { domain: "complex" }), x);
    return order === 0
      ? wave
      : derivative({ kind: "variable", variable: x, style: "partial" }, wave, num(order));
  });
}

/** How many primes the names of a wave function bear, where it stands with and without. */
function primesIn(all: readonly Expr[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const node of all) {
    const match = node.kind === "symbol" ? /^([ψφϕχΨΦ])(′*)$/u.exec(node.name) : null;
    if (match) found.set(match[0], match[2]?.length ?? 0);
  }
  const primed = [...found].filter(([, order]) => order > 0);
  return primed.length > 0 && primed.every(([name, n]) => found.has(name.slice(0, -n)))
    ? found
    : new Map();
}
