/** Definitions written out where their heads stand, for what has no value to give a name. */
import { type Definition, headKey } from "../evaluate/given";
import { applied } from "../evaluate/substitute";
import type { Expr, Index, Tensor } from "../expr/node";
import { keyOf } from "../expr/questions";
import { mapChildren, mapIndices, nodes, replace, symbolsOf } from "../expr/walk";
import { isExposed } from "../formal/indices";

/** Definitions inside definitions. */
const rounds = 4;

/** The formulas with the definitions written out; undefined where none of them occurs, or a name would be caught. */
export function inserted(
  sides: readonly Expr[],
  definitions: readonly Definition[],
): readonly Expr[] | undefined {
  const varied = new Set(sides.flatMap((side) => [...boundNames(side)]));
  const usable = definitions.filter(
    (definition) =>
      ![...symbolsOf(nameOf(definition.head))].some(({ name }) => varied.has(name)) &&
      !hasOwnLabels(definition),
  );
  let count = 0;
  const fresh = (): string => `◦${count++}`;
  const once = (node: Expr): Expr => {
    const key = headKey(node);
    for (const definition of key ? usable : []) {
      const body = headKey(definition.head) === key && bodyAt(definition, node, fresh);
      if (body) return body;
    }
    return mapChildren(node, (part) => (isHeadOf(node, part) ? part : once(part)));
  };
  let result = sides;
  for (let round = 0; round < rounds; round++) {
    const next = result.map(once);
    if (next.every((side, at) => side === result[at])) break;
    result = next;
  }
  return result.every((side, at) => side === sides[at]) ? undefined : result;
}

/** What is defined, without its arguments, labels and indices. */
const nameOf = (head: Expr): Expr =>
  head.kind === "call" || head.kind === "labelled" || head.kind === "tensor"
    ? nameOf(head.head)
    : head;

/** H = A_i B_i: nothing says whether the label is summed over. */
function hasOwnLabels({ head, body }: Definition): boolean {
  const known = new Set([...symbolsOf(head)].map(({ name }) => name));
  const bound = boundNames(body);
  return [...nodes(body)].some(
    (node) =>
      node.kind === "labelled" &&
      node.labels.some(
        (label) =>
          label.kind === "symbol" &&
          /^\p{Ll}$/u.test(label.name) &&
          !known.has(label.name) &&
          !bound.has(label.name),
      ),
  );
}

/** The name of a function or of a family is not what a definition is about. */
const isHeadOf = (node: Expr, part: Expr): boolean =>
  part.kind === "symbol" && "head" in node && node.head === part;

/** What is integrated, summed, differentiated by or followed to a limit. */
function boundNames(expr: Expr): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (variable: Expr): void => {
    for (const { name } of symbolsOf(variable)) found.add(name);
  };
  for (const node of nodes(expr)) {
    if (node.kind === "integral") for (const { variable } of node.measures) add(variable);
    if (node.kind === "series") for (const variable of node.variables) add(variable);
    if (node.kind === "limit") add(node.variable);
    if (node.kind === "bar") for (const { variable } of node.at) add(variable);
    if (node.kind === "derivative" && node.by.kind === "variable") add(node.by.variable);
  }
  return found;
}

/** What the definition says here. */
function bodyAt(definition: Definition, node: Expr, fresh: () => string): Expr | undefined {
  const application = applied(definition, node);
  if (!application) return undefined;
  const bound = boundNames(definition.body);
  const isCaught = application.bindings.some(([, given]) =>
    [...symbolsOf(given)].some(({ name }) => bound.has(name)),
  );
  if (isCaught) return undefined;
  const body = replace(definition.body, new Map(application.bindings));
  const { head } = definition;
  return head.kind === "tensor" && node.kind === "tensor"
    ? withIndicesOf(body, head, node, fresh)
    : renamed(body, new Map(), fresh);
}

/** The body with the indices of the occurrence in place of those of the head. */
function withIndicesOf(
  body: Expr,
  head: Tensor,
  occurrence: Tensor,
  fresh: () => string,
): Expr | undefined {
  const places = new Map<string, Index>();
  for (const [at, own] of head.indices.entries()) {
    const here = occurrence.indices[at];
    if (!here || places.has(own.name)) return undefined;
    if (here.place !== own.place && !isExposed(body, keyOf(own))) return undefined;
    places.set(own.name, here);
  }
  return renamed(
    body,
    new Map(
      head.indices.map((own) => {
        const here = places.get(own.name) as Index;
        const turned = here.place !== own.place;
        const change = (index: Index): Index => ({
          ...here,
          place: turned ? opposite[index.place] : index.place,
        });
        return [own.name, change];
      }),
    ),
    fresh,
  );
}

const opposite = { up: "down", down: "up" } as const;

/** Indices under other names; those that are summed inside get names that occur nowhere else. */
function renamed(
  body: Expr,
  changes: ReadonlyMap<string, (index: Index) => Index>,
  fresh: () => string,
): Expr {
  const bound = boundNames(body);
  const names = new Map<string, string>();
  const changed = (index: Index): Index => {
    if (index.value !== undefined || bound.has(index.name)) return index;
    const change = changes.get(index.name);
    if (change) return change(index);
    const name = names.get(index.name) ?? fresh();
    names.set(index.name, name);
    return { ...index, name };
  };
  return mapIndices(body, changed);
}
