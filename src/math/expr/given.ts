/** P(x|y) is another function than P(x,y): its name carries how many arguments stand before the bar. */
import { intern } from "./intern";
import type { Expr, Sym } from "./node";

const marked = /^(.*)\|([0-9]+)$/u;

/** The function of so many arguments under the condition of the rest; undefined where the head has no name. */
export function conditioned(head: Expr, before: number): Expr | undefined {
  const name = nameIn(head);
  return name && withName(head, `${name.name}|${before}`);
}

/** The head as it is written and the place of its bar; undefined where nothing is a condition. */
export function conditionOf(head: Expr): { readonly head: Expr; readonly at: number } | undefined {
  const [, plain, at] = marked.exec(nameIn(head)?.name ?? "") ?? [];
  const written = plain === undefined ? undefined : withName(head, plain);
  return written && { head: written, at: Number(at) };
}

const nameIn = (head: Expr): Sym | undefined =>
  head.kind === "symbol" ? head : head.kind === "labelled" ? head.head : undefined;

function withName(head: Expr, name: string): Expr | undefined {
  if (head.kind === "symbol") return intern({ ...head, name });
  return head.kind === "labelled"
    ? intern({ ...head, head: intern({ ...head.head, name }) })
    : undefined;
}
