/** Bare names that vary through what varies: L of q and q̇, H of q, p and t, a Lagrangian density of φ and ∂_μφ. */
import { derivative, symbol } from "../../expr/build";
import type { By, Derivative, Expr, Sym } from "../../expr/node";
import { isRate } from "../../expr/stateMotion";
import { type Given, headKey } from "../given";
import { fieldOf, jetOf } from "./jets";
import { everywhere, type Targets } from "./plan";

export interface Composites {
  /** What each such name is a function of. */
  readonly args: ReadonlyMap<string, readonly Expr[]>;
  /** Names that may be functions of more than is shown. */
  readonly hidden: readonly string[];
}

export function compositesOf(nodes: readonly Expr[], given: Given, targets: Targets): Composites {
  const found = new Map<string, { readonly args: Set<Expr>; partial: boolean }>();
  const called = new Set(
    nodes.flatMap((node) =>
      node.kind === "call" && node.head.kind === "symbol" ? [node.head.name] : [],
    ),
  );
  const somewhere = nodes.find((node) => isPlaceThatMoves(node, targets));
  const derivatives = nodes.filter((node) => node.kind === "derivative");
  for (const node of derivatives) {
    const name = bareName(node, given, targets);
    if (!name || called.has(name)) continue;
    const known = found.get(name) ?? { args: new Set<Expr>(), partial: false };
    const argument = argumentOf(node.by, targets, somewhere);
    if (argument) known.args.add(argument);
    // L of q̇ is one of q as well.
    const place = argument?.kind === "derivative" ? argument.operand : undefined;
    if (place?.kind === "symbol" && isRate(argument as Expr)) known.args.add(place);
    if (argument && node.by.kind === "variable" && node.by.style === "partial")
      known.partial = true;
    found.set(name, known);
  }
  const times = derivatives.flatMap(({ by }) =>
    by.kind === "variable" && by.style === "total" && by.variable.kind === "symbol"
      ? [by.variable]
      : [],
  );
  const moving = [...found].filter(([, { args }]) => [...args].some((arg) => moves(arg, targets)));
  const isHidden = (args: ReadonlySet<Expr>): boolean =>
    args.size < 2 || times.some((time) => !args.has(time) && !moves(time, targets));
  const hidden = moving.flatMap(([name, { args, partial }]) =>
    partial && isHidden(args) ? [name] : [],
  );
  const args = moving.map(([name, known]): [string, readonly Expr[]] => [
    name,
    hidden.includes(name) ? [...known.args, unseen(name, targets)] : [...known.args],
  ]);
  return { args: new Map(args), hidden };
}

/** Whatever else a name may depend on: it varies along everything. */
const unseen = (name: string, targets: Targets): Expr =>
  symbol(`${name}°`, "scalar", {
    dependsOn: [
      everywhere,
      ...[...targets.symbols].flatMap((one) =>
        one.kind === "symbol" && !moves(one, targets) ? [one.name] : [],
      ),
    ],
  });

/** The name under the derivatives, where it is undetermined and differentiates nothing itself. */
function bareName(node: Derivative, given: Given, targets: Targets): string | undefined {
  const inner = innermost(node);
  if (inner?.kind !== "symbol" || (inner.type !== "scalar" && inner.type !== "function"))
    return undefined;
  if (targets.states.names.has(inner.name)) return undefined;
  if (given.definitions.has(headKey(inner) ?? "") || targets.symbols.has(inner)) return undefined;
  return targets.jets.some(({ field }) => field === inner) ? undefined : inner.name;
}

function innermost(node: Expr): Expr | undefined {
  return node.kind === "derivative" ? node.operand && innermost(node.operand) : node;
}

function argumentOf(by: By, targets: Targets, place: Expr | undefined): Expr | undefined {
  if (by.kind === "index") return place;
  if (by.kind !== "variable") return undefined;
  const jet = jetOf(by.variable);
  if (jet) return canonical(by.variable);
  const target = fieldOf(by.variable);
  if (!target) return undefined;
  const conjugate = by.variable.kind === "involution" ? by.variable : target;
  if (by.style === "total") return moves(target, targets) ? conjugate : undefined;
  return conjugate;
}

/** ∂_κφ under an index of its own, so that all components are meant. */
function canonical(variable: Expr): Expr {
  if (variable.kind !== "derivative" || variable.by.kind !== "index" || !variable.operand)
    return variable;
  const index = { name: "κ°", space: variable.by.index.space, place: "down" as const };
  const operand = variable.operand.kind === "tensor" ? variable.operand.head : variable.operand;
  return derivative({ kind: "index", index }, operand);
}

/** Varies with something else. */
function moves(arg: Expr, targets: Targets): boolean {
  if (arg.kind === "derivative") return true;
  const field = fieldOf(arg);
  const sym = field?.kind === "labelled" ? field.head : field;
  return sym?.kind === "symbol" && !targets.states.names.has(sym.name) && depends(sym, targets);
}

const depends = (sym: Sym, targets: Targets): boolean =>
  (sym.dependsOn?.length ?? 0) > 0 || (targets.inferred.get(sym.name)?.size ?? 0) > 0;

const isPlaceThatMoves = (node: Expr, targets: Targets): boolean =>
  node.kind === "symbol" &&
  targets.symbols.has(node) &&
  node.type !== "scalar" &&
  depends(node, targets);
