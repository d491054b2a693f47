/** What moves under a derivative whether or not the line writes its rate: places, angles, speeds and momenta in time, potentials and fields in space. */
import type { Derivative, Expr, Sym } from "./node";
import { isNamed, isTime, letterOf } from "./questions";
import { children, some } from "./walk";

export function movers({ by, operand }: Derivative): readonly Sym[] {
  if (by.kind !== "variable" || by.style === "functional" || !operand) return [];
  if (["symbol", "tensor", "labelled"].includes(operand.kind)) return [];
  const names = namesIn(operand).filter(
    ({ role, type, dependsOn }) =>
      dependsOn === undefined &&
      (role === undefined || (role === "coordinate" && type === "four-vector")),
  );
  if (isWorldLine(by.variable)) return by.style === "total" ? names.filter(isOnWorldLine) : [];
  if (isTime(by.variable)) return by.style === "total" ? names.filter(isKinematic(names)) : [];
  if (isNamed(by.variable, "β") || isNamed(by.variable, "T")) return names.filter(isPotential);
  const inSpace = isNamed(by.variable, "x") || isNamed(by.variable, "r");
  const hasPrimes = some(operand, isPrimed);
  return names.filter(
    (sym) =>
      (inSpace && isField(sym)) ||
      (by.style === "total" && hasPrimes && (isPrimed(sym) || isCoefficient(sym))),
  );
}

const isPrimed = (node: Expr): boolean =>
  node.kind === "primed" || (node.kind === "symbol" && /′$/u.test(node.name));

/** p and q of (pu′)′ + qu = 0. */
const isCoefficient = ({ type, name }: Sym): boolean =>
  type === "scalar" && /^[pqwsPQ]$/.test(name);

const isWorldLine = (variable: Expr): boolean =>
  variable.kind === "symbol" && /^[τλs]$/u.test(variable.name);

const isOnWorldLine = ({ type, name }: Sym): boolean =>
  (type === "four-vector" || type === "scalar") && /^[xypuqkLSJ]$/u.test(name);

const isKinematic = (names: readonly Sym[]): ((sym: Sym) => boolean) => {
  const isFast = names.some((sym) => /^[vuβ]$/u.test(letterOf(sym)));
  return (sym) =>
    (sym.type === "scalar" && /^[xyzrsquvwpθϑφϕ]$/u.test(sym.name)) ||
    (sym.type === "three-vector" && /^[rxyqvupLSJ]$/u.test(letterOf(sym))) ||
    (sym.name === "γ" && isFast);
};

/** What a partition sum gives depends on how hot it is. */
const isPotential = ({ type, name }: Sym): boolean => type === "scalar" && /^[FUZSGΩ]$/u.test(name);

const isField = ({ type, name }: Sym): boolean => type === "scalar" && /^[VUWψΨΦχρ]$/u.test(name);

/** Names as such: not what a function is written of, what is bound, or what labels a state. */
function namesIn(node: Expr): readonly Sym[] {
  if (node.kind === "symbol") return [node];
  if (node.kind === "labelled") return node.labels.every(isOneOfMany) ? [node.head] : [];
  return opaque.has(node.kind) ? [] : children(node).flatMap(namesIn);
}

const opaque: ReadonlySet<Expr["kind"]> = new Set([
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

/** x_i and x_1, but not x_0, where it began. */
const isOneOfMany = (label: Expr): boolean =>
  (label.kind === "symbol" && /^[a-dijklmnαβ]$/u.test(label.name)) ||
  (label.kind === "num" && label.numerator > 0n);
