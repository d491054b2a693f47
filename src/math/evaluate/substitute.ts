/** Using a definition: the formal labels, indices and arguments of its head take the places they have in the formula. */
import type { Expr, Index, Sym } from "../expr/node";
import { some, symbolsOf } from "../expr/walk";
import type { Definition } from "./given";

/** A definition applied to one occurrence of its head. */
export interface Application {
  readonly body: Expr;
  /** Formal arguments and labels with what stands in their place. */
  readonly bindings: readonly (readonly [Expr, Expr])[];
  /** Indices of the head, in order. */
  readonly indices: readonly Index[];
}

export function applied(definition: Definition, occurrence: Expr): Application | undefined {
  const { head, body } = definition;
  if (head.kind === "symbol")
    return isBeside(head, occurrence) ? undefined : { body, bindings: [], indices: [] };
  if (head.kind === "labelled" && occurrence.kind === "labelled")
    return !isBeside(head.head, occurrence.head) &&
      (isOfFamily(head.labels, body) || head === occurrence)
      ? withFormals(body, head.labels, occurrence.labels, [])
      : undefined;
  if (head.kind === "call" && occurrence.kind === "call")
    return isGeneral(head.args, body) || head.args.every((arg, i) => arg === occurrence.args[i])
      ? withFormals(
          body,
          [...labelsOf(head.head), ...head.args],
          [...labelsOf(occurrence.head), ...occurrence.args],
          [],
        )
      : undefined;
  if (head.kind === "ket" && occurrence.kind === "ket")
    return withFormals(body, head.labels, occurrence.labels, []);
  if (head.kind === "bra" && occurrence.kind === "bra")
    return withFormals(body, head.labels, occurrence.labels, []);
  if (head.kind === "tensor" && occurrence.kind === "tensor") {
    if (head.indices.some((index) => index.value !== undefined)) return undefined;
    const inner =
      head.head.kind === "labelled" && occurrence.head.kind === "labelled"
        ? withFormals(body, head.head.labels, occurrence.head.labels, head.indices)
        : { body, bindings: [], indices: head.indices };
    return inner;
  }
  return undefined;
}

/** 𝐫 and r are two names. */
const isBeside = (head: Sym, occurrence: Expr): boolean =>
  occurrence.kind === "symbol" &&
  (head.type === "three-vector") !== (occurrence.type === "three-vector");

const labelsOf = (head: Expr): readonly Expr[] => (head.kind === "labelled" ? head.labels : []);

/** f(x) = x² speaks of every argument; f(a) = 0 and D(𝟙) = 𝟙 speak of one. */
const isGeneral = (args: readonly Expr[], body: Expr): boolean =>
  args.some((arg) => isFormal(arg) && some(body, (part) => part === arg));

/** E_n = (n + ½)ħω and m_i = m speak of every member; v_p = ω/k and E_k = ½mv² speak of one that is called so. */
const isOfFamily = (labels: readonly Expr[], body: Expr): boolean =>
  labels.every((label) => !isFormal(label) || label.kind !== "symbol" || counts.test(label.name)) ||
  labels.some((label) => label.kind === "symbol" && namesIn(body).has(plain(label.name)));

/** Letters that number. */
const counts = /^(?:[abijlmnrsMN]|[α-ω])′*$/u;

const namesIn = (body: Expr): ReadonlySet<string> =>
  new Set([...symbolsOf(body)].map(({ name }) => plain(name)));

/** 𝐤 and k. */
const plain = (name: string): string => name.normalize("NFKD");

/** A formal that is a symbol stands for anything; any other formal stands for itself. */
function withFormals(
  body: Expr,
  formals: readonly Expr[],
  actual: readonly Expr[],
  indices: readonly Index[],
): Application | undefined {
  const bindings: (readonly [Expr, Expr])[] = [];
  for (const [i, formal] of formals.entries()) {
    const given = actual[i];
    if (!given) return undefined;
    if (formal === given) continue;
    if (!isFormal(formal)) return undefined;
    bindings.push([formal, given]);
  }
  return { body, bindings, indices };
}

/** A name stands for anything, the letter i among labels too; signs, arrows and numbers stand for themselves. */
export const isFormal = (label: Expr): boolean =>
  (label.kind === "symbol" && label.role !== "identity" && !/^[+\-−±∓↑↓]$/u.test(label.name)) ||
  (label.kind === "constant" && label.name === "i");
