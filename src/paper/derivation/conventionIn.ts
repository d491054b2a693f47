/** Conventions stated as formulas: ε^{0123} = ±1, Tr 1 = 4, η = diag(−,+,+,+), g^μ_μ = d. */
import type { TexNode } from "../latex/node";
import type { ConventionChange } from "./assume";

export function conventionIn(nodes: readonly TexNode[]): ConventionChange | undefined {
  const text = flat(nodes).replace(/[,.;]$/, "");
  const epsilon = /^\\(?:var)?epsilon([\^_])\(0123\)=([+-]?)1$/.exec(text);
  if (epsilon) return { epsilon: (epsilon[2] === "-") === (epsilon[1] === "^") ? -1 : 1 };
  const lowered = /^(\\(?:var)?epsilon)_\(0123\)=-\1\^\(0123\)=([+-]?)1$/.exec(text);
  if (lowered) return { epsilon: lowered[2] === "-" ? 1 : -1 };
  const trace =
    /^\\?(?:mathrm|operatorname)?\(?\\?[Tt]r\)?\(?(?:1|\\mathbb\(1\)|\\mathbf\(1\)|\\mathbbm\(1\)|I|\\mathbb\(I\)|\\one)\)?=(\d+)$/.exec(
      text,
    );
  if (trace) return { traceOfUnity: Number(trace[1]) };
  const metric =
    /^(?:g|\\eta)(?:[_^]\([^()]*\))?=\\?(?:mathrm|operatorname|text)?\(?\\?diag\)?\(([-+1,]*)\)$/.exec(
      text,
    );
  if (metric) return signature(metric[1] ?? "");
  const dimension =
    /^(?:g|\\eta|\\delta)(?:\^\((\\\w+|\w)\)(?:\(\))?_\(\1\)|_\((\\\w+|\w)\)(?:\(\))?\^\(\2\))=(d|D|\d+)$/.exec(
      text,
    );
  if (dimension) return { dim: /\d/.test(dimension[3] ?? "") ? Number(dimension[3]) : "d" };
  return undefined;
}

/** `-,+,+,+`, `1,-1,-1,-1`, `-+++`. */
export function signature(text: string): ConventionChange | undefined {
  const signs = text
    .replace(/1/g, "")
    .split(",")
    .map((sign) => (sign === "-" ? "-" : "+"))
    .join("");
  const compact = /^[-+]+$/.test(text) ? text : signs;
  if (/^-\+{3,}$/.test(compact)) return { metric: "mostly-plus" };
  if (/^\+-{3,}$/.test(compact)) return { metric: "mostly-minus" };
  if (/^\+{4,}$/.test(compact)) return { metric: "euclidean" };
  return undefined;
}

/** One line of text in which every group and argument stands in round brackets. */
export function flat(nodes: readonly TexNode[]): string {
  return nodes.map(one).join("");
}

function one(node: TexNode): string {
  switch (node.kind) {
    case "char":
      return node.text;
    case "command":
      return `\\${node.name}${node.args.map((arg) => (arg ? `(${flat(arg)})` : "")).join("")}`;
    case "fence":
      return node.delimiter;
    case "group":
      return `(${flat(node.children)})`;
    case "script":
      return `${node.place === "sub" ? "_" : "^"}(${flat(node.children)})`;
    case "words":
      return `\\text(${node.text})`;
    case "table":
      return `\\${node.environment}`;
    case "column":
    case "row-end":
    case "comment":
      return "";
  }
}
