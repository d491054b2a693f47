/** The value of a name: bound, defined by a premise, known by its role, or a generic sample of its sort. */
import type { Expr, Labelled, Sym } from "../expr/node";
import { domainOf, headKey, nameKey } from "./given";
import { genericMatrix, identityMatrix } from "./matrix/generic";
import { Beyond, Undefined } from "./number/field";
import { physicalRole } from "./roles";
import { bind, type Scope, valueIn } from "./scope";
import { applied } from "./substitute";
import { genericTensor } from "./tensor/generic";
import { scalarValue, type Value } from "./value";

export function symbolValue<E>(scope: Scope<E>, sym: Sym): Value<E> {
  return (
    scope.bound.get(sym) ??
    definedValue(scope, sym) ??
    physicalRole(scope, sym, sym.name) ??
    sampled(scope, sym, sym.name)
  );
}

export function labelledValue<E>(scope: Scope<E>, node: Labelled): Value<E> {
  const known = scope.bound.get(node) ?? definedValue(scope, node);
  if (known) return known;
  const name = labelledName(scope, node);
  return physicalRole(scope, node.head, name) ?? sampled(scope, node.head, name);
}

/** A family member's own name: labels count by their values. */
export const labelledName = <E>(scope: Scope<E>, node: Labelled): string =>
  `${node.head.name}[${node.labels.map((label) => labelKey(scope, label)).join(",")}]`;

export function labelKey<E>(scope: Scope<E>, label: Expr): string {
  const { field } = scope;
  try {
    const value = valueIn(scope, label);
    if (value.axes.length > 0)
      return `(${value.keys.map((key, i) => `${key}:${scope.keyOf(value.entries[i] as E)}`)})`;
    const entry = value.entries[0] ?? field.zero;
    const whole = field.integer(entry);
    return whole === undefined ? scope.keyOf(entry) : `${whole}`;
  } catch (problem) {
    if (problem instanceof Beyond) return nameKey(label);
    throw problem;
  }
}

/** The body of the definition that replaces this head, where a premise gives one. */
export function definedValue<E>(scope: Scope<E>, occurrence: Expr): Value<E> | undefined {
  const key = headKey(occurrence);
  const candidates = key ? scope.given.definitions.get(key) : undefined;
  if (!candidates) return undefined;
  for (const definition of candidates) {
    const application = applied(definition, occurrence);
    if (!application) continue;
    const inner = bind(
      within(scope, key ?? ""),
      application.bindings.map(([formal, given]) => [formal, valueIn(scope, given)] as const),
    );
    return valueIn(inner, application.body);
  }
  return undefined;
}

/** The scope inside the body of a definition, where its own head is no longer replaced. */
export function within<E>(scope: Scope<E>, key: string): Scope<E> {
  if (scope.inside.length > 40) throw new Undefined("definitions that lead in a circle");
  if (scope.inside.includes(key)) throw new Undefined("a definition that uses itself");
  return { ...scope, inside: [...scope.inside, key] };
}

/** A generic value of the symbol's sort under this name. */
export function sampled<E>(scope: Scope<E>, sym: Sym, name: string): Value<E> {
  switch (sym.type) {
    case "scalar":
    case "label":
      return scalarValue(scope.field, drawn(scope, sym, name));
    case "four-vector":
      return genericTensor(scope, sym, name, ["lorentz"], true);
    case "three-vector":
      return genericTensor(scope, sym, name, ["spatial"], true);
    case "matrix":
    case "operator":
      if (sym.role === "identity") return identityMatrix(scope, sym);
      return genericMatrix(scope, sym, name);
    case "spinor":
    case "state":
      return genericMatrix(scope, sym, name);
    case "tensor":
      throw new Beyond(`${sym.name} without its indices`);
    case "function":
      throw new Beyond(`the function ${sym.name} without its argument`);
  }
}

/** One number: constant, or a generic function of the variables the symbol depends on. */
export function drawn<E>(scope: Scope<E>, sym: Sym, name: string): E {
  const domain = domainOf(scope.given, sym);
  const { taylor } = scope;
  const own = taylor?.variablesOf(sym);
  const base = scope.draw(name, domain);
  if (taylor && own)
    return own.reduce((series, variable) => taylor.perturb(series, variable), base);
  const on = taylor?.dependence(sym) ?? [];
  if (taylor && on.length > 0) return taylor.generic(name, base, on, domain);
  return base;
}
