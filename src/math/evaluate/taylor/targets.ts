/** Reads off the formulas what is differentiated by, and how deeply derivatives are nested. */
import { symbol } from "../../expr/build";
import { isMotion } from "../../expr/motion";
import type { By, Expr, Sym } from "../../expr/node";
import { isDifferential, typeOf } from "../../expr/questions";
import { some, symbolsOf } from "../../expr/walk";
import { domainOf, type Given, hasProperty, headKey, nameKey } from "../given";
import { parts } from "../parts";
import { fieldsOnCurved } from "../tensor/geometry";
import { vectorsByLetter } from "../tensor/lengths";
import { assumeMoving, assumeVarying, totalDifferential } from "./assumed";
import { fieldsIn } from "./fieldsIn";
import { fieldOf, type Jet, jetOf } from "./jets";
import { movingStates } from "./movingStates";
import { everywhere, type ModeKind, type Targets, time } from "./plan";
import { statesOf } from "./states";
import { sweptFields } from "./swept";

export function targetsOf(
  exprs: readonly Expr[],
  nodes: Iterable<Expr>,
  given: Given,
  varied: readonly Expr[] = [],
): Targets {
  const symbols = new Set<Expr>(varied);
  const inferred = new Map<string, Set<string>>();
  const modes = {
    ladder: { names: new Set<string>(), size: 1 },
    place: { names: new Set<string>(), size: 1 },
  };
  const places = new Set<Sym>();
  const primedBy = new Set<string>();
  const jets: Jet[] = [];
  const complex = new Set<Expr>();
  const totals = new Set<Expr>();
  const partials: { readonly target: Expr; readonly operand: Expr | undefined }[] = [];
  let conjugated = false;
  let lorentz = false;
  let spatial = false;
  let nabla = false;
  for (const node of nodes) {
    if (node.kind === "symbol" && isPlace(node)) places.add(node);
    const mode = modeOf(node);
    if (mode) {
      modes[mode.kind].names.add(mode.name);
      modes[mode.kind].size = Math.max(modes[mode.kind].size, mode.size);
    }
    conjugated ||= isConjugate(node);
    if (node.kind === "primed" && node.head.kind === "symbol" && node.head.dependsOn?.length === 1)
      primedBy.add(node.head.dependsOn[0] ?? everywhere);
    for (const { symbol: name, by } of fieldsIn(node)) inferFor(name, by, inferred);
    if (node.kind !== "derivative") continue;
    const { by } = node;
    if (by.kind === "index") {
      if (by.index.space === "spatial") spatial = true;
      else lorentz = true;
    } else if (by.kind === "dalembertian") lorentz = true;
    else if (by.kind !== "variable") nabla = true;
    else {
      const target = targetOf(by.variable);
      if (target) symbols.add(target);
      if (by.variable.kind === "involution" && target) complex.add(target);
      const jet = jetOf(by.variable);
      if (jet) jets.push(jet);
      if (jet && by.variable.kind === "involution") complex.add(jet.field);
      if (jet && by.variable.kind === "derivative" && by.variable.operand?.kind === "involution")
        complex.add(jet.field);
      if (target && by.style === "total") totals.add(target);
      else if (target) partials.push({ target, operand: node.operand });
    }
    if (!isConstant(node.operand, given)) inferDependence(node, given, inferred);
  }
  const carried = movingStates(nodes);
  for (const { name, by } of carried) inferFor(name, by, inferred);
  if (nabla || spatial || lorentz) spreadOut(nodes, inferred);
  if (nabla) {
    spatial = true;
    for (const node of nodes) if (node.kind === "symbol" && isAxis(node)) symbols.add(node);
  }
  if (given.curved && !given.lineElement) {
    lorentz = true;
    for (const sym of fieldsOnCurved(nodes))
      inferred.set(sym.name, (inferred.get(sym.name) ?? new Set()).add(everywhere));
  }
  if (given.forms) {
    const variables = [...symbols].flatMap((one) =>
      one.kind === "symbol" && one.type === "scalar" ? [one.name] : [],
    );
    lorentz = !variables.includes(everywhere);
    const along = new Set([...variables, ...(lorentz ? [everywhere] : [])]);
    for (const name of given.forms.functions)
      if (!variables.includes(name) && !inferred.get(name)?.size) inferred.set(name, along);
  }
  const differential = given.forms ? undefined : totalDifferential(nodes, given, inferred);
  if (differential) symbols.add(differential);
  const assumed = new Set([
    ...assumeVarying(nodes, given, inferred),
    ...assumeMoving(nodes, given, inferred),
  ]);
  const motions = given.constraints.filter(isMotion);
  const along = new Set([...symbols].map(nameKey));
  if (lorentz || spatial) along.add(everywhere);
  const swept = sweptFields(nodes, motions, inferred, along);
  for (const name of swept.fields)
    inferred.set(
      name,
      new Set([...(inferred.get(name) ?? []), ...along].filter((one) => one !== name)),
    );
  const radius = vectorsByLetter(nodes).get("r");
  if (radius) places.add(radius);
  for (const place of places)
    if (
      (place.type === "four-vector" && lorentz) ||
      (place.type === "three-vector" && (spatial || lorentz))
    )
      symbols.add(place);
  for (const coordinate of given.lineElement?.coordinates ?? []) symbols.add(coordinate);
  for (const name of primedBy)
    if (![...symbols].some((one) => one.kind === "symbol" && one.name === name))
      symbols.add(symbol(name));
  for (const target of [...symbols, ...jets.map(({ field }) => field)])
    if (conjugated && isComplex(target, given)) complex.add(target);
  const depth = new Map<Expr, Depth>();
  const { order, shallow } = ([...nodes].some(isDifferentiating(given)) ? exprs : []).reduce(
    (most, expr) => {
      const { value, operator, shallow } = depthOf(expr, given, depth, []);
      return {
        order: Math.max(most.order, value + operator),
        shallow: Math.max(most.shallow, shallow),
      };
    },
    { order: 0, shallow: 0 },
  );
  const prolonged =
    order === 0
      ? 0
      : motions.reduce(
          (deepest, { left, right }) =>
            Math.max(deepest, orderOf(left, given), orderOf(right, given)),
          order,
        ) + (motions.length > 0 ? 1 : 0);
  const varies = (target: Expr): boolean => {
    const sym = target.kind === "labelled" ? target.head : target;
    return (
      sym.kind === "symbol" &&
      ((sym.dependsOn?.length ?? 0) > 0 || (inferred.get(sym.name)?.size ?? 0) > 0)
    );
  };
  const isMoving = (operand: Expr | undefined): boolean => {
    const field = operand && fieldOf(operand);
    return field !== undefined && (symbols.has(field) || jets.some((jet) => jet.field === field));
  };
  const moving = jets.length > 0 || [...symbols].some(varies);
  const explicit = new Set(
    moving
      ? [...totals].filter(
          (time) =>
            !varies(time) &&
            partials.some(({ target, operand }) => target === time && !isMoving(operand)),
        )
      : [],
  );
  const states = statesOf(nodes, given);
  return {
    symbols,
    lorentz,
    spatial,
    order: given.forms ? Math.max(1, prolonged) : prolonged,
    inferred,
    modes,
    jets,
    shallow,
    complex,
    explicit,
    states,
    assumed: new Set([
      ...assumed,
      ...swept.guessed,
      ...carried.flatMap(({ name, shown }) => (shown ? [] : [name.name])),
    ]),
    swept: swept.fields,
  };
}

/** ṙ of an r that is said to be constant. */
const isConstant = (operand: Expr | undefined, given: Given): boolean =>
  operand?.kind === "symbol" && hasProperty(given, operand, "constant");

const isConjugate = (node: Expr): boolean =>
  (node.kind === "involution" && node.sort !== "transpose") ||
  (node.kind === "function" &&
    ["abs", "absSquared", "Re", "Im", "conj", "arg"].includes(node.name));

function isComplex(target: Expr, given: Given): boolean {
  const sym = target.kind === "labelled" ? target.head : target;
  if (sym.kind !== "symbol") return false;
  return sym.type === "spinor" || domainOf(given, sym) === "complex";
}

/** A vector that names the place where fields are: by its role, or x and r by habit. */
export const isPlace = (sym: Sym): boolean =>
  (sym.type === "four-vector" || sym.type === "three-vector") &&
  (sym.role === "coordinate" || (sym.role === undefined && /^[xr𝐱𝐫]$/u.test(sym.name)));

/** The symbol a derivative by this expression varies. */
export function targetOf(variable: Expr): Expr | undefined {
  if (variable.kind === "symbol" || variable.kind === "labelled") return variable;
  if (variable.kind === "tensor" || variable.kind === "involution")
    return targetOf(variable.kind === "tensor" ? variable.head : variable.operand);
  return undefined;
}

/** A bare name under a derivative depends on what it is differentiated by, or the derivative would not be written. */
function inferDependence(
  node: Extract<Expr, { kind: "derivative" }>,
  given: Given,
  inferred: Map<string, Set<string>>,
): void {
  const operand = innermost(node);
  const sym = operand?.kind === "tensor" || operand?.kind === "labelled" ? operand.head : operand;
  if (sym?.kind !== "symbol") return;
  const [definition, ...more] = (
    given.definitions.get(headKey(operand as Expr) ?? "") ?? []
  ).filter(({ head }) => typeOf(head) === "" || typeOf(head) === sym.type);
  if (!definition) {
    inferFor(sym, node.by, inferred);
    return;
  }
  // 𝐃 = ε𝐄 changes as 𝐄 does, where nothing shows what it changes with.
  const { by } = node;
  if (
    more.length > 0 ||
    by.kind !== "variable" ||
    some(definition.body, (part) => part === by.variable)
  )
    return;
  for (const part of symbolsOf(definition.body))
    if (part.type === "three-vector" && !part.dependsOn) inferFor(part, by, inferred);
}

function inferFor(sym: Sym, by: By, inferred: Map<string, Set<string>>): void {
  if (sym.role === "coordinate" || (sym.dependsOn && !isOfSpacetime(sym, by))) return;
  if (isAxis(sym) && by.kind !== "variable" && by.kind !== "index") return;
  const names = inferred.get(sym.name) ?? new Set<string>();
  for (const name of variablesBy(by)) if (name !== sym.name) names.add(name);
  inferred.set(sym.name, names);
}

/** ∂_t, and no d/dt, beside ∇: what it acts on varies from place to place as well. */
function spreadOut(nodes: Iterable<Expr>, inferred: Map<string, Set<string>>): void {
  for (const node of nodes)
    if (
      node.kind === "derivative" &&
      node.by.kind === "variable" &&
      node.by.style === "partial" &&
      nameKey(node.by.variable) === time
    ) {
      const operand = innermost(node);
      const sym =
        operand?.kind === "tensor" || operand?.kind === "labelled" ? operand.head : operand;
      if (sym?.kind === "symbol" && !sym.dependsOn) inferred.get(sym.name)?.add(everywhere);
    }
}

/** What ∇ goes along. */
const isAxis = ({ type, name, role }: Sym): boolean =>
  type === "scalar" && role === undefined && /^[xyz]$/.test(name);

/** A field that varies from place to place, and stands under a derivative by time as well. */
const isOfSpacetime = (sym: Sym, by: By): boolean =>
  sym.dependsOn?.includes(everywhere) === true &&
  by.kind === "variable" &&
  nameKey(by.variable) === time;

function innermost(node: Expr): Expr | undefined {
  if (node.kind !== "derivative") return node;
  return node.operand ? innermost(node.operand) : undefined;
}

function variablesBy(by: By): readonly string[] {
  if (by.kind !== "variable") return [everywhere];
  return [by.variable, ...(by.held ?? [])].map(nameKey);
}

/** How often an expression differentiates. */
export function orderOf(expr: Expr, given: Given): number {
  const { value, operator } = depthOf(expr, given, new Map(), []);
  return value + operator;
}

interface Depth {
  /** Derivatives taken inside, already applied. */
  readonly value: number;
  /** Derivatives this takes of what it acts on. */
  readonly operator: number;
  /** Derivatives by what may itself vary, inside one another. */
  readonly shallow: number;
}

/** What has a depth of its own, or takes derivatives. */
const isDifferentiating =
  (given: Given) =>
  (node: Expr): boolean =>
    node.kind === "derivative" ||
    node.kind === "primed" ||
    (node.kind === "function" && isDifferential(node)) ||
    (node.kind === "bracket" && node.sort === "poisson") ||
    (node.kind === "symbol" && symbolDepth(node, given) !== none);

const none: Depth = { value: 0, operator: 0, shallow: 0 };

function depthOf(
  node: Expr,
  given: Given,
  known: Map<Expr, Depth>,
  inside: readonly string[],
): Depth {
  const found = known.get(node);
  if (found) return found;
  known.set(node, none);
  const depth = ownDepth(node, given, known, inside);
  known.set(node, depth);
  return depth;
}

function ownDepth(
  node: Expr,
  given: Given,
  known: Map<Expr, Depth>,
  inside: readonly string[],
): Depth {
  const of = (part: Expr) => depthOf(part, given, known, inside);
  const key = headKey(node);
  if (key && !inside.includes(key)) {
    const bodies = given.definitions.get(key);
    if (bodies) {
      const deeper = bodies.map(({ body }) => depthOf(body, given, new Map(), [...inside, key]));
      return add([most(deeper), most(parts(node).map(of))]);
    }
  }
  switch (node.kind) {
    case "function":
      if (!isDifferential(node)) return most(parts(node).map(of));
      return deeper(most(parts(node).map(of)));
    case "derivative": {
      const order = node.order.kind === "num" ? Number(node.order.numerator) : 1;
      const times =
        node.by.kind === "laplacian" || node.by.kind === "dalembertian" ? 2 * order : order;
      const byName = node.by.kind === "variable" ? times : 0;
      if (!node.operand) return { ...none, operator: times };
      const inner = of(node.operand);
      return {
        value: inner.value + times,
        operator: inner.operator,
        shallow: inner.shallow + byName,
      };
    }
    case "primed": {
      const inner = of(node.head);
      return { ...inner, value: inner.value + node.order };
    }
    case "symbol":
      return symbolDepth(node, given);
    case "sum":
      return most(node.terms.map(of));
    case "power": {
      const inner = of(node.base);
      const times =
        node.exponent.kind === "num" ? Math.abs(Number(node.exponent.numerator)) : mostTimes;
      return { ...inner, operator: inner.operator * Math.max(1, times) };
    }
    case "bracket":
      if (node.sort === "poisson") return deeper(add(parts(node).map(of)));
      return add(parts(node).map(of));
    case "product":
    case "dot":
    case "cross":
      return add(parts(node).map(of));
    default:
      return most(parts(node).map(of));
  }
}

function symbolDepth(node: Extract<Expr, { kind: "symbol" }>, given: Given): Depth {
  switch (node.role) {
    case "lowering":
    case "number-operator":
    case "momentum-operator":
      return { ...none, operator: 1 };
    case "connection":
      return { ...none, value: given.curved ? 1 : 0 };
    case "riemann":
    case "ricci":
    case "ricci-scalar":
    case "einstein":
      return { ...none, value: given.curved ? 2 : 0 };
    default:
      return given.curved && node.name === "R" && node.type === "scalar"
        ? { ...none, value: 2 }
        : none;
  }
}

const most = (depths: readonly Depth[]): Depth => ({
  value: Math.max(0, ...depths.map(({ value }) => value)),
  operator: Math.max(0, ...depths.map(({ operator }) => operator)),
  shallow: Math.max(0, ...depths.map(({ shallow }) => shallow)),
});

const deeper = (depth: Depth): Depth => ({
  ...depth,
  value: depth.value + 1,
  shallow: depth.shallow + 1,
});

/** How often an operator acts at most where a letter says how often. */
export const mostTimes = 12;

/** Operators act on each other's results; applied derivatives stand side by side. */
const add = (depths: readonly Depth[]): Depth => ({
  value: Math.max(0, ...depths.map(({ value }) => value)),
  operator: depths.reduce((total, { operator }) => total + operator, 0),
  shallow:
    Math.max(0, ...depths.map(({ shallow }) => shallow)) +
    depths.reduce((total, { operator }) => total + operator, 0),
});

/** Kind, name and number of components of a degree of freedom. */
function modeOf(node: Expr): { kind: ModeKind; name: string; size: number } | undefined {
  const sym = node.kind === "tensor" || node.kind === "labelled" ? node.head : node;
  if (sym.kind !== "symbol") return undefined;
  const labels = node.kind === "labelled" ? node.labels.map(nameKey).join(",") : "";
  switch (sym.role) {
    case "lowering":
      return { kind: "ladder", name: `${sym.name}[${labels}]`, size: 1 };
    case "position-operator":
    case "momentum-operator":
      return {
        kind: "place",
        name: `[${labels}]`,
        size: sym.type === "three-vector" || node.kind === "tensor" ? 3 : 1,
      };
    default:
      return undefined;
  }
}
