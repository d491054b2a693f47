/** The scripts behind a factor, in the order written. */
import type { TexNode } from "../latex/node";
import { next, peek, type Reader } from "./reader";
import { tokenOf } from "./token";

export interface ScriptPart {
  readonly place: "sub" | "sup";
  readonly nodes: readonly TexNode[];
  /** Held apart from the script before it, as in T_μ{}^ν and T_μ\!^ν. */
  readonly staggered?: boolean;
}

/** All scripts at the cursor; an empty group between two of them only staggers indices. */
export function takeScripts(reader: Reader): readonly ScriptPart[] {
  const found: ScriptPart[] = [];
  let staggered = false;
  for (;;) {
    const node = peek(reader);
    const ahead = peek(reader, 1);
    if (
      node?.kind === "group" &&
      node.children.length === 0 &&
      ahead?.kind === "script" &&
      found.length > 0 &&
      !beginsHypergeometric(reader)
    ) {
      next(reader);
      staggered = true;
    } else if (node?.kind === "script") {
      const before = peek(reader, -1);
      const apart = before?.kind === "script" && node.span.start - before.span.end > 1;
      const nodes = unwrap(node.children);
      found.push({ place: node.place, nodes, ...(staggered || apart ? { staggered: true } : {}) });
      staggered = false;
      next(reader);
    } else if (
      node?.kind === "char" &&
      (node.text === "'" || node.text === "′" || node.text === "’")
    ) {
      found.push({
        place: "sup",
        nodes: [{ kind: "command", name: "prime", args: [], span: node.span }],
      });
      next(reader);
    } else return found;
  }
}

/** The {}_1 of e^z{}_1F_1(a;b;z) belongs to what follows. */
const beginsHypergeometric = (reader: Reader): boolean =>
  peek(reader, 1)?.kind === "script" &&
  tokenOf(peek(reader, 2)) === "F" &&
  tokenOf(peek(reader, 3)) === "_";

/** What stands at one height, twice or more where TeX would object. */
export const scriptAt = (
  parts: readonly ScriptPart[],
  place: ScriptPart["place"],
): readonly TexNode[] | undefined => {
  const found = parts.filter((part) => part.place === place);
  return found.length > 0 ? found.flatMap((part) => part.nodes) : undefined;
};

/** The nodes inside braces that hold nothing else. */
export function unwrap(nodes: readonly TexNode[]): readonly TexNode[] {
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === "group" ? unwrap(only.children) : nodes;
}

export const isPrime = (node: TexNode | undefined): boolean =>
  node !== undefined && ["\\prime", "'", "′"].includes(tokenOf(node));

const stars = new Set(["*", "\\ast", "∗"]);
const daggers = new Set(["\\dagger", "\\dag", "†", "\\dgr", "\\hc"]);
const transposes = new Set(["T", "\\top", "\\intercal", "\\transpose", "\\mathsf{T}"]);

export const isStar = (node: TexNode): boolean => stars.has(tokenOf(node));
export const isDagger = (node: TexNode): boolean => daggers.has(tokenOf(node));

/** `T` in any font as a whole superscript. */
export function isTranspose(nodes: readonly TexNode[]): boolean {
  const [only] = unwrap(nodes);
  if (!only || nodes.length !== 1) return false;
  if (transposes.has(tokenOf(only))) return true;
  if (only.kind === "words") return /^(?:T|tr|t)$/.test(only.text.trim());
  if (only.kind !== "command") return false;
  const inner = only.args[only.args.length - 1] ?? [];
  const text = inner.map(tokenOf).join("");
  return /^(?:math|text|operatorname)/.test(only.name) && /^(?:T|tr|Tr|t)$/.test(text);
}
