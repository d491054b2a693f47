/** The value of a name: bound, defined by a premise, known by its role, or a generic sample of its sort. */
import { num, tensor, up } from "../expr/build";
import { identity, intern } from "../expr/intern";
import type { Expr, Labelled, Sym } from "../expr/node";
import { typeOf } from "../expr/questions";
import { some } from "../expr/walk";
import { bareFunction } from "./calculus/bareFunction";
import { nameHere } from "./calculus/functional";
import { isOnShell } from "./constraints/shells";
import { formValue } from "./forms/values";
import { headKey, isMember, nameKey } from "./given";
import { genericMatrix, identityMatrix } from "./matrix/generic";
import { ladder } from "./matrix/rotation";
import { isWeyl, weylVector } from "./matrix/weyl";
import { Beyond } from "./number/field";
import { physicalRole } from "./roles";
import { labelledConstant } from "./scalar/unit";
import { bind, type Scope, valueIn, within } from "./scope";
import { applied } from "./substitute";
import { labelKey, labelledName } from "./symbolName";
import { definedTensor } from "./tensor/defined";
import { genericTensor } from "./tensor/generic";
import { lengthOrDirection } from "./tensor/lengths";
import { bareAxis } from "./tensor/vector";
import { component, isBare, relabel, scalarValue, slice, type Value } from "./value";

export function symbolValue<E>(scope: Scope<E>, sym: Sym): Value<E> {
  const shown = scope.shownArguments(sym);
  if (shown && !scope.bound.has(sym) && !scope.given.definitions.has(`symbol ${sym.name}`))
    return valueIn(within(scope, `shown ${sym.name}`), shown);
  return (
    scope.bound.get(sym) ??
    definedValue(scope, sym) ??
    formValue(scope, sym) ??
    physicalRole(scope, sym) ??
    lengthOrDirection(scope, sym) ??
    sampled(scope, sym, nameHere(scope, sym, sym.name))
  );
}

export function labelledValue<E>(scope: Scope<E>, node: Labelled): Value<E> {
  const known =
    scope.bound.get(node) ??
    definedValue(scope, node) ??
    labelledConstant(scope, node) ??
    labelledNotion(scope, node);
  if (known) return known;
  const name = labelledName(scope, node);
  return (
    physicalRole(scope, node.head) ??
    sampled(scope, node.head, nameHere(scope, node.head, name), node)
  );
}

/** δ_{mn} of two labels, J_± of an angular momentum. */
function labelledNotion<E>(scope: Scope<E>, node: Labelled): Value<E> | undefined {
  const { head, labels } = node;
  const { field } = scope;
  const [first, second] = labels;
  if (head.name === "δ" && labels.length === 2 && first && second) {
    const equal = labelKey(scope, first) === labelKey(scope, second);
    return scalarValue(field, equal ? field.one : field.zero);
  }
  const energy = first && labels.length === 1 ? energyOf(scope, head, first) : undefined;
  if (energy) return energy;
  if (head.role !== "angular-momentum" && head.role !== "pauli") return undefined;
  const sign = labels.length === 1 && first ? signOf(first) : 0;
  if (sign === 0) throw new Beyond(`${head.name} with this label`);
  if (head.role === "pauli") throw new Beyond(`${head.name} with a sign, whose norm is not said`);
  return ladder(scope, valueIn(scope, head), sign);
}

/** E_𝐩 of a momentum on its mass shell is the momentum's time component. */
function energyOf<E>(scope: Scope<E>, head: Sym, label: Expr): Value<E> | undefined {
  if (!/^[Eω]$/u.test(head.name) || label.kind !== "symbol") return undefined;
  const momentum =
    label.type === "four-vector" ? label : scope.fourVectorNamed(label.name.normalize("NFKD"));
  if (!momentum || !isOnShell(scope.given, momentum)) return undefined;
  return component(valueIn(scope, momentum), 0, 0);
}

function signOf(label: Expr): 1 | -1 | 0 {
  if (label.kind === "symbol")
    return label.name === "+" ? 1 : label.name === "-" || label.name === "−" ? -1 : 0;
  if (label.kind !== "product") return 0;
  const [minus, rest] = label.factors;
  return minus?.kind === "num" && rest && label.factors.length === 2
    ? (-signOf(rest) as 1 | -1 | 0)
    : 0;
}

/** The body of the definition that replaces this head, where a premise gives one. */
export function definedValue<E>(scope: Scope<E>, occurrence: Expr): Value<E> | undefined {
  const key = headKey(occurrence);
  const candidates = key ? scope.given.definitions.get(key) : undefined;
  if (!candidates) return undefined;
  const member = memberHere(scope, occurrence);
  for (const definition of candidates) {
    const application =
      (member && isMember(definition) ? applied(definition, member) : undefined) ??
      applied(definition, occurrence);
    if (!application) continue;
    const inner = bind(
      within(scope, ownKey(definition.head) ?? key ?? ""),
      application.bindings.map(([formal, given]) => [formal, valueIn(scope, given)] as const),
    );
    return ofSpace(scope, occurrence, valueIn(inner, application.body));
  }
  return undefined;
}

/** The p_1 that p_i is where a sum runs through i = 1. */
function memberHere<E>(scope: Scope<E>, occurrence: Expr): Expr | undefined {
  if (occurrence.kind !== "labelled") return undefined;
  const labels = occurrence.labels.map((label) => {
    const value = scope.bound.get(label);
    if (!value || value.axes.length > 0) return label;
    const whole = scope.field.integer(value.entries[0] ?? scope.field.zero);
    return whole === undefined ? label : num(whole);
  });
  const here = intern({ ...occurrence, labels });
  return here === occurrence ? undefined : here;
}

/** What is said of one member of a family may use what is said of the others. */
const ownKey = (head: Expr): string | undefined => {
  if (head.kind === "ket" || head.kind === "bra")
    return `${head.kind} ${head.labels.map(identity).join(" ")}`;
  return head.kind === "labelled" && isMember({ head })
    ? `${headKey(head)} ${head.labels.map(nameKey).join(",")}`
    : undefined;
};

/** In three dimensions of spacetime (x, y, z) could be either; what is given in bold is a vector of space. */
function ofSpace<E>(scope: Scope<E>, occurrence: Expr, value: Value<E>): Value<E> {
  const [axis, ...more] = value.axes;
  const isTuple = axis?.kind === "index" && more.length === 0 && isBare(axis) && axis.size === 3;
  return isTuple && typeOf(occurrence) === "three-vector"
    ? relabel(value, () => bareAxis(scope, "spatial"))
    : value;
}

/** A generic value of the symbol's sort under this name. */
function sampled<E>(scope: Scope<E>, sym: Sym, name: string, node: Sym | Labelled = sym): Value<E> {
  if (sym.name === "0") return { axes: [], keys: [], entries: [], scale: 0 };
  switch (sym.type) {
    case "scalar":
    case "label":
      return scalarValue(scope.field, drawn(scope, node, name));
    case "four-vector":
      return (
        byComponents(scope, node, "lorentz") ??
        genericTensor(scope, sym, name, ["lorentz"], true, node)
      );
    case "three-vector":
      return (
        byComponents(scope, node, "spatial") ??
        spatialPart(scope, sym) ??
        genericTensor(scope, sym, name, ["spatial"], true, node)
      );
    case "matrix":
    case "operator":
      if (sym.role === "identity") return identityMatrix(scope, sym);
      if (sym.space === "weyl" && isWeyl(sym)) return weylVector(scope, sym);
      return genericMatrix(scope, sym, name);
    case "spinor":
    case "state":
      return genericMatrix(scope, sym, name);
    case "tensor":
      throw new Beyond(`${sym.name} without its indices`);
    case "function":
      return node.kind === "labelled" ? memberOf(scope, node, name) : bareFunction(scope, sym, 0);
  }
}

/** f_1 where f is a function elsewhere: a number of its own, which nothing here may vary. */
function memberOf<E>(scope: Scope<E>, node: Labelled, name: string): Value<E> {
  if (scope.taylor) throw new Beyond(`the function ${name} without its argument`);
  return scalarValue(scope.field, drawn(scope, node, name));
}

/** 𝐄 where a premise says what E^i is, p′ where one says what p′^μ is. */
function byComponents<E>(
  scope: Scope<E>,
  node: Sym | Labelled,
  space: "lorentz" | "spatial",
): Value<E> | undefined {
  const written = tensor(node, up("i″", space));
  if (isPartOf(scope, written, node)) return undefined;
  const value = written.kind === "tensor" ? definedTensor(scope, written) : undefined;
  return (
    value &&
    relabel(value, (axis) =>
      axis.kind === "index" && axis.name.startsWith("i″") ? bareAxis(scope, space) : axis,
    )
  );
}

/** 𝐩 beside a four-vector p is its spatial part. */
function spatialPart<E>(scope: Scope<E>, sym: Sym): Value<E> | undefined {
  const whole = scope.fourVectorNamed(sym.name.normalize("NFKD"));
  if (!whole || isGivenBy(scope, whole, sym)) return undefined;
  const value = valueIn(scope, whole);
  return slice(value, 0, 1, bareAxis(scope, "spatial"));
}

/** p = (E, 𝐩): the whole follows from its parts. */
const isGivenBy = <E>(scope: Scope<E>, whole: Sym, part: Sym): boolean =>
  [whole, tensor(whole, up("i″"))].some((head) => isPartOf(scope, head, part));

/** What a premise says of the head is made of the part. */
const isPartOf = <E>(scope: Scope<E>, head: Expr, part: Expr): boolean =>
  (scope.given.definitions.get(headKey(head) ?? "") ?? []).some(({ body }) =>
    some(body, (node) => node === part || (node.kind === "labelled" && node.head === part)),
  );

/** One number: constant, or a generic function of the variables the symbol depends on, with its own increments. */
function drawn<E>(scope: Scope<E>, node: Sym | Labelled, name: string): E {
  const sym = node.kind === "labelled" ? node.head : node;
  const domain = scope.domainOf(sym);
  const { taylor } = scope;
  const base = scope.draw(name, domain);
  if (!taylor) return base;
  const on = taylor.dependence(sym);
  const start = on.length > 0 ? taylor.generic(name, base, on, domain) : base;
  const own = [...(taylor.variablesOf(node) ?? []), ...[taylor.plan.explicit(node) ?? []].flat()];
  return own.reduce((series, variable) => taylor.perturb(series, variable), start);
}
