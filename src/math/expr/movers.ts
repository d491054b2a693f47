/** What moves under a derivative whether or not the line writes its rate: places, angles, speeds and momenta in time, potentials and fields in space. */
import type { Derivative, Expr, Sym } from "./node";
import { isNamed, isTime } from "./questions";
import { children } from "./walk";

export function movers({ by, operand }: Derivative): readonly Sym[] {
  if (by.kind !== "variable" || by.style === "functional" || !operand) return [];
  const names = namesIn(operand).filter(
    (sym) => sym.role === undefined && sym.dependsOn === undefined,
  );
  if (isTime(by.variable)) return by.style === "total" ? names.filter(isKinematic(names)) : [];
  return isNamed(by.variable, "x") || isNamed(by.variable, "r") ? names.filter(isField) : [];
}

const isKinematic = (names: readonly Sym[]): ((sym: Sym) => boolean) => {
  const isFast = names.some((sym) => /^[vuβ]$/u.test(letterOf(sym)));
  return (sym) =>
    (sym.type === "scalar" && /^[xyzrsquvwθϑφϕ]$/u.test(sym.name)) ||
    (sym.type === "three-vector" && /^[rxyqvupLSJ]$/u.test(letterOf(sym))) ||
    (sym.name === "γ" && isFast);
};

const isField = ({ type, name }: Sym): boolean =>
  type === "scalar" && /^[VUWψΨφΦχfghuvρ]$/u.test(name);

const letterOf = (sym: Sym): string => sym.name.normalize("NFKD");

/** Names as such: not what a function is written of, what is bound, or what labels a state. */
function namesIn(node: Expr): readonly Sym[] {
  if (node.kind === "symbol") return [node];
  return opaque.has(node.kind) ? [] : children(node).flatMap(namesIn);
}

const opaque: ReadonlySet<Expr["kind"]> = new Set([
  "labelled",
  "call",
  "derivative",
  "integral",
  "series",
  "limit",
  "bar",
  "ket",
  "bra",
  "expectation",
  "bracket",
]);
