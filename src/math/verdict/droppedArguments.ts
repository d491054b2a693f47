/** a for a(t): an argument written once and dropped elsewhere is put back. */
import type { Claim, Fact, Premise } from "../expr/claim";
import { identity, intern } from "../expr/intern";
import type { Call, Derivative, Expr } from "../expr/node";
import { children, mapChildren, nodes, some, transform } from "../expr/walk";
import { mapFact, partsOf } from "./facts";

export function withArguments(claim: Claim): Claim {
  return restoredIn(underIntegrals(withoutPlaces(claim)));
}

/** ∂f/∂t under ∫dx beside f(x,t) and f(L,t): there f is at x. */
function underIntegrals(claim: Claim): Claim {
  const calls = [claim.left, claim.right]
    .flatMap((side) => [...nodes(side)])
    .filter((node) => node.kind === "call" && isOfNames(node));
  const inside = (body: Expr, bound: readonly Expr[]): Expr =>
    transform(body, (node) => {
      if (node.kind !== "derivative" || node.by.kind !== "variable") return node;
      const { operand, by } = node;
      if (operand?.kind !== "symbol") return node;
      const [form, ...more] = calls.filter(
        (call) =>
          call.kind === "call" &&
          call.head.kind === "symbol" &&
          call.head.name === operand.name &&
          call.args.length > 1 &&
          [by.variable, ...bound].every((name) => call.args.includes(name)),
      );
      return form && more.every((other) => other === form)
        ? intern({ ...node, operand: form })
        : node;
    });
  const put = (side: Expr): Expr =>
    transform(side, (node) =>
      node.kind === "integral"
        ? intern({
            ...node,
            integrand: inside(
              node.integrand,
              node.measures.map(({ variable }) => variable),
            ),
          })
        : node,
    );
  return calls.length === 0 ? claim : { ...claim, left: put(claim.left), right: put(claim.right) };
}

/** A_μ(x) beside A̸: where a field with indices is also written without its place, it is at that place throughout. */
function withoutPlaces(claim: Claim): Claim {
  const all = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  const placed = new Map<Expr, string>();
  for (const node of all)
    if (node.kind === "call" && node.head.kind === "tensor") {
      const place = node.args.map(identity).join(" ");
      const before = placed.get(node.head.head);
      const bare = node.args.every((argument) => argument.kind === "symbol");
      placed.set(node.head.head, bare && (before ?? place) === place ? place : "many");
    }
  const derived = all.some((node) => node.kind === "derivative" && node.by.kind === "variable");
  const short = all.flatMap((node) => (node.kind === "slash" ? [node.vector] : []));
  const dropped = new Set(
    short.filter((head) => !derived && (placed.get(head) ?? "many") !== "many"),
  );
  if (dropped.size === 0) return claim;
  const drop = (side: Expr): Expr =>
    transform(side, (node) =>
      node.kind === "call" && node.head.kind === "tensor" && dropped.has(node.head.head)
        ? node.head
        : node,
    );
  return { ...claim, left: drop(claim.left), right: drop(claim.right) };
}

function restoredIn(claim: Claim): Claim {
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(bodies)),
  ];
  const full = fullForms([
    ...written,
    ...claim.given.flatMap(({ facts }) =>
      facts.flatMap((fact) => headAt(written)(fact) ?? headMoved(claim)(fact) ?? []),
    ),
  ]);
  if (full.size === 0) return claim;
  const restore = (part: Expr): Expr => restored(part, full);
  return {
    ...claim,
    left: restore(claim.left),
    right: restore(claim.right),
    given: claim.given.map((premise) => inPremise(premise, restore)),
  };
}

/** In a definition the arguments of the head are formal. */
const inPremise = (premise: Premise, restore: (part: Expr) => Expr): Premise => ({
  ...premise,
  facts: premise.facts.map((fact) =>
    fact.kind === "definition" && fact.head.kind === "call" ? fact : mapFact(fact, restore),
  ),
});

/** x(t) = … says on what a bare x depends; f(x) = … in formal letters, as soon as f is written with others, does not. */
const bodies = (fact: Fact): readonly Expr[] =>
  fact.kind === "definition" && fact.head.kind === "call" && !isOfNames(fact.head)
    ? []
    : partsOf(fact);

const isOfNames = ({ head, args }: Call): boolean =>
  head.kind === "symbol" && args.every((argument) => argument.kind === "symbol");

/** f(r) := … says what f is at r, where r stands in the formulas as well. */
const headAt =
  (written: readonly Expr[]) =>
  (fact: Fact): Expr | undefined => {
    if (fact.kind !== "definition" || fact.head.kind !== "call") return undefined;
    const { args } = fact.head;
    return args.every((one) => written.some((side) => some(side, (part) => part === one)))
      ? fact.head
      : undefined;
  };

/** 𝐄(𝐫, t) = … says what a bare 𝐄 is that is differentiated by place or by time. */
const headMoved =
  ({ left, right }: Claim) =>
  (fact: Fact): Expr | undefined => {
    if (fact.kind !== "definition" || fact.head.kind !== "call" || !isOfNames(fact.head))
      return undefined;
    const { head, args } = fact.head;
    const isAlong = (node: Derivative): boolean =>
      node.by.kind === "variable" ? args.includes(node.by.variable) : node.by.kind !== "index";
    return [left, right].some((side) =>
      some(
        side,
        (node) =>
          node.kind === "derivative" &&
          isAlong(node) &&
          node.operand !== undefined &&
          some(node.operand, (part) => part === head),
      ),
    )
      ? fact.head
      : undefined;
  };

/** Names that occur bare, and as a function of the same symbols wherever they have arguments. */
function fullForms(written: readonly Expr[]): ReadonlyMap<string, Call> {
  const forms = new Map<string, Call | undefined>();
  const bare = new Set<string>();
  const visit = (node: Expr): void => {
    if (node.kind === "call" && node.head.kind === "symbol") {
      const { name } = node.head;
      const plain = node.args.every((argument) => argument.kind === "symbol");
      forms.set(name, plain && (!forms.has(name) || forms.get(name) === node) ? node : undefined);
      for (const argument of node.args) visit(argument);
      return;
    }
    if (node.kind === "ket" || node.kind === "bra") return;
    if (node.kind === "symbol" && node.role === undefined) bare.add(node.name);
    for (const part of children(node)) visit(part);
  };
  for (const part of written) visit(part);
  return new Map(
    [...forms].flatMap(([name, form]) => (form && bare.has(name) ? [[name, form] as const] : [])),
  );
}

function restored(node: Expr, full: ReadonlyMap<string, Call>): Expr {
  if (node.kind === "ket" || node.kind === "bra") return node;
  if (node.kind === "symbol") return full.get(node.name) ?? node;
  if (node.kind === "call" && node.head.kind === "symbol" && full.get(node.head.name) === node)
    return node;
  if (node.kind === "call")
    return mapChildren(node, (part) => (part === node.head ? part : restored(part, full)));
  if (
    node.kind === "derivative" &&
    node.by.kind === "variable" &&
    [...nodes(node.by.variable)].some((part) => part.kind === "symbol" && full.has(part.name))
  )
    return node;
  return mapChildren(node, (part) => restored(part, full));
}
